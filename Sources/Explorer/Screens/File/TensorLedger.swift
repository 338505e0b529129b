internal import Canvas
internal import RepCore

/// What became of every tensor of a file: used, without meaning, or opaque.
struct TensorLedger {
  let document: Document
  let pen: Pen
  let width: Int

  private struct Share {
    let count: Int
    let words: String
    let style: Style
    let sign: Character
  }

  /// The counts, their bar, and the names of all that was not used.
  var lines: [StyledLine] {
    guard let coverage = document.opened?.coverage else {
      return [StyledLine("no file, no tensors to account for", pen.palette.muted)]
    }
    let shares = shares(of: coverage)
    return [heading("\(counted(coverage.found, "tensor")) found")]
      + [bar(of: shares, total: coverage.found)]
      + shares.map { share in
        StyledLine("\(share.sign) ", share.style)
          .then("\(share.count) \(share.words)", pen.palette.text)
      }
      + opaque + names("without meaning at inference", coverage.ignored)
  }

  private func shares(of coverage: Coverage) -> [Share] {
    let isBlock = pen.glyphs.level == .block
    let used = document.isSeparate ? "the blocks need" : "the network needs"
    return [
      Share(
        count: coverage.taken,
        words: "used: all that \(used)",
        style: pen.palette.bar,
        sign: isBlock ? "█" : "#"
      ),
      Share(
        count: coverage.ignored.count,
        words: "without meaning at inference",
        style: pen.palette.muted,
        sign: isBlock ? "░" : "."
      ),
      Share(
        count: coverage.opaque.count,
        words:
          "opaque: of no block, \(Numbers.bytes(document.opaque.map(\.byteCount).reduce(0, +)))",
        style: pen.palette.otherBar,
        sign: isBlock ? "▒" : "="
      ),
    ]
    .filter { $0.count > 0 }
  }

  private func bar(of shares: [Share], total: Int) -> StyledLine {
    var (line, before) = (StyledLine(), 0)
    for share in shares {
      let cells = width * (before + share.count) / total - width * before / total
      line = line.then(String(repeating: String(share.sign), count: cells), share.style)
      before += share.count
    }
    return line
  }

  private var opaque: [StyledLine] {
    guard !document.opaque.isEmpty else { return [] }
    return [StyledLine(), heading("opaque")]
      + document.opaque.map { tensor in
        let shape = tensor.extents(pen.glyphs.times)
        let room = max(width - columns(of: shape) - 1, 0)
        let name = tensor.name.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
        return StyledLine(name.fitted(to: room) + " ", pen.palette.text)
          .then(shape, pen.palette.muted)
      }
  }

  private func names(_ title: String, _ names: [String]) -> [StyledLine] {
    guard !names.isEmpty else { return [] }
    return [StyledLine(), heading(title)]
      + names.map {
        StyledLine($0.truncatedAtStart(to: width, ellipsis: pen.glyphs.ellipsis), pen.palette.text)
      }
  }

  private func heading(_ text: String) -> StyledLine { StyledLine(text, pen.palette.header) }
}
