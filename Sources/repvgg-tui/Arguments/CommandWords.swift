internal import Glibc
internal import RepCore

/// The words of the command line as the system gave them.
///
/// Swift's own list repairs bytes that are no UTF-8, and would so name another file.
enum CommandWords {
  /// All but the program's own name; see `SystemPath` for those that are no text.
  static var all: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let word = unsafe CommandLine.unsafeArgv[index] else { return nil }
      let bytes = unsafe UnsafeRawBufferPointer(start: word, count: strlen(word))
      return unsafe SystemPath.name(Array(bytes))
    }
  }
}
