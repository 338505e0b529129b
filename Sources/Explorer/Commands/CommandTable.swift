internal import RepCore

/// One entry of the command language: its name, its arguments, and what it makes.
public struct CommandSpecification: Sendable {
  /// The first word.
  public let name: String
  /// The arguments as the help shows them, empty for none.
  public let arguments: String
  /// What the command does, in a few words.
  public let summary: String
  /// Makes the command; nil when the arguments are not understood.
  let make: @Sendable ([Substring]) -> Command?

  fileprivate init(
    _ name: String,
    _ arguments: String = "",
    _ summary: String,
    make: @escaping @Sendable ([Substring]) -> Command?
  ) {
    self.name = name
    self.arguments = arguments
    self.summary = summary
    self.make = make
  }

  /// An entry without arguments.
  fileprivate init(_ name: String, _ summary: String, _ command: Command) {
    self.init(name, "", summary) { words in words.isEmpty ? command : nil }
  }
}

/// The command language, declared once; parsing, help and the tables in the documents follow from it.
public enum CommandTable {
  /// All commands, in the order of the help.
  public static let all: [CommandSpecification] = screens + moving + tree + kernels + live + view

  private static let screens: [CommandSpecification] = [
    .init("screen", names(ScreenName.self), "show a screen") { words in
      one(words, of: ScreenName.self).map { .show($0) }
    },
    .init("form", "[\(names(Form.self))]", "switch between training and deploy form, everywhere") {
      words in optional(words, of: Form.self).map { .form($0) }
    },
    .init("next-screen", "show the next screen", .turn(1)),
    .init("previous-screen", "show the previous screen", .turn(-1)),
    .init("select", "PATH", "select a block, such as stage3.2") { words in
      words.count == 1 ? BlockPath(parsing: words[0]).map { .select($0) } : nil
    },
    .init("next-block", "go to the next block", .neighbour(1)),
    .init("previous-block", "go to the previous block", .neighbour(-1)),
  ]

  private static let moving: [CommandSpecification] = [
    .init("up", "[N]", "move up") { words in count(words).map { .move(.up, $0) } },
    .init("down", "[N]", "move down") { words in count(words).map { .move(.down, $0) } },
    .init("left", "[N]", "move left, or fold") { words in count(words).map { .move(.left, $0) } },
    .init("right", "[N]", "move right, or unfold") { words in
      count(words).map { .move(.right, $0) }
    },
    .init("page-up", "move up a page", .page(.up)),
    .init("page-down", "move down a page", .page(.down)),
    .init("first", "go to the first row", .first),
    .init("last", "go to the last row", .last),
    .init("enter", "open what is under the cursor", .enter),
    .init("back", "close, or go up one level", .back),
  ]

  private static let tree: [CommandSpecification] = [
    .init("expand-all", "unfold the whole tree", .expandAll),
    .init("collapse-all", "fold all stages", .collapseAll),
    .init("sort", "[\(names(TreeOrder.self))]", "order the rows; without a word, the next order") {
      words in optional(words, of: TreeOrder.self).map { .order($0) }
    },
    .init("search", "TEXT", "find a row by its name") { words in
      words.isEmpty ? nil : .search(words.joined(separator: " "))
    },
    .init("search-prompt", "type what to find", .prompt(.search)),
    .init("search-next", "find the next row", .searchNext),
    .init("search-previous", "find the previous row", .searchPrevious),
  ]

  private static let kernels: [CommandSpecification] = [
    .init("next-branch", "look at the next branch of the block", .nextBranch),
    .init("channel", "C", "look at the norm of channel C") { words in
      numbers(words, 1).map { .channel($0[0]) }
    },
    .init("pair", "OUT IN", "look at one output and one input channel") { words in
      numbers(words, 2).map { .pair(output: $0[0], input: $0[1]) }
    },
    .init("diagonal", "go to the input channel where the identity is 1", .diagonal),
    .init(
      "detail",
      "[\(names(KernelState.Detail.self))]",
      "choose the lower pane; without a word, the next"
    ) { words in optional(words, of: KernelState.Detail.self).map { .detail($0) } },
  ]

  private static let live: [CommandSpecification] = [
    .init("run", "[on|off]", "run or pause the engine") { words in
      switch words {
      case []: .run(nil)
      case ["on"]: .run(true)
      case ["off"]: .run(false)
      default: nil
      }
    },
    .init("threads", "+N|-N", "use more or fewer threads") { words in
      words.count == 1 ? change(words[0]).map { .threads($0) } : nil
    },
    .init(
      "branches",
      "[\(names(BranchExecution.self))]",
      "run the training form as written, or with folded norms and fused sums"
    ) { words in optional(words, of: BranchExecution.self).map { .branches($0) } },
    .init("clear", "forget what was measured", .clear),
    .init("measure", "N", "run both forms N times now, then pause") { words in
      numbers(words, 1).flatMap { $0[0] > 0 ? .measure($0[0]) : nil }
    },
    .init(
      "sample-timing",
      "fill in times made from the multiply-adds, marked as such, for pictures",
      .sampleTiming
    ),
  ]

  private static let view: [CommandSpecification] = [
    .init("set", "[NAME]", "open another of the file's sets of tensors; without a word, choose") {
      words in .set(words.isEmpty ? nil : words.joined(separator: " "))
    },
    .init("reload", "read the file anew, as it is now", .reload),
    .init("theme", "[\(names(ThemeName.self))]", "switch between dark and light") { words in
      optional(words, of: ThemeName.self).map { .theme($0) }
    },
    .init("glyphs", "switch between ASCII and block signs", .glyphs),
    .init("help", "show or hide the keys of this screen", .help),
    .init("command-prompt", "type a command", .prompt(.command)),
    .init("shot", "FILE", "write the screen to FILE, as .svg, .txt or .ansi") { words in
      words.count == 1 ? .shot(String(words[0])) : nil
    },
    .init("redraw", "paint everything again", .redraw),
    .init("suspend", "stop, until the shell's fg", .suspend),
    .init("quit", "leave", .quit),
    .init("q", "leave, as other programs call it", .quit),
  ]
}

// MARK: - Arguments

private func names<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> String {
  type.allCases.map(\.rawValue).joined(separator: "|")
}

private func one<Choice: RawRepresentable<String>>(
  _ words: [Substring],
  of type: Choice.Type
) -> Choice? {
  words.count == 1 ? Choice(rawValue: String(words[0])) : nil
}

/// No word is `.some(nil)`: the command without its argument.
private func optional<Choice: RawRepresentable<String>>(
  _ words: [Substring],
  of type: Choice.Type
) -> Choice?? {
  if words.isEmpty { return .some(nil) }
  return one(words, of: type).map { .some($0) }
}

private func count(_ words: [Substring]) -> Int? {
  words.isEmpty ? 1 : numbers(words, 1)?[0]
}

/// No row, channel or thread has a larger number, and sums of them stay far from overflow.
private let largest = 1_000_000

private func change(_ word: Substring) -> Int? {
  Int(word).flatMap { (-largest...largest).contains($0) ? $0 : nil }
}

private func numbers(_ words: [Substring], _ expected: Int) -> [Int]? {
  let values = words.compactMap { Int($0) }.filter { (0...largest).contains($0) }
  return words.count == expected && values.count == expected ? values : nil
}
