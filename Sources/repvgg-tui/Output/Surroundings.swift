internal import Glibc
internal import RepCore
internal import Words

/// What the program needs of the process that it is started as.
enum Surroundings {
  /// Fills what the parent left closed, and lets a limit on the size of files be an error of writing.
  static func prepare() {
    reserve()
    // Otherwise the signal would end the program where a message says more.
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
  static var language: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = unsafe getenv(name) else { continue }
      let locale = unsafe String(cString: value)
      if !locale.isEmpty { return Language(locale: locale) }
    }
    return .en
  }

  /// Whether something is called `path`, a file or a folder.
  static func holds(_ path: String) -> Bool {
    let bytes = SystemPath.bytes(path).map { CChar(bitPattern: $0) } + [0]
    return unsafe access(bytes, F_OK) == 0
  }

  /// Opens those of standard input, output and error that are closed, in the direction in which they fail.
  ///
  /// Otherwise the next file that is opened would get the number, and text for the user would go into it.
  private static func reserve() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY)] {
      fill(descriptor, mode)
    }
    fill(STDERR_FILENO, O_WRONLY)
  }

  private static func fill(_ descriptor: Int32, _ mode: Int32) {
    guard fcntl(descriptor, F_GETFD) < 0, errno == EBADF else { return }
    // The lowest free number is given, and those below are filled already.
    unsafe _ = open("/dev/null", mode)
  }
}
