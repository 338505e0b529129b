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
    reading.add(sentence)
    current.read(shared, into: &reading)
    return reading.sentences
  }

  /// What stands in the status line: what the last command said, else what is under the cursor.
  public var sentence: String {
    let text = shared.notice?[shared.language] ?? current.frame(shared, in: shared.body).status
    return text.prose(separator: ", ")
  }

  /// Whether a line leads to something else to be read as a whole, and not only to another row.
  private var isRead: ReadPlace {
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
    let before = isRead
    // A letter that is no command is the key.
    let key = Key(named: line).flatMap { key in
      CommandTable.specification(of: Command.Name(line)) == nil ? key : nil
    }
    let effects = key.map { press($0) } ?? perform(line: line)
    if effects.contains(.quit) { return nil }
    finish(effects, read, write)
    meetNeeds()
    guard isRead == before || shared.fault != nil else { return reading }
    return [sentence]
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
