import Testing
import Words

@testable import Explorer

@Suite("The command table")
struct CommandTableTests {
  /// One line for each command, with the arguments that its usage names.
  static let examples = [
    "screen kernels", "form", "form deploy", "next-screen", "previous-screen",
    "screens", "jump-back", "jump-forward", "cancel", "select stage2.1",
    "set", "set ema", "next-block", "previous-block", "up", "up 3", "down", "down 3", "left",
    "left 2", "right",
    "right 2", "page-up", "page-down", "first", "last", "enter", "back", "expand-all",
    "collapse-all", "sort", "sort macs", "sort-tensors", "sort-tensors size", "search stage2 1x1",
    "search-prompt", "search-next",
    "search-previous", "next-branch", "channel 3", "pair 1 2", "diagonal", "detail", "detail bias",
    "taps", "taps 3", "scale", "scale same",
    "run", "run on", "run off", "threads +1", "threads -1", "branches", "branches fused", "clear",
    "measure 2", "sample-timing",
    "theme", "theme light", "lang", "lang vi", "glyphs", "help", "command-prompt",
    "shot", "shot picture.svg", "redraw",
    "open b.rvg", "copy", "bind z form", "models", "other-model", "close", "reload",
    "suspend", "quit", "q", "zoom", "zoom details", "scroll 3", "scroll -1", "branch 1x1", "tune",
    "shot picture.png diagram", "caption", "caption one kernel", "highlight", "highlight memory",
    "wait 3", "colormap", "colormap purple-green", "why", "go", "next-peak", "previous-peak",
    "definition", "definition extra",
    "step 2", "step +1", "next-output", "previous-output", "next-input", "previous-input",
    "picture 3", "next-picture", "previous-picture", "view branches", "rank", "rank number",
    "draw", "ceilings", "compare", "compare models", "worst-block", "paint 1 2", "paint 1 2 16",
    "erase", "tile 1 2", "next-tile", "previous-tile", "tiles", "tiles f4", "cell 1 2",
    "algorithm", "algorithm f6", "trial", "strongest", "mistake identity", "everywhere",
    "values", "values norms", "bits", "bits 4", "per", "per channel", "worst", "remedy",
    "beside b.rvg",
    "cut", "skip", "heal", "norms", "draw-branches", "by-loss",
  ]

  @Test("has an example of every command here")
  func examplesAreComplete() {
    let exemplified = Set(Self.examples.map { $0.split(separator: " ")[0] })
    for entry in CommandTable.all {
      #expect(
        exemplified.contains(Substring(entry.name.rawValue)),
        "no example of '\(entry.name.rawValue)'"
      )
    }
  }

  @Test("parses every example", arguments: examples)
  func parses(_ line: String) throws {
    #expect(throws: Never.self, "'\(line)'") { _ = try Command(parsing: line) }
  }

  @Test("names no command twice")
  func namesAreUnique() {
    let names = CommandTable.all.map(\.name)
    #expect(Set(names).count == names.count, "\(names)")
  }

  @Test("says what every command does, in words that fit the help")
  func summaries() {
    for entry in CommandTable.all {
      for language in Language.allCases {
        let words = entry.summary[language]
        #expect(!words.isEmpty && words.count <= 80, "\(entry.name.rawValue) in \(language)")
      }
    }
  }

  @Test(
    "refuses arguments that are not understood, and names those that are",
    arguments: [
      ("screen", ScreenRegistry.names.joined(separator: "|")),
      ("screen attic", ScreenRegistry.names.joined(separator: "|")), ("step", "N|+N|-N"),
      ("form both", "[train|deploy]"), ("select here", "PATH, a block such as stage3.2"),
      ("select", "PATH"), ("select stage1.2.3", "PATH, a block such as stage3.2"),
      ("up x", "N, a number from 0 to 1000000"), ("up -1", "N, a number from 0 to 1000000"),
      ("up 1 2", "[N]"), ("down 1000001", "N, a number from 0 to 1000000"),
      ("down 9223372036854775808", "N, a number from 0 to 1000000"), ("search", "TEXT"),
      ("pair 1", "OUT IN"), ("pair 1 x", "IN, a number from 0 to 1000000"), ("channel", "C"),
      ("measure 0", "N, a number from 1 to 1000000"),
      ("threads", "N|+N|-N"), ("threads -9223372036854775808", "N|+N|-N"),
      ("run maybe", "[on|off]"),
      ("quit now", "no arguments"), ("wait 0", "SECONDS, a number from 1 to 1000000"),
      ("scroll", "N|+N|-N"), ("bind up! quit", "KEY, a key such as z or f5"),
    ]
  )
  func refuses(_ line: String, _ usage: String) throws {
    let error = #expect(throws: CommandError.self, "'\(line)'") {
      _ = try Command(parsing: line)
    }
    let words = error?.description ?? ""
    let refused = try #require(words.split(separator: "takes ").last, "'\(line)' said '\(words)'")
    let parts = refused.split(separator: ", not '")
    #expect(parts[0] == usage, "'\(line)' said '\(words)'")
    guard parts.count > 1 else { return }
    #expect(line.split(separator: " ").contains(parts[1].dropLast()), "'\(line)' said '\(words)'")
  }

  @Test("suggests the command that was meant")
  func suggestion() {
    let error = #expect(throws: CommandError.self) { _ = try Command(parsing: "serach x") }
    #expect(error?.description.contains("did you mean select, search") == true, "\(error as Any)")
  }
}
