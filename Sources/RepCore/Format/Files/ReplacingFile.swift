internal import Glibc

/// A file that appears under its name whole or not at all.
///
/// The bytes go to a file without a name in the same directory, which the kernel drops when the process
/// ends for whatever reason; `commit` links it as the target or, where that exists, beside it and
/// renames it over. Where the file system has no nameless files, a hidden file stands in and is removed
/// when writing fails.
/// A target that is a device or a pipe is written directly.
struct ReplacingFile: ~Copyable {
  private enum Kind { case nameless, hidden, direct }

  private let descriptor: Int32
  private let kind: Kind
  private let target: String
  private let temporary: String
  private var committed = false

  /// Starts writing what shall become `path`.
  init(_ path: String) throws(FormatError) {
    let target = Self.resolved(path)
    let directory = Self.directory(of: target)
    let temporary = "\(directory)/.repvgg-\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR {
      throw FormatError(.unwritable, "is a directory; name a file", path: path)
    }
    let mode: mode_t = 0o666
    let flags = O_WRONLY | O_CLOEXEC
    let kind: Kind
    var file: Int32 = -1
    if exists && status.st_mode & S_IFMT != S_IFREG {
      kind = .direct
      file = unsafe open(target, flags)
    } else {
      file = unsafe open(directory, flags | Self.namelessFlag, mode)
      kind = file >= 0 ? .nameless : .hidden
      if file < 0 { file = unsafe open(temporary, flags | O_CREAT | O_EXCL, mode) }
    }
    guard file >= 0 else {
      throw FormatError(.unwritable, "cannot write: \(SystemError.current)", path: path)
    }
    descriptor = file
    self.kind = kind
    self.target = target
    self.temporary = temporary
  }

  /// Appends bytes.
  func write(_ bytes: RawSpan) throws(FormatError) {
    try unsafe bytes.withUnsafeBytes { (bytes) throws(FormatError) in
      var written = 0
      while written < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          throw FormatError(.unwritable, "cannot write: \(SystemError.current)", path: target)
        }
        written += count
      }
    }
  }

  /// Puts the file in its place, if what it was made of is still what was read.
  consuming func commit() throws(FormatError) {
    try OpenedFiles.check()
    if kind == .nameless {
      let own = "/proc/self/fd/\(descriptor)"
      // A new name needs one step; only a file that is to be replaced needs a second name meanwhile.
      if unsafe linkat(AT_FDCWD, own, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0 {
        committed = true
        return
      }
      guard unsafe linkat(AT_FDCWD, own, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 else {
        throw FormatError(.unwritable, "cannot name it: \(SystemError.current)", path: target)
      }
    }
    if kind != .direct, unsafe rename(temporary, target) != 0 {
      let reason = SystemError.current
      unsafe unlink(temporary)
      throw FormatError(.unwritable, "cannot put it in place: \(reason)", path: target)
    }
    committed = true
  }

  deinit {
    close(descriptor)
    if !committed && kind == .hidden { unsafe unlink(temporary) }
  }

  /// Linux's `O_TMPFILE`, whose macro the importer does not see.
  private static var namelessFlag: Int32 { 0o20_000_000 | O_DIRECTORY }

  /// The file behind symbolic links, so that a link is followed and not replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
