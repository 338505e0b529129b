internal import Canvas
internal import Words

/// The lines of the help: keys by what they are for, then terms and remarks; in two columns where there is room.
struct HelpText {
  let state: State
  let pen: Pen
  /// Columns that a line may take.
  let width: Int

  /// Columns from which on there are two columns.
  private static let twoColumns = 96

  /// Columns that are not enough for two.
  static let oneColumn = twoColumns - 1

  private var language: Language { state.shared.language }

  var lines: [StyledLine] {
    guard width >= HelpText.twoColumns else {
      let all = sections(in: width) + [terms(in: width), remarks(in: width)]
      return Array(all.joined(separator: [StyledLine()]))
    }
    let column = (width - 2) / 2
    let (left, right) = HelpText.balanced(sections(in: column))
    return beside(left, right, column) + [StyledLine()]
      + beside(terms(in: column), remarks(in: column), column)
  }

  private func terms(in width: Int) -> [StyledLine] {
    section(
      Text(en: "terms", vi: "thuật ngữ"),
      Swift.type(of: state.current).glossary.flatMap { term in
        row(term.word[language], term.meaning[language], in: width)
      }
    )
  }

  private func remarks(in width: Int) -> [StyledLine] {
    section(
      Text(en: "what is shown", vi: "những gì được hiện"),
      HelpText.remarks.flatMap { row("", $0[language], in: width) }
    )
  }

  /// Two columns, the left one of so many columns of the screen.
  private func beside(
    _ left: [StyledLine],
    _ right: [StyledLine],
    _ column: Int
  ) -> [StyledLine] {
    (0..<max(left.count, right.count)).map { index in
      let first = left.indices.contains(index) ? left[index] : StyledLine()
      guard right.indices.contains(index) else { return first }
      let gap = String(repeating: " ", count: max(column + 2 - first.columns, 0))
      return first.then(gap, pen.palette.text).appending(right[index])
    }
  }

  /// The keys of each intent.
  private var intents: [(intent: Intent, bindings: [KeyBinding])] {
    let own = Swift.type(of: state.current).keys
    let common = KeyMap.bindings(on: state.screen).dropFirst(own.count)
    let all =
      [(Intent.yours, state.shared.bindings), (.here, own)]
      + Intent.allCases.dropFirst(2).map { intent in
        (intent, common.filter { $0.intent == intent })
      }
    return all.filter { !$0.1.isEmpty }
  }

  private func sections(in width: Int) -> [[StyledLine]] {
    intents.map { intent, bindings in
      section(
        intent.title,
        bindings.flatMap { binding in
          row(
            binding.keys.map(\.keyCap).joined(separator: " "),
            meaning(of: binding, for: intent),
            in: width
          )
        }
      )
    }
  }

  private func meaning(of binding: KeyBinding, for intent: Intent) -> String {
    intent == .yours ? binding.command : binding.summary[language]
  }

  /// Every key, term and remark in a sentence; signs by their names.
  func read(into reading: inout Reading) {
    for (intent, bindings) in intents {
      reading.add(intent.title)
      for binding in bindings {
        let keys = binding.keys.map { $0.spokenKey[language] }.joined(separator: ", ")
        reading.add("\(keys): \(meaning(of: binding, for: intent))")
      }
    }
    for term in Swift.type(of: state.current).glossary {
      reading.add(term.word + Text(name: ": ") + term.meaning)
    }
    for remark in HelpText.remarks { reading.add(remark) }
  }

  /// The sections in their order, the first ones left, so that both columns are about as long.
  private static func balanced(
    _ sections: [[StyledLine]]
  ) -> (left: [StyledLine], right: [StyledLine]) {
    let height = { (sections: ArraySlice<[StyledLine]>) in
      sections.reduce(0) { $0 + $1.count + 1 }
    }
    let cut =
      sections.indices.dropFirst().min { one, other in
        max(height(sections[..<one]), height(sections[one...]))
          < max(height(sections[..<other]), height(sections[other...]))
      } ?? sections.count
    let gap = [StyledLine()]
    return (
      Array(sections[..<cut].joined(separator: gap)), Array(sections[cut...].joined(separator: gap))
    )
  }

  private func section(_ title: Text, _ rows: [StyledLine]) -> [StyledLine] {
    [StyledLine(title[language], pen.palette.header)] + rows
  }

  /// What stands left, and what it means in as many lines as that takes.
  private func row(_ name: String, _ meaning: String, in width: Int) -> [StyledLine] {
    let indent = name.isEmpty ? 2 : 22
    return meaning.wrapped(to: max(width - indent, 10)).enumerated()
      .map { index, line in
        let start = index == 0 && !name.isEmpty ? "  " + name.fitted(to: indent - 2, .left) : ""
        return StyledLine(start.fitted(to: indent, .left), pen.palette.key)
          .then(line, name.isEmpty ? pen.palette.muted : pen.palette.text)
      }
  }

  private static let remarks = [
    Text(
      en: "Multiply-adds count as one; norms, sums and pooling count as none.",
      vi: "Một phép nhân-cộng tính là một; norm, tổng và pooling không tính."
    ),
    Text(
      en: "A norm scales by gamma / sqrt(variance + eps); eps is not in the paper's formula.",
      vi: "Norm nhân với gamma / sqrt(phương sai + eps); công thức trong bài báo không có eps."
    ),
    Text(
      en: "Folding holds at inference only, where norms use their running statistics.",
      vi: "Gộp chỉ đúng khi inference, lúc norm dùng thống kê chạy của nó."
    ),
    Text(
      en: "Digits are screens, so keys take no counts. Nothing here changes the file.",
      vi: "Chữ số là màn hình nên phím không nhận số lần. Không gì ở đây sửa tệp."
    ),
  ]
}

extension KeyBinding {
  /// What the bound command is for.
  fileprivate var intent: Intent {
    let name = command.prefix { $0 != " " }
    return CommandTable.specification(of: Command.Name(String(name)))?.intent ?? .here
  }
}
