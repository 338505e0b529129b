/// Kinds of files that are not read, told by their first bytes, so that a message can name them.
enum ForeignFile {
  /// First bytes with the words for what they begin.
  private static let signatures: [(bytes: [UInt8], words: String)] = [
    ([0x80, 0x02], "a Python pickle; torch.save the state_dict"),
    ([0x80, 0x03], "a Python pickle; torch.save the state_dict"),
    ([0x80, 0x04], "a Python pickle; torch.save the state_dict"),
    ([0x80, 0x05], "a Python pickle; torch.save the state_dict"),
    ([0x1F, 0x8B], "gzip-compressed; gunzip it"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed; unpack it"),
    ([0xFD] + Array("7zXZ".utf8), "xz-compressed; unpack it"),
    (Array("BZh".utf8), "bzip2-compressed; unpack it"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive; unpack it"),
    (Array("Rar!".utf8), "a RAR archive; unpack it"),
    ([0x89, 0x48, 0x44, 0x46], "an HDF5 file"),
    ([0x93] + Array("NUMPY".utf8), "a NumPy array"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("GGUF".utf8), "a GGUF file"),
    (Array("%PDF".utf8), "a PDF document"),
    (Array("version https://git-lfs".utf8), "a Git LFS pointer; fetch the file itself"),
    ([0x08], "perhaps an ONNX file"),
  ]
  /// Where a tar archive has its signature.
  private static let tarOffset = 257
  /// How much of a text is looked at.
  private static let textLength = 4096

  /// Words for what `bytes` hold; nil when they may be a safetensors file.
  static func name(of bytes: RawSpan) -> String? {
    let head = unsafe bytes.withUnsafeBytes { unsafe Array($0.prefix(textLength)) }
    // The ninth byte decides: a short header length can look like any signature.
    if head.count > 8 && head[8] == UInt8(ascii: "{") && !isText(head.prefix(8)) { return nil }
    if head.dropFirst(tarOffset).starts(with: "ustar".utf8) { return "a tar archive; unpack it" }
    if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { return known.words }
    return textName(of: head)
  }

  /// What a text is, by how it begins; nil for what is no text.
  private static func textName(of head: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = head.starts(with: mark) ? head[mark.count...] : head[...]
    guard isText(text.prefix(64)) else { return nil }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    let start = words.drop(while: \.isWhitespace)
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<head") {
      return "a web page, perhaps of a download that failed; fetch the file itself"
    }
    if start.hasPrefix("<") {
      return "XML, perhaps of a download that failed; fetch the file itself"
    }
    if start.hasPrefix("{") || start.hasPrefix("[") {
      return start.contains("\"weight_map\"")
        ? "the index of a model in several files; open one of those that it names"
        : "JSON; fetch the file with the weights"
    }
    return "a text"
  }

  /// Whether all of `bytes` are printed, or white space.
  private static func isText(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
  }
}
