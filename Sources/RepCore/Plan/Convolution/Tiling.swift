/// One dimension of an output cut into tiles of at most two extents, the larger ones first.
public struct Tiling: Hashable, Sendable {
  /// Outputs of a larger tile.
  public let largeExtent: Int
  /// How many larger tiles there are.
  public let largeCount: Int
  /// Outputs of a smaller tile.
  public let smallExtent: Int
  /// How many smaller tiles there are.
  public let smallCount: Int

  /// How many tiles there are.
  public var count: Int { largeCount + smallCount }
  /// How many outputs they have together.
  public var outputs: Int { largeCount * largeExtent + smallCount * smallExtent }

  /// Cuts `length` outputs into tiles of `family` such that the products are fewest; nil when its tiles
  /// do not fit.
  init?(_ length: Int, _ family: TileFamily) {
    let extents = family.extents
    let pairs = extents.indices.flatMap { large in
      extents[large...].map { small in (extents[large], small) }
    }
    var best: (tiling: Tiling, products: Int)?
    for (large, small) in pairs {
      for count in 0...length / large {
        let rest = length - count * large
        guard rest.isMultiple(of: small), large != small || rest == 0 else { continue }
        let products =
          count * family.products(of: large) + rest / small * family.products(of: small)
        // At equal cost the later candidate: smaller extents, or more of the larger ones.
        if products <= best?.products ?? .max {
          best = (Tiling(large, count, small, rest / small), products)
        }
      }
    }
    guard let best else { return nil }
    self = best.tiling
  }

  private init(_ largeExtent: Int, _ largeCount: Int, _ smallExtent: Int, _ smallCount: Int) {
    (self.largeExtent, self.largeCount) = (largeExtent, largeCount)
    (self.smallExtent, self.smallCount) = (smallExtent, smallCount)
  }

  /// The rows of each stripe of `choice`.
  static func stripes(_ height: Int, _ choice: WinogradChoice) -> [Range<Int>] {
    (0..<choice.stripes).map { stripe in
      stripe * height / choice.stripes..<(stripe + 1) * height / choice.stripes
    }
  }

  /// The tiles `range` and the output at which they start.
  subscript(range: Range<Int>) -> (start: Int, tiling: Tiling) {
    let large = range.clamped(to: 0..<largeCount)
    let small = range.clamped(to: largeCount..<count)
    let before = min(range.lowerBound, largeCount)
    let start = before * largeExtent + (range.lowerBound - before) * smallExtent
    return (start, Tiling(largeExtent, large.count, smallExtent, small.count))
  }

  /// Tiles that have the point `point` of `family`; for the even samples of stride 2 the outputs.
  func tiles(having point: Int, _ family: TileFamily) -> Int {
    if family.isPolyphase && point == family.points - 1 { return outputs }
    return (point < family.points(of: largeExtent) ? largeCount : 0)
      + (point < family.points(of: smallExtent) ? smallCount : 0)
  }

  /// Products of the whole length.
  func products(_ family: TileFamily) -> Int {
    largeCount * family.products(of: largeExtent) + smallCount * family.products(of: smallExtent)
  }
}
