import Foundation
import Testing

@testable import RepCore

@Suite("Files of labels")
struct LabelFileTests {
  @Test("hold one label a line, with or without synsets")
  func lines() {
    for (text, labels) in [
      ("cat\ndog\n", ["cat", "dog"]), ("cat\r\ndog\r\n\r\n\n", ["cat", "dog"]),
      ("  cat \n\ndog", ["cat", "", "dog"]), ("", []), ("\n\n", []),
      (
        "n01440764 tench, Tinca tinca\nn01443537\tgoldfish\n", ["tench, Tinca tinca", "goldfish"]
      ),
      ("n01440764\nn01443537", ["n01440764", "n01443537"]),
      ("n01440764 tench\ngoldfish", ["n01440764 tench", "goldfish"]),
      ("Zürich\n猫", ["Zürich", "猫"]),
    ] {
      #expect(LabelFile.labels(text) == labels, "\(text.debugDescription)")
    }
  }

  @Test("are read without a byte-order mark and refused where they are no text")
  func files() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/labels.txt"
      try Data([0xEF, 0xBB, 0xBF] + Array("cat\ndog".utf8)).write(to: URL(fileURLWithPath: path))
      #expect(try LabelFile.read(path) == ["cat", "dog"])
      try Data([0x63, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: FormatError.self) { try LabelFile.read(path) }
      #expect(error?.kind == .damaged && error?.path == path)
      #expect(throws: FormatError.self) { try LabelFile.read(folder + "/missing") }
    }
  }
}
