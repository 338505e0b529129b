internal import Glibc

/// Maps files for reading.
public enum MappedFile {
  /// The bytes of the file at `path`, shared with the page cache and read when touched.
  ///
  /// The mapping outlives a renamed or deleted file. A file that is cut short while mapped is beyond
  /// what can be reported: touching its lost pages ends the process.
  ///
  /// - Throws: `FormatError.Kind.unreadable` for what is missing, forbidden, empty or no regular file.
  public static func open(_ path: String) throws(FormatError) -> Storage {
    func failure(_ message: String) -> FormatError {
      FormatError(.unreadable, message, path: path)
    }
    // Without O_NONBLOCK a named pipe would wait here for its writer.
    let file = SystemPath.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot open: \(SystemError.current)") }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else {
      throw failure("cannot look at it: \(SystemError.current)")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw failure("is a directory; name a model file inside it")
    default: throw failure("is not a regular file; copy its content into one first")
    }
    let count = Int(status.st_size)
    guard count > 0 else { throw failure("is empty") }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw failure("cannot map \(count) bytes: \(SystemError.current)")
    }
    unsafe madvise(address, count, MADV_WILLNEED)
    let bytes = unsafe UnsafeRawBufferPointer(start: address, count: count)
    return unsafe Storage(adopting: bytes) { bytes in
      unsafe _ = munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }
}
