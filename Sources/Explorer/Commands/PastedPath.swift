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
    let address = "file://"
    self.name = name.hasPrefix(address) ? String(name.dropFirst(address.count)) : name
    if self.name.isEmpty { return nil }
  }
}
