internal import RepCore
internal import Words

extension Arguments {
  /// The text behind an option that must be given.
  func required(_ name: String, _ value: String) throws(CommandLineError) -> String {
    guard let text = text(name) else {
      throw .usage(Text(en: "\(name) \(value) is missing", vi: "thiếu \(name) \(value)"))
    }
    return text
  }

  /// A whole number behind `name`.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(CommandLineError) -> Int? {
    guard let text = text(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let (least, most) = (range.lowerBound, range.upperBound)
      throw .usage(
        name,
        takes: Text(
          en: "a whole number from \(least) to \(most)",
          vi: "một số nguyên từ \(least) đến \(most)"
        ),
        not: text
      )
    }
    return number
  }

  /// One of the words of `Choice` behind `name`.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    of type: Choice.Type
  ) throws(CommandLineError) -> Choice? {
    let words = type.allCases.map(\.rawValue).joined(separator: ", ")
    return try choice(name, of: type, told: Text(en: "one of \(words)", vi: "một trong \(words)"))
  }

  /// As above, where a message tells the words as `words`.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    of type: Choice.Type,
    told words: Text
  ) throws(CommandLineError) -> Choice? {
    guard let text = text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else { throw .usage(name, takes: words, not: text) }
    return choice
  }

  /// Threads to use: as asked, or all processors.
  func threads() throws(CommandLineError) -> Int {
    try integer("--threads", in: 1...PlanOptions.mostThreads)
      ?? min(processorCount(), PlanOptions.mostThreads)
  }
}
