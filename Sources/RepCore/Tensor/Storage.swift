internal import CPlatform

/// Immutable bytes that several tensors share: a mapped file, or memory of our own.
///
/// The bytes never change after `init`, which is what makes the class `Sendable`; if those of a file do, it is
/// found out before anything that was made of them is used (see `OpenedFiles`).
@safe public final class Storage: @unchecked Sendable {
  /// How the bytes are given back.
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// The bytes, valid as long as this object lives.
  let bytes: UnsafeRawBufferPointer

  /// The file that the bytes are mapped from; nil for memory of our own.
  let file: OpenedFile?

  /// Takes over `bytes`, of `file` if they are mapped; `release` is called once, when the last tensor lets go.
  init(
    adopting bytes: UnsafeRawBufferPointer,
    of file: OpenedFile? = nil,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    unsafe self.bytes = bytes
    self.file = file
    unsafe self.release = release
  }

  /// Number of bytes.
  public var count: Int { unsafe bytes.count }

  deinit { unsafe release(bytes) }
}

extension Storage {
  /// Memory of `count` bytes on a 64-byte boundary, filled by `fill` before anybody can see it.
  ///
  /// Large memory lies in huge pages where the system has them, which saves most of the time that
  /// touching it for the first time costs. Where a file says how much is needed, `Memory.require` comes
  /// first: without memory the process ends here.
  convenience init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    guard let start = unsafe cp_allocate(count) else {
      cp_out_of_memory(count)
    }
    unsafe fill(UnsafeMutableRawBufferPointer(start: start, count: count))
    unsafe self.init(adopting: UnsafeRawBufferPointer(start: start, count: count)) { bytes in
      unsafe cp_free(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }

  /// A copy of the elements of `values`.
  public convenience init<Element: BitwiseCopyable>(copying values: [Element]) {
    unsafe self.init(count: values.count * MemoryLayout<Element>.stride) { memory in
      unsafe values.withUnsafeBytes { source in unsafe memory.copyMemory(from: source) }
    }
  }
}

extension Storage {
  /// Bytes that live as long as the program, such as a resource built into it; nothing is copied.
  public convenience init(immortal bytes: UnsafeRawBufferPointer) {
    unsafe self.init(adopting: bytes) { _ in }
  }
}
