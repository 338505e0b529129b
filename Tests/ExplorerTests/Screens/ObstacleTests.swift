import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("A block with another activation, or that does not run")
struct ObstacleTests {
  /// A chain whose second block is changed.
  private func document(_ change: (inout BlockShape) -> Void) -> Document {
    let recipe = Recipe(
      name: "changed",
      widths: [8, 16],
      depths: [1, 2],
      strides: [2, 2],
      classes: 3,
      input: InputShape(channels: 3, height: 32, width: 32)
    )
    var architecture = Architecture(recipe)
    change(&architecture.stages[1].blocks[0])
    return Document(Network(random: architecture, seed: 3), title: "changed.rvg")
  }

  private func text(
    _ document: Document,
    _ screen: ScreenID,
    block: Int = 0,
    commands: [Command] = []
  ) -> String {
    let state = Fixture.state(
      document,
      size: Size(width: 140, height: 50),
      commands: [.select(BlockPath(stage: 1, block: block)), .show(screen)] + commands
    )
    return state.render().lines.joined(separator: "\n")
  }

  @Test(
    "is drawn and told with its activation's own name, and never as a ReLU",
    arguments: [
      (.leakyReLU(slope: 0.1), "LeakyReLU 0.1"), (.relu6, "ReLU6"), (.hardswish, "Hardswish"),
      (.silu, "SiLU"), (.unsupported("GELU"), "GELU"),
    ] as [(Activation, String)]
  )
  func titles(activation: Activation, title: String) {
    let document = document { $0.activation = activation }
    for form in Form.allCases {
      for screen in [ScreenID.block, .tree] {
        let words = text(document, screen, commands: [.form(form)])
        #expect(words.contains(title), "\(screen) \(form):\n\(words)")
        let rest = words.replacing(title, with: "")
        #expect(!rest.contains("ReLU"), "\(screen) \(form):\n\(words)")
      }
      #expect(text(document, .block, block: 1, commands: [.form(form)]).contains("ReLU"))
    }
  }

  @Test("leaves other blocks that stand alone their times, and says that the sum is of those")
  func separate() {
    let chain = document { $0.activation = .unsupported("GELU") }.network
    let network = Network(
      name: "blocks",
      input: InputShape(channels: 8, height: 16, width: 16),
      stages: chain.stages,
      head: nil
    )
    let document = Document(network, title: "blocks.pt")
    var state = Fixture.state(
      document,
      size: Size(width: 140, height: 50),
      commands: [.select(BlockPath(stage: 1, block: 0)), .show(.live)]
    )
    for form in Form.allCases {
      let settings = EngineSettings(threads: 1)
      guard let timing = FormTiming.sample(of: document, in: form, settings) else {
        Issue.record("\(form): blocks that run have times")
        continue
      }
      state.receive(.timing(timing, form))
    }
    let live = state.render().lines.joined(separator: "\n")
    #expect(live.contains("Sum of blocks that run"), "\(live)")
    #expect(live.contains("stage1.0 does not run: the activation GELU"), "\(live)")
    _ = state.perform(.show(.tree))
    let tree = state.render().lines.joined(separator: "\n")
    #expect(tree.contains("does not run, only folds"), "\(tree)")
  }

  @Test("names no key that runs the engine beside the reason why it cannot run")
  func noKey() {
    var state = Fixture.state(
      document { $0.padding = .reflect },
      size: Size(width: 100, height: 30),
      commands: [.show(.live)]
    )
    let hint = "Nothing measured yet"
    #expect(state.render().lines.contains { $0.contains(hint) })
    state.receive(
      .failure(
        Text(
          en: "the engine cannot run: reflect padding",
          vi: "engine không chạy được: padding reflect"
        )
      )
    )
    let lines = state.render().lines
    #expect(lines.contains { $0.contains("the engine cannot run") })
    #expect(!lines.contains { $0.contains(hint) }, "\(lines.joined(separator: "\n"))")
  }

  @Test("tells the reason in Vietnamese too, on every screen that gives it")
  func vietnamese() {
    for (change, reason) in [
      ({ $0.padding = .reflect }, "padding reflect"),
      ({ $0.activation = .unsupported("GELU") }, "hàm kích hoạt GELU"),
      ({ $0.unknownLayers = ["Dropout2d"] }, "chưa hiểu Dropout2d"),
    ] as [((inout BlockShape) -> Void, String)] {
      for screen in [ScreenID.block, .tree, .live] {
        var state = Fixture.state(
          document(change),
          size: Size(width: 140, height: 50),
          commands: [.select(BlockPath(stage: 1, block: 0)), .show(screen)]
        )
        _ = state.perform(line: "lang vi")
        let words = state.render().lines.joined(separator: "\n")
        #expect(words.contains(reason), "\(screen):\n\(words)")
        #expect(!words.contains("understood") && !words.contains("the activation"), "\(words)")
      }
    }
  }

  @Test("shows the reason in place of times, and runs nothing")
  func reason() {
    for (change, reason) in [
      ({ $0.padding = .reflect }, "reflect padding"),
      ({ $0.activation = .unsupported("GELU") }, "the activation GELU"),
      ({ $0.unknownLayers = ["Dropout2d"] }, "Dropout2d, not understood"),
    ] as [((inout BlockShape) -> Void, String)] {
      let document = document(change)
      for screen in [ScreenID.block, .tree] {
        let words = text(document, screen)
        #expect(words.contains("does not run, only folds"), "\(screen):\n\(words)")
        #expect(words.contains(reason), "\(screen):\n\(words)")
        #expect(!words.contains("p runs the engine"), "\(screen):\n\(words)")
        let other = text(document, screen, block: 1)
        #expect(!other.contains("does not run, only folds"), "\(screen):\n\(other)")
      }
      for form in Form.allCases {
        let settings = EngineSettings(threads: 1)
        #expect(FormTiming.sample(of: document, in: form, settings) == nil, "\(reason)")
      }
      let error = #expect(throws: PlanError.self) {
        try Fixture.measure(1, of: document)
      }
      #expect(error?.description.contains("stage1.0 does not run: \(reason)") == true)
    }
  }
}
