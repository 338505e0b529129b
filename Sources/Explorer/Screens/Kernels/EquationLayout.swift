internal import Canvas

/// How the kernels of an equation are set: how large, and on one line of kernels or two.
struct EquationLayout {
  /// Whether lines stand between the taps.
  let isRuled: Bool
  /// Columns of one number where there are no lines.
  let digits: Int
  /// Columns of a plus or equals sign.
  let operatorWidth: Int
  /// Whether the sum stands below its terms and not at their right.
  let isStacked: Bool
  /// Whether there is a line of kernels as stored above the scaled ones.
  let showsStored: Bool

  /// The roomiest layout of `terms` kernels and their sum in `size` cells.
  init(terms: Int, in size: Size) {
    let ruled = KernelGrid.size(side: 3).width
    let candidates = [(true, 6, 3), (false, 6, 3), (false, 5, 2)]
    func width(_ isRuled: Bool, _ digits: Int, _ sign: Int) -> Int {
      let kernel = isRuled ? ruled : KernelGrid.plainSize(side: 3, digits: digits).width
      return (terms + 1) * kernel + terms * sign
    }
    let fitting = candidates.first {
      width($0.0, $0.1, $0.2) <= size.width && (!$0.0 || size.height >= 34)
    }
    (isRuled, digits, operatorWidth) = fitting ?? (false, 5, 2)
    isStacked = fitting == nil
    showsStored = !isStacked || size.height >= 17
  }

  /// The cells of one kernel.
  var kernel: Size {
    isRuled ? KernelGrid.size(side: 3) : KernelGrid.plainSize(side: 3, digits: digits)
  }

  /// Columns from one term to the next.
  var pitch: Int { kernel.width + operatorWidth }

  /// Rows of the whole equation: titles, kernels, factors, kernels, biases, and a sentence.
  var height: Int {
    let stored = showsStored ? kernel.height : 0
    return 1 + stored + 1 + kernel.height + 1 + (isStacked ? kernel.height : 1)
  }

  /// One 3x3 kernel in this layout.
  func grid(_ values: [Double], limit: Double) -> KernelGrid {
    isRuled
      ? KernelGrid(side: 3, values: values, limit: limit)
      : KernelGrid(plain: 3, values: values, limit: limit, digits: digits)
  }
}
