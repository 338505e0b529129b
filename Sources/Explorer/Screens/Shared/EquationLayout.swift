internal import Canvas

/// How the kernels of an equation are set: how large, and on one line of kernels or several.
struct EquationLayout {
  /// Where the sum stands, and where the terms are too many for one line.
  enum Arrangement {
    /// Terms and sum on one line.
    case line
    /// The terms on one line, the sum below.
    case stacked
    /// Terms and sum on several lines, so many on each.
    case wrapped(perLine: Int)
  }

  /// Rows and columns of a kernel.
  let side: Int
  /// Whether lines stand between the taps.
  let isRuled: Bool
  /// Columns of one number where there are no lines.
  let digits: Int
  /// Columns of a plus or equals sign.
  let operatorWidth: Int
  /// How many lines there are.
  let arrangement: Arrangement
  /// Whether there is a line of kernels as stored above the scaled ones.
  let showsStored: Bool

  private let terms: Int
  /// Rows of sentences below the equation.
  private let sentences: Int

  /// The roomiest layout of `terms` kernels of `side` and their sum in `size` cells; a norm behind the sum
  /// takes a sentence more.
  init(terms: Int, side: Int, hasPostNorm: Bool, in size: Size) {
    sentences = hasPostNorm ? 2 : 1
    let candidates = EquationLayout.candidates(side: side)
    func fits(_ kernels: Int, _ candidate: Candidate) -> Bool {
      let width = kernels * candidate.kernel(side).width + (kernels - 1) * candidate.sign
      return width <= size.width && (!candidate.isRuled || size.height >= 34)
    }
    let chosen: Candidate
    let narrowest = candidates[candidates.count - 1]
    if let fitting = candidates.first(where: { fits(terms + 1, $0) }) {
      (chosen, arrangement) = (fitting, .line)
    } else if fits(terms, narrowest) {
      (chosen, arrangement) = (narrowest, .stacked)
    } else {
      // As few lines as can be, then as many kernels on each as on the others, as roomy as they fit.
      let wide = EquationLayout.wrappedCandidates(side: side)
      let most = (1...terms + 1).last { fits($0, wide[wide.count - 1]) } ?? 1
      let lines = (terms + most) / most
      let perLine = (terms + lines) / lines
      chosen = wide.first { fits(perLine, $0) } ?? wide[wide.count - 1]
      arrangement = .wrapped(perLine: perLine)
    }
    if case .line = arrangement { showsStored = true } else { showsStored = size.height >= 17 }
    (isRuled, digits, operatorWidth) = (chosen.isRuled, chosen.digits, chosen.sign)
    self.terms = terms
    self.side = side
  }

  private struct Candidate {
    let isRuled: Bool
    let digits: Int
    let sign: Int

    func kernel(_ side: Int) -> Size {
      isRuled ? KernelGrid.size(side: side) : KernelGrid.plainSize(side: side, digits: digits)
    }
  }

  /// From the roomiest to the narrowest; a kernel of one number is as wide as the words around it.
  private static func candidates(side: Int) -> [Candidate] {
    side == 1
      ? [plain(13, 3), plain(12, 3), plain(11, 1)]
      : [Candidate(isRuled: true, digits: 6, sign: 3), plain(6, 3), plain(5, 2)]
  }

  /// The same where a title and its factor share a line.
  private static func wrappedCandidates(side: Int) -> [Candidate] {
    side == 1 ? [plain(17, 2)] : [plain(6, 3), plain(5, 2)]
  }

  private static func plain(_ digits: Int, _ sign: Int) -> Candidate {
    Candidate(isRuled: false, digits: digits, sign: sign)
  }

  /// The cells of one kernel.
  var kernel: Size { Candidate(isRuled: isRuled, digits: digits, sign: 0).kernel(side) }

  /// Columns from one term to the next.
  var pitch: Int { kernel.width + operatorWidth }

  /// Rows of the whole equation: titles, kernels, factors, kernels, biases, and a sentence.
  var height: Int {
    switch arrangement {
    case .line, .stacked:
      let stored = showsStored ? kernel.height : 0
      let last = isStacked ? max(kernel.height, 1 + sentences) : sentences
      return 1 + stored + 1 + kernel.height + 1 + last
    case .wrapped(let perLine):
      let lines = (terms + perLine) / perLine
      return lines * lineHeight + 1 + sentences
    }
  }

  /// Rows of one line of a wrapped equation: titles with factors, kernels, biases.
  var lineHeight: Int { kernel.height + 2 }

  /// The cells of a term of a wrapped equation that stands in `area`, the sum's behind the last term's.
  func cell(of index: Int, perLine: Int, in area: Rect) -> Rect {
    Rect(
      origin: area.origin.moved(dx: index % perLine * pitch, dy: index / perLine * lineHeight),
      size: Size(width: kernel.width, height: lineHeight)
    )
  }

  /// Whether the sum stands below its terms and not at their right.
  var isStacked: Bool { if case .stacked = arrangement { true } else { false } }

  /// Whether the terms need more than one line.
  var isWrapped: Bool { if case .wrapped = arrangement { true } else { false } }

  /// Columns of one number.
  var numberColumns: Int { isRuled ? KernelGrid.ruledDigits : digits }

  /// One kernel in this layout.
  func grid(_ values: [Double?], limit: Double, unit: KernelUnit) -> KernelGrid {
    isRuled
      ? KernelGrid(side: side, values: values, limit: limit, unit: unit.value)
      : KernelGrid(plain: side, values: values, limit: limit, digits: digits, unit: unit.value)
  }

  /// The cells of a tap, counted row by row, in a kernel that stands at the first cell.
  func cell(ofTap tap: Int) -> Rect {
    grid(Array(repeating: nil, count: side * side), limit: 1, unit: KernelUnit(for: 1))
      .cell(of: tap)
  }
}
