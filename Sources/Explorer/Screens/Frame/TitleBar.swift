internal import Canvas
internal import RepCore

/// The first row: program, network, form, and the screens.
struct TitleBar: Widget {
  let state: State

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let palette = pen.palette
    grid.fill(area, style: palette.band)
    let tabs = self.tabs(palette)
    let forms = self.forms(palette)
    let room = area.width - tabs.columns - forms.columns - 3
    let title =
      room > 14 ? " repvgg-tui  \(state.document.stored.name)" : " \(state.document.stored.name)"
    let name = title.truncated(to: max(room, 0), ellipsis: pen.glyphs.ellipsis)
    let start = grid.put(
      name,
      at: area.origin,
      style: palette.title.on(palette.band.background),
      clip: area
    )
    grid.put(forms, at: area.origin.moved(dx: start + 2, dy: 0), clip: area)
    let end = max(area.width - tabs.columns, 0)
    grid.put(tabs, at: area.origin.moved(dx: end, dy: 0), clip: area)
  }

  /// `TRAIN|deploy`: the form that is shown in capitals, too, for screens without colour.
  private func forms(_ palette: Palette) -> StyledLine {
    guard state.document.hasTrainingForm else {
      return StyledLine("DEPLOY only", palette.accent.on(palette.band.background))
    }
    var line = StyledLine()
    for form in Form.allCases {
      let isShown = form == state.form
      let style = isShown ? palette.accent.adding(.bold) : palette.muted
      if !line.text.isEmpty { line = line.then("|", palette.band) }
      line = line.then(
        isShown ? form.rawValue.uppercased() : form.rawValue,
        style.on(palette.band.background)
      )
    }
    return line
  }

  private func tabs(_ palette: Palette) -> StyledLine {
    var line = StyledLine()
    for screen in ScreenName.allCases {
      let isShown = screen == state.screen
      let text = isShown ? "[\(screen.digit) \(screen.title)]" : " \(screen.digit) \(screen.title) "
      let style = isShown ? palette.title.adding(.bold) : palette.muted
      line = line.then(text, style.on(palette.band.background))
    }
    return line
  }
}
