internal import Canvas
internal import Explorer
internal import Pictures
internal import RepCore
internal import Words

/// A screen as a file: the same cells as on the terminal, the same picture every time.
struct Picture {
  /// The kinds of file, by their endings.
  enum Kind: String, CaseIterable {
    case svg
    case png
    case txt
    case ansi
    /// Screens one after the other.
    case cast

    /// The kind that a path's ending names.
    init(of path: String, isPlayed: Bool = false) throws(CommandLineError) {
      let parts = path.split(separator: ".", omittingEmptySubsequences: false)
      let ending = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
      let kind = Kind(rawValue: ending)
      if kind == .cast && !isPlayed {
        throw .usage(
          Text(
            en: "'\(path)': only the command line plays a script: repvgg-tui shot -o FILE.cast",
            vi: "'\(path)': chỉ dòng lệnh mới chạy được script: repvgg-tui shot -o FILE.cast"
          )
        )
      }
      guard let kind else {
        let endings = Kind.allCases.filter { isPlayed || $0 != .cast }.map { ".\($0.rawValue)" }
        throw .usage(
          Text(en: "'\(path)' must end in ", vi: "'\(path)' phải có đuôi ") + Text(oneOf: endings)
        )
      }
      self = kind
    }
  }

  /// The screen.
  let grid: Grid
  /// Its colours and signs.
  let look: Look
  /// Names the picture.
  let title: String
  /// What it says beyond the screen.
  var annotations = Annotations()
  /// How large the cells of a PNG are.
  var scale = PictureScale.large

  /// The file; a `.cast` is none of a single screen.
  func bytes(as kind: Kind) throws(FormatError) -> [UInt8] {
    let palette = look.palette
    let marked = AnnotatedGrid(grid, annotations, palette: palette).marked
    switch kind {
    case .svg: return Array(SVGPicture(title: title, palette: palette).draw(grid, annotations).utf8)
    case .png: return try png(palette)
    case .txt: return Array(marked.text().utf8)
    case .ansi: return Array(marked.ansi(depth: look.depth).utf8)
    case .cast: preconditionFailure("a recording is made of several screens")
    }
  }

  private func png(_ palette: Palette) throws(FormatError) -> [UInt8] {
    let pixels = PixelPicture(grid, annotations, palette: palette, scale: scale)
    return try PNGFile.bytes(
      width: pixels.width,
      height: pixels.height,
      bands: pixels.bandCount,
      band: pixels.band
    )
  }
}

/// Writes a screen for the explorer and says so in a sentence.
func writeScreen(
  _ grid: Grid,
  _ annotations: Annotations,
  _ target: ShotTarget,
  _ look: Look
) throws -> Text {
  let picture = Picture(grid: grid, look: look, title: "repvgg-tui", annotations: annotations)
  let written: String
  switch target {
  case .file(let path):
    try WholeFile.write(picture.bytes(as: Picture.Kind(of: path)), to: path)
    written = path
  case .numbered(let name):
    written = try WholeFile.write(picture.bytes(as: .png), numbered: name, ending: "png")
  }
  return Text(en: "wrote \(written)", vi: "đã ghi \(written)")
}
