internal import CPlatform
internal import Glibc

/// A file that appears under its name whole or not at all.
///
/// The bytes go to a file without a name in the same directory, which the kernel drops when the process
/// ends for whatever reason; `commit` links it as the target or, where that exists, beside it and
/// renames it over. Where the file system has no nameless files, a hidden file stands in, which is removed
/// when writing fails or a signal ends the process.
///
/// A file that is replaced keeps its owner, group and permissions, and one that may not be written is not
/// replaced. A symbolic link is followed, also one to nothing, and stays. A target that is a device, a pipe
/// or a descriptor (`/dev/stdout`) is written directly.
///
/// A file that must be new is made under its own name, and removed when writing fails or a signal ends the
/// process.
struct ReplacingFile: ~Copyable {
  private let draft: Draft
  private var isOpen = true
  private var isCommitted = false

  /// Starts writing what shall become `path`; `isNameless` says whether to try without a name first.
  init(_ path: String, isNameless: Bool = true) throws(FormatError) {
    draft = try Draft(path, isNameless: isNameless)
  }

  /// Starts writing a new file at `path`; nil if something is there already.
  ///
  /// It has its name from the beginning, so that nobody else can take it.
  init?(creating path: String) throws(FormatError) {
    guard let draft = try Draft(creating: path) else { return nil }
    self.draft = draft
  }

  /// Appends bytes.
  func write(_ bytes: RawSpan) throws(FormatError) {
    try unsafe bytes.withUnsafeBytes { (bytes) throws(FormatError) in
      var written = 0
      while written < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = unsafe Glibc.write(draft.descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          throw FormatError.unwritten(SystemError.current, draft.path)
        }
        written += count
      }
    }
  }

  /// Puts the file in its place, once its bytes are on the disk, if what it was made of is still what was read.
  consuming func commit() throws(FormatError) {
    try OpenedFiles.check()
    try flush()
    if draft.isElsewhere { try putInPlace() } else { isCommitted = true }
    isOpen = false
    // What a network's file system could not write, it may say only now.
    guard close(draft.descriptor) == 0 || errno == EINTR else {
      throw FormatError(
        .unwritable,
        en: "cannot finish writing",
        vi: "không ghi xong được",
        because: SystemError.current,
        path: draft.path
      )
    }
    if draft.kind != .direct { flushFolder() }
  }

  private mutating func putInPlace() throws(FormatError) {
    if draft.kind == .nameless {
      // A new name needs one step; only a file that is to be replaced needs a second name meanwhile.
      if link(as: draft.target) {
        isCommitted = true
        return
      }
    }
    let note = draft.kind == .nameless ? draft.noteTemporary() : -1
    defer { cp_forget_temporary(note) }
    guard draft.kind == .hidden || link(as: draft.temporary) else {
      throw FormatError(
        .unwritable,
        en: "cannot name it",
        vi: "không đặt tên được cho nó",
        because: SystemError.current,
        path: draft.path
      )
    }
    let status = unsafe SystemPath.with(draft.temporary) { from in
      unsafe SystemPath.with(draft.target) { unsafe rename(from, $0) }
    }
    guard status == 0 else {
      let reason = SystemError.current
      _ = unsafe SystemPath.with(draft.temporary) { unsafe unlink($0) }
      throw FormatError(
        .unwritable,
        en: "cannot put it in place",
        vi: "không đưa được nó vào chỗ",
        because: reason,
        path: draft.path
      )
    }
    isCommitted = true
  }

  private func link(as name: String) -> Bool {
    let own = "/proc/self/fd/\(draft.descriptor)"
    return unsafe SystemPath.with(name) {
      unsafe linkat(AT_FDCWD, own, AT_FDCWD, $0, AT_SYMLINK_FOLLOW)
    } == 0
  }

  /// Devices, pipes and some file systems know of no flushing.
  private func flush() throws(FormatError) {
    guard fsync(draft.descriptor) != 0, ![EINVAL, ENOSYS, ENOTSUP, EROFS].contains(errno) else {
      return
    }
    throw FormatError.unwritten(SystemError.current, draft.path)
  }

  /// So that the name is on the disk too; the file itself is, which is all that can be promised everywhere.
  private func flushFolder() {
    let folder = SystemPath.split(draft.target).folder
    let file = SystemPath.open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  deinit {
    if isOpen { close(draft.descriptor) }
    if !isCommitted { draft.removeTemporary() }
    draft.forget()
  }
}

/// The open file, and where it goes.
private struct Draft {
  enum Kind { case nameless, hidden, created, direct }

  let descriptor: Int32
  let kind: Kind
  /// What messages call it.
  let path: String
  let target: String
  /// The name that it has until it is in place; empty where it has none.
  let temporary: String
  /// Its number among the files that a signal removes.
  private let note: Int32

  init(_ path: String, isNameless: Bool) throws(FormatError) {
    self.path = path
    let place = try WritingTarget(path)
    let flags = O_WRONLY | O_CLOEXEC
    switch place {
    case .descriptor(let number):
      (descriptor, kind, target, temporary, note) = (dup(number), .direct, path, "", -1)
    case .device(let name):
      (descriptor, kind, target, temporary, note) =
        (SystemPath.open(name, flags), .direct, name, "", -1)
    case .file(let name, _), .nothing(let name):
      let folder = SystemPath.split(name).folder
      let mode: mode_t = 0o666
      let nameless =
        isNameless
        ? SystemPath.open(folder.isEmpty ? "." : folder, flags | Self.namelessFlag, mode: mode) : -1
      target = name
      temporary = "\(folder).repvgg-\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
      if nameless >= 0 {
        (descriptor, kind, note) = (nameless, .nameless, -1)
      } else {
        kind = .hidden
        note = Self.note(temporary)
        descriptor = SystemPath.open(temporary, flags | O_CREAT | O_EXCL, mode: mode)
      }
    }
    guard descriptor >= 0 else {
      let reason = SystemError.current
      forget()
      throw FormatError.unwritten(reason, path)
    }
    guard case .file(_, let status) = place else { return }
    do { try takeOver(status) } catch {
      close(descriptor)
      removeTemporary()
      forget()
      throw error
    }
  }

  /// A new file at `path`; nil if something is there already.
  init?(creating path: String) throws(FormatError) {
    (self.path, target, temporary, kind) = (path, path, path, .created)
    descriptor = SystemPath.open(path, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL, mode: 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { return nil }
      throw FormatError.unwritten(SystemError.current, path)
    }
    note = Self.note(path)
  }

  /// Whether the file has yet to get its place.
  var isElsewhere: Bool { kind == .nameless || kind == .hidden }

  /// Removes the file that has a name before it is whole, if there is one.
  func removeTemporary() {
    if kind == .hidden || kind == .created {
      _ = unsafe SystemPath.with(temporary) { unsafe unlink($0) }
    }
  }

  /// Lets a signal remove the file under the name that it has on its way into place.
  func noteTemporary() -> Int32 { Self.note(temporary) }

  private static func note(_ name: String) -> Int32 {
    unsafe SystemPath.with(name) { unsafe cp_note_temporary($0) }
  }

  /// The hidden file is no matter of signals any more.
  func forget() { cp_forget_temporary(note) }

  /// Gives the new file the owner, the group and the permissions of the one that it replaces.
  private func takeOver(_ old: stat) throws(FormatError) {
    var own = stat()
    guard unsafe fstat(descriptor, &own) == 0 else {
      throw FormatError.unknownStatus(.unwritable, path)
    }
    let isOthers = own.st_uid != old.st_uid || own.st_gid != old.st_gid
    if isOthers && fchown(descriptor, old.st_uid, old.st_gid) != 0 {
      throw FormatError(
        .unwritable,
        en:
          "belongs to another user or group, which a new file could not be given; write to another "
          + "name",
        vi: "thuộc người dùng hoặc nhóm khác mà tệp mới không nhận được; hãy ghi vào tên khác",
        path: path
      )
    }
    // Permissions alone: a program of somebody's identity is not made of a network.
    guard fchmod(descriptor, old.st_mode & 0o777) == 0 else {
      throw FormatError(
        .unwritable,
        en: "cannot keep its permissions",
        vi: "không giữ được quyền truy cập của nó",
        because: SystemError.current,
        path: path
      )
    }
  }

  /// Linux's `O_TMPFILE`, whose macro the importer does not see.
  private static var namelessFlag: Int32 { 0o20_000_000 | O_DIRECTORY }
}
