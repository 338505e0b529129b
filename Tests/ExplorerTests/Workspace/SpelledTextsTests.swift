import Testing

@Suite("Sentences as they are spelled")
struct SpelledTextsTests {
  /// Names of formats, programs, commands and functions, and terms that have no other name.
  private static let kept = """
    python numpy torch torchscript pytorch jit save load state dict pickle storage checkpoint metadata
    dtype data offset offsets contiguous gguf hdf git lfs json xml utf xxh onnx pdf png jpeg pnm libpng
    zip gzip gunzip true false none yes scheme fold info shot term xterm color terminal ulimit
    bit byte gib cpu little endian surrogate deviation stem web strict repvggplus
    """

  @Test(
    "are translated, in composed letters, and hold no English word but names and terms",
    arguments: ["RepCore", "Pictures", "CursesTerminal"]
  )
  func sentences(room: String) throws {
    let texts = try SpelledTexts(room: room).all
    #expect(!texts.isEmpty, "no sentence of \(room) is found")
    for text in texts {
      let place = "\(text.file): '\(text.en)', '\(text.vi)'"
      #expect(!text.vi.isEmpty && text.vi != text.en, "\(place)")
      let marks = text.vi.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
      #expect(marks.isEmpty, "\(place) is not composed")
      let left = EnglishWords.left(in: text.vi, of: text.en, besides: [SpelledTextsTests.kept])
      #expect(left.isEmpty, "\(place): \(left)")
    }
  }

  @Test("are all found, in literals of several lines and with what is put into them")
  func reader() throws {
    let texts = try SpelledTexts(room: "RepCore").all
    let fault = try #require(texts.first { $0.en.hasPrefix("float16 ends at") })
    #expect(fault.en.hasSuffix("export without --float16") && fault.en.contains("(◦); the largest"))
    #expect(fault.vi.hasSuffix("hãy xuất không có --float16"))
    #expect(texts.count > 150, "\(texts.count)")
  }
}
