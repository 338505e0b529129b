internal import RepCore

/// What is said of weights that cannot be right.
enum DamageWarning {
  /// As many as a terminal shows without the answer scrolling away.
  private static let most = 5

  /// Tells on standard error which weights of `opened` are damaged, before anything is computed with them: the
  /// tensors that hold NaN or infinity, by their names in the file; where all numbers are finite, the norms that
  /// are none.
  static func tell(of opened: ModelFile.Opened) {
    let tensors = opened.tensorFaults().map(\.description)
    let lines = tensors.isEmpty ? opened.network.faults.map(\.description) : tensors
    for line in first(of: lines) { Standard.complain("warning: \(line)") }
  }

  /// The first of `lines`, one for each weight, and how many more there are.
  static func first(of lines: [String]) -> [String] {
    let rest = lines.count - most
    return lines.prefix(most) + (rest > 0 ? ["\(rest) more weights are damaged"] : [])
  }
}
