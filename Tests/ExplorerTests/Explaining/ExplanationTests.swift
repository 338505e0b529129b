import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("How a number was made")
struct ExplanationTests {
  /// Checks that every equation holds, as far down as they go; gives how many numbers there are.
  private func check(_ explanation: Explanation, _ name: String, depth: Int = 0) -> Int {
    let parts = explanation.parts.map(\.value)
    let value = explanation.combination.value(of: parts)
    let size = max(explanation.value.magnitude, parts.map(\.magnitude).max() ?? 0, 1e-300)
    #expect(
      (value - explanation.value).magnitude <= 1e-12 * size,
      "\(name), \(explanation.name.en): \(explanation.value) is not \(value)"
    )
    #expect(depth < 12 && !parts.isEmpty, "\(name), \(explanation.name.en)")
    for language in Language.allCases {
      #expect(!explanation.equation(times: "x", language).isEmpty)
    }
    return explanation.parts.reduce(parts.count) { count, part in
      guard let deeper = part.deeper?() else { return count }
      #expect(deeper.value == part.value, "\(name), \(part.name.en)")
      return count + check(deeper, name, depth: depth + 1)
    }
  }

  private static let documents = [
    Fixture.document, Fixture.folded, Fixture.mobileOne, Fixture.quantizationAware,
  ]

  @Test("is an equation that holds, for taps and biases of every kind of block")
  func folds() {
    for document in Self.documents {
      for block in document.network.blocks {
        let (fold, shape) = (BlockFold(block), block.shape)
        let (outputs, inputs) = (shape.outputChannels, shape.inputChannels / shape.groups)
        for output in [0, outputs / 2, outputs - 1] {
          let name = "\(document.title) \(block.path) out \(output)"
          let bias = Explanation.bias(of: fold, output: output)
          #expect(bias.value == fold.bias(output: output), "\(name)")
          #expect(check(bias, name) > 0)
          for input in Set([0, output % inputs, inputs - 1]) {
            let kernel = fold.kernel(output: output, input: input)
            for tap in kernel.indices {
              let explanation = Explanation.tap(tap, of: fold, output: output, input: input)
              let size = max(kernel[tap].magnitude, 1e-300)
              #expect((explanation.value - kernel[tap]).magnitude <= 1e-12 * size, "\(name)")
              #expect(check(explanation, "\(name) in \(input) tap \(tap)") > 0)
            }
          }
        }
      }
    }
  }

  @Test("counts the parameters that the network has")
  func parameters() {
    for document in Self.documents {
      for form in Form.allCases {
        let architecture = document.architecture(in: form)
        let explanation = Explanation.parameters(of: architecture, in: document)
        #expect(explanation.value == Double(architecture.parameters), "\(document.title) \(form)")
        #expect(check(explanation, "\(document.title) \(form)") > architecture.blocks.count)
      }
    }
  }

  @Test(
    "takes a logit apart down to norms: features, cells, input channels, taps, and agrees with the run"
  )
  func logits() throws {
    let document = try Fixture.digits()
    let data = try #require(document.data)
    let place = data.places(in: .heldOut)[Fixture.placeOfFive]
    let input = data.input([place], for: document.network.input)
    let wanted = Reference<Double>.run(document.network, input: FeatureMap(input))[0]
    let path = BlockPath(stage: 3, block: 0)
    let options = PlanOptions(threads: 1)
    let maps = try BlockMaps(of: path, in: document, on: input, options)
    let entering = try #require(maps.entering)
    let block = try #require(document.network.block(at: path))
    let source = try #require(MapSource(block, from: entering, to: maps.deploy))
    let head = try #require(document.network.head)
    let logit = Explanation.logit(5, named: "5", of: source, head)
    #expect(abs(logit.value - wanted[5]) < 1e-4, "\(logit.value), not \(wanted[5])")
    #expect(abs(logit.value - 5.1837) < 1e-3)
    // The feature, the cell, the input channel and the tap that screens.md takes apart.
    let feature = Explanation.feature(66, of: source)
    #expect(abs(feature.value - 1.5582) < 5e-5)
    let cell = Explanation.cell(MapCell(output: 66, row: 1, column: 1), of: source)
    #expect(abs(cell.value - 4.3656) < 5e-5, "\(cell.value)")
    let sum = try #require(cell.parts.first?.deeper?())
    let named = Dictionary(uniqueKeysWithValues: sum.parts.map { ($0.name.en, $0.value) })
    for (name, value) in [
      ("bias", 1.0679), ("in 42", 0.9789), ("in 62", 0.7845), ("in 60", 0.7332),
    ] {
      #expect(abs((named[name] ?? .nan) - value) < 5e-5, "\(name): \(named)")
    }
    #expect(check(cell, "cell") > 100)
  }

  @Test("takes a cell of every block's map apart, and agrees with the oracle")
  func cells() throws {
    for document in [Fixture.document, Fixture.quantizationAware] where !document.isSeparate {
      let shape = [1, document.network.inputChannels, 32, 32]
      let input = Tensor.normal(shape: shape, seed: 3)
      for block in document.network.blocks {
        let name = "\(document.title) \(block.path)"
        let maps = try BlockMaps(
          of: block.path,
          in: document,
          on: input,
          PlanOptions(threads: 1, height: 32, width: 32)
        )
        let entering = try #require(maps.entering, "\(name)")
        guard let source = MapSource(block, from: entering, to: maps.deploy) else { continue }
        let channels = block.shape.outputChannels
        for output in [0, channels / 2, channels - 1] {
          for (row, column) in [(0, 0), (maps.deploy.extent.height - 1, 0)] {
            let cell = MapCell(output: output, row: row, column: column)
            let found = Explanation.cell(cell, of: source)
            let wanted = maps.deploy.value(output, row, column)
            #expect(abs(found.value - wanted) < 1e-4 * max(1, abs(wanted)), "\(name) \(cell)")
            _ = check(found, name)
          }
        }
      }
    }
  }

  @Test("counts the bytes that a step holds, however they are counted")
  func memory() throws {
    var state = Fixture.state(commands: [.sampleTiming, .show(.memory)])
    state.meetNeeds()
    for definition in MemoryDefinition.allCases {
      _ = state.perform(line: "definition \(definition.rawValue); first")
      for _ in 0..<40 {
        let screen = try #require(state.current as? MemoryScreen)
        let figures = try #require(MemoryFigures(state.shared, screen))
        let explanation = try #require(state.current.explained(state.shared))
        let name = "\(definition), step \(figures.step)"
        #expect(explanation.value == Double(figures.bytes[figures.step]), "\(name)")
        _ = check(explanation, name)
        _ = state.perform(.move(.right, 1))
      }
    }
  }

  @Test("takes the steps of integers apart down to the taps that decide, for every kind of block")
  func steps() throws {
    for document in Self.documents {
      for block in document.network.blocks {
        let (fold, distribution) = (BlockFold(block), BlockDistribution(block))
        for (bits, steps) in [(8, WeightSteps.perTensor), (3, .perTensor), (8, .perChannel)] {
          let output = block.shape.outputChannels - 1
          let name = "\(document.title) \(block.path), \(bits) bits, \(steps)"
          let explanation = try #require(
            Explanation.stepsPerDeviation(fold, distribution, bits: bits, steps, output: output),
            "\(name)"
          )
          let taps =
            steps == .perTensor
            ? (0..<block.shape.outputChannels).flatMap { fold.row(output: $0) }
            : fold.row(output: output)
          let mean = taps.reduce(0, +) / Double(taps.count)
          let squares = taps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
          let deviation = (squares / Double(taps.count)).squareRoot()
          let step = (taps.map(\.magnitude).max() ?? 0) / Double(bits == 8 ? 127 : 3)
          #expect(abs(explanation.value / (deviation / step) - 1) < 1e-9, "\(name)")
          #expect(check(explanation, name) > 4)
        }
      }
    }
  }

  @Test("adds the times of a row's steps up, and says whether they were measured")
  func times() throws {
    var state = Fixture.state(commands: [.sampleTiming, .show(.live), .first])
    for _ in 0..<9 {
      let screen = try #require(state.current as? LiveScreen)
      let row = try #require(LiveFigures(state.shared, cursor: screen.cursor).selectedRow)
      if let shown = row.shown {
        let explanation = try #require(state.current.explained(state.shared))
        #expect((explanation.value - shown.timing.median).magnitude <= 1e-9, "\(row.name)")
        #expect(
          explanation.parts.count == shown.steps && explanation.remark.en.contains("illustration")
        )
        _ = check(explanation, row.name)
      }
      _ = state.perform(.move(.down, 1))
    }
  }

  @Test("counts the work of a layer and divides it by its time, down to each step")
  func roofline() throws {
    for sample in [true, false] {
      var state = Fixture.state(commands: (sample ? [.sampleTiming] : []) + [.show(.roofline)])
      state.meetNeeds()
      for form in Form.allCases {
        _ = state.perform(.form(form))
        state.meetNeeds()
        for path in state.document.paths {
          _ = state.perform(.select(path))
          let explanation = try #require(state.current.explained(state.shared), "\(path)")
          #expect(check(explanation, "\(path) \(form)") > 4)
        }
      }
    }
  }

  @Test("compares both forms of a layer, whatever is looked at of it")
  func comparison() throws {
    var state = Fixture.state(commands: [.sampleTiming, .show(.compare)])
    state.meetNeeds()
    for path in state.document.paths {
      _ = state.perform(.select(path))
      _ = state.perform(.move(.left, 9))
      for column in CompareColumn.allCases {
        let explanation = try #require(state.current.explained(state.shared), "\(path) \(column)")
        #expect(check(explanation, "\(path) \(column)") > 1)
        _ = state.perform(.move(.right, 1))
      }
    }
  }

  @Test("is written so that its digits add up, or says that they are rounded")
  func digits() {
    let parts = [0.12345, 0.00004, -1.5].map { Explanation.Part(Text(name: "p"), $0) }
    let sum = Explanation(
      name: Text(name: "sum"),
      value: parts.reduce(0) { $0 + $1.value },
      unit: .weight,
      combination: .sum,
      parts: parts
    )
    #expect(sum.equation(times: "x", .en).hasPrefix("-1.377 = p +0.123 + p "))
    let halves = Explanation(
      name: Text(name: "sum"),
      value: 0.2499 + 0.2499,
      unit: .weight,
      combination: .sum,
      parts: [Explanation.Part(Text(name: "a"), 0.2499), Explanation.Part(Text(name: "b"), 0.2499)]
    )
    #expect(halves.equation(times: "x", .en) == "+0.500 = a +0.250 + b +0.250")
    let count = Explanation(
      name: Text(name: "n"),
      value: 36_864,
      unit: .count,
      combination: .product,
      parts: [64, 64, 9].map { Explanation.Part(Text(name: "e"), $0) }
    )
    #expect(count.equation(times: "x", .en) == "36,864 = e 64 x e 64 x e 9")
  }
}

@Suite("The layer that explains a number")
struct ExplanationLayerTests {
  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  private func path(_ state: State) -> [Int]? {
    state.layers.lazy.compactMap { $0 as? ExplanationLayer }.first?.path
  }

  @Test("opens on every screen that has numbers, goes down to what is stored, and closes")
  func walk() {
    for screen in ScreenRegistry.all.map({ $0.id }) {
      var state = Fixture.state(commands: [.sampleTiming, .show(screen)])
      state.meetNeeds()
      guard state.current.explained(state.shared) != nil else { continue }
      _ = state.press(.character("w"))
      #expect(path(state) == [], "\(screen)")
      var depth = 0
      while depth < 12, path(state)?.count == depth {
        #expect(text(state).contains("level \(depth + 1)"), "\(screen)\n\(text(state))")
        _ = state.press(.enter)
        depth += 1
      }
      #expect(depth >= 1 && depth < 12, "\(screen): \(depth)")
      for _ in 0..<depth { _ = state.press(.backspace) }
      #expect(path(state) == nil && state.screen == screen, "\(screen)")
    }
  }

  @Test("says where there is nothing to explain")
  func nothing() {
    var state = Fixture.state(commands: [.show(.tree), .last])
    _ = state.press(.character("w"))
    #expect(state.notice == "no number to explain here" && state.layers.isEmpty)
  }

  @Test("leads to the screen that shows the number, and copies it")
  func places() {
    var state = Fixture.state(
      commands: [
        .select(BlockPath(stage: 2, block: 1)), .channel(5), .form(.deploy), .show(.kernels),
      ]
    )
    _ = state.press(.character("w"))
    let effects = state.press(.character("y"))
    guard case .copy(let copied)? = effects.first else {
      Issue.record("nothing is copied: \(effects)")
      return
    }
    #expect(copied.hasPrefix("folded tap (1,1) = "), "\(copied)")
    _ = state.press(.character("g"))
    #expect(state.layers.isEmpty && state.screen == .kernels)
    #expect(state.shared.selection.output == 5)
  }

  @Test("draws at every size")
  func sizes() {
    for width in stride(from: 1, through: 120, by: 7) {
      for height in stride(from: 1, through: 50, by: 3) {
        var state = Fixture.state(commands: [.show(.kernels)])
        _ = state.press(.character("w"))
        state.size = Size(width: width, height: height)
        #expect(state.render().size == state.size)
      }
    }
  }
}
