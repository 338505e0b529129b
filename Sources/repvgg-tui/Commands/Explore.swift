internal import Canvas
internal import CursesTerminal
internal import Explorer
internal import Glibc
internal import RepCore
internal import Words

/// `repvgg-tui [MODEL]`; in a pipe, the summary instead.
func explore(_ arguments: Arguments) throws -> CommandLineError.Status {
  let commands = try script(arguments)
  let (depth, glyphs) = (
    try colorDepth(arguments), try arguments.choice("--glyphs", of: GlyphLevel.self)
  )
  let theme = try arguments.choice("--theme", of: ThemeName.self) ?? .auto
  let sources = arguments.operands.map { ModelSource($0) }
  let options = try arguments.reading()
  let document = try readModel(sources.first ?? .sample, options)
  let input = try shownInput(arguments, for: document.network)
  guard CursesTerminal.isInteractive else {
    try Standard.print(Summary(document.network).lines(of: document.opened))
    return .success
  }
  let terminal: CursesTerminal
  do {
    terminal = try CursesTerminal(
      depth: depth,
      glyphLevel: glyphs,
      mouse: !arguments.has("--no-mouse")
    )
  } catch {
    throw CommandLineError(.unreadable, error.description)
  }
  let look = Look(
    theme: theme,
    ground: terminal.ground ?? .dark,
    glyphs: terminal.glyphLevel,
    depth: terminal.depth
  )
  var state = State(
    document,
    size: terminal.size,
    look: look,
    processors: processorCount(),
    language: try arguments.choice("--lang", of: Language.self) ?? Surroundings.language,
    input: input
  )
  if options.set == nil && commands.isEmpty { state.askForSet() }
  var loop = ExplorerLoop(state, on: terminal, read: readModel) { try writeScreen($0, $1, $2) }
  let end = try loop.run(commands, others: Array(sources.dropFirst()))
  if case .signal(let number) = end { CursesTerminal.raiseSignal(number) }
  if let fault = loop.scriptFault { throw CommandLineError(script: fault) }
  return .success
}

/// What `--input` names, as the screens show it; nil without.
func shownInput(_ arguments: Arguments, for network: Network) throws -> ShownInput? {
  guard let path = arguments.text("--input") else { return nil }
  let input = try NetworkInput(path, for: network)
  return ShownInput(input.tensor, for: network.input, name: fileName(path))
}
