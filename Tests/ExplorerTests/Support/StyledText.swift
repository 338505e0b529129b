import Canvas

@testable import Explorer

/// A screen as text, with the role of every cell's style below it, a letter each, and what the letters stand for.
struct StyledText {
  /// The text, the roles, the names of the roles.
  let lines: [String]

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  /// The letter of colours that mean values: maps, bars, pictures.
  private static let value: Character = "#"

  /// What `grid` shows in the look that it was drawn with.
  init(_ grid: Grid, _ look: Look) {
    let roles = Roles(look)
    var names: [String] = []
    let rows = (0..<grid.size.height).map { y in
      let row = (0..<grid.size.width).map { x -> Character in
        let cell = grid[x, y]
        guard let name = roles.name(of: cell.style) else { return Self.value }
        if cell.character == " ", name == "text" { return " " }
        let place = names.firstIndex(of: name) ?? names.count
        if place == names.count { names.append(name) }
        return Self.letters[place]
      }
      return String(String(row).reversed().drop { $0 == " " }.reversed())
    }
    let legend = zip(Self.letters, names).map { "\($0) \($1)" }
    lines = grid.lines + [""] + rows + [""] + legend
  }
}

/// The roles of a palette, by what their styles look like on a screen.
private struct Roles {
  private let inks: [(name: String, style: Style)]
  private let papers: [(name: String, color: Color)]

  init(_ look: Look) {
    let palette = look.pen.palette
    let styles = Mirror(reflecting: palette).children.compactMap { child in
      (child.value as? Style).map { (child.label ?? "", $0) }
    }
    let inks = styles.map { name, style in (name: name, style: Roles.laid(style, on: palette)) }
    self.inks = inks
    papers =
      [("", palette.paper)]
      + ["band", "selection"].compactMap { role in
        inks.first { $0.name == role }.map { (" on \(role)", $0.style.background) }
      }
  }

  /// The style as the theme's ground makes it.
  private static func laid(_ style: Style, on palette: Palette) -> Style {
    var grid = Grid(size: Size(width: 1, height: 1), style: style)
    grid.lay(on: palette)
    return grid[0, 0].style
  }

  /// `title on band`; nil for a colour that is no role's.
  func name(of style: Style) -> String? {
    if let role = inks.first(where: { $0.style == style }) { return role.name }
    guard let paper = papers.first(where: { $0.color == style.background }) else { return nil }
    let marks = style.attributes.subtracting([.bold, .underline])
    return
      inks.first { role in
        role.style.foreground == style.foreground
          && role.style.attributes.subtracting([.bold, .underline]) == marks
      }
      .map { $0.name + paper.name }
  }
}
