/// How far a word is from the one that was meant.
enum Spelling {
  /// The least letters to add, leave out, change or swap with their neighbour that make `meant` of `word`.
  static func slips(from word: String, to meant: String) -> Int {
    let (word, meant) = (Array(word), Array(meant))
    var before: [Int] = []
    var above = Array(0...meant.count)
    for (row, letter) in word.enumerated() {
      var slips = [row + 1]
      for (column, other) in meant.enumerated() {
        var least = min(above[column + 1], slips[column]) + 1
        least = min(least, above[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == meant[column - 1], word[row - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        slips.append(least)
      }
      (before, above) = (above, slips)
    }
    return above[meant.count]
  }
}
