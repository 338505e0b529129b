/// One entry of one of the matrices, made wrong to see what comes of it.
public struct WrongMatrix: Hashable, Sendable {
  /// Which of the three matrices.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// `B'`.
    case input
    /// `G`.
    case kernel
    /// `A'`.
    case output
  }

  /// Which of the three matrices.
  public let place: Place
  /// The row of the entry, from 0.
  public let row: Int
  /// The column of the entry, from 0.
  public let column: Int
  /// What stands there instead of the right number.
  public let entry: Rational

  /// The mistake that writes `entry` into a row and a column of a matrix.
  public init(_ place: Place, row: Int, column: Int, entry: Rational) {
    (self.place, self.row, self.column, self.entry) = (place, row, column, entry)
  }

  /// The mistake that people make: one sign of `B'`, at the first point that is not zero.
  ///
  /// It is about a sample in the middle of the tile, which is never a zero beyond the edge: that would hide it.
  public static func sign(of algorithm: TileAlgorithm) -> WrongMatrix {
    let row =
      algorithm.order.firstIndex {
        if case .point(let point) = $0 { point != 0 } else { false }
      } ?? 0
    let used = (0..<algorithm.samples).filter { algorithm.input[row, $0] != 0 }
    let column = used.min { (algorithm.fromMiddle($0), $0) < (algorithm.fromMiddle($1), $1) } ?? 0
    return WrongMatrix(.input, row: row, column: column, entry: -algorithm.input[row, column])
  }
}

extension TileAlgorithm {
  /// Twice the distance of a sample from the middle of the tile.
  fileprivate func fromMiddle(_ sample: Int) -> Int { abs(2 * sample - (samples - 1)) }

  /// The algorithm with that mistake; a smaller tile that has no such entry stays as it is.
  public func making(_ mistake: WrongMatrix) -> TileAlgorithm {
    var wrong = self
    func write(into matrix: inout Matrix<Rational>) {
      guard (0..<matrix.rows).contains(mistake.row), (0..<matrix.columns).contains(mistake.column)
      else { return }
      matrix[mistake.row, mistake.column] = mistake.entry
    }
    switch mistake.place {
    case .input: write(into: &wrong.input)
    case .kernel: write(into: &wrong.kernel)
    case .output: write(into: &wrong.output)
    }
    return wrong
  }
}
