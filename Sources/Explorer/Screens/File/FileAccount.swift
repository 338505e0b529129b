internal import Canvas
internal import RepCore

/// What there is to say about a file: what sort it is, how it was packed, what had to be assumed.
struct FileAccount {
  let document: Document
  let pen: Pen
  let width: Int

  /// The whole account; warnings come first.
  var lines: [StyledLine] {
    [warnings, facts, packing, sets, source, assumptions, unfolded]
      .filter { !$0.isEmpty }.joined(separator: [StyledLine()]).map(\.self)
  }

  /// What a user should know of the file though it opened.
  var warnings: [StyledLine] {
    (document.opened?.warnings ?? []).flatMap { warning in
      hanging("! ", warning.description, pen.palette.warning)
    }
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
    var lines = [heading(document.title)]
    if let opened = document.opened {
      lines += [
        pair("file", "\(opened.container.rawValue), \(Numbers.bytes(opened.byteCount))"),
        pair("names", "\(opened.naming)"),
      ]
      if opened.isVerified { lines.append(pair("checksum", "right", pen.palette.good)) }
    } else {
      lines.append(pair("file", "none, made in memory"))
    }
    lines.append(pair("holds", form))
    lines.append(
      document.isSeparate
        ? pair("blocks", "\(document.stored.blocks.count), graph unknown")
        : pair("network", document.stored.name)
    )
    return lines
  }

  /// Which form the file holds; of a mixed one, how many blocks have which.
  private var form: String {
    if let form = document.stored.form { return "the \(form.rawValue) form" }
    let blocks = document.stored.blocks
    let trained = blocks.filter { $0.form == .train }.count
    return "both: \(trained) train, \(blocks.count - trained) deploy"
  }

  private var packing: [StyledLine] {
    breadcrumb.map { [heading("where the blocks are")] + hanging("", $0, pen.palette.text) } ?? []
  }

  private var sets: [StyledLine] {
    guard let opened = document.opened, opened.sets.count > 1 else { return [] }
    return [heading("sets of tensors (S chooses)")]
      + opened.sets.map { name in
        name == opened.set
          ? pair("\(pen.glyphs.marker) \(name)", "open", pen.palette.accent)
          : StyledLine("  \(name)", pen.palette.text)
      }
  }

  private var source: [StyledLine] {
    // A recognized checkpoint says no more than which names it has.
    let naming = document.opened.map { "\($0.naming) names" }
    guard let source = document.network.source, source != naming else { return [] }
    return [heading("source")] + hanging("", source, pen.palette.text)
  }

  private var assumptions: [StyledLine] {
    let sentences = document.network.assumptions.map(\.sentence)
    guard !sentences.isEmpty else { return [] }
    return [heading("assumed, because tensors do not tell")]
      + sentences.flatMap { hanging("\(pen.glyphs.bullet) ", $0, pen.palette.text) }
  }

  private var unfolded: [StyledLine] {
    guard let blocks = document.opened?.opaqueBlocks, !blocks.isEmpty else { return [] }
    return [heading("known by their names, not folded")]
      + blocks.flatMap { hanging("\(pen.glyphs.bullet) ", $0.description, pen.palette.text) }
  }

  /// A paragraph whose lines stand behind `mark`.
  private func hanging(_ mark: String, _ text: String, _ style: Style) -> [StyledLine] {
    let indent = columns(of: mark)
    return text.wrapped(to: width - indent).enumerated().map { index, line in
      let start = index == 0 ? mark : String(repeating: " ", count: indent)
      return StyledLine(start + line, style)
    }
  }

  private func heading(_ text: String) -> StyledLine {
    StyledLine(text.truncatedAtStart(to: width, ellipsis: pen.glyphs.ellipsis), pen.palette.header)
  }

  private func pair(_ name: String, _ value: String, _ style: Style? = nil) -> StyledLine {
    pen.pair(name, value, width: width, style: style)
  }
}
