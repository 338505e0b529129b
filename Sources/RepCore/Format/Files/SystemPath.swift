internal import Glibc

/// File names as the system has them, in strings: any bytes but 0, which need not be UTF-8.
///
/// A byte that belongs to no UTF-8 character stands in the string as a character of its own, U+10FF80 for
/// 0x80 up to U+10FFFF for 0xFF, the last private ones. Where a name has such a character itself, its bytes
/// are written so too; so every name has one string, and every string from here names one file. Paths given
/// to this library are read in this way; those without such characters mean what they say.
public enum SystemPath {
  private static let raw: ClosedRange<UInt32> = 0x10FF80...0x10FFFF
  private static let base: UInt32 = 0x10FF00

  /// The string of a file name of `bytes`.
  public static func name(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: isRaw)
    {
      return text
    }
    var scalars = String.UnicodeScalarView()
    var place = 0
    while place < bytes.count {
      let scalar = character(in: bytes[place...]) ?? scalar(of: bytes[place])
      scalars.append(scalar)
      place += isRaw(scalar) ? 1 : UTF8.width(scalar)
    }
    return String(scalars)
  }

  /// The file name of a string.
  public static func bytes(_ name: String) -> [UInt8] {
    name.unicodeScalars.flatMap { scalar in
      isRaw(scalar) ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
    }
  }

  /// The name for people, with `\xFF` for a byte that is no character.
  public static func shown(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: isRaw) else { return name }
    return name.unicodeScalars.map { scalar in
      isRaw(scalar)
        ? "\\x" + String(scalar.value - base, radix: 16, uppercase: true) : String(scalar)
    }
    .joined()
  }

  /// The part behind the last slash, and the folder in front of it, which may be empty.
  public static func split(_ path: String) -> (folder: String, name: String) {
    // By scalars: a mark that combines makes another character of the slash before it.
    let scalars = path.unicodeScalars
    guard let slash = scalars.lastIndex(of: "/") else { return ("", path) }
    return (String(scalars[...slash]), String(scalars[scalars.index(after: slash)...]))
  }

  /// Calls `body` with the name as the system takes it.
  static func with<Result>(_ name: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let bytes = bytes(name).map { CChar(bitPattern: $0) } + [0]
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("a name ends with a zero") }
      return unsafe body(start)
    }
  }

  /// Opens the file called `name`; negative when that failed.
  static func open(_ name: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    unsafe with(name) { unsafe Glibc.open($0, flags, mode) }
  }

  private static func isRaw(_ scalar: Unicode.Scalar) -> Bool { raw.contains(scalar.value) }

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(base + UInt32(byte)) else {
      preconditionFailure("the last private plane has a character for each byte")
    }
    return scalar
  }

  /// The character that `bytes` begin with; nil for none, and for one that stands for a byte.
  private static func character(in bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for count in 1...min(4, bytes.count) {
      if let text = String(validating: bytes.prefix(count), as: UTF8.self) {
        return text.unicodeScalars.first.flatMap { isRaw($0) ? nil : $0 }
      }
    }
    return nil
  }
}
