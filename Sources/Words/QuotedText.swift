extension StringProtocol {
  /// The text as JSON has strings, in quotes; what cannot be seen, or could command a terminal, as `\u001b`.
  public var quotedForJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isHidden:
        // Outside of the first plane JSON takes the two halves that UTF-16 makes of it.
        for unit in String(Character(scalar)).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
