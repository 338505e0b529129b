/// What the bytes of buffers are for.
///
/// Only `maps` is what a network needs; the rest is what an engine adds so that it is fast.
public struct MemoryBands: Hashable, Sendable {
  /// Values of maps and vectors: `N x C x H x W` float32.
  public var maps = 0
  /// Zeros around planes, for the windows that reach over the edge.
  public var halo = 0
  /// Channels that fill blocks of 16, and bytes up to the next boundary.
  public var alignment = 0
  /// The transformed input of Winograd's algorithm, where the threads share it.
  public var winograd = 0
  /// The vectors of squeeze-excite.
  public var gates = 0

  /// No bytes.
  public init() {}

  /// All of it.
  public var total: Int { maps + halo + alignment + winograd + gates }

  static func += (left: inout MemoryBands, right: MemoryBands) {
    left.maps += right.maps
    left.halo += right.halo
    left.alignment += right.alignment
    left.winograd += right.winograd
    left.gates += right.gates
  }
}

extension PlanBuffer {
  /// What the bytes of the buffer are for; together `layout.byteCount`.
  var bands: MemoryBands {
    var bands = MemoryBands()
    switch purpose {
    case .winogradValues: bands.winograd = layout.byteCount
    case .gates: bands.gates = layout.byteCount
    case .map:
      let lanes = layout.blocks * layout.pixelPitch
      let whole = layout.batch * lanes * layout.height * layout.width * MemoryLayout<Float>.stride
      let haloed = layout.batch * layout.picturePitch * MemoryLayout<Float>.stride
      bands.maps = layout.compulsoryBytes
      bands.halo = haloed - whole
      bands.alignment = layout.byteCount - haloed + whole - layout.compulsoryBytes
    }
    return bands
  }
}
