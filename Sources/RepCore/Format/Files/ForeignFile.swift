internal import Words

/// Kinds of files that are not read, told by their first bytes, so that a message can name them.
enum ForeignFile {
  /// First bytes with the words for what they begin.
  private static let signatures: [(bytes: [UInt8], words: Text)] = [
    ([0x80, 0x02], pickle), ([0x80, 0x03], pickle), ([0x80, 0x04], pickle),
    ([0x80, 0x05], pickle),
    ([0x1F, 0x8B], Text(en: "gzip-compressed; gunzip it", vi: "tệp nén gzip; hãy gunzip nó")),
    ([0x28, 0xB5, 0x2F, 0xFD], compressed("zstd")),
    ([0xFD] + Array("7zXZ".utf8), compressed("xz")),
    (Array("BZh".utf8), compressed("bzip2")),
    ([0x37, 0x7A, 0xBC, 0xAF], archive("7z")),
    (Array("Rar!".utf8), archive("RAR")),
    ([0x89, 0x48, 0x44, 0x46], Text(en: "an HDF5 file", vi: "một tệp HDF5")),
    ([0x93] + Array("NUMPY".utf8), Text(en: "a NumPy array", vi: "một mảng NumPy")),
    ([0x89, 0x50, 0x4E, 0x47], Text(en: "a PNG picture", vi: "một ảnh PNG")),
    ([0xFF, 0xD8, 0xFF], Text(en: "a JPEG picture", vi: "một ảnh JPEG")),
    ([0x7F, 0x45, 0x4C, 0x46], Text(en: "a program", vi: "một chương trình")),
    (Array("GGUF".utf8), Text(en: "a GGUF file", vi: "một tệp GGUF")),
    (Array("%PDF".utf8), Text(en: "a PDF document", vi: "một tài liệu PDF")),
    (
      Array("version https://git-lfs".utf8),
      Text(
        en: "a Git LFS pointer; fetch the file itself",
        vi: "một con trỏ Git LFS; hãy tải chính tệp đó"
      )
    ),
    ([0x08], Text(en: "perhaps an ONNX file", vi: "có lẽ một tệp ONNX")),
  ]

  private static let pickle = Text(
    en: "a Python pickle; torch.save the state_dict",
    vi: "một pickle của Python; hãy torch.save state_dict"
  )

  private static func compressed(_ program: String) -> Text {
    Text(en: "\(program)-compressed; unpack it", vi: "tệp nén \(program); hãy giải nén nó")
  }

  private static func archive(_ program: String) -> Text {
    Text(en: "a \(program) archive; unpack it", vi: "một tệp nén \(program); hãy giải nén nó")
  }

  /// Where a tar archive has its signature.
  private static let tarOffset = 257
  /// How much of a text is looked at.
  private static let textLength = 4096

  /// Words for what `bytes` hold; nil when they may be a safetensors file.
  static func name(of bytes: RawSpan) -> Text? {
    let head = unsafe bytes.withUnsafeBytes { unsafe Array($0.prefix(textLength)) }
    // The ninth byte decides: a short header length can look like any signature.
    if head.count > 8 && head[8] == UInt8(ascii: "{") && !isText(head.prefix(8)) { return nil }
    if head.dropFirst(tarOffset).starts(with: "ustar".utf8) { return archive("tar") }
    if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { return known.words }
    return textName(of: head)
  }

  /// What a text is, by how it begins; nil for what is no text.
  private static func textName(of head: [UInt8]) -> Text? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = head.starts(with: mark) ? head[mark.count...] : head[...]
    guard isText(text.prefix(64)) else { return nil }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    let start = words.drop(while: \.isWhitespace)
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<head") {
      return Text(
        en: "a web page, perhaps of a download that failed; fetch the file itself",
        vi: "một trang web, có lẽ do tải về bị lỗi; hãy tải chính tệp đó"
      )
    }
    if start.hasPrefix("<") {
      return Text(
        en: "XML, perhaps of a download that failed; fetch the file itself",
        vi: "XML, có lẽ do tải về bị lỗi; hãy tải chính tệp đó"
      )
    }
    if start.hasPrefix("{") || start.hasPrefix("[") {
      return start.contains("\"weight_map\"")
        ? Text(
          en: "the index of a model in several files; open one of those that it names",
          vi: "mục lục của một mô hình gồm nhiều tệp; hãy mở một trong các tệp mà nó nêu"
        )
        : Text(en: "JSON; fetch the file with the weights", vi: "JSON; hãy tải tệp có trọng số")
    }
    return Text(en: "a text", vi: "một văn bản")
  }

  /// Whether all of `bytes` are printed, or white space.
  private static func isText(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
  }
}
