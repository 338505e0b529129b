internal import Glibc

/// The words of the operating system for what just failed.
public enum SystemError {
  /// The message of the calling thread's `errno`.
  public static var current: String { message(errno) }

  /// The message of an error number: `No such file or directory`.
  public static func message(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
