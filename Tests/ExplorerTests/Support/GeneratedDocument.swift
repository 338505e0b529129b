import Foundation
import Testing

/// Compares a page of docs/ with the text that the tables of the program make.
///
/// With RECORD_SNAPSHOTS=1 in the environment the page is written anew; look at the difference before
/// committing it.
func expectDocument(
  _ name: String,
  says text: String,
  sourceLocation: SourceLocation = #_sourceLocation,
  file: String = #filePath
) throws {
  let root = (0..<4).reduce(URL(fileURLWithPath: file)) { url, _ in url.deletingLastPathComponent()
  }
  let page = root.appendingPathComponent("docs/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try text.write(to: page, atomically: true, encoding: .utf8)
    return
  }
  let committed = try? String(contentsOf: page, encoding: .utf8)
  #expect(
    committed == text,
    "docs/\(name) is not what the tables say; record it with RECORD_SNAPSHOTS=1",
    sourceLocation: sourceLocation
  )
}

/// A table in Markdown; bars inside cells are escaped, as GitHub wants it even in code.
func markdownTable(_ head: [String], _ rows: [[String]]) -> String {
  ([head, head.map { _ in "---" }] + rows)
    .map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    .joined()
}
