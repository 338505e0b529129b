import Testing

@testable import RepCore

@Suite("The old format of torch.save")
struct LegacyContainerTests {
  private static let magic: [UInt8] = [0x80, 2] + LegacyContainer.magic

  /// A file of one tensor over one storage of `elements`, with each part replaceable.
  private static func file(
    version: Int = 1001,
    isLittle: Pickle.Value = .bool(true),
    tensor: Pickle.Value = .tensor(),
    keys: [Pickle.Value] = [.text("0")],
    counts: [Int] = [4],
    elements: [UInt8] = [UInt8](repeating: 1, count: 16)
  ) -> [UInt8] {
    magic + Pickle.protocol2(.integer(version))
      + Pickle.protocol2(.dictionary([("little_endian", isLittle)]))
      + Pickle.protocol2(.dictionary([("a", tensor)])) + Pickle.protocol2(.list(keys))
      + counts.flatMap { Pickle.little($0, bytes: 8) + elements }
  }

  /// A tensor over a part of a storage.
  private static func view(offset: Int, count: Int, of whole: Int = 4) -> Pickle.Value {
    .call(
      "torch._utils",
      "_rebuild_tensor",
      [
        .persistent([
          .text("storage"), .global("torch", "FloatStorage"), .text("0"), .text("cpu"),
          .integer(whole), .tuple([.text("9"), .integer(offset), .integer(count)]),
        ]),
        .integer(0), .tuple([.integer(2)]), .tuple([.integer(1)]),
      ]
    )
  }

  @Test("has storages behind the pickles, and views of them")
  func reads() throws {
    #expect(Saved.fault(Self.file()) == nil)
    let elements = (0..<16).map { UInt8($0) }
    let file = Self.file(tensor: Self.view(offset: 1, count: 2), elements: elements)
    let set = try PyTorchFile(reading: Storage(copying: file)).sets[0]
    #expect(set.checkpoint.tensors["a"]?.storedBytes == Array(elements[4..<12]))
  }

  @Test("is refused with a reason")
  func refuses() {
    let cases: [(String, FormatError.Kind, [UInt8])] = [
      ("version", .unsupported, Self.file(version: 1002)),
      ("byte order", .unsupported, Self.file(isLittle: .bool(false))),
      ("byte order of no sort", .unsupported, Self.file(isLittle: .none)),
      ("count above", .damaged, Self.file(counts: [5])),
      ("count below", .damaged, Self.file(counts: [3])),
      ("count negative", .damaged, Self.file(counts: [-1])),
      ("count absurd", .damaged, Self.file(counts: [.max])),
      ("no storage", .damaged, Self.file(keys: [])),
      ("other storage", .damaged, Self.file(keys: [.text("1")])),
      ("twice", .damaged, Self.file(keys: [.text("0"), .text("0")], counts: [4, 4])),
      ("key of no sort", .damaged, Self.file(keys: [.none])),
      ("view beyond", .damaged, Self.file(tensor: Self.view(offset: 3, count: 2))),
      ("view negative", .damaged, Self.file(tensor: Self.view(offset: -1, count: 2))),
      ("view absurd", .damaged, Self.file(tensor: Self.view(offset: .max, count: .max))),
      ("view short", .damaged, Self.file(tensor: Self.view(offset: 0, count: 1))),
    ]
    for (name, kind, bytes) in cases {
      let fault = Saved.fault(bytes)
      #expect(fault?.kind == kind, "\(name): \(String(describing: fault))")
    }
  }
}
