internal import Glibc

/// Small texts that the kernel makes when they are read, as those in `/proc`.
enum SystemText {
  /// At most the first 16 KiB of the file at `path`; nil where there is none.
  static func read(_ path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16384)
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { memory in
        unsafe Glibc.read(
          descriptor,
          memory.baseAddress?.advanced(by: filled),
          memory.count - filled
        )
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return String(decoding: bytes.prefix(filled), as: UTF8.self)
  }
}
