import Testing

@testable import RepCore

@Suite("XXH64")
struct XXH64Tests {
  @Test(
    "gives the published digests",
    arguments: [
      ("", 0, 0xEF46_DB37_51D8_E999), ("a", 0, 0xD24E_C4F1_A98C_6E5B),
      ("abc", 0, 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0, 0xFBCE_A83C_8A37_8BF1),
      ("xxhash", 0, 0x32DD_38952C4BC720), ("xxhash", 20_141_025, 0xB559_B98D844E0635),
    ] as [(String, UInt64, UInt64)]
  )
  func vectors(text: String, seed: UInt64, expected: UInt64) {
    #expect(digest(Array(text.utf8), seed: seed, pieces: [text.utf8.count]) == expected)
  }

  @Test("does not depend on how the bytes are cut", arguments: 0...100)
  func pieces(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 3) }
    let whole = digest(bytes, seed: 1, pieces: [length])
    for piece in [1, 3, 8, 31, 32, 33, 64] {
      let cut = digest(bytes, seed: 1, pieces: Array(repeating: piece, count: length / piece + 1))
      #expect(cut == whole, "length \(length) in pieces of \(piece)")
    }
  }

  private func digest(_ bytes: [UInt8], seed: UInt64, pieces: [Int]) -> UInt64 {
    var hash = XXH64(seed: seed)
    var start = 0
    for piece in pieces {
      let end = min(start + piece, bytes.count)
      hash.update(Array(bytes[start..<end]).span.bytes)
      start = end
    }
    return hash.digest
  }
}
