/// A line that is being typed, taken apart at the word that it ends with.
struct TypedLine {
  /// The commands before the last one.
  let lead: String
  /// The last command as far as it is typed.
  let words: Substring
  /// What the last command takes.
  let parameters: [Parameter]
  /// Which of the parameters is being typed; nil while the command itself is.
  let place: Int?
  /// The last command without the word that is being typed.
  let done: String
  /// The word that is being typed, as far as it is there.
  let part: String

  init(_ line: String) {
    let typed = ScriptReader.unfinished(line)
    let before = line[..<typed.start]
    words = line[typed.start...].drop(while: \.isWhitespace)
    lead = before.isEmpty ? "" : before + " "
    part = typed.part ?? ""
    guard let name = typed.words.first else {
      (parameters, place, done) = ([], nil, "")
      return
    }
    parameters = CommandTable.specification(of: Command.Name(name))?.parameters ?? []
    place = typed.words.count - 1
    done = typed.words.map(\.quotedIfNeeded).joined(separator: " ")
  }

  /// The parameter that is being typed; nil where there is none.
  var parameter: Parameter? {
    place.flatMap { parameters.indices.contains($0) ? parameters[$0] : nil }
  }
}
