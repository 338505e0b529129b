internal import RepCore
internal import Words

/// The next of what matches, around the ends.
struct FoundRow {
  /// Its place among all rows.
  let row: Int
  /// Which of the matches it is, from 1, and how many there are.
  let place: Int, count: Int
  /// Whether the search went around an end.
  let isWrapped: Bool

  /// The next match behind `here`, or before it where `step` is negative; nil where nothing matches.
  ///
  /// - Parameters:
  ///   - hits: The rows that match, in order.
  ///   - here: The row to begin at.
  ///   - step: Forward where it is positive.
  ///   - includingThis: Whether that row itself counts.
  init?(in hits: [Int], from here: Int, step: Int, includingThis: Bool) {
    guard let first = hits.first, let last = hits.last else { return nil }
    let ahead =
      step > 0
      ? hits.first { includingThis ? $0 >= here : $0 > here }
      : hits.last { $0 < here }
    row = ahead ?? (step > 0 ? first : last)
    place = (hits.firstIndex(of: row) ?? 0) + 1
    count = hits.count
    isWrapped = ahead == nil
  }

  /// What the status line says of it.
  func words(for text: String) -> Text {
    Text(en: "'\(text)': \(place) of \(count)", vi: "'\(text)': \(place) trong \(count)")
      + (isWrapped ? Text(en: ", wrapped around", vi: ", quay vòng") : .none)
  }
}

extension Shared {
  /// Finds among `names`, the rows of the screen that is shown, and says how it went.
  ///
  /// - Parameters:
  ///   - command: A command of finding; a search brings the text that is found from now on.
  ///   - names: What the rows are called, in their order.
  ///   - here: The row under the cursor.
  /// - Returns: the row to go to; nil where nothing matches.
  mutating func find(_ command: Command, among names: [String], from here: Int) -> Int? {
    if command.name == .search { search = command.text }
    guard let text = search?.lowercased(), !text.isEmpty else {
      refuse(
        Text(
          en: "nothing to find yet; / starts a search",
          vi: "chưa có gì để tìm; / bắt đầu tìm"
        )
      )
      return nil
    }
    let found = FoundRow(
      in: names.indices.filter { names[$0].lowercased().contains(text) },
      from: here,
      step: command.name == .searchPrevious ? -1 : 1,
      includingThis: command.name == .search
    )
    guard let found else {
      refuse(Text(en: "no row matches '\(text)'", vi: "không hàng nào khớp '\(text)'"))
      return nil
    }
    notice = found.words(for: text)
    return found.row
  }
}

extension State {
  /// Selects the next block whose name holds the searched text.
  mutating func findBlock(_ command: Command) {
    let paths = shared.document.paths
    let row = shared.find(
      command,
      among: paths.map { shared.document.title(of: $0) },
      from: paths.firstIndex(of: shared.selection.block) ?? 0
    )
    if let row { shared.selection.block = paths[row] }
  }
}
