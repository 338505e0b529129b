internal import RepCore

/// Something that a user can do: what keys, scripts, tests and pictures are made of.
///
/// A command has one textual form, `name arguments`, whose parameters its `CommandSpecification` declares;
/// keys are bound to that text. Commands only describe; screens, layers and the frame carry them out.
public struct Command: Hashable, Sendable {
  /// The first word of a command.
  public struct Name: Hashable, Sendable, RawRepresentable {
    /// As it is typed.
    public let rawValue: String

    /// A name as it is typed.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A name as it is typed.
    init(_ name: String) { rawValue = name }
  }

  /// What to do.
  public let name: Name
  /// With what, in the order of the parameters; those that were left out are missing.
  public let arguments: [Argument]

  /// A command by its name and arguments.
  init(_ name: Name, _ arguments: [Argument] = []) {
    (self.name, self.arguments) = (name, arguments)
  }
}

extension Command: CustomStringConvertible {
  /// The command as a person types it, but for quotes.
  public var description: String {
    ([name.rawValue] + arguments.map(\.description)).joined(separator: " ")
  }
}

// MARK: - Arguments

extension Command {
  /// The choice that was made; nil where none was.
  func choice<Choice: RawRepresentable<String>>(_ type: Choice.Type) -> Choice? {
    guard case .word(let word)? = arguments.first else { return nil }
    return Choice(rawValue: word)
  }

  /// The number in place `index`; nil where there is none.
  func number(_ index: Int = 0) -> Int? {
    guard arguments.indices.contains(index), case .number(let number) = arguments[index] else {
      return nil
    }
    return number
  }

  /// The text; nil where there is none.
  var text: String? {
    guard case .text(let text)? = arguments.first else { return nil }
    return text
  }

  /// The block; nil where there is none.
  var block: BlockPath? {
    guard case .block(let path)? = arguments.first else { return nil }
    return path
  }
}
