// What a tile costs, counted from the matrices.

extension TileAlgorithm {
  /// Additions that make the values of one line of samples.
  public var inputAdditions: Int { input.additions }
  /// Additions that make the weights of one line of taps.
  public var kernelAdditions: Int { kernel.additions }
  /// Additions that make the outputs of one line of products.
  public var outputAdditions: Int {
    // What a matrix and its transpose cost differs by the sums alone that they make (transposition principle).
    output.transposed.additions + output.columns - output.rows
  }
}

extension Matrix<Rational> {
  /// Additions, each perhaps with a constant factor, that multiply the matrix by a vector.
  ///
  /// Rows of the points `p` and `-p` agree in some of their entries and differ in the sign of the others; both parts
  /// are added up once, and then added and subtracted. Nothing else is shared.
  fileprivate var additions: Int {
    var rest = Array(0..<rows)
    var count = 0
    while let row = rest.first {
      rest.removeFirst()
      let own = (0..<columns).filter { self[row, $0] != 0 }
      if let place = rest.firstIndex(where: { isMirrored(row, $0) }) {
        let partner = rest.remove(at: place)
        let alike = own.filter { self[row, $0] == self[partner, $0] }.count
        let unlike = own.count - alike
        count += max(alike - 1, 0) + max(unlike - 1, 0) + (alike > 0 && unlike > 0 ? 2 : 0)
      } else {
        count += max(own.count - 1, 0)
      }
    }
    return count
  }

  /// Whether two rows are alike but for signs.
  private func isMirrored(_ left: Int, _ right: Int) -> Bool {
    (0..<columns).allSatisfy { self[left, $0].magnitude == self[right, $0].magnitude }
  }
}
