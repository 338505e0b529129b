/// Kinds of files that are not read, told by their first bytes, so that a message can name them.
enum ForeignFile {
  /// First bytes with the words for what they begin.
  private static let signatures: [(bytes: [UInt8], words: String)] = [
    ([0x80, 0x02], "a Python pickle; torch.save the state_dict"),
    ([0x80, 0x03], "a Python pickle; torch.save the state_dict"),
    ([0x80, 0x04], "a Python pickle; torch.save the state_dict"),
    ([0x80, 0x05], "a Python pickle; torch.save the state_dict"),
    ([0x1F, 0x8B], "gzip-compressed"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed"),
    ([0x89, 0x48, 0x44, 0x46], "an HDF5 file"),
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

  /// Words for what `bytes` hold; nil when they may be a safetensors file.
  static func name(of bytes: RawSpan) -> String? {
    let head = unsafe bytes.withUnsafeBytes { unsafe Array($0.prefix(tarOffset + 5)) }
    // The ninth byte decides: a short header length can look like any signature.
    if head.count > 8 && head[8] == UInt8(ascii: "{") { return nil }
    if head.dropFirst(tarOffset).elementsEqual("ustar".utf8) { return "a tar archive" }
    return signatures.first { head.starts(with: $0.bytes) }?.words
  }
}
