internal import Glibc

/// What a folder holds, for people who choose.
public struct FolderListing: Sendable {
  /// One thing in it.
  public struct Entry: Hashable, Sendable {
    /// Its name in the folder.
    public let name: String
    /// Whether it is a folder, or leads to one.
    public let isFolder: Bool
  }

  /// What was found, in the natural order of the names.
  public let entries: [Entry]

  /// Lists the folder at `path`, the present one where it is empty; one that cannot be read holds nothing.
  ///
  /// - Parameters:
  ///   - path: Empty, or ends with a slash.
  ///   - most: So many entries are taken at most; people choose among no more than the default.
  public init(_ path: String, most: Int = 2000) {
    guard let folder = unsafe SystemPath.with(path.isEmpty ? "." : path, { unsafe opendir($0) })
    else {
      entries = []
      return
    }
    defer { unsafe closedir(folder) }
    var found: [Entry] = []
    while found.count < most, let entry = unsafe readdir(folder) {
      let name = unsafe FolderListing.name(of: entry)
      guard name != ".", name != ".." else { continue }
      found.append(Entry(name: name, isFolder: FolderListing.isFolder(path + name)))
    }
    entries = found.map { ($0, NaturalOrder($0.name)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
      unsafe name.prefix { $0 != 0 }.map(\.self)
    }
    return SystemPath.name(bytes)
  }

  /// Whether there is a folder at `path`, or what leads to one.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    guard unsafe SystemPath.with(path, { unsafe stat($0, &status) }) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}
