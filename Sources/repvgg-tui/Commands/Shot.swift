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
      "--crop takes cells for .cast, whose screens differ in their panes"
    )
  }
  let scale = try scale(arguments, of: kind)
  let look = Look(
    theme: try arguments.choice("--theme", of: ThemeName.self) ?? .dark,
    glyphs: try arguments.choice("--glyphs", of: GlyphLevel.self) ?? .block,
    depth: try colorDepth(arguments) ?? .trueColor
  )
  let commands = try script(arguments)
  let document = try readModel(ModelSource(arguments.operands[0]), try arguments.reading())
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
    try state.play(commands, read: readModel) {
      try writeScreen($0, $1, $2, $3)
    } shown: {
      if kind == .cast { recording.show($0) }
    }
  } catch {
    throw CommandLineError(script: error)
  }
  let picture = Picture(
    grid: state.render(),
    look: state.shared.look,
    title: document.title,
    annotations: try annotations.joined(to: state, cutting: pane),
    scale: scale
  )
  try WholeFile.write(kind == .cast ? recording.bytes : picture.bytes(as: kind), to: output)
  return .success
}

extension Annotations {
  /// With what the script itself says of pictures, cut to `pane` if there is one.
  fileprivate func joined(to state: State, cutting pane: String?) throws(CommandLineError)
    -> Annotations
  {
    var joined = self
    joined.caption = caption ?? state.annotations.caption
    joined.highlights += state.annotations.highlights
    guard let pane else { return joined }
    guard let area = state.area(ofPane: pane) else {
      let names = state.paneNames.joined(separator: ", ")
      throw .usage("--crop: '\(pane)' is not shown on this screen, whose panes are \(names)")
    }
    joined.crop = area
    return joined
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
    self.init(status, "--script: \(fault)")
  }
}

/// The depth behind `--color`.
func colorDepth(_ arguments: Arguments) throws(CommandLineError) -> ColorDepth? {
  switch arguments.text("--color") {
  case nil: return nil
  case "mono": return .mono
  case "16": return .ansi16
  case "256": return .ansi256
  case "24bit": return .trueColor
  case .some(let other): throw .usage("--color takes mono, 16, 256 or 24bit, not '\(other)'")
  }
}

/// How large the cells of a PNG are.
private func scale(
  _ arguments: Arguments,
  of kind: Picture.Kind
) throws(CommandLineError) -> PictureScale {
  guard let number = try arguments.integer("--scale", in: 1...2) else { return .large }
  guard kind == .png else { throw .usage("--scale is for .png; other files have no pixels") }
  return number == 1 ? .small : .large
}

/// `100x30` as columns and rows.
private func size(_ text: String) throws(CommandLineError) -> Size {
  let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
  guard numbers.count == 2, let width = numbers[0], let height = numbers[1],
    (1...State.largest.width).contains(width), (1...State.largest.height).contains(height)
  else { throw .usage("--size takes columns and rows such as 100x30, not '\(text)'") }
  return Size(width: width, height: height)
}

/// A path without its folders, for people.
func fileName(_ path: String) -> String { SystemPath.shown(SystemPath.split(path).name) }
