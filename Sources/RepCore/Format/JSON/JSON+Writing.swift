internal import Words

extension JSON: CustomStringConvertible {
  /// The value on one line, without spaces; the same value gives the same bytes everywhere.
  ///
  /// Doubles are the shortest digits that read back the same; JSON has no infinities, so a number that
  /// is not finite becomes `null`. What cannot be seen, or could command a terminal, is written as `\u001b`.
  public func encoded() -> String {
    var writer = Writer(indentation: nil)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// The value over several lines, two spaces deeper for each level, without a last newline.
  ///
  /// Arrays of numbers and strings stay on one line.
  public func encodedPretty() -> String {
    var writer = Writer(indentation: "  ")
    writer.write(self, depth: 0)
    return writer.text
  }

  /// The same as `encoded()`.
  public var description: String { encoded() }

  private struct Writer {
    let indentation: String?
    var text = ""

    mutating func write(_ value: JSON, depth: Int) {
      switch value {
      case .null: text += "null"
      case .bool(let value): text += value ? "true" : "false"
      case .integer(let value): text += String(value)
      case .number(let value): text += value.isFinite ? "\(value)" : "null"
      case .string(let value): text += value.quotedForJSON
      case .array(let values):
        list("[", "]", count: values.count, depth: depth, flat: values.allSatisfy(\.isScalar)) {
          writer,
          index in
          writer.write(values[index], depth: depth + 1)
        }
      case .object(let members):
        list("{", "}", count: members.count, depth: depth, flat: false) { writer, index in
          writer.text += members[index].key.quotedForJSON
          writer.text += writer.indentation == nil ? ":" : ": "
          writer.write(members[index].value, depth: depth + 1)
        }
      }
    }

    private mutating func list(
      _ open: String,
      _ close: String,
      count: Int,
      depth: Int,
      flat: Bool,
      item: (inout Writer, Int) -> Void
    ) {
      text += open
      for index in 0..<count {
        if index > 0 { text += indentation != nil && flat ? ", " : "," }
        if !flat { breakLine(depth: depth + 1) }
        item(&self, index)
      }
      if count > 0 && !flat { breakLine(depth: depth) }
      text += close
    }

    private mutating func breakLine(depth: Int) {
      guard let indentation else { return }
      text += "\n" + String(repeating: indentation, count: depth)
    }
  }

  private var isScalar: Bool { elements == nil && members == nil }
}
