internal import Canvas
internal import Explorer
internal import RepCore

/// A screen as a file: the same cells as on the terminal, the same bytes every time.
struct Picture {
  /// The kinds of file, by their endings.
  enum Kind: String, CaseIterable {
    case svg
    case txt
    case ansi

    /// The kind that a path's ending names.
    init(of path: String) throws(CommandLineError) {
      let ending = path.split(separator: ".").last.map(String.init) ?? ""
      guard let kind = Kind(rawValue: ending) else {
        throw .usage("'\(path)' must end in .svg, .txt or .ansi")
      }
      self = kind
    }
  }

  private let grid: Grid
  private let look: Look
  private let title: String

  init(_ grid: Grid, look: Look, title: String) {
    self.grid = grid
    self.look = look
    self.title = title
  }

  func write(to path: String, as kind: Kind) throws(FormatError) {
    try TextFile.write(text(as: kind), to: path)
  }

  private func text(as kind: Kind) -> String {
    switch kind {
    case .svg: SVGPicture(title: title, palette: look.theme.palette).draw(grid)
    case .txt: grid.text()
    case .ansi: grid.ansi(depth: look.depth)
    }
  }
}

/// Writes a screen for the explorer and says so in a sentence.
func writeScreen(_ grid: Grid, to path: String, _ look: Look) throws -> String {
  let kind = try Picture.Kind(of: path)
  try Picture(grid, look: look, title: "repvgg-tui").write(to: path, as: kind)
  return "wrote \(path)"
}
