import Foundation
import RepCore
import Testing

@testable import Explorer

@Suite("Screens in Vietnamese")
struct VietnameseGoldenTests {
  @Test(
    "hold no word of the English ones but names, units and terms",
    arguments: ["live-", "tree", "file-", "sets-", "separate-"]
  )
  func noEnglish(prefix: String) throws {
    let folder = try #require(Bundle.module.url(forResource: "Snapshots", withExtension: nil))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var seen = 0
    for file in files where file.hasPrefix(prefix) && file.contains("-vi-") {
      let texts = try [file, file.replacing("-vi-", with: "-")].map {
        try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
      }
      let left = EnglishWords.left(in: texts[0], of: texts[1])
      #expect(left.isEmpty, "\(file): \(left)")
      seen += 1
    }
    #expect(seen > 1, "no screens of \(prefix) in Vietnamese")
  }
}
