internal import RepCore

extension BlockShape {
  /// The group that an output channel belongs to.
  func group(of output: Int) -> Int { output / (outputChannels / groups) }

  /// The input channel of `pair` counted over the whole map, not inside its group.
  func inputChannel(of pair: Selection) -> Int {
    group(of: pair.output) * (inputChannels / groups) + pair.input
  }

  /// Whether there are such channels.
  func holds(_ pair: Selection) -> Bool {
    pair.output < outputChannels && pair.input < inputChannels / groups
  }

  /// The tap that was chosen, counted row by row; the middle one for nil, and where kernels have no such tap.
  func tap(_ chosen: Int?) -> Int {
    let count = kernelSize * kernelSize
    return chosen.flatMap { $0 < count ? $0 : nil } ?? count / 2
  }
}

extension Shared {
  /// The tap to look at when the user asks for `wanted`, or for the one behind `current`.
  ///
  /// Says in the status line why there is no other, and stays at the current one.
  mutating func tap(_ wanted: Int?, after current: Int?) -> Int? {
    guard let shape = selectedShape else { return current }
    let count = shape.kernelSize * shape.kernelSize
    if let wanted, wanted >= count {
      refuse(EquationWords.noTap(wanted, of: count))
      return current
    }
    guard count > 1 else {
      notice = EquationWords.oneTap
      return current
    }
    return wanted ?? (shape.tap(current) + 1) % count
  }
}
