import Foundation
import Testing

@testable import RepCore

@Suite("Protocol Buffers messages")
struct ProtobufMessageTests {
  /// The bytes of a message, by way of a file.
  private func bytes(_ build: (inout ProtobufMessage) -> Void) throws -> [UInt8] {
    var message = ProtobufMessage()
    build(&message)
    return try Tiny.withTemporaryFile("message") { path in
      let file = try ReplacingFile(path)
      try message.write(to: file) { _ in }
      try file.commit()
      let written = try Tiny.contents(path)
      #expect(written.count == message.byteCount)
      return written
    }
  }

  @Test(
    "write whole numbers as varints",
    arguments: [
      (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0x80, 0x01]), (150, [0x96, 0x01]),
      (16383, [0xFF, 0x7F]), (16384, [0x80, 0x80, 0x01]),
      (-1, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
    ] as [(Int, [UInt8])]
  )
  func varints(value: Int, expected: [UInt8]) throws {
    #expect(try bytes { $0.put(1, value) } == [0x08] + expected, "\(value)")
  }

  @Test("write fields above 15 with a key of two bytes")
  func keys() throws {
    #expect(try bytes { $0.put(20, 7) } == [0xA0, 0x01, 0x07])
  }

  @Test("write strings, floats and tensors in the specified bytes")
  func scalars() throws {
    #expect(try bytes { $0.put(2, "testing") } == [0x12, 0x07] + Array("testing".utf8))
    #expect(try bytes { $0.put(2, Float(1)) } == [0x15, 0x00, 0x00, 0x80, 0x3F])
    let tensor = LazyTensor(Tensor([1, -2], shape: [2]))
    #expect(try bytes { $0.put(9, tensor) } == [0x4A, 8, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])
  }

  @Test("put a message inside another behind its length, tensors included")
  func nesting() throws {
    var inner = ProtobufMessage()
    inner.put(1, 150)
    inner.put(9, LazyTensor(Tensor([1], shape: [1])))
    inner.put(2, 1)
    let written = try bytes {
      $0.put(1, 1)
      $0.put(3, inner)
      $0.put(1, 2)
    }
    let expected: [UInt8] =
      [8, 1, 0x1A, 11] + [8, 0x96, 1] + [0x4A, 4, 0, 0, 0x80, 0x3F] + [0x10, 1] + [8, 2]
    #expect(written == expected)
  }

  @Test("make a tensor only when they are written")
  func laziness() {
    var message = ProtobufMessage()
    let huge = LazyTensor(shape: [1 << 40]) { preconditionFailure("nobody asked for it") }
    message.put(9, huge)
    #expect(message.byteCount == 1 << 42 + 8)
  }
}
