internal import Canvas
internal import RepCore
internal import Words

extension Pen {
  /// A name at the left and a value at the right of a line of `width` columns.
  func pair(_ name: String, _ value: String, width: Int, style: Style? = nil) -> StyledLine {
    let room = max(width - columns(of: name) - 1, 0)
    return StyledLine(name + " ", palette.muted)
      .then(value.fitted(to: room, .right, ellipsis: glyphs.ellipsis), style ?? palette.text)
  }

  /// What is wrong with weights, each fault as a paragraph of `width` columns.
  func lines(of faults: [WeightFault], _ language: Language, width: Int) -> [StyledLine] {
    faults.flatMap { fault in
      fault.words[language].wrapped(to: width).map { StyledLine($0, palette.bad) }
    }
  }

  /// A time of the profile, in the unit that fits it.
  func duration(microseconds: Double) -> String {
    Numbers.duration(seconds: microseconds / 1e6, glyphs: glyphs.level)
  }
}
