internal import CNcurses

/// What a program tells the terminal around its screen, by the numbers of xterm: `ESC ] NUMBER ; TEXT ESC \`.
enum OperatingSystemCommand {
  /// Calls the window so; controls, which could end the command and begin another, are left out.
  static func title(_ text: String) {
    let shown = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    send("2;" + String(String.UnicodeScalarView(shown)))
  }

  /// Puts a text on the clipboard.
  static func copy(_ text: String) { send("52;c;" + base64(Array(text.utf8))) }

  private static func send(_ text: String) { unsafe rv_send("\u{1B}]" + text + "\u{1B}\\") }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? letters[word >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
