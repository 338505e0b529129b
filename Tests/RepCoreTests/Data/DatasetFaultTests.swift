import Foundation
import Testing
import Words

@testable import RepCore

@Suite("Data that are none")
struct DatasetFaultTests {
  private static let pictures = Tensor.bytes([0, 1, 2, 3, 4, 5], shape: [3, 1, 1, 2])

  private struct Case {
    let fault: String
    let kind: FormatError.Kind
    var tensors: [String: Tensor] = ["pictures": DatasetFaultTests.pictures]
    var metadata = ["levels": "5"]
  }

  private static func with(_ name: String, _ tensor: Tensor) -> [String: Tensor] {
    ["pictures": pictures, name: tensor]
  }

  private static let cases = [
    Case(fault: "holds 0 tensors of four axes", kind: .unsupported, tensors: [:]),
    Case(
      fault: "holds 2 tensors of four axes",
      kind: .unsupported,
      tensors: with("more", pictures)
    ),
    Case(
      fault: "tensor pictures: the shape [0, 1, 8, 8] has no pictures",
      kind: .damaged,
      tensors: ["pictures": .bytes([], shape: [0, 1, 8, 8])]
    ),
    Case(
      fault: "tensor pictures: the shape [3, 0, 8, 8] has no pictures",
      kind: .damaged,
      tensors: ["pictures": .bytes([], shape: [3, 0, 8, 8])]
    ),
    Case(
      fault: "tensor pictures: holds BOOL; pictures are U8",
      kind: .unsupported,
      tensors: ["pictures": .bytes([0, 1], shape: [2, 1, 1, 1], as: .bool)]
    ),
    Case(
      fault: "tensor pictures: [0, 0, 0, 1] is NaN",
      kind: .damaged,
      tensors: ["pictures": Tensor([0, .nan], shape: [1, 1, 1, 2])]
    ),
    Case(fault: "nothing says the highest level of its U8", kind: .unsupported, metadata: [:]),
    Case(fault: "1 to 255", kind: .unsupported, metadata: ["levels": "0"]),
    Case(fault: "1 to 255", kind: .unsupported, metadata: ["levels": "256"]),
    Case(fault: "1 to 255", kind: .unsupported, metadata: ["levels": "many"]),
    Case(
      fault: "tensor pictures: [2, 0, 0, 1] is above the highest level, 4",
      kind: .damaged,
      metadata: ["levels": "4"]
    ),
    Case(
      fault: "labels: has the shape [2]; the pictures need [3]",
      kind: .damaged,
      tensors: with("labels", .bytes([0, 1], shape: [2]))
    ),
    Case(
      fault: "labels: has the shape [3, 1]; the pictures need [3]",
      kind: .damaged,
      tensors: with("labels", .bytes([0, 1, 2], shape: [3, 1]))
    ),
    Case(
      fault: "labels: [1] is -4; classes count from 0",
      kind: .damaged,
      tensors: with("labels", .numbers([0, -4, 1] as [Int64], as: .int64))
    ),
    Case(
      fault: "labels: holds F32; write U8, I32 or I64",
      kind: .unsupported,
      tensors: with("labels", Tensor([0, 1, 2], shape: [3]))
    ),
    Case(
      fault: "labels: the metadata hold 2 whole numbers for 3 pictures",
      kind: .damaged,
      metadata: ["levels": "5", "labels": "0 1"]
    ),
    Case(
      fault: "labels: the metadata hold 2 whole numbers for 3 pictures",
      kind: .damaged,
      metadata: ["levels": "5", "labels": "0 1 two"]
    ),
    Case(
      fault: "labels: [0] is -1; classes count from 0",
      kind: .damaged,
      metadata: ["levels": "5", "labels": "-1 0 1"]
    ),
    Case(
      fault: "held_out: has the shape [1]; the pictures need [3]",
      kind: .damaged,
      tensors: with("held_out", .bytes([1], shape: [1]))
    ),
    Case(
      fault: "held_out: [2] is 2; write 1 where held out, else 0",
      kind: .damaged,
      tensors: with("held_out", .bytes([0, 1, 2], shape: [3]))
    ),
  ]

  @Test("are refused in one line that says what is wrong, in both languages")
  func contradictions() {
    for it in DatasetFaultTests.cases {
      let checkpoint = Checkpoint(tensors: it.tensors, metadata: it.metadata)
      let error = #expect(throws: FormatError.self, "\(it.fault)") {
        try Dataset(checkpoint, name: "made")
      }
      guard let error else { continue }
      #expect(error.message.en.contains(it.fault) && error.kind == it.kind, "\(error)")
      #expect(error.message.vi != error.message.en || it.fault.hasSuffix("is NaN"), "\(error)")
      #expect(!error.message.en.contains("\n"))
    }
  }

  @Test("of another format are called by their name, with the path of the file")
  func otherFiles() throws {
    let error = #expect(throws: FormatError.self) {
      try Dataset.open(Samples.path("train_digits.py"))
    }
    #expect(error?.kind == .unsupported && error?.path == Samples.path("train_digits.py"))
    #expect(error?.message.en.hasPrefix("is a text; data are read") == true, "\(error as Any)")
    #expect(throws: FormatError.self) { try Dataset.open(Samples.path("no such file")) }
    #expect(throws: FormatError.self) { try Dataset.open(Samples.path("digits.rvg")) }
  }

  @Test("are refused wherever the file is cut short")
  func cutShort() throws {
    let file = URL(fileURLWithPath: Samples.path("digits-test.safetensors"))
    let bytes = [UInt8](try Data(contentsOf: file))
    _ = try Dataset(reading: Storage(copying: bytes), name: "whole")
    for count in stride(from: 0, to: bytes.count, by: 37) {
      #expect(throws: FormatError.self, "\(count) bytes") {
        try Dataset(reading: Storage(copying: Array(bytes[..<count])), name: "cut")
      }
    }
  }

  @Test("are read or refused whatever bytes of the file are damaged")
  func damagedBytes() throws {
    let whole = try withTemporaryFolder { folder in
      let checkpoint = Checkpoint(
        tensors: DatasetFaultTests.with("labels", .numbers([0, 1, 2] as [Int64], as: .int64))
          .merging(["held_out": .bytes([0, 1, 0], shape: [3])]) { $1 },
        metadata: ["levels": "5"]
      )
      try checkpoint.write(to: folder + "/small.safetensors")
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/small.safetensors")))
    }
    var random = SeededRandom(seed: 5)
    var read = 0
    for _ in 0..<4000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8(
          truncatingIfNeeded: random.next()
        )
      }
      guard let data = try? Dataset(reading: Storage(copying: bytes), name: "damaged") else {
        continue
      }
      read += 1
      let places = data.places(in: data.judged)
      let input = data.input(places, for: InputShape(channels: data.channels))
      #expect(input.count == places.count * data.channels * data.height * data.width)
      #expect(data.labels?.count ?? data.count == data.count && !places.isEmpty)
    }
    #expect((1..<4000).contains(read), "\(read) of 4000 were read")
  }

  @Test("do not fit a network of other channels, another size or fewer classes")
  func mismatches() throws {
    let digits = try Samples.digits()
    func reason(channels: Int = 1, size: Int = 8, classes: Int = 10, isAssumed: Bool = false)
      -> Text?
    {
      let recipe = Recipe(
        name: "small",
        widths: [8],
        depths: [1],
        strides: [1],
        classes: classes,
        input: InputShape(channels: channels, height: size, width: size)
      )
      let made = Network(random: Architecture(recipe), seed: 1)
      return digits.mismatch(
        with: Network(
          name: made.name,
          input: made.input,
          stages: made.stages,
          head: made.head,
          assumptions: isAssumed ? [Assumption(.pictures(height: size, width: size), .nowhere)] : []
        )
      )
    }
    #expect(reason() == nil && reason(classes: 11) == nil)
    #expect(reason(channels: 3)?.en.contains("of 1x8x8; the network takes 3x8x8") == true)
    #expect(reason(size: 9)?.en.contains("of 1x8x8; the network takes 1x9x9") == true)
    #expect(reason(size: 9, isAssumed: true) == nil, "a size that nobody told binds nobody")
    #expect(reason(classes: 9)?.en.contains("the label 9; the network has 9 classes") == true)
  }

  @Test("fit no blocks that stand alone")
  func noClasses() throws {
    let network = try Samples.network()
    let alone = Network(name: "alone", input: network.input, stages: network.stages, head: nil)
    #expect(try Samples.digits().mismatch(with: alone)?.en.contains("no classes") == true)
  }
}
