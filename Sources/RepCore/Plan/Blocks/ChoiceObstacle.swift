public import Words

/// Why a block's convolutions cannot be computed by the algorithm that was asked for.
public enum ChoiceObstacle: Error, Hashable, Sendable {
  /// The network has no such block, or it has no convolution.
  case noConvolution
  /// The block does not run, for these reasons.
  case stopped([RunObstacle])
  /// Windows of this size; transforms are for 3x3.
  case window(Int)
  /// Its windows step so far; transforms are for steps of one and two.
  case stride(Int)
  /// Taps that lie so far apart.
  case dilation(Int)
  /// It reads the few planes of the pictures.
  case pictures
  /// Each channel is computed by itself, so that transforms have nothing to share.
  case depthwise
  /// Groups of so many input and output channels, which are not whole blocks of 16.
  case groups(inputs: Int, outputs: Int)
  /// Tiles of this family do not fill a map of so many rows and columns.
  case extent(height: Int, width: Int, WinogradFamily)
  /// There are no tiles of six for stride 2.
  case sixOfStrideTwo
  /// The map has more pixels than tiles are made for.
  case pixels
  /// The options ask for little memory.
  case memory
  /// The network has so many blocks that the rounding errors of tiles of six would add up.
  case accuracy
}

extension ChoiceObstacle {
  /// What stands in the way, in a few words that follow the block's name and "cannot be computed so: ".
  public var words: Text {
    switch self {
    case .noConvolution: Text(en: "it has no convolution", vi: "nó không có tích chập")
    case .stopped(let obstacles): obstacles.map(\.words).joined(separator: ", ")
    case .window(let size):
      Text(
        en: "a \(size)x\(size) window; the transforms are for 3x3",
        vi: "cửa sổ \(size)x\(size); các phép biến đổi chỉ dành cho 3x3"
      )
    case .stride(let stride):
      Text(
        en: "stride \(stride); the transforms are for 1 and 2",
        vi: "stride \(stride); các phép biến đổi chỉ dành cho 1 và 2"
      )
    case .dilation(let dilation):
      Text(
        en: "dilation \(dilation): neighbouring outputs share no inputs",
        vi: "dilation \(dilation): các đầu ra kề nhau không dùng chung đầu vào"
      )
    case .pictures:
      Text(
        en: "it reads the few planes of the picture as they are",
        vi: "nó đọc thẳng vài mặt phẳng của ảnh"
      )
    case .depthwise:
      Text(
        en: "depthwise: each channel alone has too few products for transforms",
        vi: "depthwise: riêng từng kênh có quá ít phép nhân để biến đổi"
      )
    case .groups(let inputs, let outputs):
      Text(
        en: "groups of \(inputs) to \(outputs) channels are not whole blocks of 16",
        vi: "nhóm \(inputs) sang \(outputs) kênh không phải là khối 16 kênh trọn vẹn"
      )
    case .extent(let height, let width, let family):
      Text(
        en: "the tiles of \(family.title) do not fill a map of \(height)x\(width)",
        vi: "các ô tile của \(family.title) không lấp đầy bản đồ \(height)x\(width)"
      )
    case .sixOfStrideTwo:
      Text(
        en: "with stride 2 there are tiles of two and of four alone",
        vi: "với stride 2 chỉ có ô tile hai và bốn"
      )
    case .pixels:
      Text(en: "the map has too many pixels for tiles", vi: "bản đồ có quá nhiều điểm ảnh")
    case .memory:
      Text(
        en: "its weights would pass the little memory that was asked for",
        vi: "trọng số của nó vượt mức bộ nhớ nhỏ đã yêu cầu"
      )
    case .accuracy:
      Text(
        en: "in so deep a network the rounding errors of tiles of six add up",
        vi: "trong mạng sâu như vậy, sai số làm tròn của ô tile sáu cộng dồn lại"
      )
    }
  }
}

extension WinogradFamily {
  /// How people write it: `F(4,3)`; `F(4x6,3x3)` where rows and columns differ; `P4` for stride 2.
  public var title: String {
    switch self {
    case .f2: "F(2,3)"
    case .f4: "F(4,3)"
    case .f6: "F(6,3)"
    case .f4f6: "F(4x6,3x3)"
    case .p2: "P2"
    case .p4: "P4"
    case .p4p2: "P4xP2"
    }
  }
}
