/// All that the time of a convolution depends on, and so the key of a measured plan.
struct ConvolutionShape: Hashable, Sendable {
  let window: ConvolutionWindow
  let batch: Int
  /// Extents of the output.
  let height: Int
  let width: Int

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
    guard case .winograd(let choice) = choice else { return true }
    return families.contains(choice.family)
      && Tiling.stripes(height, choice).allSatisfy { Tiling($0.count, choice.family.rows) != nil }
  }

  /// A line without blanks that names the shape, for the cache of measured plans.
  var key: String {
    let parts = [
      "\(window.inputChannels)-\(window.outputChannels)", "\(height)x\(width)", "n\(batch)",
      "k\(window.size)", "s\(window.stride)", "g\(window.groups)", "d\(window.dilation)",
      window.isPlanar ? "planar" : "blocked",
    ]
    return parts.joined(separator: ".")
  }
}
