internal import Glibc

/// Standard output and error, written at once and unbuffered.
enum Standard {
  /// Writes `text` and a line end to standard output.
  static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes one line to standard error, behind the program's name.
  static func complain(_ text: String) { write("repvgg-tui: \(text)\n", to: STDERR_FILENO) }

  /// Whether a person watches standard output.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person sits at both ends, so that the explorer can open.
  static var isInteractive: Bool { outputIsTerminal && isatty(STDIN_FILENO) == 1 }

  /// Whether a person watches standard error, where progress is shown.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      guard written > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(written, 0))
    }
  }
}
