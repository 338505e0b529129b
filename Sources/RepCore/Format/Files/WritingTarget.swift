internal import Glibc

/// What a path means to somebody who writes to it.
enum WritingTarget {
  /// A descriptor of this process, as `/dev/stdout` names one.
  case descriptor(Int32)
  /// A device or a pipe, which is written as it is.
  case device(String)
  /// A regular file that is there, with its owner, group and permissions, and is to be replaced.
  case file(String, stat)
  /// No file yet.
  case nothing(String)

  /// Links that are followed at most, as many as the kernel follows.
  private static let mostLinks = 40

  /// Looks at what is at `path`, behind symbolic links at its end, also those to nothing.
  ///
  /// - Throws: `FormatError.Kind.unwritable` for folders, for files that may not be written, and for another
  ///   user's link in a folder where everybody can put one.
  init(_ path: String) throws(FormatError) {
    var target = path
    var links = 0
    while true {
      if let number = Self.descriptor(target) {
        self = .descriptor(number)
        return
      }
      guard let link = try Self.link(at: target, of: path) else { break }
      links += 1
      guard links <= Self.mostLinks else {
        throw FormatError.unwritten(SystemError.words(ELOOP), path)
      }
      target = link.hasPrefix("/") ? link : SystemPath.split(target).folder + link
    }
    var status = stat()
    guard unsafe SystemPath.with(target, { unsafe stat($0, &status) }) == 0 else {
      self = .nothing(target)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw FormatError(
        .unwritable,
        en: "is a directory; name a file",
        vi: "là một thư mục; hãy nêu một tệp",
        path: path
      )
    case S_IFREG:
      // A folder's permissions decide on replacing; the user means the file's.
      let access = unsafe SystemPath.with(target) {
        unsafe faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS)
      }
      guard access == 0 else {
        throw FormatError.unwritten(SystemError.current, path)
      }
      self = .file(target, status)
    default: self = .device(target)
    }
  }

  /// The number in `/dev/fd/3` and the other names of a process's own descriptors.
  private static func descriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdin": return 0
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        return Int32(path.dropFirst(folder.count)).flatMap { $0 >= 0 ? $0 : nil }
      }
      return nil
    }
  }

  /// Where the symbolic link at `path` points to; nil when it is none.
  private static func link(at path: String, of wanted: String) throws(FormatError) -> String? {
    var status = stat()
    guard unsafe SystemPath.with(path, { unsafe lstat($0, &status) }) == 0,
      status.st_mode & S_IFMT == S_IFLNK
    else { return nil }
    var folder = stat()
    let name = SystemPath.split(path).folder
    let isKnown =
      unsafe SystemPath.with(name.isEmpty ? "." : name, { unsafe stat($0, &folder) }) == 0
    let isShared = folder.st_mode & (S_ISVTX | S_IWOTH) == S_ISVTX | S_IWOTH
    // The rule of the kernel's protected_symlinks, which not every system has switched on.
    if isKnown, isShared, status.st_uid != geteuid(), status.st_uid != folder.st_uid {
      throw FormatError(
        .unwritable,
        en: "is another user's link in a folder that everybody writes to; name the file itself",
        vi: "là liên kết của người dùng khác trong thư mục ai cũng ghi được; hãy nêu chính tệp đó",
        path: wanted
      )
    }
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBufferPointer { memory in
      guard let start = memory.baseAddress else { return -1 }
      return unsafe SystemPath.with(path) { unsafe readlink($0, start, memory.count) }
    }
    guard count > 0 else {
      throw FormatError(
        .unwritable,
        en: "cannot follow it",
        vi: "không đi theo liên kết này được",
        because: SystemError.current,
        path: wanted
      )
    }
    return SystemPath.name(bytes.prefix(count).map { UInt8(bitPattern: $0) })
  }
}
