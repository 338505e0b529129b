import RepCore

/// Pairs of channels all over a layer, from which the limit of its colours is taken: the same wherever the map
/// is scrolled to and however large it is.
///
/// All pairs where there are at most 4,096, else as many, evenly spread over outputs and inputs alike.
struct LayerSample {
  /// Whether pairs were left out.
  let isPartial: Bool

  private let inputs: Int
  private let count: Int
  private let step: Int

  private static let most = 4096

  /// The pairs of a layer.
  init(_ shape: BlockShape) {
    inputs = shape.inputChannels / shape.groups
    count = shape.outputChannels * inputs
    var step = (count + LayerSample.most - 1) / LayerSample.most
    // A step that shares no factor with the inputs meets all of them in turn, and the diagonal too.
    while step > 1, LayerSample.gcd(step, inputs) > 1 { step += 1 }
    self.step = max(step, 1)
    isPartial = step > 1
  }

  private static func gcd(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : gcd(right, left % right)
  }

  /// `value` of every pair of the sample.
  func values(_ value: (_ output: Int, _ input: Int) -> Double) -> [Double] {
    stride(from: 0, to: count, by: step).map { value($0 / inputs, $0 % inputs) }
  }

  /// The magnitude that 96 of 100 values do not exceed; those of an identity's diagonal do, so that all others
  /// keep their shades.
  static func limit(of values: [Double]) -> Double {
    var sizes = values.map(\.magnitude).filter(\.isFinite)
    guard !sizes.isEmpty else { return 1 }
    let typical = sizes.value(ofRank: (sizes.count - 1) * 96 / 100)
    return typical > 0 ? typical : largestMagnitude(sizes)
  }
}

extension [Double] {
  /// The value that has `rank` others before it in order, found without ordering all (Hoare's selection).
  fileprivate mutating func value(ofRank rank: Int) -> Double {
    var (first, last) = (startIndex, endIndex - 1)
    while first < last {
      let pivot = self[first + (last - first) / 2]
      var (left, right) = (first, last)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        guard left <= right else { break }
        swapAt(left, right)
        (left, right) = (left + 1, right - 1)
      }
      if rank <= right { last = right } else if rank >= left { first = left } else { break }
    }
    return self[rank]
  }
}

/// How a map's values are coloured: up to where, and how many of the layer's values lie beyond.
struct LayerScale: Hashable {
  /// The magnitude of the strongest colour.
  let limit: Double
  /// The share of the values that are larger, 0...1.
  let beyond: Double
  /// How many values are not numbers.
  let damaged: Int
  /// Whether only some of the values were counted.
  let isPartial: Bool

  /// The scale up to `limit` of a layer that holds `values`.
  init(limit: Double, values: [Double], isPartial: Bool) {
    self.limit = limit
    self.isPartial = isPartial
    damaged = values.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }
    let larger = values.reduce(0) { $0 + ($1.magnitude > limit ? 1 : 0) }
    beyond = values.isEmpty ? 0 : Double(larger) / Double(values.count)
  }
}
