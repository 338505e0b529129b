internal import CPlatform
internal import Glibc
internal import Synchronization
internal import Words

/// A mapped file, watched for changes as long as somebody may read of it.
///
/// A program that trains writes over its last checkpoint. What is read meanwhile is partly the old file and
/// partly the new one, and zeros where it became shorter. So whoever has used the bytes asks afterwards whether
/// the file was the same all the time. Another file that takes the name does no harm: the old one stays.
@safe public final class OpenedFile: Sendable {
  @safe private enum Watch: @unchecked Sendable {
    /// The pages are mapped.
    case open(OpaquePointer)
    /// Nobody reads any more; what was read is right for ever, or never was.
    case over(hasChanged: Bool)
  }

  /// Its name, as it was given.
  public let path: String
  private let descriptor: Int32
  private let stamp: FileStamp
  private let watch: Mutex<Watch>

  /// Watches the file at `path`, which had `stamp` before `bytes` were mapped; takes over its `descriptor`.
  ///
  /// Nil where there is no memory, and then the descriptor stays the caller's.
  init?(_ path: String, descriptor: Int32, stamp: FileStamp, bytes: UnsafeRawBufferPointer) {
    guard let mapping = unsafe cp_mapping_watch(bytes.baseAddress, bytes.count) else { return nil }
    self.path = path
    self.descriptor = descriptor
    self.stamp = stamp
    unsafe watch = Mutex(.open(mapping))
  }

  deinit {
    end()
    close(descriptor)
  }

  /// Whether somebody wrote to the file, or a part of it could not be read, while it was mapped.
  public var hasChanged: Bool {
    watch.withLock { watch in
      switch watch {
      case .open(let mapping): unsafe cp_mapping_is_torn(mapping) || hasOtherStamp
      case .over(let hasChanged): hasChanged
      }
    }
  }

  /// Whether nobody reads any more, and all that was read is right.
  var isSettled: Bool {
    watch.withLock { watch in
      if case .over(hasChanged: false) = watch { true } else { false }
    }
  }

  /// What a user is told of a change; nil without one.
  var change: FormatError? {
    guard hasChanged else { return nil }
    let fault =
      hasOtherStamp
      ? Text(
        en: "changed while it was read; read it again",
        vi: "đã thay đổi trong lúc đọc; hãy đọc lại"
      )
      : Text(
        en: "a part of it could not be read; see whether its disk is sound",
        vi: "một phần của nó không đọc được; hãy kiểm tra ổ đĩa"
      )
    return FormatError(.changed, fault, path: path)
  }

  /// To be called before the bytes are unmapped.
  func end() {
    watch.withLock { watch in
      guard case .open(let mapping) = watch else { return }
      unsafe watch = .over(hasChanged: cp_mapping_is_torn(mapping) || hasOtherStamp)
      unsafe cp_mapping_forget(mapping)
    }
  }

  private var hasOtherStamp: Bool { FileStamp(of: descriptor) != stamp }
}
