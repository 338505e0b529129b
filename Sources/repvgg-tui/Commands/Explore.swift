internal import Canvas
internal import CursesTerminal
internal import Explorer
internal import Glibc
internal import RepCore
internal import Words

/// `repvgg-tui [MODEL] [OTHER]…`; in a pipe, the summaries instead.
func explore(_ arguments: Arguments) throws -> CommandLineError.Status {
  let commands = try script(arguments)
  let (depth, glyphs) = (
    try colorDepth(arguments), try arguments.choice("--glyphs", of: GlyphLevel.self)
  )
  let theme = try arguments.choice("--theme", of: ThemeName.self)
  let sources = arguments.operands.map { ModelSource($0) }
  let options = try arguments.reading()
  let source = sources.first ?? .sample
  guard CursesTerminal.isInteractive else {
    try summarize(sources.isEmpty ? [.sample] : sources, arguments, options)
    return .success
  }
  // Most files are read by then; what is wrong with them is told where the user typed.
  let reading = try? FirstReading(of: source, options, with: readModel)
  let early = try reading.map { try $0.document(within: 0.1) } ?? readModel(source, options)
  var input = try early.flatMap { try shownInput(arguments, for: $0.network) }
  var terminal: CursesTerminal
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
    theme: theme ?? .auto,
    ground: terminal.ground ?? .dark,
    glyphs: terminal.glyphLevel,
    depth: terminal.depth
  )
  let language = try arguments.choice("--lang", of: Language.self) ?? Surroundings.language
  var (document, typed) = (early, [Event]())
  if document == nil, let reading {
    do {
      switch try reading.show(on: &terminal, look, language) {
      case .read(let read, let events): (document, typed) = (read, events)
      case .left(let reason):
        terminal.restore()
        if case .signal(let number) = reason { CursesTerminal.raiseSignal(number) }
        return .success
      }
      input = try document.flatMap { try shownInput(arguments, for: $0.network) }
    } catch {
      terminal.restore()
      throw error
    }
  }
  guard let document else { preconditionFailure("a model that was read is there") }
  var state = State(
    document,
    size: terminal.size,
    look: look,
    processors: processorCount(),
    language: language,
    input: input
  )
  let settings = Settings.user
  settings.apply(to: &state, theme: theme, language: arguments.has("--lang") ? language : nil)
  if options.set == nil && commands.isEmpty { state.askForSet() }
  let follows = arguments.has("--follow")
  let measures = !arguments.has("--no-measure")
  var loop = ExplorerLoop(
    state,
    on: terminal,
    follows: follows,
    measures: measures,
    read: readModel
  ) {
    try writeScreen($0, $1, $2)
  }
  let begun = loop.theme
  let end = try loop.run(commands, others: Array(sources.dropFirst()), typed: typed)
  if loop.theme != begun { settings.remember(loop.theme) }
  if case .signal(let number) = end { CursesTerminal.raiseSignal(number) }
  if let fault = loop.scriptFault { throw CommandLineError(script: fault) }
  return .success
}

/// What a pipe gets in place of the screens: the summary of each model.
private func summarize(
  _ sources: [ModelSource],
  _ arguments: Arguments,
  _ options: ReadingOptions
) throws {
  var documents: [Document] = []
  for source in sources { documents.append(try readModel(source, options)) }
  // A picture that cannot be used is told here, too.
  _ = try shownInput(arguments, for: documents[0].network)
  let summaries = documents.map { Summary($0.network).lines(of: $0.opened) }
  try Standard.print(Array(summaries.joined(separator: [""])))
}

/// What `--input` names, as the screens show it; nil without.
func shownInput(_ arguments: Arguments, for network: Network) throws -> ShownInput? {
  guard let path = arguments.text("--input") else { return nil }
  let input = try NetworkInput(path, for: network)
  return ShownInput(input.tensor, for: network.input, name: fileName(path))
}
