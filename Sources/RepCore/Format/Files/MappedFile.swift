internal import Glibc

/// Maps files for reading.
public enum MappedFile {
  /// The bytes of the file at `path`, shared with the page cache and read when touched.
  ///
  /// The mapping outlives a renamed or deleted file. Of a file that is cut short while mapped the lost pages
  /// read as zeros; that, and every other change of the file, is told by `OpenedFile` and `OpenedFiles`.
  ///
  /// - Throws: `FormatError.Kind.unreadable` for what is missing, forbidden, empty or no regular file.
  public static func open(_ path: String) throws(FormatError) -> Storage {
    // Without O_NONBLOCK a named pipe would wait here for its writer.
    let descriptor = SystemPath.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FormatError(
        .unreadable,
        en: "cannot open",
        vi: "không mở được",
        because: SystemError.current,
        path: path
      )
    }
    do {
      return try map(descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func map(_ descriptor: Int32, _ path: String) throws(FormatError) -> Storage {
    try requireFile(descriptor, path)
    guard let stamp = FileStamp.settled(of: descriptor) else {
      throw FormatError.unknownStatus(.unreadable, path)
    }
    let count = stamp.size
    guard count > 0 else {
      throw FormatError(.unreadable, en: "is empty", vi: "tệp rỗng", path: path)
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw FormatError(
        .unreadable,
        en: "cannot map \(count) bytes",
        vi: "không ánh xạ được \(count) byte",
        because: SystemError.current,
        path: path
      )
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: address, count: count)
    let opened = unsafe OpenedFile(path, descriptor: descriptor, stamp: stamp, bytes: bytes)
    guard let opened else {
      unsafe munmap(address, count)
      throw FormatError(
        .unreadable,
        en: "no memory is left to watch it",
        vi: "hết bộ nhớ để theo dõi nó",
        path: path
      )
    }
    unsafe madvise(address, count, MADV_WILLNEED)
    OpenedFiles.current?.add(opened)
    return unsafe Storage(adopting: bytes, of: opened) { bytes in
      opened.end()
      unsafe _ = munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }

  private static func requireFile(_ descriptor: Int32, _ path: String) throws(FormatError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FormatError.unknownStatus(.unreadable, path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw FormatError(
        .unreadable,
        en: "is a directory; name a model file inside it",
        vi: "là một thư mục; hãy nêu một tệp mô hình trong đó",
        path: path
      )
    default:
      throw FormatError(
        .unreadable,
        en: "is not a regular file; copy its content into one first",
        vi: "không phải tệp thường; trước hết hãy chép nội dung vào một tệp thường",
        path: path
      )
    }
  }
}
