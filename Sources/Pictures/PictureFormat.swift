internal import RepCore

/// What a picture file is, by its first bytes.
enum PictureFormat: String {
  case png = "PNG"
  case jpeg = "JPEG"

  /// The format of `bytes`; nil if they are of neither.
  init?(_ bytes: RawSpan) {
    if bytes.begins(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.begins(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      return nil
    }
  }

  /// The name of a format that is not read; nil if `bytes` begin like none.
  static func foreign(_ bytes: RawSpan) -> String? {
    let signatures: [(offset: Int, text: String, name: String)] = [
      (0, "GIF8", "GIF"), (0, "II*\0", "TIFF"), (0, "MM\0*", "TIFF"), (8, "WEBP", "WebP"),
      (4, "ftypavif", "AVIF"), (4, "ftyphei", "HEIC"), (4, "ftypmif1", "HEIC"), (0, "P1\n", "PBM"),
      (0, "P4\n", "PBM"), (0, "P7\n", "PAM"), (0, "BM", "BMP"),
    ]
    return signatures.first { bytes.begins(with: Array($0.text.utf8), at: $0.offset) }?.name
  }
}

extension RawSpan {
  fileprivate func begins(with signature: [UInt8], at offset: Int = 0) -> Bool {
    unsafe withUnsafeBytes { unsafe $0.dropFirst(offset).starts(with: signature) }
  }
}
