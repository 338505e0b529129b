import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("A press on a picture")
struct PressTests {
  private func press(_ region: Region, in state: inout State) {
    let middle = region.rect.origin.moved(dx: region.rect.width / 2, dy: region.rect.height / 2)
    let point = middle.moved(dy: State.rowsAbove)
    _ = state.handle(Event.Mouse(button: .left, at: point))
  }

  @Test("of a block selects the branch, then opens its kernels")
  func branches() throws {
    for document in [Fixture.document, Fixture.quantizationAware] {
      for path in document.paths {
        let state = Fixture.block(document, path)
        let branches = try #require(state.selectedShape).branches
        let lanes = state.current.regions(state.shared, in: state.shared.body)
          .filter { $0.command.name == .branch || $0.command.name == .enter }
        #expect(lanes.count == branches.count, "\(path)")
        for (lane, branch) in zip(lanes, branches) {
          var pressed = state
          press(lane, in: &pressed)
          let what = "\(branch.id) of \(path) in \(document.title)"
          guard lane.command.name == .branch else {
            #expect(pressed.screen == .kernels, "\(what)")
            continue
          }
          #expect(pressed.shared.selection.branch == branch.id, "\(what)")
          let lines = pressed.render().lines
          #expect(lines.contains { $0.contains("branch \(branch.id)") }, "\(what)\n\(lines)")
        }
      }
    }
  }

  @Test("of branches that lie one behind the other goes through them")
  func stack() throws {
    let document = Fixture.mobileOne
    let path = try #require(
      document.paths.first { document.shape(of: $0, in: .train)?.repeated != nil }
    )
    var state = Fixture.block(document, path, size: Size(width: 60, height: 24))
    let (_, count) = try #require(state.selectedShape?.repeated)
    var seen: Set<BranchID> = []
    for _ in 0..<count {
      let lanes = state.current.regions(state.shared, in: state.shared.body)
        .filter { $0.command.name == .branch }
      let stack = try #require(
        lanes.first { $0.command.text?.contains(".") == true } ?? lanes.first
      )
      press(stack, in: &state)
      if let branch = state.shared.selection.branch { seen.insert(branch) }
    }
    #expect(seen.count == count, "\(seen)")
  }

  @Test(
    "of a layer goes to the channels of the cell, whatever its pane",
    arguments: [KernelDetail.grid, .filter, .norms, .bias]
  )
  func channels(_ detail: KernelDetail) {
    for document in [Fixture.document, Fixture.mobileOne] {
      for path in document.paths {
        for size in [(80, 24), (100, 30), (200, 60)].map({ Size(width: $0.0, height: $0.1) }) {
          let state = Fixture.block(
            document,
            path,
            size: size,
            commands: [.show(.kernels), .detail(detail)]
          )
          let regions = state.current.regions(state.shared, in: state.shared.body)
            .filter { $0.command.name == .pair || $0.command.name == .channel }
          let isShown = !state.current.layout(state.shared, in: state.shared.body)[.layer].isEmpty
          #expect(!isShown || !regions.isEmpty, "\(detail) of \(path) at \(size)")
          for index in stride(from: 0, to: regions.count, by: regions.count / 12 + 1) {
            var pressed = state
            press(regions[index], in: &pressed)
            let wanted = regions[index].command
            let what = "\(wanted) of \(path) in \(document.title) at \(size)"
            let pair = pressed.shared.selection
            #expect(pressed.shared.fault == nil, "\(what): \(pressed.notice ?? "")")
            // A cell may hold two output channels, of which the press takes one.
            let distance = abs(pair.output - (wanted.number(0) ?? -9))
            #expect(distance < (wanted.name == .pair ? 2 : 1), "\(what): \(pair)")
            if wanted.name == .pair { #expect(pair.input == wanted.number(1), "\(what): \(pair)") }
          }
        }
      }
    }
  }
}
