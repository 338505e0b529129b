internal import Canvas
internal import RepCore
internal import Words

/// What a command takes in one place: how it is read, and how the usage shows it.
public struct Parameter: Hashable, Sendable {
  /// What may stand here.
  public enum Kind: Hashable, Sendable {
    /// One of these words.
    case choice([String])
    /// A pane of the screen that is shown, which knows its panes.
    case pane
    /// A number of this range.
    case number(ClosedRange<Int>)
    /// A number of this range, or by how much to change: `4`, `+1`, `-1`.
    case level(ClosedRange<Int>)
    /// A block, such as `stage3.2`.
    case block
    /// A branch of the selected block, such as `1x1`.
    case branch
    /// A file to write.
    case file
    /// A file to read, or a published network.
    case model
    /// A set of tensors in the open file.
    case set
    /// A key, such as `z`, `f5` or `ctrl-t`.
    case key
    /// The rest of the line.
    case text
  }

  /// What may stand here.
  public let kind: Kind
  /// What the usage calls it.
  let placeholder: String
  /// Whether it may be left out.
  public let isOptional: Bool

  private init(_ kind: Kind, _ placeholder: String, isOptional: Bool = false) {
    (self.kind, self.placeholder, self.isOptional) = (kind, placeholder, isOptional)
  }

  /// How the usage shows it: `[N]`, `train|deploy`.
  public var usage: String { isOptional ? "[\(placeholder)]" : placeholder }

  /// The same parameter, which may be left out.
  public var optional: Parameter { Parameter(kind, placeholder, isOptional: true) }

  /// Whether it names a file.
  var isFile: Bool { kind == .file || kind == .model }

  /// Whether it takes all words that are left.
  var takesRest: Bool { kind == .text || kind == .set }
}

extension Parameter {
  /// No row, channel or thread has a larger number, and sums of them stay far from overflow.
  private static let largest = 1_000_000

  /// One of `words`.
  public static func choice(_ words: [String]) -> Parameter {
    Parameter(.choice(words), words.joined(separator: "|"))
  }

  /// One of the cases of `type`, by its raw value.
  public static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) -> Parameter {
    choice(type.allCases.map(\.rawValue))
  }

  /// A pane of whichever screen.
  public static let pane = Parameter(.pane, "PANE")

  /// A number, called `name`; `least` is the smallest.
  public static func number(_ name: String, from least: Int = 0) -> Parameter {
    Parameter(.number(least...largest), name)
  }

  /// A number to set, or a change with its sign.
  public static let level = Parameter(.level(1...largest), "N|+N|-N")

  /// A block.
  public static let block = Parameter(.block, "PATH")

  /// A branch of the selected block.
  public static let branch = Parameter(.branch, "NAME")

  /// A file to write.
  public static let file = Parameter(.file, "FILE")

  /// A file to read, or a published network.
  public static let model = Parameter(.model, "FILE")

  /// A set of tensors in the file.
  public static let set = Parameter(.set, "NAME")

  /// A key.
  public static let key = Parameter(.key, "KEY")

  /// Any text.
  public static let text = Parameter(.text, "TEXT")
}

extension Parameter {
  /// What it takes, with what there is to choose.
  var wanted: Text {
    switch kind {
    case .number(let range):
      Text(name: placeholder)
        + Text(
          en: ", a number from \(range.lowerBound) to \(range.upperBound)",
          vi: ", một số từ \(range.lowerBound) đến \(range.upperBound)"
        )
    case .block:
      Text(name: placeholder)
        + Text(en: ", a block such as stage3.2", vi: ", một khối như stage3.2")
    case .key:
      Text(name: placeholder) + Text(en: ", a key such as z or f5", vi: ", một phím như z hoặc f5")
    case .choice, .pane, .level, .branch, .file, .model, .set, .text: Text(name: usage)
    }
  }

  /// Reads one word; nil where it is not understood.
  func read(_ word: String) -> Argument? {
    switch kind {
    case .choice(let words): words.contains(word) ? .word(word) : nil
    case .number(let range):
      Int(word).flatMap { range.contains($0) && !word.hasPrefix("+") ? .number($0) : nil }
    case .level(let range):
      Int(word).flatMap { number in
        guard range.upperBound >= number, number >= -range.upperBound else { return nil }
        if word.hasPrefix("+") || word.hasPrefix("-") { return .change(number) }
        return range.contains(number) ? .number(number) : nil
      }
    case .block: BlockPath(parsing: word).map { .block($0) }
    case .key: Key(named: word).map { .word($0.name) }
    case .pane: word.isEmpty ? nil : .word(word)
    case .branch, .file, .model, .set, .text: word.isEmpty ? nil : .text(word)
    }
  }
}
