import Testing

@testable import RepCore

@Suite("The pickle machine")
struct PickleMachineTests {
  private static func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (heap: PickleHeap, root: PickleReference, count: Int) {
    try PickleMachine.read(ByteWindow(Storage(copying: bytes)))
  }

  private static func fault(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try read(bytes)
      return nil
    } catch {
      return error
    }
  }

  /// A value in words that are the same whatever protocol it came from.
  private static func words(_ heap: PickleHeap, _ reference: PickleReference) -> String {
    func all(_ items: PickleSequence) -> String {
      heap[items].map { words(heap, $0) }.joined(separator: ",")
    }
    return switch heap[reference] {
    case .none: "None"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .wideInteger(let range): "wide(\(range.count))"
    case .number(let value): "\(value)"
    case .text(let text): "'\(text)'"
    case .bytes(let range): "bytes(\(range.count))"
    case .list(let items): "[\(all(items))]"
    case .tuple(let items): "(\(all(items)))"
    case .set(let items): "{\(all(items))}"
    case .dictionary(let items): "{:\(all(items))}"
    case .global(let name): "<\(name)>"
    case .record(let address):
      "\(words(heap, heap[address].callable))\(words(heap, heap[address].arguments))"
        + (heap[address].items.map { "+[\(all($0))]" } ?? "")
        + (heap[address].pairs.map { "+{\(all($0))}" } ?? "")
        + (heap[address].state.map { "!\(words(heap, $0))" } ?? "")
    case .persistent(let identity): "@\(words(heap, identity))"
    }
  }

  @Test(
    "understands every operation of protocols 0 to 5",
    arguments: [
      ("N.", "None"), ("I7\n.", "7"), ("I01\n.", "true"), ("I00\n.", "false"), ("I-3\n.", "-3"),
      ("L-12L\n.", "-12"), ("L99999999999999999999L\n.", "1e+20"), ("F1.5\n.", "1.5"),
      ("J\u{1}\u{0}\u{0}\u{0}.", "1"), ("K\u{7}.", "7"), ("M\u{1}\u{1}.", "257"),
      ("S'a\\x41\\n\\'b'\n.", "'aA\n'b'"), ("S\"q\"\n.", "'q'"),
      ("V\\u00e9\\U0001F600z\n.", "'é😀z'"),
      ("V\\ud800\\q\n.", "'\u{FFFD}\\q'"), ("X\u{2}\0\0\0hi.", "'hi'"), ("U\u{2}hi.", "'hi'"),
      ("T\u{2}\0\0\0hi.", "'hi'"), ("C\u{2}hi.", "bytes(2)"), ("B\u{2}\0\0\0hi.", "bytes(2)"),
      (").", "()"), ("(I1\nI2\nt.", "(1,2)"), ("].", "[]"), ("(I1\nl.", "[1]"), ("]I1\na.", "[1]"),
      ("](I1\nI2\ne.", "[1,2]"), ("}.", "{:}"), ("(I1\nI2\nd.", "{:1,2}"),
      ("}I1\nI2\ns.", "{:1,2}"),
      ("}(I1\nI2\nu.", "{:1,2}"), ("I1\n2\n.", ""), ("(I1\n2l.", "[1,1]"), ("I1\nI2\n0.", "1"),
      ("I1\n(I2\nI3\n1.", "1"), ("I1\n(0.", "1"), ("I5\np3\n0g3\n.", "5"),
      ("I5\nq\u{3}0h\u{3}.", "5"), ("I5\nr\u{3}\0\0\00j\u{3}\0\0\0.", "5"),
      ("ca.b\nC\n.", "<a.b.C>"), ("ca\nf\n(I1\ntR.", "<a.f>(1)"), ("ca\nf\n)RI9\nb.", "<a.f>()!9"),
      ("(I1\nia\nC\n.", "<a.C>(1)"), ("(ca\nC\nI1\no.", "<a.C>(1)"),
      ("ca\nf\n)RI9\naI8\na.", "<a.f>()+[9,8]"), ("ca\nf\n)RI9\nI8\ns.", "<a.f>()+{9,8}"),
      ("ccollections\nOrderedDict\n)RI9\nI8\ns.", "{:9,8}"), ("}I1\nb.", "{:}"),
      ("Pabc\n.", "@'abc'"), ("I1\nQ.", "@1"),
    ]
  )
  func operations(script: String, expected: String) throws {
    let bytes = script.unicodeScalars.flatMap { scalar -> [UInt8] in
      // Operands up to 0x7F are one byte; beyond that the text is UTF-8 or Latin-1 as Python has it.
      Array(String(scalar).utf8)
    }
    guard !expected.isEmpty else {
      #expect(Self.fault(bytes)?.kind == .damaged, "\(script)")
      return
    }
    let (heap, root, count) = try Self.read(bytes)
    #expect(Self.words(heap, root) == expected, "\(script)")
    #expect(count == bytes.count, "\(script)")
  }

  @Test(
    "understands the operations above ASCII",
    arguments: [
      ([0x80, 4, 0x95, 1, 0, 0, 0, 0, 0, 0, 0, 0x88], "true"), ([0x89], "false"),
      ([0x4E, 0x85], "(None)"), ([0x4E, 0x88, 0x86], "(None,true)"),
      ([0x4E, 0x88, 0x89, 0x87], "(None,true,false)"), ([0x8A, 0], "0"), ([0x8A, 1, 0xFF], "-1"),
      ([0x8A, 2, 0xFF, 0], "255"), ([0x8A, 8, 0, 0, 0, 0, 0, 0, 0, 0x80], "\(Int.min)"),
      ([0x8A, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1], "wide(9)"), ([0x8B, 1, 0, 0, 0, 5], "5"),
      ([0x47, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0], "1.5"), ([0x4A, 0xFE, 0xFF, 0xFF, 0xFF], "-2"),
      ([0x8C, 2, 0xC3, 0xA9], "'é'"), ([0x8C, 1, 0xFF], "'\u{FFFD}'"),
      ([0x8D, 1, 0, 0, 0, 0, 0, 0, 0, 0x61], "'a'"),
      ([0x8E, 1, 0, 0, 0, 0, 0, 0, 0, 0x61], "bytes(1)"),
      ([0x96, 1, 0, 0, 0, 0, 0, 0, 0, 0x61], "bytes(1)"), ([0x8F], "{}"),
      ([0x8F, 0x28, 0x4E, 0x90], "{None}"), ([0x28, 0x4E, 0x91], "{None}"),
      ([0x4E, 0x94, 0x30, 0x88, 0x94, 0x30, 0x68, 0], "None"),
      ([0x8C, 1, 0x61, 0x8C, 1, 0x62, 0x93], "<a.b>"),
      ([0x8C, 1, 0x61, 0x8C, 1, 0x62, 0x93, 0x29, 0x81], "<a.b>()"),
      ([0x8C, 1, 0x61, 0x8C, 1, 0x62, 0x93, 0x29, 0x7D, 0x92], "<a.b>()"),
    ] as [([UInt8], String)]
  )
  func wideOperations(script: [UInt8], expected: String) throws {
    let (heap, root, _) = try Self.read(script + Pickle.ascii("."))
    #expect(Self.words(heap, root) == expected, "\(script)")
  }

  @Test(
    "refuses what is no pickle",
    arguments: [
      [], [0x2E], [0x80], [0x80, 6, 0x4E, 0x2E], [0xFF], [0x4E], [0x28, 0x2E], [0x30], [0x31],
      [0x32],
      [0x28, 0x4E, 0x28, 0x2E], [0x85, 0x2E], [0x4E, 0x86, 0x2E], [0x68, 0, 0x2E], [0x71, 0, 0x2E],
      [0x28, 0x71, 0, 0x2E], [0x61], [0x4E, 0x4E, 0x61, 0x2E], [0x29, 0x4E, 0x61, 0x2E],
      [0x4E, 0x28, 0x65], [0x7D, 0x28, 0x4E, 0x75], [0x5D, 0x28, 0x4E, 0x4E, 0x75],
      [0x4E, 0x4E, 0x93], [0x4E, 0x62], [0x28, 0x6F], [0x52], [0x4E, 0x52], [0x51],
      [0x28, 0x30, 0x31], [0x65], [0x74], [0x4B], [0x4D, 1], [0x4A, 1, 2, 3], [0x47, 1],
      // Lengths that are lies.
      [0x8B, 0xFF, 0xFF, 0xFF, 0xFF], [0x8B, 0xFF, 0xFF, 0xFF, 0x7F], [0x8A, 9, 1],
      [0x58, 0xFF, 0xFF, 0xFF, 0xFF], [0x54, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x42, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x8E, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x8E, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      [0x8D, 0, 0, 0, 0, 0, 0, 0, 0x80], [0x96, 1, 0, 0, 0, 0, 0, 0, 0x10],
      [0x95, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x4E, 0x2E], [0x8C, 5, 0x61],
      // Lines without an end or without a number.
      [0x49, 0x31], [0x49, 0x0A], [0x49, 0x61, 0x0A], [0x46, 0x0A], [0x4C, 0x0A], [0x53, 0x0A],
      [0x53, 0x27, 0x0A], [0x70, 0x61, 0x0A], [0x67, 0x31, 0x0A], [0x63, 0x61, 0x0A], [0x56, 0x61],
    ] as [[UInt8]]
  )
  func refuses(script: [UInt8]) {
    #expect(Self.fault(script)?.kind == .damaged, "\(script)")
  }

  @Test(
    "refuses what lies outside the pickle",
    arguments: [0x82, 0x83, 0x84, 0x97, 0x98] as [UInt8]
  )
  func refusesOutside(operation: UInt8) {
    let fault = Self.fault([0x4E, operation, 1, 0, 0, 0, 0x2E])
    #expect(fault?.kind == .unsupported, "\(operation): \(String(describing: fault))")
  }

  @Test("takes a memory that is addressed anywhere")
  func sparseMemo() throws {
    let script = Pickle.ascii("I5\nr") + [0xFF, 0xFF, 0xFF, 0xFF] + Pickle.ascii("0j")
    let (heap, root, _) = try Self.read(script + [0xFF, 0xFF, 0xFF, 0xFF, 0x2E])
    #expect(heap.integer(root) == 5)
    let negative = try Self.read(Pickle.ascii("I5\np-7\n0g-7\n."))
    #expect(negative.heap.integer(negative.root) == 5)
  }
}
