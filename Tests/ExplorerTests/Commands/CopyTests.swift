import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("What y copies")
struct CopyTests {
  private func copied(_ commands: [Command], of document: Document = Fixture.document) -> String? {
    var state = Fixture.state(document, commands: commands)
    guard case .copy(let text)? = state.press(.character("y")).first else { return nil }
    #expect(state.notice?.hasPrefix("copied ") == true, "\(state.notice ?? "")")
    return text
  }

  @Test("is the name of the row, of the block, of the tensor")
  func names() {
    let path = BlockPath(stage: 2, block: 1)
    #expect(copied([.select(path)]) == "stage2.1")
    #expect(copied([.select(path), .show(.block)]) == "stage2.1")
    #expect(copied([], of: Fixture.twoSets) == "last.pt")
    #expect(
      copied([.show(.file), .first], of: Fixture.twoSets) == "backbone.layer0.0.rbr_1x1.bn.bias"
    )
  }

  @Test("is the kernel of the pair: the branch's as stored, or the folded one")
  func kernels() throws {
    let path = BlockPath(stage: 2, block: 1)
    let commands: [Command] = [.select(path), .show(.kernels), .pair(output: 3, input: 2)]
    let block = try #require(Fixture.network.block(at: path))
    let stored = try #require(block.branches[0].kernel).floats()
    let shape = try #require(block.branches[0].kernel).shape
    let start = (3 * shape[1] + 2) * 9
    let text = try #require(copied(commands))
    let taps = text.split { $0.isWhitespace }.compactMap { Float($0) }
    #expect(taps == Array(stored[start..<start + 9]), "\(text)")
    #expect(text.split(separator: "\n").count == 3)
    let folded = try #require(copied(commands + [.form(.deploy)]))
    let fold = BlockFold(block).kernel(output: 3, input: 2)
    #expect(folded.split { $0.isWhitespace }.compactMap { Double($0) } == fold)
  }

  @Test("is a row of times as cells of a table")
  func times() throws {
    let text = try #require(
      copied([.sampleTiming, .show(.live), .select(BlockPath(stage: 1, block: 0))])
    )
    let cells = text.split(separator: "\t")
    #expect(cells.count == 3 && cells[0] == "stage1.0", "\(text)")
    #expect(cells.dropFirst().allSatisfy { (Double($0) ?? 0) > 0 }, "\(text)")
  }

  @Test("reaches the terminal, which is called after the model")
  func terminal() throws {
    let terminal = MemoryTerminal(
      size: Size(width: 100, height: 30),
      script: [.key(.character("y"))]
    )
    var loop = ExplorerLoop(
      Fixture.state(Fixture.twoSets),
      on: terminal,
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    _ = try loop.run()
    #expect(terminal.log.contains(.copy("last.pt")), "\(terminal.log.count)")
    #expect(terminal.log.filter { $0 == .title("last.pt - repvgg-tui") }.count == 1)
  }
}
