internal import Glibc

/// The folders in which a user's programs keep things, after the XDG Base Directory Specification.
public enum UserFolder: Hashable, Sendable, CaseIterable {
  /// What can be made anew.
  case cache
  /// What the user writes.
  case configuration
  /// What the program remembers.
  case state

  /// This program's folder of that kind; nil where neither the variable nor `HOME` is known.
  public var path: String? { path { UserFolder.environment($0) } }

  /// As above, of these variables.
  ///
  /// A relative path counts for nothing, as the specification says: it would mean another folder wherever the
  /// program is started.
  func path(_ variable: (String) -> String?) -> String? {
    if let folder = variable(name), folder.hasPrefix("/") { return "\(folder)/repvgg-tui" }
    return variable("HOME").map { "\($0)/\(usual)/repvgg-tui" }
  }

  private var name: String {
    switch self {
    case .cache: "XDG_CACHE_HOME"
    case .configuration: "XDG_CONFIG_HOME"
    case .state: "XDG_STATE_HOME"
    }
  }

  private var usual: String {
    switch self {
    case .cache: ".cache"
    case .configuration: ".config"
    case .state: ".local/state"
    }
  }

  /// A path with the user's own folder in place of a `~` that it begins with, as shells have it.
  public static func expandingTilde(in path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst()
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let bytes = unsafe Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
    return bytes.isEmpty ? nil : SystemPath.name(bytes)
  }

  /// Makes the folder at `path`, and those above it, where they are missing; what fails shows when it is used.
  public static func make(_ path: String) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += part
      if !made.isEmpty { _ = unsafe SystemPath.with(made) { unsafe mkdir($0, 0o755) } }
      made += "/"
    }
  }
}
