import Testing
import Words

@testable import RepCore

@Suite("A checkpoint of torch.save")
struct PyTorchFileTests {
  @Test("holds bit for bit what torch.load finds, under the same names", arguments: Saved.names)
  func sameTensors(name: String) throws {
    let expected = try Saved.expected(name)
    var found: [String: Tensor] = [:]
    for set in try Saved.read(name).sets {
      // The golden files hold what computes; of the other types a test below looks at the bytes.
      for (key, tensor) in set.checkpoint.tensors
      where tensor.elementType.isInteger || tensor.elementType.isFloatingPoint {
        found["\(set.name)/\(key)"] = tensor
      }
      #expect(Set(set.names) == Set(set.checkpoint.names), "\(name)")
      #expect(set.names.count == set.checkpoint.names.count, "\(name)")
    }
    #expect(found.keys.sorted() == expected.keys.sorted(), "\(name)")
    for (key, tensor) in expected {
      let ours = try #require(found[key], "\(name): \(key)")
      #expect(ours.shape == tensor.shape, "\(name): \(key)")
      #expect(ours.elementType == tensor.elementType, "\(name): \(key)")
      #expect(ours.storedBytes == tensor.storedBytes, "\(name): \(key)")
    }
  }

  @Test("is there in every container and protocol")
  func fixturesAreThere() {
    #expect(Saved.names.count >= 24)
  }

  @Test("is told by its first bytes", arguments: Saved.names)
  func isOne(name: String) throws {
    let head = try Saved.bytes("\(name).pth").prefix(64)
    #expect(Saved.isOne(Array(head)), "\(name)")
    let safetensors = try Saved.bytes("\(name).safetensors")
    #expect(!Saved.isOne(safetensors), "\(name)")
  }

  @Test(
    "is not what only begins alike",
    arguments: [
      "", "P", "PK", "PK\u{5}\u{6}", "\u{7F}ELF", "{}", "PK\u{3}\u{4}\0\0\0\0{\"a\":1}",
    ]
  )
  func isNotOne(text: String) {
    #expect(!Saved.isOne(Array(text.utf8)), "\(text)")
  }

  @Test("keeps the order of the file")
  func order() throws {
    #expect(
      try Saved.set("zip").names == [
        "rbr_dense.conv.weight", "rbr_dense.bn.weight", "rbr_dense.bn.bias",
        "rbr_dense.bn.running_mean", "rbr_dense.bn.running_var",
        "rbr_dense.bn.num_batches_tracked", "rbr_1x1.conv.weight", "rbr_1x1.bn.weight",
        "rbr_1x1.bn.bias", "rbr_1x1.bn.running_mean", "rbr_1x1.bn.running_var",
        "rbr_1x1.bn.num_batches_tracked",
      ]
    )
    #expect(try Saved.set("many").names == (0..<300).map { "layer.\($0)" })
  }

  @Test("copies nothing where tensors are contiguous")
  func inPlace() throws {
    for name in ["zip", "legacy", "kinds", "module"] {
      let storage = try MappedFile.open(Fixture.path("pytorch/\(name).pth"))
      let sets = try PyTorchFile.sets(in: storage)
      for (key, tensor) in sets[0].checkpoint.tensors {
        #expect(tensor.storage === storage, "\(name): \(key)")
      }
    }
  }

  @Test("gathers a strided tensor once for all its names")
  func gathersOnce() throws {
    let set = try Saved.set("strided")
    let tensors = set.checkpoint.tensors
    let whole = try #require(tensors["whole"]).storage
    for name in ["offset", "tied", "tied_again", "scalar", "channels_last_point"] {
      #expect(try #require(tensors[name]).storage === whole, "\(name)")
    }
    for name in ["transposed", "permuted", "expanded", "every_second", "channels_last"] {
      #expect(try #require(tensors[name]).storage !== whole, "\(name)")
    }
  }

  @Test("carries tensors of types that are not computed with, and lists those that cannot be")
  func opaque() throws {
    let set = try Saved.set("opaque")
    #expect(set.checkpoint.opaque == ["sparse": "sparse_tensor", "quantized": "qtensor"])
    #expect(set.checkpoint.tensors["complex"]?.elementType == .complex64)
    #expect(set.checkpoint.tensors["float8"]?.elementType == .float8e4m3)
    #expect(set.names == ["real", "complex", "float8", "sparse", "quantized"])
  }

  @Test("says what stands beside the weights")
  func facts() throws {
    for name in ["wrapper", "legacy-wrapper"] {
      #expect(
        try Saved.read(name).facts == [
          "epoch": "120", "arch": "RepVGG-tiny", "max_accuracy": "72.25", "amp": "true",
        ],
        "\(name)"
      )
    }
    #expect(
      try Saved.read("scalars").facts == ["version": "3", "note": "kept apart", "eps": "1e-05"]
    )
  }

  @Test(
    "is refused with what to do where it is something else",
    arguments: [
      ("torchscript.pt", "TorchScript"), ("plain-pickle.pkl", "plain Python pickle"),
    ]
  )
  func refusals(file: String, words: String) throws {
    let fault = try #require(Saved.fault(Saved.bytes(file)))
    #expect(fault.kind == .unsupported && fault.message.en.contains(words), "\(fault)")
  }
}
