extension Arguments {
  /// Where the word stands in `words` that may be a command: the first one that is no option and no option's
  /// value; nil where there is none.
  static func placeOfCommand(in words: [String]) -> Int? {
    let options = ([CommandLineTable.explorer] + CommandLineTable.commands).flatMap(\.options)
    var place = 0
    while place < words.count, words[place] != "--" {
      let word = words[place]
      guard word.hasPrefix("-"), word != "-" else { return place }
      let parts = parts(of: word)
      let option = options.first { $0.matches(parts[0]) }
      place += parts.count == 1 && option?.value != nil ? 2 : 1
    }
    return nil
  }
}
