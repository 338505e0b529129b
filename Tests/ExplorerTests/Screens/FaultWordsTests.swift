import Canvas
import Testing
import Words

@testable import Explorer
@testable import RepCore

@Suite("What went wrong")
struct FaultWordsTests {
  private static let fault = FormatError(
    .damaged,
    en: "the pickle ends early",
    vi: "pickle kết thúc quá sớm",
    path: "last.pt"
  )

  @Test("is told in Vietnamese where a file cannot be read")
  func reading() throws {
    var state = Fixture.state(Fixture.twoSets)
    let request = try #require(state.perform(.set("ema")).reading)
    _ = state.receive(.failure(Self.fault), for: request)
    #expect(state.shared.notice?.vi == "không mở được bộ ema: pickle kết thúc quá sớm")
  }

  @Test("is told in Vietnamese where a picture cannot be written, or a network not run")
  func writing() {
    var state = Fixture.state()
    state.shoot(.file("a.svg"), of: nil) { _, _, _, _ in throw Self.fault }
    #expect(state.shared.notice == Self.fault.words)
    let input = Tensor([Float](repeating: 0, count: 8), shape: [1, 2, 2, 2])
    let settings = MeasurementSettings(
      document: Fixture.document,
      model: ModelID(),
      engine: EngineSettings(threads: 1),
      input: input
    )
    let job = Job.measure(1, settings)
    let answer = job.work(JobContext())
    guard case .failed(let error) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(error.words.vi.hasPrefix("không chạy được: đầu vào có hình dạng"), "\(error.words.vi)")
  }

  @Test("with a block that is not folded is told in the language of the screen")
  func opaqueBlocks() {
    var opened = Fixture.unknownGraph
    opened.opaqueBlocks = [
      OpaqueBlock(prefix: "neck.0", scheme: "timm", reason: .window(rows: 5, columns: 5))
    ]
    let document = Document(opened, title: "detector.pt")
    for (language, words) in [
      (Language.en, "neck.0 (timm): a window of 5x5; 3x3 and 1x1 are folded"),
      (.vi, "neck.0 (timm): cửa sổ 5x5; chỉ gộp 3x3 và 1x1"),
    ] {
      var state = Fixture.state(document)
      _ = state.perform(line: "lang \(language.rawValue)")
      let account = FileAccount(shared: state.shared, pen: state.shared.pen, width: 200)
      let text = account.lines.map(\.text).joined(separator: "\n")
      #expect(text.contains(words), "\(text)")
    }
  }
}
