internal import Canvas
internal import RepCore
internal import Words

/// What there is to say about a file: what sort it is, how it was packed, what had to be assumed.
struct FileAccount {
  let shared: Shared
  let pen: Pen
  let width: Int

  private var document: Document { shared.document }

  /// The whole account; warnings and damage come first.
  var lines: [StyledLine] {
    [warnings, damage, facts, packing, sets, data, source, assumptions, unfolded]
      .filter { !$0.isEmpty }.joined(separator: [StyledLine()]).map(\.self)
  }

  /// What a user should know of the file though it opened.
  var warnings: [StyledLine] {
    (document.opened?.warnings ?? []).flatMap { warning in
      hanging("! ", word(warning.words), pen.palette.warning)
    }
  }

  /// The weights that are known to be damaged.
  private var damage: [StyledLine] {
    let faults = shared.faults
    guard !faults.isEmpty else { return [] }
    return word(FileWords.damaged).wrapped(to: width).map { StyledLine($0, pen.palette.bad) }
      + faults.flatMap { hanging("\(pen.glyphs.fail) ", word($0.words), pen.palette.bad) }
  }

  /// Where the blocks stand among the wrappings: `model > module. > stage0`.
  var breadcrumb: String? {
    guard let opened = document.opened, let first = document.paths.first else { return nil }
    let name = document.title(of: first)
    let bare =
      name.hasPrefix(opened.wrapper) ? String(name.dropFirst(opened.wrapper.count)) : name
    let parts = [opened.set, opened.wrapper, bare].filter { !$0.isEmpty }
    return parts.count > 1 ? parts.joined(separator: " > ") : nil
  }

  private var facts: [StyledLine] {
    var lines = [heading(Text(name: document.title))]
    if let opened = document.opened {
      lines += [
        pair(FileWords.file, "\(opened.container.rawValue), \(Numbers.bytes(opened.byteCount))"),
        pair(FileWords.names, "\(opened.naming)"),
      ]
      if opened.isVerified {
        lines.append(
          pair(FileWords.checksum.name, word(FileWords.checksum.right), pen.palette.good)
        )
      }
    } else {
      lines.append(pair(FileWords.file, word(FileWords.inMemory)))
    }
    lines.append(pair(FileWords.holds, word(form)))
    lines.append(
      document.isSeparate
        ? pair(FileWords.blocks, word(FileWords.unknownGraph(document.stored.blocks.count)))
        : pair(FileWords.network, document.stored.name)
    )
    return lines
  }

  /// Which form the file holds; of a mixed one, how many blocks have which.
  private var form: Text {
    if let form = document.stored.form { return TreeWords.holds(form) }
    let blocks = document.stored.blocks
    let trained = blocks.filter { $0.form == .train }.count
    return FileWords.mixed(train: trained, deploy: blocks.count - trained)
  }

  private var packing: [StyledLine] {
    breadcrumb.map { [heading(FileWords.packing)] + hanging("", $0, pen.palette.text) } ?? []
  }

  private var sets: [StyledLine] {
    guard let opened = document.opened, opened.sets.count > 1 else { return [] }
    return [heading(FileWords.sets)]
      + opened.sets.map { name in
        name == opened.set
          ? pair(
            Text(name: "\(pen.glyphs.marker) \(name)"),
            word(FileWords.open),
            pen.palette.accent
          )
          : StyledLine("  \(name)", pen.palette.text)
      }
  }

  private var source: [StyledLine] {
    // A recognized checkpoint says no more than which names it has.
    let naming = document.opened.map { "\($0.naming) names" }
    let network = document.network
    guard let source = network.sourceWords, network.source != naming else { return [] }
    return [heading(FileWords.source)] + hanging("", word(source), pen.palette.text)
  }

  private var data: [StyledLine] {
    guard let data = document.data else { return [] }
    return [heading(FileWords.data)]
      + hanging("", word(FileWords.account(of: data)), pen.palette.text)
  }

  private var assumptions: [StyledLine] {
    let sentences = document.network.assumptions.map(\.words)
    guard !sentences.isEmpty else { return [] }
    return [heading(FileWords.assumed)]
      + sentences.flatMap { hanging("\(pen.glyphs.bullet) ", word($0), pen.palette.text) }
  }

  private var unfolded: [StyledLine] {
    guard let blocks = document.opened?.opaqueBlocks, !blocks.isEmpty else { return [] }
    return [heading(FileWords.notFolded)]
      + blocks.flatMap { hanging("\(pen.glyphs.bullet) ", word($0.words), pen.palette.text) }
  }

  /// A paragraph whose lines stand behind `mark`.
  private func hanging(_ mark: String, _ text: String, _ style: Style) -> [StyledLine] {
    let indent = columns(of: mark)
    return text.wrapped(to: width - indent).enumerated().map { index, line in
      let start = index == 0 ? mark : String(repeating: " ", count: indent)
      return StyledLine(start + line, style)
    }
  }

  private func word(_ text: Text) -> String { text[shared.language] }

  private func heading(_ text: Text) -> StyledLine {
    let words = word(text).truncatedAtStart(to: width, ellipsis: pen.glyphs.ellipsis)
    return StyledLine(words, pen.palette.header)
  }

  private func pair(_ name: Text, _ value: String, _ style: Style? = nil) -> StyledLine {
    pen.pair(word(name), value, width: width, style: style)
  }
}
