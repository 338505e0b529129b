/// For each of a run of output pixels: which input pixels it is made of, and how much of each.
///
/// The numbers are those of Pillow's resampling, which torchvision's transforms use: weights are
/// computed in double, divided by their sum and rounded to fixed point.
struct ResamplingFilter {
  /// The input pixels of one output pixel.
  struct Taps {
    /// The first of them.
    let first: Int
    /// Where their weights lie.
    let weights: Range<Int>
  }

  /// Bits behind the point of a weight: 32 bits hold a sum over 8-bit samples, with two to spare.
  static let fractionBits: Int32 = 22

  /// One entry for each output pixel.
  let taps: [Taps]
  /// All weights, in units of 2^-22.
  let weights: [Int32]

  /// The filter that scales `input` pixels to `output`, for the output pixels `window` only.
  init(input: Int, output: Int, window: Range<Int>, interpolation: Preprocessing.Interpolation) {
    let scale = Double(input) / Double(output)
    let widening = max(scale, 1)
    let support = interpolation.support * widening
    var (taps, weights): ([Taps], [Int32]) = ([], [])
    taps.reserveCapacity(window.count)
    for pixel in window {
      let centre = (Double(pixel) + 0.5) * scale
      let first = max(Int(centre - support + 0.5), 0)
      let end = min(Int(centre + support + 0.5), input)
      let exact = (first..<end).map { source in
        interpolation.weight((Double(source) - centre + 0.5) * (1 / widening))
      }
      let sum = exact.reduce(0, +)
      let begin = weights.count
      weights += exact.map { Self.fixed(sum == 0 ? $0 : $0 / sum) }
      taps.append(Taps(first: first, weights: begin..<weights.count))
    }
    self.taps = taps
    self.weights = weights
  }

  private init(taps: [Taps], weights: [Int32]) {
    self.taps = taps
    self.weights = weights
  }

  /// The same filter for an input that begins with the first pixel of `reach`.
  var fromZero: ResamplingFilter {
    let start = reach.lowerBound
    return ResamplingFilter(
      taps: taps.map { Taps(first: $0.first - start, weights: $0.weights) },
      weights: weights
    )
  }

  /// The input pixels that any output pixel needs.
  var reach: Range<Int> {
    let first = taps.map(\.first).min() ?? 0
    return first..<(taps.map { $0.first + $0.weights.count }.max() ?? first)
  }

  /// The sample that a sum of weighted samples stands for.
  static func sample(_ sum: Int32) -> UInt8 {
    UInt8(clamping: (sum + (1 << (fractionBits - 1))) >> fractionBits)
  }

  private static func fixed(_ weight: Double) -> Int32 {
    Int32((weight * Double(1 << fractionBits)).rounded(.toNearestOrAwayFromZero))
  }
}

extension Preprocessing.Interpolation {
  /// How far the filter reaches to each side, in pixels.
  fileprivate var support: Double {
    switch self {
    case .bilinear: 1
    case .bicubic: 2
    }
  }

  /// The weight of a pixel at `distance`.
  fileprivate func weight(_ distance: Double) -> Double {
    let x = abs(distance)
    switch self {
    case .bilinear: return max(1 - x, 0)
    case .bicubic:
      let a = -0.5
      if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0
    }
  }
}
