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
  init?(in hits: [Int], from here: Int, step: Int, includingThis: Bool = false) {
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
  /// The searched text in lower case; refuses where there is none.
  mutating func wanted() -> String? {
    guard let text = search?.lowercased(), !text.isEmpty else {
      refuse(
        Text(
          en: "nothing to find yet; / starts a search",
          vi: "chưa có gì để tìm; / bắt đầu tìm"
        )
      )
      return nil
    }
    return text
  }

  /// Says that nothing matches.
  mutating func refuse(noMatchFor text: String) {
    refuse(Text(en: "no row matches '\(text)'", vi: "không hàng nào khớp '\(text)'"))
  }
}

extension State {
  /// Selects the next block whose name holds the searched text.
  mutating func findBlock(step: Int, includingThis: Bool = false) {
    guard let text = shared.wanted() else { return }
    let document = shared.document
    let hits = document.paths.indices.filter {
      document.title(of: document.paths[$0]).lowercased().contains(text)
    }
    let here = document.paths.firstIndex(of: shared.selection.block) ?? 0
    guard
      let found = FoundRow(in: hits, from: here, step: step, includingThis: includingThis)
    else {
      shared.refuse(noMatchFor: text)
      return
    }
    shared.selection.block = document.paths[found.row]
    shared.notice = found.words(for: text)
  }
}
