internal import RepCore

/// A file's name as terminals and file managers paste it: in quotes, as an address, or as it is.
struct PastedPath {
  /// The name.
  let name: String

  /// Longer text is no file's name.
  private static let longest = 4096

  /// The name in `text`; nil where that is more than one line, or nothing.
  init?(_ text: String) {
    guard text.utf8.count <= PastedPath.longest else { return nil }
    let line = text.trimmed
    let isLine =
      !line.isEmpty && !line.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard isLine else { return nil }
    let isQuoted =
      ["'", "\""].contains { line.hasPrefix($0) && line.hasSuffix($0) } || line.contains("\\")
    let words = isQuoted ? (try? ScriptReader.commands(in: line)) ?? [] : []
    let name = words.count == 1 && words[0].count == 1 ? words[0][0] : line
    self.name = PastedPath.file(at: name) ?? name
    if self.name.isEmpty { return nil }
  }

  /// The file of an address such as `file:///tmp/my%20net.pth`; nil for what is none.
  private static func file(at address: String) -> String? {
    guard let scheme = ["file://localhost/", "file:///"].first(where: { address.hasPrefix($0) })
    else { return nil }
    var bytes = Array("/".utf8)
    var rest = Array(address.dropFirst(scheme.count).utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.count == 2, let escaped = UInt8(digits, radix: 16) {
        bytes.append(escaped)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return SystemPath.name(bytes)
  }
}
