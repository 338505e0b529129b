internal import Canvas
internal import RepCore

/// The fold check of a block as lines of text: the errors, the tolerance and the verdict in a word.
struct CheckLines {
  let shared: Shared
  let path: BlockPath
  let pen: Pen

  func lines(width: Int) -> [StyledLine] {
    let heading = StyledLine("fold check, float to double", pen.palette.header)
    guard shared.document.hasTrainingForm else {
      return [heading, StyledLine("needs the training form", pen.palette.muted)]
    }
    guard let check = shared.checks[path] else {
      return [heading, StyledLine("checking\(pen.glyphs.ellipsis)", pen.palette.muted)]
    }
    let passes = check.passes()
    let doubts = passes ? shared.document.network.facts(of: path)?.doubts ?? [] : []
    let verdict = passes ? doubts.isEmpty ? "PASS" : "PASS, if" : "FAIL"
    return [
      heading,
      pen.pair("  train", error(check.training), width: width),
      pen.pair("  folded", error(check.folded), width: width),
      pen.pair("  tolerance", Numbers.scientific(BlockCheck.tolerance, 0), width: width),
      pen.pair(
        "  verdict",
        verdict,
        width: width,
        style: passes ? pen.palette.good : pen.palette.bad
      ),
    ]
      + wrapped(doubts, to: width - 4).map {
        StyledLine("    " + $0, pen.palette.warning)
      }
      + check.faults.flatMap { fault in
        fault.description.wrapped(to: width).map { StyledLine($0, pen.palette.bad) }
      }
  }

  /// What the verdict depends on, as a paragraph; no line where it depends on nothing.
  private func wrapped(_ doubts: [String], to width: Int) -> [String] {
    doubts.isEmpty ? [] : doubts.joined(separator: ", ").wrapped(to: width)
  }

  private func error(_ difference: Difference) -> String {
    Numbers.scientific(difference.maximumRelative, 1)
  }
}
