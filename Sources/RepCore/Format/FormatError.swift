public import Words

/// Why a file could not be read or written: what is wrong, where, and what to do, in one line.
public struct FormatError: TranslatedError, Hashable {
  /// What sort of fault it is.
  public enum Kind: String, Hashable, Sendable {
    /// The file could not be opened or is not a file.
    case unreadable
    /// The bytes contradict their own format.
    case damaged
    /// A sound file of a sort that this version does not read.
    case unsupported
    /// A sound checkpoint whose tensors do not make up the network.
    case mismatch
    /// Somebody wrote to the file while it was read.
    case changed
    /// The file could not be written.
    case unwritable
    /// There is no memory for what the file says.
    case noMemory
  }

  /// What sort of fault it is.
  public let kind: Kind
  /// What is wrong and what to do, without the file.
  public let message: Text
  /// The file, once known.
  public var path: String?

  /// A fault; the path is filled in by whoever knows it.
  public init(_ kind: Kind, _ message: Text, path: String? = nil) {
    self.kind = kind
    self.message = message
    self.path = path
  }

  /// A fault, said here in each language.
  public init(_ kind: Kind, en: String, vi: String, path: String? = nil) {
    self.init(kind, Text(en: en, vi: vi), path: path)
  }

  /// The whole line; what cannot be seen in a name is spelled out.
  public var words: Text {
    (path.map { Text(name: SystemPath.shown($0) + ": ") + message } ?? message).visible
  }

  /// The exit status that the command line gives for it: 4 for a failed write, else 3.
  public var exitStatus: Int32 { kind == .unwritable ? 4 : 3 }
}

extension FormatError {
  /// What could not be done, and the reason behind a colon.
  init(_ kind: Kind, en: String, vi: String, because reason: Text, path: String? = nil) {
    self.init(kind, Text(en: en + ": ", vi: vi + ": ") + reason, path: path)
  }

  /// The system does not tell of what sort and size the open file at `path` is.
  static func unknownStatus(_ kind: Kind, _ path: String) -> FormatError {
    FormatError(
      kind,
      en: "cannot look at it",
      vi: "không xem được thông tin của nó",
      because: SystemError.current,
      path: path
    )
  }

  /// Nothing was written to `path`, because of `reason`.
  static func unwritten(_ reason: Text, _ path: String) -> FormatError {
    FormatError(.unwritable, en: "cannot write", vi: "không ghi được", because: reason, path: path)
  }

  /// `Memory.require` where a file is read.
  static func requireMemory(_ bytes: Int, for purpose: MemoryPurpose) throws(FormatError) {
    do { try Memory.require(bytes, for: purpose) } catch {
      throw FormatError(.noMemory, error.words)
    }
  }

  /// The same fault, at `path`.
  func at(_ path: String) -> FormatError { FormatError(kind, message, path: path) }

  /// The same fault, told of the tensor `name`.
  func of(tensor name: String) -> FormatError {
    FormatError(kind, Text(name: "tensor \(FormatError.clipped(name)): ") + message, path: path)
  }

  /// The first few of `names` with the count of the rest: `a, b, c and 4 more`.
  static func listing(_ names: [String], limit: Int = 3) -> String {
    listing(of: names, limit: limit).en
  }

  /// As above, in both languages.
  static func listing(of names: [String], limit: Int = 3) -> Text {
    Text(first: limit, of: names.map { clipped($0) })
  }

  /// A name from a file, cut to a length that fits a line.
  static func clipped(_ name: String) -> String {
    name.utf8.count > 80 ? String(name.prefix(77)) + "..." : name
  }
}
