import Testing

@testable import RepCore

@Suite("Is a file another one folded")
struct FoldComparisonTests {
  private let network = Network(random: Architecture(.small(groups: 2)), seed: 33)

  private func compare(_ first: ModelFile.Opened, _ second: ModelFile.Opened) -> FoldComparison {
    FoldComparison(first, ComparedFile(second))
  }

  private func opened(_ file: String) throws -> ModelFile.Opened {
    try ModelFile.inspect(Fixture.path(file))
  }

  @Test(
    "what other projects folded in float32 is, under whatever names",
    arguments: [
      ("official-plain-train.safetensors", "official-plain-deploy.safetensors"),
      ("official-g4-train.rvg", "official-g4-deploy.safetensors"),
      ("official-d2se-train.safetensors", "official-d2se-deploy.rvg"),
      ("official-no-affine-train.safetensors", "official-no-affine-deploy.safetensors"),
      ("official-eps-train.rvg", "official-eps-deploy.safetensors"),
      ("timm-g2-train.safetensors", "timm-g2-deploy.safetensors"),
      ("timm-d2se-train.safetensors", "timm-d2se-deploy.safetensors"),
      ("plus-l2pse-train.safetensors", "plus-l2pse-deploy.safetensors"),
      ("schemes/mmpretrain-se-train.pth", "schemes/mmpretrain-se-deploy.pth"),
      ("schemes/mmpretrain-mobileone-train.pth", "schemes/mmpretrain-mobileone-deploy.pth"),
      ("schemes/apple-mobileone-train.pth", "schemes/apple-mobileone-deploy.pth"),
      ("schemes/timm-mobileone-train.pth", "schemes/timm-mobileone-deploy.pth"),
    ]
  )
  func folded(train: String, deploy: String) throws {
    let comparison = compare(try opened(train), try opened(deploy))
    #expect(
      comparison.outcome == .folded,
      "\(train): \(comparison.outcome), \(comparison.firstDifferent as Any), \(comparison.tensors.filter { !$0.agrees })"
    )
    #expect(comparison.blocks.allSatisfy { ($0.maximumRelative ?? 1) < 1e-6 }, "\(train)")
    #expect(comparison.explanation == nil)
  }

  @Test(
    "files in half precision agree as far as it goes, with a norm that stays behind the sum, too",
    arguments: ["yolov6-qarepvgg", "yolov6-qarepvggv2", "yolov6"]
  )
  func halfFiles(name: String) throws {
    let path = try Fixture.path("schemes/\(name)-train.pt")
    let comparison = compare(
      try ModelFile.inspect(path, ReadingOptions(set: "model")),
      try opened("schemes/\(name)-deploy.pt")
    )
    #expect(
      comparison.outcome == .folded,
      "\(name): \(comparison.outcome), \(comparison.firstDifferent as Any)"
    )
    #expect(comparison.blocks.allSatisfy { $0.storage == .float16 }, "\(name)")
    #expect(comparison.blocks.allSatisfy { ($0.maximumRelative ?? 1) < 3 * 0x1p-11 }, "\(name)")
  }

  @Test("one code's names beside another's do not matter")
  func namings() throws {
    let first = try network.rewritten()
    try withTemporaryFolder { folder in
      for naming in ExportNaming.allCases {
        let path = folder + "/\(naming).safetensors"
        _ = try NetworkExport(network, form: .deploy).writeSafetensors(to: path, naming: naming)
        let comparison = compare(first, try ModelFile.inspect(path))
        #expect(comparison.outcome == .folded, "\(naming)")
        #expect(comparison.tensors.allSatisfy { $0.finding == .same }, "\(naming)")
      }
    }
  }

  @Test("float16 passes and is said, and float16 is not float32")
  func half() throws {
    let first = try network.rewritten()
    let second = try network.folded().rewritten { $1.converted(to: .float16) }
    let comparison = compare(first, second)
    #expect(comparison.outcome == .folded)
    #expect(comparison.blocks.allSatisfy { $0.storage == .float16 })
    #expect(comparison.tensors.map(\.finding) == [.rounded(.float16), .rounded(.float16)])
    let widened = try network.folded().rewritten {
      Tensor($1.converted(to: .float16).floats(), shape: $1.shape)
    }
    let disguised = compare(first, widened)
    #expect(disguised.outcome == .different)
    #expect(disguised.explanation?.guess == .rounded(.float16))
  }

  @Test("a file in the training form, a mixed one and swapped ones are told apart")
  func forms() throws {
    let (train, deploy) = (try network.rewritten(), try network.folded().rewritten())
    #expect(compare(train, train).outcome == .unfolded)
    #expect(compare(deploy, train).outcome == .swapped)
    #expect(compare(deploy, deploy).outcome == .sameFolded)
    let other = Network(random: network.architecture, seed: 34)
    #expect(compare(train, try other.rewritten()).outcome == .otherUnfolded)
    let mixed = try network.mapBlocks { index, block in
      index < 3 ? BlockFold(block).folded() : block
    }.rewritten()
    let comparison = compare(train, mixed)
    #expect(comparison.outcome == .partlyFolded(3) && comparison.passes)
  }

  @Test("the first tap that differs is named, in the block where it stands")
  func tap() throws {
    let first = try network.rewritten()
    let name = "stage2.0.rbr_reparam.weight"
    let second = try network.folded().rewritten {
      $0 == name ? $1.replacing(10, by: $1.floats()[10] + 1e-3) : $1
    }
    let comparison = compare(first, second)
    #expect(comparison.outcome == .different && comparison.explanation == nil)
    #expect(comparison.firstDifferent?.title == "stage2.0")
    guard case .folded(let difference) = comparison.firstDifferent?.finding else {
      Issue.record("\(comparison.firstDifferent as Any)")
      return
    }
    #expect(difference.first?.tensor == "kernel" && difference.first?.index == [0, 1, 0, 1])
    #expect(abs((difference.first?.found ?? 0) - (difference.first?.expected ?? 0) - 1e-3) < 1e-6)
    #expect(comparison.blocks.count { !$0.agrees } == 1)
  }

  @Test("folded numbers may be as far apart as the user says, and nothing else may")
  func tolerance() throws {
    let first = try network.rewritten()
    let far = try network.folded().rewritten {
      $0 == "stage2.0.rbr_reparam.weight" ? $1.replacing(10, by: $1.floats()[10] + 1e-3) : $1
    }
    let exact = try network.folded().rewritten()
    let outcomes: [(tolerance: Double?, far: Bool, exact: Bool)] = [
      (nil, false, true), (1, true, true), (1e-2, true, true), (1e-5, false, true),
      (1e-12, false, false),
    ]
    for (tolerance, isFar, isExact) in outcomes {
      for (second, passes) in [(far, isFar), (exact, isExact)] {
        let comparison = FoldComparison(first, ComparedFile(second), tolerance: tolerance)
        #expect(
          comparison.passes == passes,
          "tolerance \(tolerance as Any), \(comparison.firstDifferent as Any)"
        )
      }
    }
    let other = try network.folded().rewritten {
      $0 == "linear.bias" ? $1.replacing(1, by: $1.floats()[1] + 1e-6) : $1
    }
    #expect(FoldComparison(first, ComparedFile(other), tolerance: 1).outcome == .different)
  }

  @Test("half precision rounds on top of what the user says")
  func toleranceOfHalf() throws {
    let first = try network.rewritten()
    let second = try first.network.folded().rewritten { $1.converted(to: .float16) }
    for tolerance in [nil, 1e-2, 1e-5, 1e-12] {
      let comparison = FoldComparison(first, ComparedFile(second), tolerance: tolerance)
      #expect(
        comparison.outcome == .folded,
        "tolerance \(tolerance as Any), \(comparison.firstDifferent as Any)"
      )
    }
  }

  @Test("what folding leaves alone is compared, too")
  func others() throws {
    let first = try network.rewritten()
    let second = try network.folded().rewritten {
      $0 == "linear.bias" ? $1.replacing(1, by: 9) : $1
    }
    let comparison = compare(first, second)
    #expect(comparison.outcome == .different && comparison.blocks.allSatisfy(\.agrees))
    let told = comparison.tensors.filter { !$0.agrees }
    #expect(told.map(\.name) == ["classifier bias"])
    if case .different(let index, _, let found)? = told.first?.finding {
      #expect(index == [1] && found == "9.0")
    } else {
      Issue.record("\(told)")
    }
  }

  @Test("squeeze-excite is compared tensor by tensor")
  func squeezeExcite() throws {
    let recipe = Recipe.small(squeezeExcite: .init(reduction: 4, placement: .beforeActivation))
    let network = Network(random: Architecture(recipe), seed: 4)
    let second = try network.folded().rewritten {
      $0 == "stage1.1.se.up.bias" ? $1.replacing(0, by: 9) : $1
    }
    let comparison = compare(try network.rewritten(), second)
    #expect(comparison.outcome == .different)
    #expect(comparison.firstDifferent?.title == "stage1.1")
  }

  @Test("what no tensor tells is compared where both files tell it, and named where one does not")
  func facts() throws {
    try withTemporaryFolder { folder in
      let (first, second) = (folder + "/first.rvg", folder + "/second.rvg")
      try ModelFile.write(network, to: first)
      let changed = try network.folded().mapBlocks { index, block in
        var shape = block.shape
        if index == 1 { shape.stride = 2 }
        return Block(shape: shape, branches: block.branches)
      }
      try ModelFile.write(changed, to: second)
      let comparison = compare(try ModelFile.inspect(first), try ModelFile.inspect(second))
      #expect(comparison.blocks.allSatisfy { $0.agrees } && comparison.areFactsTold)
      #expect(comparison.outcome == .different)
      let expected = FactDifference(title: "stage1.0", fact: .stride, first: "1", second: "2")
      #expect(comparison.facts == [expected])
      let untold = compare(try ModelFile.inspect(first), try network.folded().rewritten())
      #expect(untold.outcome == .folded && !untold.areFactsTold)
    }
  }

  @Test("a block that one file does not have is told")
  func missing() throws {
    let longer = Architecture(
      Recipe(
        name: "longer",
        widths: [8, 8, 16],
        depths: [1, 3, 4],
        strides: [2, 1, 2],
        groups: 2,
        classes: 5,
        input: InputShape(channels: 3, height: 16, width: 16)
      )
    )
    let second = try Network(random: longer, seed: 33).folded().rewritten()
    let comparison = compare(try network.rewritten(), second)
    #expect(comparison.outcome == .different)
    #expect(
      comparison.blocks.last?.title == "stage2.3" && comparison.blocks.last?.finding == .extra
    )
  }

  @Test("blocks that leave no telling name when they are folded are found by their family's rule")
  func unknownNames() throws {
    let first = try opened("schemes/yolov7-train.pt")
    try withTemporaryFolder { folder in
      for (module, name) in [("conv", "conv."), ("", "")] {
        var tensors = try #require(first.graph).folded(first.network.folded())
        for (key, tensor) in tensors where key.contains("rbr_reparam.") {
          tensors[key] = nil
          tensors[String(key.replacing("rbr_reparam.", with: name))] = tensor
        }
        let path = folder + "/renamed.safetensors"
        try Checkpoint(tensors: tensors).write(to: path)
        let comparison = FoldComparison(first, try ComparedFile(opening: path))
        #expect(comparison.outcome == .folded, "P.\(module)")
        #expect(comparison.tensors.filter { !$0.agrees }.isEmpty, "P.\(module)")
      }
    }
  }

  @Test("NaN is found in a second file without a block that is known, too")
  func damageWithoutBlocks() throws {
    let first = try opened("schemes/yolov7-train.pt")
    var tensors = try #require(first.graph).folded(first.network.folded())
    for (key, tensor) in tensors where key.contains("rbr_reparam.") {
      tensors[key] = nil
      let name = String(key.replacing("rbr_reparam.", with: "conv."))
      tensors[name] = tensor
    }
    let kernel = try #require(
      tensors.keys.sorted().first { $0.hasSuffix(".conv.weight") && first.tensors[$0] == nil }
    )
    let other = try #require(
      tensors.keys.sorted().first {
        first.coverage.opaque.contains($0) && tensors[$0]?.elementType.isFloatingPoint == true
      }
    )
    for name in [kernel, other] { tensors[name] = tensors[name]?.replacing(0, by: .nan) }
    try withTemporaryFolder { folder in
      let path = folder + "/renamed.safetensors"
      try Checkpoint(tensors: tensors).write(to: path)
      let second = try ComparedFile(opening: path)
      #expect(second.opened == nil)
      let faults = FoldComparison(first, second).faults
      #expect(faults.first == [])
      #expect(
        Dictionary(uniqueKeysWithValues: faults.second.map { ($0.name, $0.part) })
          == [kernel: .network, other: .opaque]
      )
    }
  }
}

extension Network {
  /// The same network with every block replaced by what `change` makes of it.
  func mapBlocks(_ change: (Int, Block) -> Block) -> Network {
    var index = -1
    return replacingBlocks(
      stages.map { stage in
        stage.map { block in
          index += 1
          return change(index, block)
        }
      }
    )
  }
}
