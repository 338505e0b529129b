public import RepCore

/// One argument of a command, as its parameter has read it.
public enum Argument: Hashable, Sendable {
  /// One word of a choice.
  case word(String)
  /// A number.
  case number(Int)
  /// A number behind a sign: by how much to change something.
  case change(Int)
  /// A block.
  case block(BlockPath)
  /// Any text: a name, a file, what to find.
  case text(String)
}

extension Argument: CustomStringConvertible {
  /// The argument as it is typed, but for quotes.
  public var description: String {
    switch self {
    case .word(let word): word
    case .number(let number): "\(number)"
    case .change(let step): step < 0 ? "\(step)" : "+\(step)"
    case .block(let path): "\(path)"
    case .text(let text): text
    }
  }
}
