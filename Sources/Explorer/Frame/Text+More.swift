internal import Canvas
internal import Words

extension Text {
  /// That so many lines or rows of a pane are below its last one; nothing where none is.
  static func more(_ below: Int) -> Text {
    below > 0 ? Text(en: "\(below) more below", vi: "còn \(below) dòng") : .none
  }

  /// The same of the rows of `table` where it is drawn in `area`.
  static func more(of table: Table, in area: Rect) -> Text {
    more(table.rowCount - table.rows(height: area.height).upperBound)
  }
}
