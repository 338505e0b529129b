import Foundation
import Testing
import Words

@testable import RepCore

@Suite("Writing safetensors")
struct SafetensorsWriterTests {
  /// One tensor and metadata of `count` characters.
  private func writer(metadata count: Int, longestText: Int) -> SafetensorsWriter {
    SafetensorsWriter(
      tensors: ["a": LazyTensor(Tensor([1, 2], shape: [2]))],
      metadata: ["note": String(repeating: "x", count: count)],
      longestText: longestText
    )
  }

  @Test("writes headers up to the longest that readers take, and nothing of a longer one")
  func longest() throws {
    let limit = 64 * 20 - SafetensorsHeader.lengthBytes
    var counts = (written: 0, refused: 0)
    for count in stride(from: 1000, to: 1300, by: 7) {
      let writer = writer(metadata: count, longestText: limit)
      try Tiny.withTemporaryFile("out.safetensors") { path in
        let length = writer.header.count - SafetensorsHeader.lengthBytes
        guard length > limit else {
          try writer.write(to: path)
          let read = try Checkpoint.open(path)
          #expect(read.tensors["a"]?.floats() == [1, 2], "\(count) characters")
          counts.written += 1
          return
        }
        let fault = #expect(throws: FormatError.self) { try writer.write(to: path) }
        #expect(fault?.kind == .unsupported && fault?.path == path, "\(count) characters")
        #expect(
          fault?.message.en == "the names of its 1 tensors and its metadata would make a header of "
            + "\(length) bytes; readers of safetensors take \(limit) at most"
        )
        let folder = (path as NSString).deletingLastPathComponent
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        counts.refused += 1
      }
    }
    #expect(counts.written > 5 && counts.refused > 5, "\(counts)")
  }

  @Test("keeps a file that a header too long would have replaced")
  func keeps() throws {
    try Tiny.withTemporaryFile("out.safetensors") { path in
      try writer(metadata: 10, longestText: 1000).write(to: path)
      let before = try Tiny.contents(path)
      #expect(throws: FormatError.self) {
        try writer(metadata: 2000, longestText: 1000).write(to: path)
      }
      #expect(try Tiny.contents(path) == before)
    }
  }
}
