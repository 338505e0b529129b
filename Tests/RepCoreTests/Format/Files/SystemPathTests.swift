import Foundation
import Testing
import Words

@testable import RepCore

@Suite("File names")
struct SystemPathTests {
  @Test("of any bytes come back as they were")
  func roundTrip() {
    var random = SeededRandom(seed: 1)
    var names: [[UInt8]] = [
      Array("plain.rvg".utf8), Array("tr\u{E4}ge \u{1F600}".utf8), [0xFF], [0x61, 0xC3],
      [0xC3, 0xA4, 0xE2, 0x82],
      // What stands for a byte is a name of its own, too.
      Array("\u{10FF80}\u{10FFFF}".utf8), [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x8F, 0xBF],
    ]
    for _ in 0..<2000 {
      names.append(
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in .random(in: 1...255, using: &random)
        }
      )
    }
    for bytes in names {
      #expect(SystemPath.bytes(SystemPath.name(bytes)) == bytes, "\(bytes)")
    }
    #expect(SystemPath.name(Array("tr\u{E4}ge".utf8)) == "träge", "text stays text")
  }

  @Test("show bytes that are no characters")
  func shown() {
    #expect(SystemPath.shown(SystemPath.name([0x61, 0xFF, 0x0A])) == "a\\xFF\n")
    #expect(SystemPath.shown("träge") == "träge")
  }

  @Test("are cut at slashes, whatever combines with them")
  func split() {
    #expect(SystemPath.split("a/\u{338}b").name == "\u{338}b")
    #expect(SystemPath.split("/x").folder == "/")
    #expect(SystemPath.split("x").folder == "")
  }

  @Test("that are no UTF-8 are written, read and told as named")
  func files() throws {
    try withTemporaryFolder { root in
      let folder = root + "/"
      let path = folder + SystemPath.name([0x62, 0xFE, 0xC3, 0x2E, 0x72, 0x76, 0x67])
      try ModelFile.write(Tiny.block, to: path)
      #expect(try ModelFile.open(path).name == "tiny")
      let names = try #require(
        opendir(folder).map { directory in
          defer { closedir(directory) }
          var names: [[UInt8]] = []
          while let entry = readdir(directory) {
            names.append(withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
          }
          return names
        }
      )
      #expect(names.contains([0x62, 0xFE, 0xC3, 0x2E, 0x72, 0x76, 0x67]), "\(names)")
      let error = #expect(throws: FormatError.self) { try ModelFile.open(path + "x") }
      #expect(
        error?.description.contains("b\\xFE\\xC3.rvgx: ") == true,
        "\(String(describing: error))"
      )
    }
  }
}
