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
  let language = try arguments.choice("--lang", of: Language.self)
  let sources = arguments.operands.map { ModelSource($0) }
  let options = try arguments.reading()
  let source = sources.first ?? .sample
  let data = try TrialData(arguments, for: source)
  if arguments.has("--plain") { return try explorePlainly(sources, data, commands, arguments) }
  guard CursesTerminal.isInteractive else {
    try summarize(sources.isEmpty ? [.sample] : sources, data, arguments, options)
    return .success
  }
  // Most files are read by then; what is wrong with them is told where the user typed.
  let reading = FirstReading(of: source, options, with: data.read)
  let early = try reading.document(within: 0.1).map { try Beginning($0, arguments) }
  var terminal: CursesTerminal
  do {
    terminal = try CursesTerminal(
      depth: depth,
      glyphLevel: glyphs,
      mouse: !arguments.has("--no-mouse")
    )
  } catch {
    throw CommandLineError(.unreadable, error.words)
  }
  let look = Look(
    theme: theme ?? .auto,
    ground: terminal.ground ?? .dark,
    glyphs: terminal.glyphLevel,
    depth: terminal.depth
  )
  let beginning = try early ?? Beginning(reading, on: &terminal, look, Standard.language, arguments)
  guard let beginning else { return .success }
  var state = State(
    beginning.document,
    size: terminal.size,
    look: look,
    processors: processorCount(),
    language: Standard.language,
    input: beginning.input
  )
  let settings = Settings.user
  settings.apply(to: &state, theme: theme, language: language)
  if options.set == nil && commands.isEmpty { state.askForSet() }
  var loop = ExplorerLoop(
    state,
    on: terminal,
    follows: arguments.has("--follow"),
    measures: !arguments.has("--no-measure"),
    read: data.read,
    write: writeScreen
  )
  let begun = loop.theme
  let end = try loop.run(commands, others: Array(sources.dropFirst()), typed: beginning.typed)
  if loop.theme != begun { settings.remember(loop.theme) }
  if case .signal(let number) = end { CursesTerminal.raiseSignal(number) }
  if let fault = loop.scriptFault { throw CommandLineError(script: fault) }
  return .success
}

/// What the explorer begins with.
private struct Beginning {
  let document: Document
  /// What `--input` names.
  let input: ShownInput?
  /// What was typed while it was read.
  let typed: [Event]

  init(_ document: Document, typed: [Event] = [], _ arguments: Arguments) throws {
    (self.document, self.typed) = (document, typed)
    input = try shownInput(arguments, for: document.network)
  }

  /// Waits with a screen that says so; nil where the user left or the terminal ended, and it was given back.
  init?(
    _ reading: FirstReading,
    on terminal: inout CursesTerminal,
    _ look: Look,
    _ language: Language,
    _ arguments: Arguments
  ) throws {
    do {
      switch try reading.show(on: &terminal, look, language) {
      case .read(let document, let typed): try self.init(document, typed: typed, arguments)
      case .left(let reason):
        terminal.restore()
        if case .signal(let number) = reason { CursesTerminal.raiseSignal(number) }
        return nil
      }
    } catch {
      terminal.restore()
      throw error
    }
  }
}

/// What a pipe gets in place of the screens: the summary of each model.
private func summarize(
  _ sources: [ModelSource],
  _ data: TrialData,
  _ arguments: Arguments,
  _ options: ReadingOptions
) throws {
  var documents: [Document] = []
  for source in sources { documents.append(try data.read(source, options)) }
  // A picture that cannot be used is told here, too.
  _ = try shownInput(arguments, for: documents[0].network)
  let summaries = documents.map { Summary($0.network).lines(of: $0.opened) }
  try Standard.print(Array(summaries.joined(separator: [.none])))
}

/// What `--input` names, as the screens show it; nil without.
func shownInput(_ arguments: Arguments, for network: Network) throws -> ShownInput? {
  guard let path = arguments.text("--input") else { return nil }
  let input = try NetworkInput(path, for: network)
  return ShownInput(input.tensor, for: network.input, name: fileName(path))
}
