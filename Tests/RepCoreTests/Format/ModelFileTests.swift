import Foundation
import Testing
import Words

@testable import RepCore

@Suite("A model file")
struct ModelFileTests {
  static let networks: [Network] = [
    Tiny.block, Tiny.deployed(Tiny.block), Tiny.network(), Tiny.network(groups: 2, epsilon: 1e-3),
    Tiny.network(excite: .beforeActivation), Tiny.network(groups: 4, excite: .afterActivation),
    Tiny.deployed(Tiny.network(groups: 2, excite: .beforeActivation)), mixed, unusual,
  ]

  /// One block folded, the others not.
  private static var mixed: Network {
    var architecture = Tiny.network().architecture
    architecture.stages[1].blocks[1] = architecture.stages[1].blocks[1].deployed
    return Network(random: architecture, seed: 3)
  }

  /// Norms without gamma and beta, biases, a norm behind the sum, dilation, no norm at all.
  private static var unusual: Network {
    var architecture = Tiny.network().architecture
    architecture.stages[0].blocks[0].branches[0].norm = NormShape(epsilon: 0.25, isAffine: false)
    architecture.stages[1].blocks[0].branches[1].norm = nil
    architecture.stages[1].blocks[0].branches[0].hasBias = true
    architecture.stages[1].blocks[1].postNorm = NormShape(epsilon: 1e-3)
    architecture.stages[1].blocks[1].branches[2].norm = nil
    architecture.stages[2].blocks[0].branches = [BranchShape(role: .folded, hasBias: true)]
    architecture.stages[2].blocks[1].dilation = 2
    architecture.stages[2].blocks[1].activation = .identity
    return Network(random: architecture, seed: 4)
  }

  @Test("comes back as it was written", arguments: networks.indices)
  func roundTrip(index: Int) throws {
    let network = Self.networks[index]
    try Tiny.withTemporaryFile { path in
      try ModelFile.write(network, to: path, source: "a test")
      let opened = try ModelFile.inspect(path)
      #expect(opened.container == .rvg && opened.isVerified && opened.coverage.ignored == [])
      #expect(opened.network.architecture == network.architecture)
      #expect(opened.network.source == "a test")
      #expect(opened.network.values == network.values)
      let again = path + "2"
      try ModelFile.write(opened.network, to: again)
      #expect(
        try Tiny.contents(again) == Tiny.contents(path),
        "the bytes of a second writing differ"
      )
      let length = try Tiny.contents(path).prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
      #expect((8 + length).isMultiple(of: 64), "the data starts on a cache line")
    }
  }

  @Test("keeps labels and assumptions")
  func labels() throws {
    let plain = Tiny.network()
    let network = Network(
      name: "ziffern \"ä\"\n",
      input: plain.input,
      stages: plain.stages,
      head: plain.head,
      labels: ["eins", "zwei", "drei\t"],
      assumptions: [
        Assumption(.steps(in: ["stage0"]), .nowhere),
        Assumption(.epsilon(1e-3, norms: 2), .nowhere),
      ]
    )
    let opened = try ModelFile.read(try Tiny.bytes(network), name: "x")
    #expect(
      opened.labels == network.labels
        && opened.assumptions == [
          Assumption(.recorded("stride 2 in stage0"), .metadata),
          Assumption(.recordedCondition("epsilon 0.001 in 2 norms"), .metadata),
        ]
    )
    #expect(opened.name == network.name && opened.source == nil)
  }

  @Test("keeps the element type", arguments: [ElementType.float16, .bfloat16, .float64])
  func elementTypes(type: ElementType) throws {
    let network = Tiny.block
    let own = try #require(network.head)
    let bias = own.bias
    let bytes = [UInt8](repeating: 0x3C, count: type.bits / 8)
    let head = Head(
      kernel: own.kernel,
      bias: Tensor(
        storage: Storage(copying: bytes),
        byteOffset: 0,
        elementType: type,
        shape: bias.shape
      )
    )
    let changed = Network(name: "t", input: network.input, stages: network.stages, head: head)
    let opened = try ModelFile.read(try Tiny.bytes(changed), name: "x")
    #expect(opened.head?.bias.elementType == type)
    #expect(opened.values == changed.values)
  }

  @Test("cut short anywhere gives an error")
  func truncated() throws {
    let bytes = try Tiny.bytes(Tiny.block)
    for count in 0..<bytes.count {
      #expect(Tiny.modelFault(Array(bytes[..<count])) != nil, "cut to \(count)")
    }
    #expect(Tiny.modelFault(bytes + [0])?.kind == .damaged)
  }

  @Test("with one bit flipped gives an error or a network, and an error for every bit of the data")
  func flipped() throws {
    let bytes = try Tiny.bytes(Tiny.deployed(Tiny.block))
    let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    for bit in 0..<bytes.count * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << (bit % 8)
      let fault = Tiny.modelFault(damaged)
      if bit / 8 >= 8 + length {
        #expect(fault?.message.en.contains("checksum") == true, "bit \(bit)")
      }
    }
  }

  @Test(
    "that is something else is called by its name",
    arguments: [
      ("PK\u{3}\u{4}abcdefghij", "zip"), ("GGUF0123456789", "GGUF"), ("%PDF-1.7 and more", "PDF"),
      ("hello, world; no model", "a text"), ("<!DOCTYPE html><p>not found</p>", "a web page"),
      ("\n  <HTML><body>404", "a web page"), ("\u{FEFF}<?xml version=\"1.0\"?><Error/>", "XML"),
      ("{\"error\": \"not found\"}", "JSON"), ("[1, 2, 3]", "JSON"),
      (
        "{\"metadata\": {}, \"weight_map\": {\"a\": \"model-1.safetensors\"}}",
        "the index of a model"
      ),
      ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS pointer"),
      ("BZh91AY&SY", "bzip2"), ("Rar!\u{1A}\u{7}\u{0}", "RAR"),
    ]
  )
  func foreign(text: String, word: String) {
    let fault = Tiny.modelFault(Array(text.utf8))
    #expect(fault?.message.en.contains(word) == true, "\(text): \(fault?.message.en ?? "opened")")
    #expect(fault?.exitStatus == 3)
  }

  @Test("of a newer version, with a wrong checksum or without a description is refused")
  func metadata() throws {
    let tensors = Tiny.block.namedTensors
    let document = RvgDocument(Tiny.block, source: nil, tensors: tensors)
    let cases: [(key: String, value: String?, kind: FormatError.Kind?)] = [
      ("rvg.version", "2", .unsupported), ("rvg.version", nil, .damaged),
      ("rvg.network", nil, .damaged), ("rvg.network", "{", .damaged),
      ("rvg.checksum", "md5:00", .damaged), ("rvg.checksum", "xxh64:+000000000000000", .damaged),
      ("rvg.checksum", "xxh64:0000000000000000", .damaged), ("rvg.checksum", nil, nil),
    ]
    for (key, value, kind) in cases {
      var metadata = document.metadata
      metadata[key] = value
      try Tiny.withTemporaryFile { path in
        try Checkpoint(tensors: tensors, metadata: metadata).write(to: path)
        let fault = Tiny.modelFault(try Tiny.contents(path))
        #expect(
          fault?.kind == kind,
          "\(key) = \(value ?? "nothing"): \(fault?.message.en ?? "opened")"
        )
      }
    }
  }

  @Test("with a tensor missing, added, reshaped or of integers is refused with its name")
  func tensors() throws {
    let sound = Tiny.network().namedTensors
    let metadata = RvgDocument(Tiny.network(), source: nil, tensors: [:]).metadata
      .filter { $0.key != "rvg.checksum" }
    func fault(_ change: (inout [String: Tensor]) -> Void) throws -> String? {
      var tensors = sound
      change(&tensors)
      return try Tiny.withTemporaryFile { path in
        try Checkpoint(tensors: tensors, metadata: metadata).write(to: path)
        let fault = Tiny.modelFault(try Tiny.contents(path))
        #expect(fault == nil || fault?.kind == .mismatch)
        return fault?.message.en
      }
    }
    let name = "stage1.1.rbr_identity.running_var"
    let other = Tensor([1, 2], shape: [2])
    let integers = Tensor(
      storage: Storage(copying: [Int32](repeating: 1, count: 8)),
      byteOffset: 0,
      elementType: .int32,
      shape: [8]
    )
    #expect(try fault { _ in } == nil)
    #expect(try fault { $0["stage0.rbr_dense.bn.num_batches_tracked"] = other } == nil)
    #expect(try fault { $0[name] = nil }?.contains("1 tensors are missing (\(name))") == true)
    #expect(try fault { $0["extra"] = other }?.contains("1 are unknown (extra)") == true)
    #expect(try fault { $0[name] = other }?.contains("\(name) is [2] where [8]") == true)
    #expect(
      try fault { $0[name] = integers }?.contains("\(name) is int32, which is not read") == true
    )
  }
}
