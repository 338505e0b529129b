import Testing
import Words

@testable import RepCore

@Suite("Exported safetensors")
struct SafetensorsExportTests {
  private func checkpoint(
    _ network: Network,
    _ naming: ExportNaming,
    form: Form = .train,
    isHalf: Bool = false
  ) throws -> (Checkpoint, notes: [String]) {
    try withTemporaryFolder { folder in
      let path = folder + "/out.safetensors"
      let export = try NetworkExport(network, form: form, isHalf: isHalf)
      let notes = try export.writeSafetensors(to: path, naming: naming)
      return (try Checkpoint.open(path), notes.map(\.en))
    }
  }

  @Test(
    "hold bit for bit the tensors of the fixtures that bear the same names",
    arguments: [
      ("timm-plain", ExportNaming.timm), ("timm-g2", .timm), ("timm-d2se", .timm),
      ("official-plain", .official), ("official-g4", .official), ("official-d2se", .official),
      ("plus-l2pse", .official), ("official-f16", .official), ("official-bf16", .official),
    ]
  )
  func names(fixture: String, naming: ExportNaming) throws {
    let path = try Fixture.path("\(fixture)-train.safetensors")
    let (written, _) = try checkpoint(ModelFile.open(path), naming)
    let original = try Checkpoint.open(path).tensors.filter { !$0.key.contains("_aux.") }
    #expect(Set(written.names) == Set(original.keys))
    for (name, tensor) in original where !name.hasSuffix("num_batches_tracked") {
      let copy = try #require(written.tensors[name], "\(name)")
      #expect(copy.elementType == tensor.elementType && copy.shape == tensor.shape, "\(name)")
      let same = tensor.withBytes { ours in copy.withBytes { ours.elementsEqual($0) } }
      #expect(same, "\(name)")
    }
  }

  @Test("have a counter of zero for every norm, a scalar of int64, and say that they are PyTorch's")
  func counters() throws {
    let network = Tiny.network()
    let norms = network.blocks.flatMap(\.branches).count { $0.norm != nil }
    let (written, _) = try checkpoint(network, .official)
    let counters = written.tensors.filter { $0.key.hasSuffix(".num_batches_tracked") }
    #expect(counters.count == norms)
    #expect(counters.values.allSatisfy { $0.elementType == .int64 && $0.shape.isEmpty })
    #expect(written.metadata["format"] == "pt")
    #expect(try checkpoint(network, .official, form: .deploy).0.names.count == 12)
  }

  @Test("say their pictures, name and labels, and are read with them", arguments: Form.allCases)
  func facts(form: Form) throws {
    var architecture = Tiny.network().architecture
    architecture.name = "small"
    for stage in architecture.stages.indices {
      architecture.stages[stage].blocks[0].stride = stage == 1 ? 3 : 1
    }
    architecture.input = InputShape(
      channels: architecture.input.channels,
      height: 8,
      width: 12,
      mean: Array(repeating: 0.25, count: architecture.input.channels),
      deviation: Array(repeating: 0.5, count: architecture.input.channels)
    )
    let labels = (0..<architecture.classes).map { "class \($0)" }
    let made = Network(random: architecture, seed: 1)
    let network = Network(
      name: made.name,
      input: made.input,
      stages: made.stages,
      head: made.head,
      labels: labels
    )
    try withTemporaryFolder { folder in
      let path = folder + "/out.safetensors"
      _ = try NetworkExport(network, form: form).writeSafetensors(to: path, naming: .official)
      let read = try ModelFile.open(path)
      #expect(read.name == "small" && read.labels == labels)
      #expect(read.input == architecture.input, "\(read.input)")
      #expect(read.blocks.map(\.shape.stride) == made.blocks.map(\.shape.stride))
      let isPictures = { (assumption: Assumption) in
        if case .pictures = assumption.subject { true } else { false }
      }
      #expect(!read.assumptions.contains(where: isPictures), "\(read.assumptions)")
      let sentences = read.assumptions.map(\.sentence)
      #expect(!sentences.contains { $0.contains("stride") }, "\(sentences)")
    }
  }

  @Test("that say what cannot be are read by their tensors alone")
  func foreignFacts() throws {
    let (written, _) = try checkpoint(Tiny.network(), .official)
    let usual = try withTemporaryFolder { folder in
      let path = folder + "/plain.safetensors"
      try Checkpoint(tensors: written.tensors).write(to: path)
      return try ModelFile.open(path).input
    }
    for input in ["[3,8,8", "8", "[7,8,8]", "[3,0,8]", "[3,8]", "[3,8,99999999]", "[3,1e3,8.5]"] {
      var metadata = written.metadata
      metadata["input"] = input
      try withTemporaryFolder { folder in
        let path = folder + "/out.safetensors"
        try Checkpoint(tensors: written.tensors, metadata: metadata).write(to: path)
        #expect(try ModelFile.open(path).input == usual, "\(input)")
      }
    }
  }

  @Test("come with a note of what their names cannot tell: activations, padding, layers")
  func behaviour() throws {
    var architecture = Tiny.network().architecture
    #expect(try checkpoint(Network(random: architecture, seed: 1), .official).notes.isEmpty)
    architecture.stages[0].blocks[0].activation = .leakyReLU(slope: 0.1)
    architecture.stages[1].blocks[0].activation = .leakyReLU(slope: 0.1)
    architecture.stages[1].blocks[1].activation = .identity
    architecture.stages[2].blocks[0].padding = .reflect
    architecture.stages[2].blocks[1].activation = .unsupported("GELU")
    let network = Network(random: architecture, seed: 1)
    for form in Form.allCases {
      let notes = try checkpoint(network, .official, form: form).notes
      #expect(
        notes == [
          "the names say a ReLU and zero padding, but the network has LeakyReLU 0.1 in stage0, "
            + "stage1.0, no activation in stage1.1, reflect padding in stage2.0, "
            + "the activation GELU in stage2.1; set that in the code that loads the file"
        ]
      )
    }
    for (change, word) in [
      ({ $0.activation = .hardswish }, "Hardswish"), ({ $0.padding = .circular }, "circular"),
    ] as [((inout BlockShape) -> Void, String)] {
      var architecture = Tiny.network().architecture
      change(&architecture.stages[1].blocks[0])
      let network = Network(random: architecture, seed: 1)
      let error = #expect(throws: FormatError.self, "\(word)") { try checkpoint(network, .timm) }
      #expect(error?.message.en.contains("stage1.0") == true, "\(word)")
      #expect(error?.message.en.contains(word) == true, "\(word)")
    }
  }

  @Test("keep the vectors of norms in float32 when kernels are float16")
  func half() throws {
    let (written, notes) = try checkpoint(Tiny.network(), .timm, isHalf: true)
    let kernel = try #require(written.tensors["stem.conv_kxk.conv.weight"])
    let variance = try #require(written.tensors["stem.conv_kxk.bn.running_var"])
    #expect(kernel.elementType == .float16 && variance.elementType == .float32)
    #expect(notes.allSatisfy { $0.contains("float16") })
  }

  @Test("refuse timm's names for blocks that timm does not have")
  func refusals() throws {
    let networks = [
      Tiny.network(excite: .afterActivation), .stemOfTwo,
    ]
    for (network, reason) in zip(networks, ["squeeze-excite behind its ReLU", "in its stem"]) {
      let error = #expect(throws: FormatError.self) { try checkpoint(network, .timm) }
      #expect(error?.kind == .unsupported && error?.message.en.contains(reason) == true)
    }
  }

  @Test("of MobileOne bear the names of its own code and of timm's", arguments: Form.allCases)
  func mobileOne(form: Form) throws {
    let network = Network(random: .startOfMobileOne, seed: 1)
    let train = form == .train
    for (naming, name) in [
      (
        ExportNaming.official,
        train ? "stage1.0.rbr_conv.3.conv.weight" : "stage1.0.reparam_conv.bias"
      ),
      (.timm, train ? "stages.0.0.conv_kxk.3.conv.weight" : "stages.0.0.reparam_conv.bias"),
    ] {
      let (written, _) = try checkpoint(network, naming, form: form)
      #expect(written.tensors[name] != nil, "\(naming): \(written.names.prefix(9))")
      let expected = train ? network : try network.folded()
      let again = try withTemporaryFolder { folder in
        try written.write(to: folder + "/again.safetensors")
        return try ModelFile.open(folder + "/again.safetensors")
      }
      #expect(again.values == expected.values, "\(naming), \(form)")
    }
  }

  @Test("come with a word about an epsilon that they cannot tell")
  func epsilon() throws {
    let network = Tiny.network(epsilon: 1e-3)
    #expect(try checkpoint(network, .official).notes.contains { $0.contains("epsilon 0.001") })
    #expect(try checkpoint(network, .official, form: .deploy).notes.isEmpty)
  }
}

extension RawSpan {
  fileprivate func elementsEqual(_ other: RawSpan) -> Bool {
    withUnsafeBytes { ours in other.withUnsafeBytes { ours.elementsEqual($0) } }
  }
}

extension Network {
  fileprivate static var stemOfTwo: Network {
    Network(
      random: Architecture(
        Recipe(
          name: "two",
          widths: [4],
          depths: [2],
          strides: [2],
          classes: 2,
          input: InputShape(channels: 3, height: 8, width: 8)
        )
      ),
      seed: 1
    )
  }
}
