internal import Words

/// Why a file could not be read or written: what is wrong, where, and what to do, in one line.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
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
  public let message: String
  /// The file, once known.
  public var path: String?

  /// A fault; the path is filled in by whoever knows it.
  public init(_ kind: Kind, _ message: String, path: String? = nil) {
    self.kind = kind
    self.message = message
    self.path = path
  }

  /// The whole line; what cannot be seen in a name is spelled out.
  public var description: String {
    (path.map { "\(SystemPath.shown($0)): \(message)" } ?? message).visible
  }

  /// The exit status that the command line gives for it: 4 for a failed write, else 3.
  public var exitStatus: Int32 { kind == .unwritable ? 4 : 3 }
}

extension FormatError {
  /// `Memory.require` where a file is read.
  static func requireMemory(_ bytes: Int, for purpose: String) throws(FormatError) {
    do { try Memory.require(bytes, for: purpose) } catch {
      throw FormatError(.noMemory, error.description)
    }
  }

  /// The same fault, at `path`.
  func at(_ path: String) -> FormatError { FormatError(kind, message, path: path) }

  /// The first few of `names` with the count of the rest: `a, b, c and 4 more`.
  static func listing(_ names: [String], limit: Int = 3) -> String {
    listing(of: names, limit: limit).en
  }

  /// As above, in both languages.
  static func listing(of names: [String], limit: Int = 3) -> Text {
    let shown = names.prefix(limit).map { clipped($0) }.joined(separator: ", ")
    let rest = names.count - limit
    guard rest > 0 else { return Text(name: shown) }
    return Text(en: "\(shown) and \(rest) more", vi: "\(shown) và \(rest) tên nữa")
  }

  /// A name from a file, cut to a length that fits a line.
  static func clipped(_ name: String) -> String {
    name.utf8.count > 80 ? String(name.prefix(77)) + "..." : name
  }
}
