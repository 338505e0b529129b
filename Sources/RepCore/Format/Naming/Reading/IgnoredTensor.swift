/// Tensors that no network computes with: counters, metrics, what profilers leave behind.
enum IgnoredTensor {
  /// Last words of names that mean nothing for inference.
  private static let counters: Set<Substring> = [
    "num_batches_tracked", "total_ops", "total_params", "n_averaged", "steps", "step",
  ]
  /// First words of modules that watch a training.
  private static let watchers = [
    "criterion", "loss", "metric", "train_", "val_", "valid_", "test_", "acc", "best_", "ema_",
    "optimizer", "scheduler", "lr_",
  ]

  /// Whether the tensor `name` inside a block can have no influence on what the block computes: a counter, or
  /// whole numbers; a single number may be a factor.
  static func isWithoutMeaningInBlock(_ name: String, in set: CheckpointSet) -> Bool {
    let last = name.split(separator: ".", omittingEmptySubsequences: false).last
    if let last, counters.contains(last) { return true }
    return set.checkpoint.tensors[name]?.elementType.isInteger ?? false
  }

  /// Whether the tensor `name` of `set` can have no influence on what a network computes: a counter, a
  /// single number, whole numbers, a metric.
  static func isWithoutMeaning(_ name: String, in set: CheckpointSet) -> Bool {
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    if let last = words.last, counters.contains(last) { return true }
    if let first = words.first, watchers.contains(where: { first.hasPrefix($0) }) { return true }
    guard let tensor = set.checkpoint.tensors[name] else { return false }
    return tensor.elementType.isInteger || tensor.shape.isEmpty
  }
}
