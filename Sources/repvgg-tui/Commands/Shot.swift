internal import Canvas
internal import Explorer
internal import RepCore
internal import Words

/// The command `shot`: a screen as a picture, or a script as a recording.
func shot(_ arguments: Arguments) throws -> CommandLineError.Status {
  let output = try arguments.required("--output", "OUT.svg")
  let kind = try Picture.Kind(of: output, isPlayed: true)
  let size = try size(arguments.text("--size") ?? "100x30")
  let (annotations, pane) = try arguments.annotations(on: size)
  if pane != nil && kind == .cast {
    throw CommandLineError.usage(
      Text(
        en: "--crop takes cells for .cast, whose screens differ in their panes",
        vi: "--crop nhận các ô với .cast, vì các màn hình của nó có khung khác nhau"
      )
    )
  }
  let scale = try scale(arguments, of: kind)
  let look = Look(
    theme: try arguments.choice("--theme", of: ThemeName.self) ?? .dark,
    glyphs: try arguments.choice("--glyphs", of: GlyphLevel.self) ?? .block,
    depth: try colorDepth(arguments) ?? .trueColor
  )
  let commands = try script(arguments)
  let source = ModelSource(arguments.operands[0])
  let data = try TrialData(arguments, for: source)
  let document = try data.read(source, try arguments.reading())
  let input = try shownInput(arguments, for: document.network)
  // Two threads wherever it is drawn: a picture is the same on every machine.
  var state = State(
    document,
    size: size,
    look: look,
    processors: 2,
    language: try arguments.choice("--lang", of: Language.self) ?? .en,
    input: input
  )
  var recording = Recording(commands, annotations, title: document.title)
  do {
    try state.play(commands, read: data.read, write: writeScreen) {
      if kind == .cast { recording.show($0) }
    }
  } catch {
    throw CommandLineError(script: error)
  }
  let picture = Picture(
    grid: state.render(),
    look: state.shared.look,
    title: document.title,
    annotations: try annotations.cut(to: pane, of: state).joined(to: state),
    scale: scale
  )
  try WholeFile.write(kind == .cast ? recording.bytes : picture.bytes(as: kind), to: output)
  return .success
}

extension Annotations {
  /// With what the script itself says of pictures.
  func joined(to state: State) -> Annotations {
    var joined = self
    joined.caption = caption ?? state.annotations.caption
    joined.highlights += state.annotations.highlights
    return joined
  }

  /// Cut to a pane of the screen, if one is named.
  fileprivate func cut(to pane: String?, of state: State) throws(CommandLineError) -> Annotations {
    guard let pane else { return self }
    if let reason = state.reasonAgainst(paneNamed: pane) {
      throw .usage(Text(name: "--crop: ") + reason)
    }
    var cut = self
    cut.crop = state.area(ofPane: pane)
    // What is pointed at lies in what is shown.
    guard let area = cut.crop, callouts.allSatisfy({ area.contains($0) }),
      highlights.allSatisfy({ area.intersection($0) == $0 })
    else {
      throw .usage(
        Text(
          en: "--callout and --highlight take cells ",
          vi: "--callout và --highlight nhận các ô "
        )
          + (cut.crop ?? Rect(size: state.size)).limits
          + Text(en: ", those of the pane \(pane)", vi: ", của khung \(pane)")
      )
    }
    return cut
  }
}

/// The commands of `--script`.
func script(_ arguments: Arguments) throws(CommandLineError) -> [Command] {
  guard let text = arguments.text("--script") else { return [] }
  do {
    return try Command.script(text)
  } catch {
    throw CommandLineError(script: error)
  }
}

extension CommandLineError {
  /// Why the commands of `--script` were not carried out, or not to their end.
  init(script fault: CommandError) {
    let status: Status =
      switch fault.blame {
      case .command: .usage
      case .input: .unreadable
      case .output: .unwritable
      }
    self.init(status, Text(name: "--script: ") + fault.words)
  }
}

/// The depth behind `--color`.
func colorDepth(_ arguments: Arguments) throws(CommandLineError) -> ColorDepth? {
  let words = Text(oneOf: ColorName.allCases.map(\.rawValue))
  return try arguments.choice("--color", of: ColorName.self, told: words)?.depth
}

/// How large the cells of a PNG are.
private func scale(
  _ arguments: Arguments,
  of kind: Picture.Kind
) throws(CommandLineError) -> PictureScale {
  let range = PictureScale.small.rawValue...PictureScale.large.rawValue
  guard let number = try arguments.integer("--scale", in: range) else { return .large }
  guard kind == .png else {
    throw .usage(
      Text(
        en: "--scale is for .png; other files have no pixels",
        vi: "--scale dành cho .png; các tệp khác không có điểm ảnh"
      )
    )
  }
  return PictureScale(rawValue: number) ?? .large
}

/// `100x30` as columns and rows.
private func size(_ text: String) throws(CommandLineError) -> Size {
  let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
  guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
    (1...State.largest.width).contains(width), (1...State.largest.height).contains(height)
  else {
    throw .usage(
      "--size",
      takes: Text(en: "columns and rows such as 100x30", vi: "số cột và hàng như 100x30"),
      not: text
    )
  }
  return Size(width: width, height: height)
}

/// A path without its folders, for people.
func fileName(_ path: String) -> String { SystemPath.shown(SystemPath.split(path).name) }
