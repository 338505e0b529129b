import Testing

@testable import RepCore

@Suite("A pickled module")
struct ModuleWalkTests {
  @Test(
    "of a class that exists nowhere gives its tensors and says what it was made with",
    arguments: ["module", "module-yolo", "legacy-module", "module-protocol4", "module-held"]
  )
  func facts(file: String) throws {
    let set = try #require(try Saved.read(file).sets.last, "\(file)")
    let root = try #require(set.modules[""], "\(file)")
    #expect(root.fullName == "models_that_do_not_exist.Net" && root.className == "Net", "\(file)")
    let block = try #require(set.modules["stage0"], "\(file)")
    #expect(block.className == "RepVGGBlock", "\(file)")
    #expect(block.flags["deploy"] == false && block.flags["training"] == true, "\(file)")
    #expect(block.integers["groups"] == [2] && block.integers["in_channels"] == [4], "\(file)")
    let conv = try #require(set.modules["stage0.rbr_dense.conv"], "\(file)")
    #expect(conv.fullName == "torch.nn.modules.conv.Conv2d", "\(file)")
    #expect(conv.integers["stride"] == [2, 2] && conv.integers["padding"] == [1, 1], "\(file)")
    #expect(conv.integers["kernel_size"] == [3, 3] && conv.integers["groups"] == [2], "\(file)")
    let norm = try #require(set.modules["stage0.rbr_dense.bn"], "\(file)")
    #expect(norm.numbers == ["eps": 1e-3, "momentum": 0.03], "\(file)")
    #expect(norm.flags["affine"] == true, "\(file)")
    #expect(set.modules["stage0.nonlinearity"]?.className == "ReLU", "\(file)")
    #expect(set.modules["stage0.rbr_identity"] == nil, "\(file)")
  }

  @Test("leaves out what its state_dict would leave out")
  func passing() throws {
    for file in ["module", "module-protocol4"] {
      let names = try #require(try Saved.read(file).sets.first).names
      #expect(names.contains("stage0.kept") && !names.contains("stage0.passing"), "\(file)")
    }
  }

  @Test("names its tensors in the order of its state_dict")
  func order() throws {
    #expect(
      try Saved.set("module").names == [
        "stage0.kept", "stage0.rbr_dense.conv.weight", "stage0.rbr_dense.bn.weight",
        "stage0.rbr_dense.bn.bias", "stage0.rbr_dense.bn.running_mean",
        "stage0.rbr_dense.bn.running_var", "stage0.rbr_dense.bn.num_batches_tracked",
        "linear.weight", "linear.bias",
      ]
    )
  }

  @Test("has no modules to tell of when it is a state_dict")
  func stateDict() throws {
    #expect(try Saved.set("zip").modules.isEmpty)
  }
}
