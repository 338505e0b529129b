internal import Canvas
internal import RepCore
internal import Words

/// What the bytes of the arena are for at its fullest step, in both forms that are shown.
struct AllocatedTable {
  let figures: MemoryFigures
  let shared: Shared

  /// A line of the table: what it is, and how many bytes a timeline has of it.
  private struct Part {
    let name: Text
    let bytes: (MemoryTimeline) -> Int

    init(_ name: Text, _ bytes: @escaping (MemoryTimeline) -> Int) {
      (self.name, self.bytes) = (name, bytes)
    }

  }

  /// What bytes are for that are no map's values.
  static var bands: [(name: Text, bytes: KeyPath<MemoryBands, Int>)] {
    [
      (Text(en: "halo of zeros", vi: "viền số 0"), \.halo),
      (Text(en: "alignment", vi: "căn chỉnh"), \.alignment),
      (Text(en: "Winograd values", vi: "giá trị Winograd"), \.winograd),
      (Text(en: "squeeze-excite", vi: "squeeze-excite"), \.gates),
    ]
  }

  private static var always: [Part] {
    [Part(MemoryWords.maps) { $0.bands[$0.fullestStep].maps }]
      + bands.map { band in Part(band.name) { $0.bands[$0.fullestStep][keyPath: band.bytes] } }
      + [Part(Text(en: "gaps", vi: "khoảng trống")) { $0.gaps }]
  }

  private static var last: [Part] {
    [
      Part(Text(en: "arena in all", vi: "tổng vùng nhớ")) { $0.arena },
      Part(Text(en: "each thread more", vi: "riêng mỗi luồng")) { $0.ownBytes },
    ]
  }

  /// The table; lines that are zero everywhere are left out.
  var table: Table {
    let language = shared.language
    let forms = [figures.form] + (figures.otherForm.map { [$0] } ?? [])
    let known = forms.compactMap { figures.timelines[$0] }
    let parts =
      AllocatedTable.always.filter { part in known.contains { part.bytes($0) != 0 } }
      + AllocatedTable.last
    return Table(
      columns: [.init(MemoryWords.part[language], width: 15, grows: true)]
        + forms.map { .init($0.short[language], .right, width: 8) },
      rowCount: parts.count
    ) { row, column in
      guard column > 0 else { return .text(parts[row].name[language]) }
      guard let timeline = figures.timelines[forms[column - 1]] else { return .text("..") }
      return .text(Numbers.bytes(parts[row].bytes(timeline)))
    }
  }

  /// Rows that the table needs, its head included.
  var height: Int { table.rowCount + 1 }
}
