/// How well a typed text fits a name: all its letters in their order, the closer together the better.
struct FuzzyMatch: Hashable {
  /// The smaller, the better.
  let cost: Int

  /// The match of `typed` in `name`; nil where a letter is missing.
  ///
  /// A name that begins with the text costs nothing; a letter in the middle of a word costs more than one at
  /// the start of a word.
  init?(_ typed: some StringProtocol, in name: some StringProtocol) {
    let (wanted, letters) = (Array(typed.lowercased()), Array(name.lowercased()))
    if letters.starts(with: wanted) {
      cost = 0
      return
    }
    var cost = 1
    var place = 0
    for letter in wanted where !letter.isWhitespace {
      guard let next = letters[place...].firstIndex(of: letter) else { return nil }
      let startsWord = next == 0 || !letters[next - 1].isLetter
      cost += next == place ? 0 : startsWord ? 1 : 3 + next - place
      place = next + 1
    }
    self.cost = cost
  }
}
