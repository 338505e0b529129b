internal import RepCore

/// What the lower pane of the kernel screen shows.
enum KernelDetail: String, Hashable, Sendable, CaseIterable {
  /// One tap of every kernel of the layer.
  case grid
  /// Whole kernels: all that make one output channel.
  case filter
  case norms
  case bias
}

/// What a reader has chosen on the kernel screen.
struct KernelChoices: Hashable, Sendable {
  /// The lower pane.
  var detail = KernelDetail.grid
  /// The tap that the map of the layer shows, counted row by row; nil for the middle one.
  var tap: Int?
  /// Whether maps side by side share one scale of colours.
  var isSameScale = false

  /// The tap in kernels of `shape`; the middle one where they have no such tap.
  func tap(of shape: BlockShape) -> Int { shape.tap(tap) }
}
