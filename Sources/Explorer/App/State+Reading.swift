public import Canvas
public import RepCore
public import Words

// The explorer without a screen: what is shown is told in sentences, and lines take the place of keys.

extension State {
  /// What is shown, in sentences: the layer on top, or the screen and every row of it, in sight or not.
  public var reading: [String] {
    var reading = Reading(shared)
    if let layer = layers.last {
      layer.read(self, into: &reading)
      return reading.sentences
    }
    let screen = Swift.type(of: current).title[shared.language]
    reading.add("\(shared.document.title), \(screen)")
    reading.add(status)
    current.read(shared, into: &reading)
    return reading.sentences
  }

  /// The screen's own sentence.
  private var status: String { current.frame(shared, in: shared.body).status }

  /// What is read as a whole; within one place a line leads to another row.
  private var readPlace: ReadPlace {
    ReadPlace(
      model: shared.workspace.current.id,
      screen: screen,
      layers: layers.count,
      form: shared.form,
      language: shared.language
    )
  }

  /// Carries out a line, a command or the name of a key, and waits for all that it asks for.
  ///
  /// - Parameters:
  ///   - line: What was typed; an empty line asks for everything.
  ///   - read: Reads a model.
  ///   - write: Writes a screen to a file and returns a sentence that says so.
  /// - Returns: what there is to say; nil where the user leaves.
  public mutating func answer(
    _ line: String,
    read: ExplorerReader,
    write: ExplorerWriter
  ) -> [String]? {
    guard !line.isBlank else { return reading }
    let before = readPlace
    // A letter that is no command is the key.
    let key = Key(named: line).flatMap { key in
      CommandTable.specification(of: Command.Name(line)) == nil ? key : nil
    }
    let effects = key.map { press($0) } ?? perform(line: line)
    if effects.contains(.quit) { return nil }
    if isTyping { refusePrompt() }
    finish(effects, read, write)
    measureInsteadOfRunning()
    meetNeeds()
    for case .copy(let text) in effects {
      return text.split(separator: "\n").map(String.init)
    }
    guard readPlace == before || shared.fault != nil else { return reading }
    return [(shared.notice?[shared.language] ?? status).prose(separator: ", ")]
  }

  /// Every line is typed here already.
  private mutating func refusePrompt() {
    layers.removeLast()
    shared.refuse(
      Text(
        en: "type the command itself, such as open FILE or search TEXT",
        vi: "hãy gõ thẳng lệnh, như open FILE hoặc search TEXT"
      )
    )
  }

  /// Nobody watches an engine that goes on: a few runs tell as much.
  private mutating func measureInsteadOfRunning() {
    guard shared.live.isRunning else { return }
    shared.live.isRunning = false
    carryOut(.measure(State.fewRuns, measurementSettings))
  }
}

/// What a reading is of.
private struct ReadPlace: Equatable {
  let model: ModelID
  let screen: ScreenID
  let layers: Int
  let form: Form
  let language: Language
}
