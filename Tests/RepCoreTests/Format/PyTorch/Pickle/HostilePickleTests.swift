import Testing
import Words

@testable import RepCore

@Suite("A hostile pickle", .timeLimit(.minutes(Sanitizer.isActive ? 20 : 1)))
struct HostilePickleTests {
  private static func read(_ pickle: [UInt8]) -> FormatError? {
    Saved.fault(Archive.checkpoint(pickle))
  }

  /// A pickle of `operations` in front of which stands protocol 2.
  private static func script(_ operations: [UInt8]...) -> [UInt8] {
    [0x80, 2] + operations.flatMap { $0 } + Pickle.ascii(".")
  }

  @Test(
    "that asks for a command to be run says so and nothing is run",
    arguments: [
      "cposix\nsystem\n(S'touch /tmp/repvgg-was-run'\ntR.", "(S'touch x'\nios\nsystem\n.",
      "(cos\nsystem\nS'touch x'\no.", "cbuiltins\neval\n(S'1'\ntR.", "cbuiltins\nexec\n(S'1'\ntR.",
      "csubprocess\nPopen\n(S'x'\nt\u{81}.", "c__builtin__\neval\n(S'x'\ntRI1\nb.",
    ]
  )
  func commands(script: String) throws {
    let bytes = script.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let fault = try #require(Self.read(bytes), "\(script)")
    #expect(fault.kind == .unsupported && fault.message.en.contains("is not made"), "\(fault)")
  }

  @Test("that hides a command beside weights still gives the weights")
  func besideWeights() throws {
    let value = Pickle.Value.dictionary([
      ("a", .tensor()), ("evil", .call("os", "system", [.text("touch x")])),
    ])
    #expect(Self.read(Pickle.protocol2(value)) == nil)
  }

  @Test("that contains itself comes to an end")
  func cycles() {
    let list = Self.script(Pickle.ascii("]q\u{0}h\u{0}a"))
    let dictionary = Self.script(Pickle.ascii("}q\u{0}X\u{1}\0\0\0ah\u{0}s"))
    let wide = Self.script(
      Pickle.ascii("}q\u{0}("),
      (0..<2000).flatMap { Pickle.operations(.text("k\($0)")) + Pickle.ascii("h\u{0}") },
      Pickle.ascii("u")
    )
    let state = Self.script(Pickle.ascii("ca\nC\n)Rq\u{0}h\u{0}b"))
    let tensor = Self.script(
      Pickle.ascii("}X\u{1}\0\0\0actorch._utils\n_rebuild_parameter\n(]q\u{0}h\u{0}atRs")
    )
    let tensorOfItself = Self.script(
      Pickle.ascii("}X\u{1}\0\0\0actorch._utils\n_rebuild_parameter\n]q\u{0}Rq\u{1}h\u{0}h\u{1}a0s")
    )
    for (name, script) in [
      ("list", list), ("dictionary", dictionary), ("wide", wide), ("state", state),
      ("tensor", tensor), ("tensor of itself", tensorOfItself),
    ] {
      #expect(Self.read(script)?.kind == .unsupported, "\(name)")
    }
  }

  @Test("that doubles itself sixty times takes no memory for it")
  func bombs() {
    for (open, close) in [("](", "e"), ("(", "t"), ("(", "l")] {
      var script = Pickle.ascii("]q\u{0}")
      for level in 0..<60 {
        let get = Pickle.ascii("h") + [UInt8(level)]
        script += Pickle.ascii("0\(open)") + get + get + Pickle.ascii(close)
        script += Pickle.ascii("q") + [UInt8(level + 1)]
      }
      #expect(Self.read(Self.script(script))?.kind == .unsupported, "\(open)")
    }
  }

  /// A module with the children that `children` push as keys and values.
  private static func module(_ children: [UInt8]) -> [UInt8] {
    Pickle.ascii("ca\nM\n)\u{52}}(") + Pickle.operations(.text("_parameters"))
      + Pickle.operations(.dictionary([("w", .tensor())]))
      + Pickle.operations(.text("_modules")) + Pickle.ascii("}(") + children + Pickle.ascii("uub")
  }

  @Test("whose modules double themselves or contain themselves is refused")
  func moduleBombs() {
    var script = Self.module([]) + Pickle.ascii("q\u{0}")
    for level in 0..<60 {
      let get = Pickle.ascii("h") + [UInt8(level)]
      let children = ["a", "b"].flatMap { Pickle.operations(.text($0)) + get }
      script += Self.module(children) + Pickle.ascii("q") + [UInt8(level + 1)]
    }
    #expect(Self.read(Self.script(script))?.kind == .unsupported)
    var ring = Pickle.ascii("ca\nM\n)Rq\u{0}}(") + Pickle.operations(.text("_parameters"))
    ring += Pickle.ascii("}") + Pickle.operations(.text("_modules")) + Pickle.ascii("}")
    ring += Pickle.operations(.text("me")) + Pickle.ascii("h\u{0}sub")
    #expect(Self.read(Self.script(ring))?.message.en.contains("deep") == true)
  }

  @Test("nested a million deep is read and let go of without a stack")
  func depth() {
    let million = 1_000_000
    let wrap = [UInt8](repeating: 0x85, count: million)
    #expect(Self.read(Self.script(Pickle.ascii("N"), wrap))?.kind == .unsupported)
    let lists = [UInt8](repeating: 0x5D, count: million)
    let appends = [UInt8](repeating: 0x61, count: million - 1)
    #expect(Self.read(Self.script(lists, appends))?.kind == .unsupported)
    let marks = [UInt8](repeating: 0x28, count: million)
    #expect(Self.read(Self.script(marks))?.kind == .damaged)
  }

  @Test("with more values or operations than a checkpoint has is refused")
  func amounts() {
    func fault(_ script: [UInt8], _ limits: PickleLimits) -> FormatError? {
      do throws(FormatError) {
        _ = try PickleMachine.read(ByteWindow(Storage(copying: script)), limits: limits)
        return nil
      } catch {
        return error
      }
    }
    let lists = Self.script([UInt8](repeating: 0x5D, count: 100))
    let puts = Self.script([0x4E], [UInt8](repeating: 0x94, count: 99))
    #expect(fault(lists, PickleLimits(values: 103, operations: 102)) == nil)
    #expect(fault(lists, PickleLimits(values: 102))?.message.en.contains("values") == true)
    #expect(fault(lists, PickleLimits(operations: 101))?.message.en.contains("operations") == true)
    #expect(fault(puts, PickleLimits(values: 98))?.message.en.contains("remembers") == true)
    // Class names that the memo would multiply.
    let name = String(repeating: "n", count: 100_000)
    let classes = Pickle.operations(.text(name)) + Pickle.operations(.text(name)) + [0x93]
    #expect(Self.read(Self.script(classes))?.kind == .damaged)
  }
}
