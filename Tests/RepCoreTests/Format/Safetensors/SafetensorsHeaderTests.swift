import Testing
import Words

@testable import RepCore

@Suite("A safetensors header")
struct SafetensorsHeaderTests {
  private static func entry(_ dtype: String, _ shape: String, _ begin: Int, _ end: Int) -> String {
    "{\"dtype\":\"\(dtype)\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
  }

  @Test("may hold nothing, scalars, empty tensors and padding")
  func accepts() throws {
    #expect(Tiny.fault(Tiny.file("{}")) == nil)
    #expect(Tiny.fault(Tiny.file("{}   \n\t")) == nil)
    let scalar = Tiny.file(
      "{\"s\":\(Self.entry("I64", "[]", 0, 8))}",
      data: [UInt8](repeating: 0, count: 8)
    )
    #expect(try Checkpoint(reading: Storage(copying: scalar)).tensors["s"]?.shape == [])
    let empty =
      "{\"z\":\(Self.entry("F32", "[0,7]", 4, 4)),\"a\":\(Self.entry("F32", "[1]", 0, 4)),"
      + "\"b\":\(Self.entry("F32", "[0]", 0, 0))}"
    let checkpoint = try Checkpoint(
      reading: Storage(copying: Tiny.file(empty, data: [0, 0, 128, 63]))
    )
    #expect(checkpoint.tensors["z"]?.shape == [0, 7])
    #expect(checkpoint.tensors["a"]?.floats() == [1])
  }

  @Test(
    "may name any element type of the standard; sizes count in bits",
    arguments: ElementType.allCases
  )
  func types(type: ElementType) throws {
    let bytes = type.bits
    let file = Tiny.file(
      "{\"x\":\(Self.entry(type.rawValue, "[8]", 0, bytes))}",
      data: [UInt8](repeating: 0, count: bytes)
    )
    let checkpoint = try Checkpoint(reading: Storage(copying: file))
    let tensor = try #require(checkpoint.tensors["x"], "\(type)")
    #expect(tensor.elementType == type && tensor.shape == [8] && tensor.byteCount == bytes)
  }

  @Test(
    "is refused when it contradicts itself",
    arguments: [
      // Not an object, or a wrong one.
      "[]", " {}", "{", "{}x", "{\"a\":1}", "{\"a\":{}}", "{\"__metadata__\":1}",
      "{\"__metadata__\":{\"a\":1}}", "{\"__metadata__\":{},\"__metadata__\":{}}",
      // One tensor over 4 bytes of data, with one thing wrong each.
      "{\"a\":\(entry("F33", "[1]", 0, 4))}", "{\"a\":\(entry("F32", "1", 0, 4))}",
      "{\"a\":\(entry("F32", "[-1]", 0, 4))}", "{\"a\":\(entry("F32", "[1.0]", 0, 4))}",
      "{\"a\":\(entry("F32", "[2]", 0, 4))}", "{\"a\":\(entry("F32", "[1]", 4, 0))}",
      "{\"a\":\(entry("F32", "[1]", -4, 0))}", "{\"a\":\(entry("F32", "[1]", 1, 5))}",
      "{\"a\":\(entry("F32", "[2]", 0, 8))}", "{\"a\":\(entry("F32", "[0]", 0, 0))}",
      "{\"a\":\(entry("F4", "[3]", 0, 1)),\"b\":\(entry("U8", "[3]", 1, 4))}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}",
      "{\"a\":{\"dtype\":1,\"shape\":[1],\"data_offsets\":[0,4]}}",
      // Overlap, hole, the same name twice.
      "{\"a\":\(entry("U8", "[3]", 0, 3)),\"b\":\(entry("U8", "[2]", 2, 4))}",
      "{\"a\":\(entry("U8", "[1]", 0, 1)),\"b\":\(entry("U8", "[2]", 2, 4))}",
      "{\"a\":\(entry("U8", "[4]", 0, 4)),\"b\":\(entry("U8", "[4]", 0, 4))}",
      "{\"a\":\(entry("U8", "[2]", 0, 2)),\"a\":\(entry("U8", "[2]", 2, 4))}",
      // Products that overflow, also where a zero follows.
      "{\"a\":\(entry("F32", "[4611686018427387904,4]", 0, 4))}",
      "{\"a\":\(entry("F32", "[9223372036854775807,0]", 0, 0)),\"b\":\(entry("U8", "[4]", 0, 4))}",
      "{\"a\":\(entry("F32", "[4294967296,4294967296]", 0, 4))}",
      "{\"a\":\(entry("F32", "[18446744073709551617]", 0, 4))}",
    ]
  )
  func refuses(header: String) {
    #expect(Tiny.fault(Tiny.file(header, data: [1, 2, 3, 4]))?.kind == .damaged, "\(header)")
  }

  @Test(
    "whose length is a lie is refused and takes no memory",
    .disabled(if: Sanitizer.isActive, "a sanitizer takes memory of its own for each byte")
  )
  func lyingLength() async {
    // In a process of its own, where no other test allocates.
    await #expect(processExitsWith: .success) {
      let before = try Memory.peak()
      for length in [0, 1, 3, 100, 100_000_000, 100_000_001, 1 << 40, 1 << 63, .max] as [UInt64] {
        let fault = Tiny.fault(Tiny.file("{}", length: length))
        precondition(fault?.kind == .damaged, "length \(length)")
      }
      // One allocation of the announced 100 MB would show.
      let taken = try Memory.peak() - before
      precondition(taken < 20_000_000, "\(taken) bytes")
    }
  }

  @Test(
    "of many tiny values takes memory in proportion to the file",
    .disabled(if: Sanitizer.isActive, "a sanitizer takes memory of its own for each byte")
  )
  func manyValues() async {
    await #expect(processExitsWith: .success) {
      let text = "{\"a\":[" + String(repeating: "1,", count: 3_000_000) + "1]}"
      let file = Tiny.file(text)
      let before = try Memory.peak()
      let fault = Tiny.fault(file)
      precondition(fault?.message.en.contains("values") == true)
      let taken = try Memory.peak() - before
      precondition(taken < 16 * file.count, "\(taken) bytes")
    }
  }
}
