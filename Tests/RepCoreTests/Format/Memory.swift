import Foundation

/// The memory of this process.
enum Memory {
  struct NoFigure: Error {}

  /// Largest resident size so far, in bytes.
  static func peak() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let words = line?.split(whereSeparator: \.isWhitespace), words.count > 1,
      let kilobytes = Int(words[1])
    else { throw NoFigure() }
    return kilobytes * 1024
  }
}
