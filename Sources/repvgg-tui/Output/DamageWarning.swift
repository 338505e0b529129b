internal import RepCore
internal import Words

/// What is said of weights that cannot be right.
enum DamageWarning {
  /// As many as a terminal shows without the answer scrolling away.
  private static let most = 5

  /// Tells on standard error which weights of `opened` are damaged, before anything is computed with them: the
  /// tensors that hold NaN or infinity, by their names in the file; where all numbers are finite, the norms that
  /// are none.
  static func tell(of opened: ModelFile.Opened) {
    let tensors = opened.tensorFaults().map(\.words)
    let lines = tensors.isEmpty ? opened.network.faults.map(\.words) : tensors
    for line in first(of: lines) { Standard.complain(.warning(line)) }
  }

  /// The first of `lines`, one for each weight, and how many more there are.
  static func first(of lines: [Text]) -> [Text] {
    let rest = lines.count - most
    guard rest > 0 else { return lines }
    return lines.prefix(most)
      + [Text(en: "\(rest) more weights are damaged", vi: "\(rest) trọng số nữa bị hỏng")]
  }
}
