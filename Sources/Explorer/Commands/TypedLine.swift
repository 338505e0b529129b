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
    let start = line.lastIndex(of: ";").map { line.index(after: $0) } ?? line.startIndex
    let before = line[..<start]
    words = line[start...].drop(while: \.isWhitespace)
    lead = before.isEmpty ? "" : before + " "
    guard let blank = words.firstIndex(where: \.isWhitespace) else {
      (parameters, place, done, part) = ([], nil, "", String(words))
      return
    }
    let name = Command.Name(String(words[..<blank]))
    parameters = CommandTable.specification(of: name)?.parameters ?? []
    let arguments = words[blank...].split(separator: " ", omittingEmptySubsequences: true)
    let isNew = words.last?.isWhitespace ?? true
    let place = isNew ? arguments.count : arguments.count - 1
    self.place = place
    done = ([Substring(name.rawValue)] + arguments.prefix(place)).joined(separator: " ")
    part = isNew ? "" : String(arguments[place])
  }

  /// The parameter that is being typed; nil where there is none.
  var parameter: Parameter? {
    place.flatMap { parameters.indices.contains($0) ? parameters[$0] : nil }
  }
}
