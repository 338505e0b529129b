/// Why the program ends without having done its work.
struct CommandLineError: Error, CustomStringConvertible {
  /// What the exit statuses mean.
  enum Status: Int32 {
    case success = 0
    case checkFailed = 1
    case usage = 2
    case unreadable = 3
    case unwritable = 4
  }

  /// One line: what is wrong, where, and what to do.
  let message: String
  let status: Status

  var description: String { message }

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Wrong usage.
  static func usage(_ message: String) -> CommandLineError { CommandLineError(.usage, message) }
}
