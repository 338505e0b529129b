/// All that the time of a convolution depends on, and so the key of a measured plan.
struct ConvolutionShape: Hashable, Sendable {
  let window: ConvolutionWindow
  let batch: Int
  /// Extents of the output.
  let height: Int
  let width: Int
  /// Whether it is all that reads the pictures, and so may read them itself.
  var readsPictures = false

  /// The families of Winograd tiles that can compute it, in the order of their enumeration.
  var families: [WinogradFamily] {
    guard window.size == 3, window.dilation == 1, !window.isPlanar, window.stride <= 2,
      batch * height * width <= Self.mostPixels,
      window.groups == 1 || window.hasWholeGroups
    else { return [] }
    return WinogradFamily.allCases.filter { family in
      family.stride == window.stride && Tiling(height, family.rows) != nil
        && Tiling(width, family.columns) != nil
    }
  }

  /// Pixels of the output at most: beyond, the tables of tiles would be large, and the map hardly fits.
  private static let mostPixels = 1 << 24

  /// Whether the convolution can be computed as `choice` says.
  func admits(_ choice: ConvolutionChoice) -> Bool {
    switch choice {
    case .direct:
      return true
    case .stem:
      return readsPictures && window.isPlanar && window.size == 3 && window.stride == 2
        && window.dilation == 1 && window.groups == 1
    case .winograd(let choice):
      return families.contains(choice.family)
        && Tiling.stripes(height, choice).allSatisfy { Tiling($0.count, choice.family.rows) != nil }
    }
  }

  /// A line without blanks that names the shape, for the cache of measured plans.
  var key: String {
    let parts = [
      "\(window.inputChannels)-\(window.outputChannels)", "\(height)x\(width)", "n\(batch)",
      "k\(window.size)", "s\(window.stride)", "g\(window.groups)", "d\(window.dilation)",
      readsPictures ? "pictures" : window.isPlanar ? "planar" : "blocked",
    ]
    return parts.joined(separator: ".")
  }
}
