import Testing

@Suite("Sentences as they are spelled")
struct SpelledTextsTests {
  /// Names of formats, programs, commands and functions, and terms that have no other name.
  private static let kept = """
    python numpy torch torchscript pytorch jit save load state dict pickle storage checkpoint metadata
    dtype data offset offsets contiguous gguf hdf git lfs json xml utf xxh onnx pdf png jpeg pnm libpng
    zip gzip gunzip true false none yes scheme fold info shot term xterm color terminal ulimit
    bit byte gib cpu little endian surrogate deviation stem web strict repvggplus
    open search zoom shell zoo tab low fast auto locale timm ncnn runtime leaky dark verify export
    import bench cast script man pooling normalization logit rgb bgr plain rep plus
    """

  @Test(
    "are translated, in composed letters, and hold no English word but names and terms",
    arguments: ["RepCore", "Pictures", "CursesTerminal", "Explorer", "repvgg-tui"]
  )
  func sentences(room: String) throws {
    let texts = try SpelledTexts(room: room).all
    #expect(!texts.isEmpty, "no sentence of \(room) is found")
    for text in texts {
      let place = "\(text.file): '\(text.en)', '\(text.vi)'"
      // A part of a sentence may stand in front in one language and behind in the other.
      let isPart = text.en.hasPrefix(" ") || text.en.hasSuffix(" ")
      #expect(isPart || !text.vi.isEmpty, "\(place)")
      let marks = text.vi.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
      #expect(marks.isEmpty, "\(place) is not composed")
      let left = EnglishWords.left(
        in: prose(of: text.vi),
        of: prose(of: text.en),
        besides: [SpelledTextsTests.kept]
      )
      #expect(left.isEmpty, "\(place): \(left)")
    }
  }

  /// The text without what people type as it stands: options, placeholders, commands, endings of files.
  private func prose(of text: String) -> String {
    text.replacing(#/--?[a-z][\w-]*|[A-Z]{2,}|\.[a-z]+|'[^']*'|:[a-z]+/#, with: " ")
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
