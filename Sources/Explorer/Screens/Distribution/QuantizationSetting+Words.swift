internal import RepCore
internal import Words

extension QuantizedBits {
  /// What the screen goes through; below 5 bits the maps stay at 8, since weights are what folding changes.
  static let taught = [(8, 8), (6, 6), (5, 5), (4, 8), (3, 8)].map {
    QuantizedBits(weights: $0, activations: $1)
  }

  /// Those of the screen with so many bits for weights.
  static func taught(weights: Int) -> QuantizedBits? { taught.first { $0.weights == weights } }

  /// The one behind it, around the end.
  var next: QuantizedBits {
    let all = QuantizedBits.taught
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// `W8 A8`.
  var title: String { "W\(weights) A\(activations)" }

  /// `8 bits for weights, 8 for maps`.
  var words: Text {
    Text(
      en: "\(weights) bits for weights, \(activations) for maps",
      vi: "\(weights) bit cho trọng số, \(activations) bit cho bản đồ"
    )
  }
}

extension WeightSteps {
  /// The other one.
  var other: WeightSteps { self == .perTensor ? .perChannel : .perTensor }

  /// What shares a step, briefly.
  var short: Text {
    switch self {
    case .perTensor: Text(en: "per tensor", vi: "mỗi tensor")
    case .perChannel: Text(en: "per channel", vi: "mỗi kênh")
    }
  }

  /// What shares a step.
  var words: Text {
    switch self {
    case .perTensor:
      Text(en: "one step for a whole kernel", vi: "một bậc chung cho cả kernel")
    case .perChannel:
      Text(en: "a step for each output channel", vi: "mỗi kênh ra một bậc riêng")
    }
  }
}
