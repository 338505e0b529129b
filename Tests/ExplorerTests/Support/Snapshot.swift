import Canvas
import Foundation
import Testing

/// Compares a screen with the golden text in Snapshots/NAME.txt.
///
/// With RECORD_SNAPSHOTS=1 in the environment the golden is written anew, into the sources; look at the
/// difference before committing it.
func expectSnapshot(
  _ grid: Grid,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectSnapshot(grid.lines, name, sourceLocation: sourceLocation)
}

/// As above, of lines of whichever kind.
func expectSnapshot(
  _ lines: [String],
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = lines.joined(separator: "\n") + "\n"
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Snapshots")
    try text.write(
      to: folder.appendingPathComponent("\(name).txt"),
      atomically: true,
      encoding: .utf8
    )
    return
  }
  let folder = try #require(Bundle.module.url(forResource: "Snapshots", withExtension: nil))
  let golden = try? String(
    contentsOf: folder.appendingPathComponent("\(name).txt"),
    encoding: .utf8
  )
  #expect(
    golden == text,
    "\(name) differs from its golden; it is now\n\(text)",
    sourceLocation: sourceLocation
  )
}
