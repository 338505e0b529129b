internal import RepCore

/// Tells on standard error which weights of a file cannot be right, before anything is computed with them.
func warnOfDamage(in opened: ModelFile.Opened) {
  for line in damage(in: opened) { Standard.complain("warning: \(line)") }
}

/// The first tensors that hold NaN or infinity, by their names in the file; where all numbers are finite,
/// the norms that are none.
private func damage(in opened: ModelFile.Opened) -> [String] {
  let tensors = opened.tensorFaults().map(\.description)
  let lines = tensors.isEmpty ? opened.network.faults.map(\.description) : tensors
  let rest = lines.count - shownFaults
  return lines.prefix(shownFaults) + (rest > 0 ? ["\(rest) more weights are damaged"] : [])
}

/// As many as a terminal shows without the answer scrolling away.
private let shownFaults = 5
