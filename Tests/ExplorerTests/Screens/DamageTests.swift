import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("A damaged norm")
struct DamageTests {
  private static let path = BlockPath(stage: 1, block: 1)

  private func lines(_ commands: [Command], size: Size = Size(width: 120, height: 40)) -> [String] {
    Fixture.state(Fixture.damaged, size: size, commands: commands).render().lines
  }

  @Test("is told by the title on every screen, at once", arguments: ScreenID.all)
  func title(screen: ScreenID) {
    for width in [60, 80, 100, 200] {
      let size = Size(width: width, height: 30)
      let line = lines([.show(screen)], size: size)[0]
      #expect(line.contains("✗ damaged"), "\(width): \(line)")
      let sound = Fixture.state(size: size, commands: [.show(screen)]).render().lines[0]
      #expect(!sound.contains("damaged"), "\(width): \(sound)")
    }
  }

  @Test("is marked in its row of the tree, and in all rows above it")
  func tree() throws {
    let lines = lines([.select(DamageTests.path), .expandAll])
    func row(_ name: String) throws -> String {
      try #require(lines.first { $0.dropFirst(2).prefix(24).contains(name) }, "\(name)")
    }
    #expect(try row("▾ small").contains("✗ 1"))
    #expect(try row("stage 1").contains("✗ 1"))
    #expect(try row("stage1.1").contains("✗ norm"))
    #expect(try !row("stage1.0").contains("✗") && !row("stage 2").contains("✗"))
    let branches = lines.drop { !$0.hasPrefix("│▶") }.dropFirst().prefix(3)
    #expect(branches.map { $0.contains("✗ norm") } == [false, true, false], "\(branches)")
    let status = lines[lines.count - 2]
    #expect(status.contains("damaged: stage1.1 1x1: variance[2] is -1.0"), "\(status)")
  }

  @Test("is told by the file screen, with its place")
  func file() {
    let text = lines([.show(.file)], size: Size(width: 200, height: 40)).joined(separator: "\n")
    #expect(
      text.contains("✗ stage1.1 1x1: variance[2] is -1.0, which is not a variance"),
      "\(text)"
    )
  }

  /// A network with a NaN in its classifier, and the lines of its screen once what the frame needs is known.
  private func lines(headWith value: Float, _ commands: [Command], width: Int = 120) throws
    -> [String]
  {
    let network = Fixture.network
    let head = try #require(network.head)
    var kernel = head.kernel.floats()
    kernel[3 * head.kernel.shape[1] + 17] = value
    let changed = Network(
      name: network.name,
      input: network.input,
      stages: network.stages,
      head: Head(kernel: Tensor(kernel, shape: head.kernel.shape), bias: head.bias)
    )
    let size = Size(width: width, height: 40)
    var state = Fixture.state(Document(changed, title: "head.rvg"), size: size)
    try state.play(commands + [.named(.redraw)], read: Fixture.reader, write: Fixture.noPictures)
    return state.render().lines
  }

  @Test("of the classifier is told by the title on every screen", arguments: ScreenID.all)
  func headTitle(screen: ScreenID) throws {
    #expect(try lines(headWith: .nan, [.show(screen)])[0].contains("✗ damaged"))
    #expect(try !lines(headWith: 0, [.show(screen)])[0].contains("damaged"))
  }

  @Test("of the classifier is told by its row, by the network's, and by the file screen")
  func head() throws {
    let words = "classifier: kernel[3, 17] is NaN"
    var lines = try lines(headWith: .nan, [.last])
    let linear = try #require(lines.first { $0.hasPrefix("│▶") })
    let network = try #require(lines.first { $0.contains("▾ small") })
    #expect(linear.contains("linear") && linear.contains("✗ data"), "\(linear)")
    #expect(network.contains("✗ 1"), "\(network)")
    #expect(lines[lines.count - 2].contains("damaged: \(words)"), "\(lines[lines.count - 2])")
    #expect(lines.contains { $0.contains("│ damaged") }, "\(lines.joined(separator: "\n"))")
    lines = try self.lines(headWith: .nan, [.first])
    #expect(lines[lines.count - 2].contains("damaged: \(words)"), "\(lines[lines.count - 2])")
    lines = try self.lines(headWith: -.infinity, [.show(.file)], width: 200)
    #expect(lines.contains { $0.contains("✗ classifier: kernel[3, 17] is -inf") })
  }

  @Test("leaves no nan and no power of ten behind infinity on any screen")
  func numbers() throws {
    for screen in ScreenID.all {
      for size in [Size(width: 100, height: 30), Size(width: 200, height: 60)] {
        var state = Fixture.state(Fixture.damaged, size: size)
        let commands: [Command] = [.select(DamageTests.path), .show(screen), .nextBranch]
        try state.play(commands, read: Fixture.reader, write: Fixture.noPictures)
        let text = state.render().lines.joined(separator: "\n")
        #expect(!text.contains("infe+00") && !text.contains("-nan"), "\(screen)\n\(text)")
      }
    }
  }
}
