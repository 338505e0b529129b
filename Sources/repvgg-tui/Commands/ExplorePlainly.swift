internal import Canvas
internal import Explorer
internal import RepCore
internal import Words

/// `--plain`: the explorer as a dialog of sentences and commands, on a terminal or in a pipe.
///
/// First the whole screen is told; every line of standard input is a command or the name of a key, answered by
/// what there is to say, and an empty line by the whole screen again. It ends with the input, or by `q`.
func explorePlainly(
  _ sources: [ModelSource],
  _ data: TrialData,
  _ commands: [Command],
  _ arguments: Arguments
) throws -> CommandLineError.Status {
  let ignored = ["--theme", "--color", "--glyphs", "--no-mouse", "--no-measure", "--follow"]
  if let option = ignored.first(where: { arguments.has($0) }) {
    throw CommandLineError.usage(
      Text(
        en: "--plain takes no \(option): it draws nothing and waits for lines",
        vi: "--plain không nhận \(option): nó không vẽ gì và chờ từng dòng"
      )
    )
  }
  let document = try data.read(sources.first ?? .sample, arguments.reading())
  var state = State(
    document,
    size: plainSize,
    look: Look(theme: .dark, glyphs: .ascii, depth: .mono),
    processors: processorCount(),
    language: Standard.language,
    input: try shownInput(arguments, for: document.network)
  )
  let language = try arguments.choice("--lang", of: Language.self)
  Settings.user.apply(to: &state, theme: nil, language: language)
  do {
    try state.open(more: Array(sources.dropFirst()), read: data.read, write: writeScreen)
    try state.play(commands, read: data.read, write: writeScreen)
  } catch {
    throw CommandLineError(script: error)
  }
  try say(state.reading)
  while let line = readLine() {
    let answer = state.answer(line, read: data.read, write: writeScreen)
    guard let answer else { break }
    try say(answer)
  }
  return .success
}

/// Cells of a screen that nobody sees: so many rows that every one is in sight, and all that it needs is found out.
private let plainSize = Size(width: 240, height: State.largest.height)

/// Sentences that are in the language of the screen already.
private func say(_ sentences: [String]) throws {
  try Standard.print(sentences.map { Text(name: $0) })
}
