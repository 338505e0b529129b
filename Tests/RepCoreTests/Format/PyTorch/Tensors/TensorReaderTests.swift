import Testing
import Words

@testable import RepCore

@Suite("A tensor of a pickle")
struct TensorReaderTests {
  /// A file with one tensor over 16 bytes of the storage 0.
  private static func file(_ tensor: Pickle.Value) -> [UInt8] {
    Archive.checkpoint(Pickle.protocol2(.dictionary([("layer.weight", tensor)])))
  }

  @Test("may have any shape that its storage can fill")
  func accepts() throws {
    let cases: [(offset: Int, shape: [Int], strides: [Int])] = [
      (0, [4], [1]), (3, [], []), (1, [3], [1]), (0, [2, 2], [1, 2]), (0, [0], [1]),
      (4, [0, 7], [7, 1]), (0, [1, 4], [99, 1]), (3, [1, 1], [1 << 60, 1 << 60]), (0, [4], [0]),
      (0, [2, 2], [2, 1]), (2, [3, 2], [0, 1]), (0, [0, 3], [1, 0]), (0, [2], [3]),
    ]
    for (offset, shape, strides) in cases {
      let tensor = Pickle.Value.tensor(offset: offset, shape: shape, strides: strides)
      let file = try PyTorchFile(reading: Storage(copying: Self.file(tensor)))
      let read = try #require(file.sets[0].checkpoint.tensors["layer.weight"])
      #expect(read.shape == shape, "\(offset) \(shape) \(strides)")
      #expect(read.floats().count == shape.reduce(1, *), "\(offset) \(shape) \(strides)")
    }
  }

  @Test("gathers every element from its place, for every size of element")
  func gathers() throws {
    let shapes: [[Int]] = [[2, 3, 4], [1, 5], [7], [3, 1, 2], [2, 2, 2, 2]]
    for (storage, size) in [
      ("ByteStorage", 1), ("ShortStorage", 2), ("FloatStorage", 4), ("LongStorage", 8),
    ] {
      let count = 64
      let bytes = (0..<count * size).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
      for (index, shape) in shapes.enumerated() {
        // Strides that are neither in order nor dense.
        let strides = shape.indices.map { ($0 * 5 + index) % 7 + 1 }
        let value = Pickle.Value.tensor(
          count: count,
          offset: 2,
          shape: shape,
          strides: strides,
          storage: storage
        )
        let pickle = Pickle.protocol2(.dictionary([("t", value)]))
        let file = try PyTorchFile(
          reading: Storage(copying: Archive.checkpoint(pickle, storages: ["0": bytes]))
        )
        let read = try #require(file.sets[0].checkpoint.tensors["t"])
        var places = [2]
        for (extent, stride) in zip(shape, strides) {
          places = places.flatMap { place in (0..<extent).map { place + $0 * stride } }
        }
        let expected = places.flatMap { bytes[$0 * size..<($0 + 1) * size] }
        #expect(read.storedBytes == expected, "\(storage) \(shape) \(strides)")
      }
    }
  }

  @Test("is damaged where offset, shape, strides or storage are lies")
  func damaged() {
    let cases: [(String, Pickle.Value)] = [
      ("negative extent", .tensor(shape: [-1, 2])), ("negative stride", .tensor(strides: [-1, 1])),
      ("negative offset", .tensor(offset: -1)), ("offset beyond", .tensor(offset: 1)),
      ("offset far beyond", .tensor(offset: .max)), ("too long", .tensor(shape: [5], strides: [1])),
      ("reach", .tensor(shape: [2, 2], strides: [3, 1])),
      ("stride overflow", .tensor(shape: [3, 3], strides: [.max, .max])),
      ("sum overflow", .tensor(offset: .max, shape: [2], strides: [.max])),
      ("product overflow", .tensor(shape: [1 << 32, 1 << 32], strides: [0, 0])),
      ("bytes overflow", .tensor(shape: [1 << 62], strides: [0])),
      ("overflow beside 0", .tensor(shape: [1 << 40, 1 << 40, 0], strides: [0, 0, 0])),
      ("rank", .tensor(shape: [2, 2], strides: [1])),
      ("count too large", .tensor(count: 5)), ("count absurd", .tensor(count: .max)),
      ("count negative", .tensor(count: -4)), ("count too small", .tensor(count: 3)),
      ("missing storage", .tensor(key: "1")), ("path in key", .tensor(key: "../data.pkl")),
      (
        "shape of texts",
        .call(
          "torch._utils",
          "_rebuild_tensor_v2",
          [
            .persistent([]), .integer(0), .tuple([.text("2")]), .tuple([.integer(1)]), .bool(false),
          ]
        )
      ),
      (
        "no storage",
        .call(
          "torch._utils",
          "_rebuild_tensor_v2",
          [
            .none, .integer(0), .tuple([]), .tuple([]), .bool(false),
          ]
        )
      ),
      (
        "axes",
        .tensor(
          shape: [Int](repeating: 1, count: 65),
          strides: [Int](repeating: 1, count: 65)
        )
      ),
    ]
    for (name, tensor) in cases {
      let fault = Saved.fault(Self.file(tensor))
      #expect(fault?.kind == .damaged, "\(name): \(String(describing: fault))")
      #expect(
        fault?.message.en.contains("layer.weight") == true,
        "\(name): \(String(describing: fault))"
      )
    }
  }

  @Test("that would grow far beyond its file is refused, alone or with others")
  func expansion() {
    let alone = Pickle.Value.tensor(shape: [1 << 28], strides: [0])
    #expect(Saved.fault(Self.file(alone))?.kind == .unsupported)
    let many = Pickle.Value.dictionary(
      (0..<100).map { ("layer.\($0)", .tensor(shape: [1 << 20], strides: [0])) }
    )
    let fault = Saved.fault(Archive.checkpoint(Pickle.protocol2(many)))
    #expect(fault?.kind == .unsupported && fault?.message.en.contains("contiguous()") == true)
  }

  @Test("at an odd address reads the same")
  func unaligned() throws {
    let values: [Float] = [1.5, -2, 3, 1e-20]
    let bytes = values.flatMap { Pickle.little(Int($0.bitPattern), bytes: 4) }
    var addresses: Set<Int> = []
    for padding in 0..<8 {
      var archive = Archive(
        pickle: Pickle.protocol2(.dictionary([("a", .tensor())])),
        storages: ["0": bytes]
      )
      archive.records.insert(
        .init(name: "any/x", data: [UInt8](repeating: 0, count: padding)),
        at: 0
      )
      let file = try PyTorchFile(reading: Storage(copying: archive.bytes))
      let tensor = try #require(file.sets[0].checkpoint.tensors["a"])
      addresses.insert(tensor.byteOffset % 8)
      #expect(tensor.floats() == values, "padding \(padding)")
      #expect(
        tensor.withFloats { span in (0..<4).map { span[$0] } } == values,
        "padding \(padding)"
      )
    }
    #expect(addresses.count == 8)
  }

  @Test("of a storage class that is not known is only listed")
  func unknownClass() throws {
    let file = Self.file(.tensor(storage: "FutureStorage"))
    let set = try PyTorchFile(reading: Storage(copying: file)).sets[0]
    #expect(set.checkpoint.opaque == ["layer.weight": "torch.FutureStorage"])
  }
}
