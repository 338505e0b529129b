/// Names under which training programs keep what they save.
enum SetName {
  /// Names of weights, the ones to take first in front: averaged ones before raw ones.
  private static let preferred = [
    "state_dict_ema", "model_ema", "ema", "ema_net", "state_dict", "model", "net",
  ]

  /// Beginnings of names of what helps training and is no network.
  private static let helpers = [
    "optim", "lr_sched", "scheduler", "scaler", "amp", "criterion", "_metadata",
  ]

  /// Where a set found at `path` stands among others: the smaller, the earlier.
  static func rank(_ path: [String]) -> Int {
    path.compactMap { preferred.firstIndex(of: $0) }.min() ?? preferred.count
  }

  /// Whether what stands under `name` is no network, whatever it holds.
  static func isHelper(_ name: String) -> Bool { helpers.contains { name.hasPrefix($0) } }
}
