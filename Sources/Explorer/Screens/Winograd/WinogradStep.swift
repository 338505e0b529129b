internal import Words

/// The steps of one tile through Winograd's algorithm, in order.
enum WinogradStep: Int, Hashable, Sendable, CaseIterable {
  /// `U = G g G'`: the kernel transformed, once, when the plan is made.
  case kernel
  /// `V = B' d B`: the input transformed.
  case input
  /// `U * V`, entry by entry.
  case products
  /// `M`: the products of all input channels added up.
  case sum
  /// `Y = A' M A`: the sums transformed.
  case output
  /// The outputs against the plain sum.
  case check

  /// The step in two or three words.
  var name: Text {
    switch self {
    case .kernel: Text(en: "kernel", vi: "kernel")
    case .input: Text(en: "input", vi: "đầu vào")
    case .products: Text(en: "products", vi: "phép nhân")
    case .sum: Text(en: "sum", vi: "cộng")
    case .output: Text(en: "output", vi: "đầu ra")
    case .check: Text(en: "check", vi: "kiểm tra")
    }
  }

  /// What it computes, as the guides write it.
  var formula: String {
    switch self {
    case .kernel: "U = G g G'"
    case .input: "V = B' d B"
    case .products: "U * V"
    case .sum: "M = sum of U * V"
    case .output: "Y = A' M A"
    case .check: "Y - direct"
    }
  }

  /// What there is to know of it, in sentences.
  var words: Text {
    switch self {
    case .kernel:
      Text(
        en:
          "The kernel g becomes U: rows first, then columns. It is done once, when the plan is made, "
          + "so that it costs nothing in a run.",
        vi: "Kernel g thành U: hàng trước, rồi cột. Chỉ làm một lần khi lập kế hoạch, "
          + "nên không tốn gì khi chạy."
      )
    case .input:
      Text(
        en: "What the tile sees, d, becomes V. For F(2,3) that is additions alone; larger tiles "
          + "multiply by constants too. All output channels share V.",
        vi: "Phần ảnh mà ô tile thấy, d, thành V. Với F(2,3) chỉ có phép cộng; ô lớn hơn "
          + "còn nhân với hằng số. Mọi kênh ra dùng chung V."
      )
    case .products:
      Text(
        en: "U times V, entry by entry: these are the only products of the pair of channels.",
        vi: "U nhân V, từng ô một: đây là toàn bộ phép nhân của cặp kênh."
      )
    case .sum:
      Text(
        en: "The products of all input channels are added up before the way back, which is linear; "
          + "so the way back is taken once, not once a channel.",
        vi: "Tích của mọi kênh vào được cộng lại trước khi biến đổi ngược, vì phép đó tuyến tính; "
          + "nên chỉ biến đổi ngược một lần, không phải mỗi kênh một lần."
      )
    case .output:
      Text(
        en: "M becomes the outputs Y. The bias and the activation come behind them.",
        vi: "M thành các đầu ra Y. Bias và hàm kích hoạt đến sau."
      )
    case .check:
      Text(
        en: "The same outputs as the definition has them: nine taps for each output and channel. "
          + "Both are computed in double here; the engine computes in float32.",
        vi: "Cũng các đầu ra ấy tính theo định nghĩa: chín ô cho mỗi đầu ra và mỗi kênh. "
          + "Ở đây cả hai tính bằng double; engine tính bằng float32."
      )
    }
  }
}
