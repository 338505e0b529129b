/// Immutable bytes that several tensors share: a mapped file, or memory of our own.
///
/// The bytes never change after `init`, which is what makes the class `Sendable`.
@safe public final class Storage: @unchecked Sendable {
  /// How the bytes are given back.
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// The bytes, valid as long as this object lives.
  let bytes: UnsafeRawBufferPointer

  /// Takes over `bytes`; `release` is called once, when the last tensor lets go.
  init(
    adopting bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    unsafe self.bytes = bytes
    unsafe self.release = release
  }

  /// Number of bytes.
  public var count: Int { unsafe bytes.count }

  deinit { unsafe release(bytes) }
}

extension Storage {
  /// Alignment of owned memory in bytes: one cache line, one AVX-512 register.
  static let alignment = 64

  /// Memory of `count` bytes, filled by `fill` before anybody can see it.
  convenience init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, 1),
      alignment: Storage.alignment
    )
    unsafe fill(UnsafeMutableRawBufferPointer(rebasing: memory[..<count]))
    unsafe self.init(adopting: UnsafeRawBufferPointer(rebasing: memory[..<count])) { bytes in
      unsafe bytes.deallocate()
    }
  }

  /// A copy of the elements of `values`.
  convenience init<Element: BitwiseCopyable>(copying values: [Element]) {
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
