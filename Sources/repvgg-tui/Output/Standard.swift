internal import Glibc
internal import RepCore
internal import Words

/// Standard output and error, written at once and unbuffered.
///
/// Nothing is printed of a file that changed while it was read.
///
/// Text goes out in lines. Line ends come from here alone: what is hidden in a line, a line feed of a name
/// among it, is spelled out, so that no text of a file or an argument reaches a terminal as it is.
enum Standard {
  /// The language in which people are told things, for the time of one command line.
  @TaskLocal static var language = Language.en

  /// Writes lines to standard output.
  static func print(_ lines: [Text]) throws {
    try OpenedFiles.check()
    try write(lines.map { $0[language].visible + "\n" }.joined(), to: STDOUT_FILENO)
  }

  /// Writes a value for programs to standard output; JSON has an escape of its own for what is hidden.
  static func print(_ json: JSON) throws {
    try OpenedFiles.check()
    try write(json.encodedPretty() + "\n", to: STDOUT_FILENO)
  }

  /// Writes one line to standard error, behind the program's name.
  ///
  /// Where even that cannot be written, there is nobody left to tell.
  static func complain(_ words: Text) {
    try? write("repvgg-tui: \(words[language].visible)\n", to: STDERR_FILENO)
  }

  /// Shows `text` on the terminal's line in place of what was there; wipes the line if nil.
  static func show(_ text: String?) {
    try? write("\r" + (text ?? "").visible + "\u{1B}[K", to: STDERR_FILENO)
  }

  /// Tells that all of standard output is written, which some file systems only find out now.
  static func finish() throws(OutputFailure) {
    guard close(STDOUT_FILENO) != 0, errno != EBADF, errno != EINTR else { return }
    throw OutputFailure(code: errno)
  }

  /// Whether a person watches standard output.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person sits at both ends, so that the explorer can open.
  static var isInteractive: Bool { outputIsTerminal && isatty(STDIN_FILENO) == 1 }

  /// Whether a person watches standard error, where progress is shown.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String, to descriptor: Int32) throws(OutputFailure) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      switch errno {
      case _ where written > 0: bytes = bytes.dropFirst(written)
      case EINTR: continue
      case EAGAIN: wait(for: descriptor)
      case let code: throw OutputFailure(code: written == 0 ? ENOSPC : code)
      }
    }
  }

  /// Sleeps until a pipe that another program made non-blocking takes bytes again.
  private static func wait(for descriptor: Int32) {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    unsafe poll(&wanted, 1, -1)
  }
}

/// Standard output did not take what the program had to say.
struct OutputFailure: Error {
  /// The number of the system's error.
  let code: Int32

  /// One line for standard error; nil where the reader went away, as `head` does, which is no fault.
  var words: Text? {
    guard code != EPIPE else { return nil }
    return Text(en: "cannot write standard output: ", vi: "không ghi được đầu ra chuẩn: ")
      + SystemError.words(code)
  }
}
