internal import Words

/// What memory is asked for.
public enum MemoryPurpose: Hashable, Sendable, CaseIterable {
  /// The weights of a network.
  case weights
  /// Weights as kernels read them.
  case packedWeights
  /// What folding makes.
  case foldedKernels
  /// The maps between steps.
  case activations
  /// All that a session takes beside its weights.
  case session
  /// The maps of the naive oracle.
  case oracle
  /// What a network is run on.
  case input
  /// Times of many runs.
  case times
  /// Copies of tensors whose elements are scattered in their file.
  case gatheredTensors
  /// What is gone over to find how fast memory is.
  case ceilings
}

extension MemoryPurpose {
  /// What for, in words that follow "of".
  var words: Text {
    switch self {
    case .weights: Text(en: "weights", vi: "trọng số")
    case .packedWeights: Text(en: "packed weights", vi: "trọng số đã xếp")
    case .foldedKernels: Text(en: "folded kernels", vi: "các kernel đã gộp")
    case .activations: Text(en: "activations", vi: "các bản đồ đặc trưng")
    case .session:
      Text(en: "activations and scratch memory", vi: "các bản đồ đặc trưng và vùng nhớ tạm")
    case .oracle: Text(en: "the oracle's maps", vi: "các bản đồ của phép tính đối chiếu")
    case .input: Text(en: "input", vi: "đầu vào")
    case .times: Text(en: "times", vi: "các số đo thời gian")
    case .gatheredTensors:
      Text(
        en: "tensors that do not lie one behind the other",
        vi: "các tensor có phần tử không nằm liền nhau"
      )
    case .ceilings: Text(en: "a measurement of memory", vi: "phép đo bộ nhớ")
    }
  }
}
