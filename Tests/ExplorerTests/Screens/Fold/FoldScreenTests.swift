import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The fold screen")
struct FoldScreenTests {
  private func text(_ state: State) -> String {
    state.render().lines.dropFirst().joined(separator: "\n")
  }

  @Test("goes forward, back and to both ends, and says where there is no further step")
  func stepping() {
    var state = FoldPlace.plain.state()
    func step() -> FoldStep? { state.foldMoment?.step }
    #expect(step() == .asStored)
    var seen: [FoldStep?] = [step()]
    for _ in 0..<4 {
      _ = state.press(.character(" "))
      seen.append(step())
    }
    #expect(seen == [.asStored, .normsFolded, .padded, .summed, .checked])
    _ = state.press(.character(" "))
    #expect(step() == .checked && state.notice == "this is the last step")
    _ = state.press(.backspace)
    #expect(step() == .summed && state.screen == .fold)
    _ = state.press(.home)
    #expect(step() == .asStored)
    _ = state.press(.backspace)
    #expect(step() == .asStored && state.notice == "this is the first step")
    _ = state.press(.end)
    #expect(step() == .checked)
    _ = state.perform(line: "step 2")
    #expect(step() == .normsFolded)
    _ = state.perform(line: "step 9")
    #expect(step() == .normsFolded && state.notice?.contains("1 to 5") == true)
    _ = state.press(.escape)
    #expect(state.screen == .block)
  }

  @Test("shows the last step before where the next block lacks the one that was chosen")
  func otherBlocks() {
    var state = FoldPlace.quantizationAware.state([.step(5)])
    #expect(state.foldMoment?.step == .sumNormFolded)
    _ = state.perform(.select(FoldPlace.foldedAmongOthers.path))
    #expect(state.foldMoment?.step == .asStored)
    _ = state.perform(.select(FoldPlace.quantizationAware.path))
    #expect(state.foldMoment?.step == .sumNormFolded, "the step is kept")
  }

  @Test("moves the cursor inside the kernel, and the channels by their own keys")
  func moving() {
    var state = FoldPlace.plain.state([.pair(output: 5, input: 5)])
    for (key, tap) in [("h", 3), ("h", 3), ("k", 0), ("l", 1), ("l", 2), ("j", 5), ("c", 6)] {
      _ = state.press(.character(Character(key)))
      #expect(state.foldMoment?.tap == tap, "\(key)")
    }
    for (key, output, input) in [(".", 6, 5), (">", 6, 6), (",", 5, 6), ("<", 5, 5)] {
      _ = state.press(.character(Character(key)))
      #expect(state.shared.selection.output == output, "\(key)")
      #expect(state.shared.selection.input == input, "\(key)")
    }
    _ = state.perform(.pair(output: 0, input: 0))
    for key in [",", "<"] { _ = state.press(.character(Character(key))) }
    #expect(state.shared.selection.output == 0 && state.shared.selection.input == 0)
    for _ in 0..<60 { _ = state.press(.character(".")) }
    #expect(state.shared.selection.output == 23)
  }

  @Test("shows the same fold whichever form is shown")
  func forms() {
    for place in FoldPlace.all where place.document.hasTrainingForm {
      let states = Form.allCases.map { place.state([.form($0), .step(2)]) }
      let moments = states.map { $0.foldMoment }
      #expect(moments[0]?.formulas == moments[1]?.formulas, "\(place.name)")
      #expect(moments[0]?.step == moments[1]?.step, "\(place.name)")
    }
  }

  @Test("answers to the mouse: steps, taps and titles of branches")
  func mouse() throws {
    var state = FoldPlace.plain.state([.step(4), .pair(output: 5, input: 5)])
    let regions = state.current.regions(state.shared, in: state.shared.body)
    for command in [
      Command.step(1), .step(5), .taps(0), .taps(8), .branch(BranchID(.pointwise)),
    ] {
      let region = try #require(regions.first { $0.command == command }, "\(command)")
      #expect(!region.rect.isEmpty, "\(command)")
      let place = region.rect.origin.moved(dx: 1, dy: State.rowsAbove)
      _ = state.handle(Event.Mouse(button: .left, at: place))
      switch command.name {
      case .step: #expect(state.foldMoment?.place == (command.number() ?? 0) - 1)
      case .taps: #expect(state.foldMoment?.tap == command.number())
      default: #expect(state.shared.selection.branch == BranchID(.pointwise))
      }
    }
  }

  @Test("puts the cursor on the tap that a press meets, at every size")
  func tapsUnderTheMouse() {
    for size in [
      Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 100, height: 30),
      Size(width: 200, height: 60),
    ] {
      for place in [FoldPlace.plain, .depthwise, .averaged, FoldPlace.others[0]] {
        for tap in [0, 4, 8] {
          let state = place.state(size: size, glyphs: .ascii, depth: .mono, [.step(3), .taps(tap)])
          let lines = state.render().lines
          let regions = state.current.regions(state.shared, in: state.shared.body)
            .filter { $0.command == .taps(tap) }
          #expect(!regions.isEmpty, "\(place.name) at \(size)")
          for region in regions where !region.rect.isEmpty {
            let line = Array(lines[region.rect.y + State.rowsAbove])
            let sign = line.indices.contains(region.rect.x) ? line[region.rect.x] : " "
            #expect(sign == ">", "\(place.name) at \(size), tap \(tap), \(region.rect)\n\(line)")
          }
        }
      }
    }
  }

  @Test("tells the check of the same input at its last step, as the tree and the block tell it")
  func check() throws {
    for place in FoldPlace.all where place.block.shape.form == .train {
      var state = place.state([.named(.last), .zoom(.formula)])
      #expect(state.needs.first == AnyNeed(CheckNeed(place.path)), "\(place.name)")
      state.meetNeeds()
      let check = try #require(state.shared.answers.check(of: place.path), "\(place.name)")
      let shown = text(state)
      let errors = [check.training, check.folded].map { Numbers.scientific($0.maximumRelative, 1) }
      for error in errors { #expect(shown.contains(error), "\(place.name): \(error)\n\(shown)") }
      #expect(shown.contains("1e-05"), "\(place.name)\n\(shown)")
      #expect(shown.contains(check.passes() ? "PASS" : "FAIL"), "\(place.name)\n\(shown)")
      let verdict = "\(check.passes() ? "PASS" : "FAIL") "
      #expect(state.foldView.status.en.contains("check  \(verdict)"), "\(place.name)")
      let extent = place.block.shape.smallestMap
      let map = "\(place.block.shape.inputChannels)x\(extent)x\(extent)"
      #expect(shown.contains(map), "\(place.name)\n\(shown)")
    }
  }

  @Test("shows the shares of the answer, and lists the channels that stand out")
  func shares() throws {
    for place in FoldPlace.all {
      var state = place.state(size: Size(width: 200, height: 60), [.zoom(.shares)])
      guard place.block.shape.form == .train else {
        #expect(
          !state.needs.contains(AnyNeed(SharesNeed(place.path))) && text(state).contains("gone")
        )
        continue
      }
      #expect(text(state).contains("adding up"), "\(place.name)")
      state.meetNeeds()
      let shares = KernelShares(BlockFold(place.block))
      #expect(state.shared.answers[SharesNeed(place.path)] == shares, "\(place.name)")
      let shown = text(state)
      for share in shares.shares { #expect(shown.contains(Numbers.percent(share)), "\(shown)") }
      let lists = [shares.dead, shares.identityDominated, shares.damaged]
      for list in lists where !list.isEmpty {
        #expect(shown.contains(": \(list.count) of \(shares.channels): \(list.ranges)"), "\(shown)")
      }
    }
    #expect([1, 2, 3, 5, 9, 10].ranges == "1-3, 5, 9-10" && [Int]().ranges.isEmpty)
  }

  @Test("copies the kernel that the step has made, as exactly as its type has it")
  func copying() throws {
    for place in FoldPlace.all {
      let pair = place.pairs[1]
      for (index, step) in place.block.shape.foldSteps.enumerated() {
        let state = place.state([
          .pair(output: pair.output, input: pair.input), .step(index + 1),
          .branch(place.block.branches[0].id),
        ])
        let hand = HandFold(place.block, output: pair.output, input: pair.input)
        let copied = state.current.copied(state.shared)
        let numbers = copied?.split { $0.isWhitespace }.compactMap { Double($0) }
        let isSummed = state.foldMoment?.isSummed == true
        var wanted =
          isSummed
          ? (step < .sumNormFolded ? hand.sum : hand.folded)
          : hand.branches[0].stored.map { $0 * (step < .normsFolded ? 1 : hand.branches[0].scale) }
        let found = try #require(numbers, "\(place.name), \(step)")
        if found.count == 1, wanted.count > 1 {
          // A 1x1 kernel before its zeros.
          wanted = [wanted[wanted.count / 2]]
        }
        #expect(
          zip(found, wanted).allSatisfy { $0.isNaN || abs($0 - $1) <= 1e-7 * max(1, abs($1)) }
            && found.count == wanted.count,
          "\(place.name), \(step): \(found), not \(wanted)"
        )
      }
    }
  }

  @Test("says every number of its panes in sentences too", arguments: FoldPlace.all)
  func reading(_ place: FoldPlace) {
    func numbers(_ text: String) -> Set<Substring> {
      let parts = text.split { !($0.isNumber || $0 == ".") }
      return Set(parts.filter { $0.last?.isNumber == true && $0.contains(".") })
    }
    for index in place.block.shape.foldSteps.indices {
      for pane in [PaneID.formula, .parts, .shares] {
        var state = place.state(
          size: Size(width: 240, height: 200),
          glyphs: .ascii,
          depth: .mono,
          [.step(index + 1), .zoom(pane)]
        )
        state.meetNeeds()
        let spoken = numbers(state.reading.joined(separator: " "))
        let body = state.render().lines.dropFirst().dropLast(2).joined(separator: " ")
        let lacking = numbers(body).subtracting(spoken)
        #expect(lacking.isEmpty, "\(place.name), step \(index + 1), \(pane): \(lacking)")
      }
    }
  }

  @Test("has no English words in Vietnamese but those that the article keeps")
  func vietnamese() {
    for place in FoldPlace.all {
      for index in place.block.shape.foldSteps.indices {
        for pane in [nil, PaneID.formula, .shares] {
          var state = place.state(
            size: Size(width: 200, height: 60),
            [.step(index + 1)] + (pane.map { [.zoom($0)] } ?? [])
          )
          state.meetNeeds()
          state.shared.notice = nil
          let english = text(state)
          _ = state.perform(line: "lang vi")
          let left = EnglishWords.left(in: text(state), of: english, besides: ["module reflect"])
          #expect(left.isEmpty, "\(place.name), step \(index + 1): \(left)")
        }
      }
    }
  }

  @Test("draws every size inside its area", arguments: FoldPlace.all)
  func everySizeIsDrawn(_ place: FoldPlace) {
    for index in place.block.shape.foldSteps.indices {
      let (glyphs, depth) = Fixture.looks[index % 2]
      let state = place.state(glyphs: glyphs, depth: depth, [.step(index + 1)])
      for size in Fixture.sizes {
        let configuration = "\(place.name) \(size) step \(index + 1) \(glyphs) \(depth)"
        expectDrawingStaysInside(state.foldView, size, state.pen, configuration)
      }
    }
  }

  @Test("shows the selected branch and the sum where not all kernels fit")
  func windows() {
    for branch in FoldPlace.depthwise.block.branches {
      let state = FoldPlace.depthwise.state(
        size: Size(width: 60, height: 16),
        [.step(4), .branch(branch.id)]
      )
      let shown = text(state)
      #expect(shown.contains(" \(branch.id)") && shown.contains("= folded"), "\(shown)")
    }
  }
}

extension Command {
  /// Lets a pane fill the screen.
  fileprivate static func zoom(_ pane: PaneID) -> Command {
    Command(.zoom, [.word(pane.rawValue)])
  }
}
