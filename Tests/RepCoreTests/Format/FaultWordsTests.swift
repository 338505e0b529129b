import Glibc
import Testing
import Words

@testable import RepCore

@Suite("Words for faults")
struct FaultWordsTests {
  private static let many = ["a.weight", "b.weight", "c.weight", "d.weight", "e.weight"]
  private static let memory = MemoryError(bytes: 3 << 20, purpose: .activations)

  private static let reasons: [OpaqueReason] = [
    .window(rows: 5, columns: 7), .chain("branch"), .noKernel, .channels(many), .missing(many),
    .type("a.weight", "qint8"), .type("a.weight", "int64"),
    .shape("a.weight", [3, 4], needed: [5]), .sequence(scheme: "yolov6"),
    .unequal("stride", ["1", "2"]), .unequalPadding(["circular", "reflect"]),
    .geometry("stride", [1, 2]), .geometry("groups", [0]), .padding([1, 2], needed: 1),
    .paddingMode("mirror"), .layer("a.bn", className: "GroupNorm"), .unknown("a.alpha"),
    .tooMany(64),
  ]

  /// Of which case a reason is; another case does not compile here before it is one of the reasons above.
  private static func number(_ reason: OpaqueReason) -> Int {
    switch reason {
    case .window: 0
    case .chain: 1
    case .noKernel: 2
    case .channels: 3
    case .missing: 4
    case .type: 5
    case .shape: 6
    case .sequence: 7
    case .unequal: 8
    case .unequalPadding: 9
    case .geometry: 10
    case .padding: 11
    case .paddingMode: 12
    case .layer: 13
    case .unknown: 14
    case .tooMany: 15
    }
  }

  private static let obstacles: [RunObstacle] = [
    .padding(.reflect), .padding(.replicate), .padding(.circular),
    .activation(.unsupported("GELU")),
    .layers(["Dropout2d", RunObstacle.secondActivation + "SiLU"]), .layers(many),
  ]

  private static func number(_ obstacle: RunObstacle) -> Int {
    switch obstacle {
    case .padding: 0
    case .activation: 1
    case .layers: 2
    }
  }

  private static let sessions: [SessionError] = [
    .wrongInput(expected: [1, 3, 32, 32], found: [1, 3, 8, 8]), .cancelled, .noMemory(memory),
    .noThreads(ThreadFailure(code: EAGAIN)),
    .unobservable(watched, .unknown), .unobservable(watched, .stopped(obstacles)),
    .unobservable(watched, .folded), .unobservable(.block(watched.path), .fused),
  ]

  private static let watched = ObservedValue.branch(
    BlockPath(stage: 2, block: 1),
    BranchID(.dense)
  )

  private static func number(_ error: SessionError) -> Int {
    switch error {
    case .wrongInput: 0
    case .cancelled: 1
    case .noMemory: 2
    case .noThreads: 3
    case .unobservable(_, .unknown): 4
    case .unobservable(_, .stopped): 5
    case .unobservable(_, .folded): 6
    case .unobservable(_, .fused): 7
    }
  }

  private static let plans: [PlanOptions] = [
    PlanOptions(threads: 0), PlanOptions(threads: 1, batch: 0),
    PlanOptions(threads: 1, height: 0, width: 8), PlanOptions(threads: 1, height: 8, width: 0),
  ]

  private static let texts = [
    "", "[1", "{1", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "[1 2]", "1 2", "-", "\"\\q\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\u{1}\"", "\"a", "1e999", "tru", String(repeating: "[", count: 99),
    String(repeating: "1", count: 999),
  ]

  /// Errors of the system that files meet.
  private static let codes = [
    EACCES, EAGAIN, EBUSY, EDQUOT, EEXIST, EFBIG, EIO, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE,
    ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EPIPE, EROFS,
  ]

  private static func faults() -> [any TranslatedError] {
    let plans = plans.compactMap { options in
      do throws(PlanError) {
        try options.validate()
        return nil as PlanError?
      } catch { return error }
    }
    let texts = texts.compactMap { text in
      do throws(JSONError) {
        _ = try JSON(parsing: text)
        return nil as JSONError?
      } catch { return error }
    }
    #expect(plans.count == Self.plans.count && texts.count == Self.texts.count)
    let memory = MemoryPurpose.allCases.map { MemoryError(bytes: 3 << 20, purpose: $0) }
    return reasons + sessions + plans + texts + memory
      + [
        ThreadFailure(code: EAGAIN), PlanError(Self.memory),
        FormatError.unwritten(SystemError.words(ENOSPC), "a.weight"),
      ]
  }

  @Test("are there in both languages, with the same names and numbers")
  func languages() {
    let words =
      Self.faults().map(\.words) + Self.obstacles.map(\.words)
      + Self.codes.map { SystemError.words($0) }
    for words in words {
      #expect(!words.vi.isEmpty && words.en != words.vi, "\(words.en) is not translated")
      let numbers = [words.en, words.vi].map { text in
        text.split { !$0.isNumber }.map(String.init).sorted()
      }
      #expect(numbers[0] == numbers[1], "\(words.en)\n\(words.vi)")
      for name in Self.many + ["SiLU", "GELU", "GroupNorm", "stride", "reflect", "int8"] {
        #expect(words.en.contains(name) == words.vi.contains(name), "\(words.vi)")
      }
      let combining = words.vi.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
      #expect(combining.isEmpty, "'\(words.vi)' is not composed")
    }
  }

  @Test("are tried for every case")
  func cases() {
    #expect(Set(Self.reasons.map(Self.number)) == Set(0...15))
    #expect(Set(Self.obstacles.map(Self.number)) == Set(0...2))
    #expect(Set(Self.sessions.map(Self.number)) == Set(0...7))
  }

  @Test("describe themselves in English, with the system's own words")
  func english() {
    for fault in Self.faults() { #expect("\(fault)" == fault.words.en) }
    for obstacle in Self.obstacles { #expect("\(obstacle)" == obstacle.words.en) }
    #expect(SystemError.words(ENOENT).en == "No such file or directory")
    #expect(SystemError.words(ENOENT).vi == "không có tệp hoặc thư mục này")
    #expect(SystemError.words(EXDEV).en == SystemError.words(EXDEV).vi)
    #expect(
      "\(RunObstacle.layers(["a second activation, SiLU"]))"
        == "a second activation, SiLU, not understood"
    )
  }

  @Test("spell out what is hidden in the name and the reason, in both languages")
  func hidden() {
    let fault = FormatError(.damaged, en: "is\u{1b}[2J", vi: "là\u{202e}", path: "a\nb")
    #expect(fault.words.en == "a\\x0ab: is\\x1b[2J" && "\(fault)" == fault.words.en)
    #expect(fault.words.vi == "a\\x0ab: là\\u{202e}")
  }

  @Test("name where a network's weights come from in both languages, and others' words as they are")
  func sources() {
    for (source, vi) in [
      ("random weights, seed 3", "trọng số ngẫu nhiên, seed 3"),
      ("MobileOne and official names", "tên theo MobileOne và official"),
      ("folded from a, b.pt, timm names", "gộp từ a, b.pt, tên theo timm"),
      ("folded from a.rvg, random weights, seed 7", "gộp từ a.rvg, trọng số ngẫu nhiên, seed 7"),
      ("ours", "ours"),
    ] {
      let network = Network(
        name: "a",
        input: InputShape(channels: 3, height: 8, width: 8),
        stages: [],
        head: nil,
        source: source
      )
      #expect(network.sourceWords == Text(en: source, vi: vi))
    }
    #expect(Tiny.network().sourceWords?.vi.hasPrefix("trọng số ngẫu nhiên") == true)
  }
}
