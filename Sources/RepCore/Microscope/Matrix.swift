/// A small matrix, row by row; of fractions, or of doubles.
public struct Matrix<Scalar: Numeric & Sendable>: Sendable {
  /// How many rows it has.
  public let rows: Int
  /// How many columns it has.
  public let columns: Int
  /// All entries, `rows x columns`.
  public private(set) var values: [Scalar]

  /// The matrix whose entry in each row and column `entry` tells.
  public init(rows: Int, columns: Int, _ entry: (_ row: Int, _ column: Int) -> Scalar) {
    (self.rows, self.columns) = (rows, columns)
    values = (0..<rows * columns).map { entry($0 / columns, $0 % columns) }
  }

  /// The entry in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Scalar {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// Rows as columns.
  public var transposed: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }

  /// The product of two matrices; the left has as many columns as the right has rows.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(
      left.columns == right.rows,
      "\(left.rows)x\(left.columns) times \(right.rows)x\(right.columns) is no product"
    )
    return Matrix(rows: left.rows, columns: right.columns) { row, column in
      (0..<left.columns).reduce(0) { $0 + left[row, $1] * right[$1, column] }
    }
  }

  /// The products of the entries that stand in the same place of two matrices of one size.
  public func entrywise(_ other: Matrix) -> Matrix { zip(other, *) }

  /// The sum of two matrices of one size.
  public static func + (left: Matrix, right: Matrix) -> Matrix { left.zip(right, +) }

  /// The matrix of what `transform` makes of each entry.
  public func map<Other>(_ transform: (Scalar) -> Other) -> Matrix<Other> {
    Matrix<Other>(rows: rows, columns: columns) { transform(self[$0, $1]) }
  }

  private func zip(_ other: Matrix, _ combine: (Scalar, Scalar) -> Scalar) -> Matrix {
    precondition(
      (rows, columns) == (other.rows, other.columns),
      "\(rows)x\(columns) and \(other.rows)x\(other.columns) have no common places"
    )
    return Matrix(rows: rows, columns: columns) { combine(self[$0, $1], other[$0, $1]) }
  }
}

extension Matrix: Equatable where Scalar: Equatable {}
extension Matrix: Hashable where Scalar: Hashable {}
