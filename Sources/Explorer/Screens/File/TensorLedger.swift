internal import Canvas
internal import RepCore
internal import Words

/// What became of the tensors of a file, as counts and a bar: used, without meaning, or opaque.
struct TensorLedger {
  let shared: Shared
  let pen: Pen
  let width: Int

  /// The counts and their bar.
  var lines: [StyledLine] {
    let language = shared.language
    guard let coverage = shared.document.opened?.coverage else {
      return [StyledLine(FileWords.noTensors[language], pen.palette.muted)]
    }
    let shares = [
      (TensorUse.used, coverage.taken), (.ignored, coverage.ignored.count),
      (.opaque, coverage.opaque.count),
    ]
    .filter { $0.1 > 0 }
    return [StyledLine(FileWords.found(coverage.found)[language], pen.palette.header)]
      + [bar(of: shares, total: coverage.found)]
      + shares.map { use, count in
        let words = FileWords.share(use, count, of: shared.document)[language]
        return StyledLine("\(pen.sign(of: use)) ", pen.style(of: use)).then(words, pen.palette.text)
      }
  }

  private func bar(of shares: [(use: TensorUse, count: Int)], total: Int) -> StyledLine {
    var (line, before) = (StyledLine(), 0)
    for (use, count) in shares {
      let cells = width * (before + count) / total - width * before / total
      let part = String(repeating: String(pen.sign(of: use)), count: cells)
      line = line.then(part, pen.style(of: use))
      before += count
    }
    return line
  }
}
