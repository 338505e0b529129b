import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("A screen in sentences")
struct ReadingTests {
  private static let large = Size(width: 240, height: 400)

  private func state(_ document: Document, _ screen: ScreenID, _ language: Language = .en) -> State
  {
    var state = Fixture.state(
      document,
      size: Self.large,
      glyphs: .ascii,
      depth: .mono,
      commands: [.show(screen), .sampleTiming, .language(language)]
    )
    state.meetNeeds()
    return state
  }

  /// The numbers of a text, with their signs and units' letters left away.
  private func numbers(_ text: String) -> Set<Substring> {
    let parts = text.split { !($0.isNumber || $0 == ".") }
    return Set(parts.filter { $0.last?.isNumber == true && $0.contains(".") })
  }

  @Test(
    "holds every number that its panes of text and tables show",
    arguments: [ScreenID.tree, .block, .live, .file]
  )
  func complete(_ screen: ScreenID) {
    for document in Fixture.documents {
      let state = state(document, screen)
      let spoken = numbers(state.reading.joined(separator: " "))
      let body = state.render().lines.dropFirst().dropLast(2).joined(separator: " ")
      // The end of an axis is not said.
      let ends = screen == .block ? 1 : 0
      let lacking = numbers(body).subtracting(spoken)
      #expect(
        lacking.count <= ends,
        "\(screen) of \(document.title): \(lacking)\n\(state.reading.joined(separator: "\n"))"
      )
    }
  }

  @Test("says every row of a table and every key, however alike they are")
  func rows() {
    var live = state(Fixture.document, .live)
    let steps = live.liveView
    #expect(steps.panes.contains(.steps))
    for document in Fixture.documents where document.hasTrainingForm {
      live = state(document, .live)
      let rows = live.shared.liveRows
      let spoken = live.reading
      for row in rows {
        let name = live.shared.name(of: row)
        #expect(spoken.contains { $0.hasPrefix("\(name), algorithm") }, "\(name)")
      }
      let named = live.shared.live.timing(of: .train)?.steps(of: rows[1]).count ?? 0
      let title = spoken.firstIndex { $0.hasPrefix("Steps of") } ?? spoken.count
      let told = spoken.dropFirst(title + 1).prefix(named)
      #expect(told.allSatisfy { $0.contains("us") || $0.contains("ns") }, "\(told)")
    }
    for screen in ScreenID.all {
      var state = state(Fixture.document, screen)
      _ = state.perform(.help)
      for binding in KeyMap.bindings(on: screen) {
        let sentence = "\(binding.keys[0].spokenKey.en)"
        #expect(state.reading.contains { $0.hasPrefix(sentence) }, "\(binding.keys) on \(screen)")
      }
    }
  }

  @Test("holds every tap of the kernels, before and after the fold")
  func kernels() throws {
    for document in Fixture.documents {
      let state = state(document, .kernels)
      let fold = BlockFold(try #require(state.selectedBlock))
      let spoken = state.reading.joined(separator: " ").split { " ;:".contains($0) }
      let taps =
        fold.kernel(output: 0, input: 0)
        + fold.branches.flatMap { $0.scaledKernel(output: 0, input: 0) }
      for tap in taps {
        #expect(spoken.contains { Double($0).map { abs($0 - tap) <= 0.006 * abs(tap) } == true })
      }
    }
  }

  @Test("is in the language that is chosen", arguments: ScreenID.all)
  func languages(_ screen: ScreenID) {
    for document in Fixture.documents {
      let (en, vi) = (state(document, screen).reading, state(document, screen, .vi).reading)
      #expect(en.count > 2 && en != vi, "\(screen) of \(document.title)")
      let left = EnglishWords.left(
        in: vi.joined(separator: " "),
        of: en.joined(separator: " ")
      )
      #expect(left.isEmpty, "\(screen) of \(document.title): \(left)\n\(vi)")
    }
  }

  @Test("is prose: no borders, bars or columns")
  func prose() {
    for screen in ScreenID.all {
      for sentence in state(Fixture.document, screen).reading {
        let isClean =
          !sentence.contains("  ") && !sentence.contains { "│┌─█▀▄▒░|".contains($0) }
        #expect(isClean && sentence == sentence.trimmed, "\(screen): \(sentence)")
      }
    }
  }

  @Test("is answered to commands and keys: all of another screen, a sentence of the same")
  func dialog() throws {
    var state = state(Fixture.document, .tree)
    func answer(_ line: String) -> [String]? {
      state.answer(line, read: Fixture.reader) { _, _, target, _ in Text(name: "\(target)") }
    }
    let row = try #require(answer("j"))
    #expect(row.count == 1 && row[0].hasPrefix("stage0, 3 to 8 channels"), "\(row)")
    let block = try #require(answer("screen block"))
    #expect(block.count > 8 && block[0] == "small.rvg, Block", "\(block)")
    #expect(answer("") == block, "an empty line tells everything again")
    #expect(answer("fly")?[0].hasPrefix("no command 'fly'") == true)
    #expect(answer("?")?.contains { $0.hasPrefix("on this screen") } == true)
    _ = answer("escape")
    #expect(answer("")?[1] == "stage0, 3 to 8 channels, stride 2, no identity: the shape changes")
    #expect(answer("/")?[0].contains("search TEXT") == true && state.layers.isEmpty)
    #expect(answer("y") == ["stage0"])
    #expect(answer("p")?[0].contains("measured 10 runs") == true && !state.live.isRunning)
    #expect(answer("lang vi")?[0] == "small.rvg, Khối")
    #expect(answer("shot x.png")?[0].contains("x.png") == true)
    #expect(answer("measure 1")?[0].contains("đã đo") == true)
    #expect(answer("q") == nil)
  }
}
