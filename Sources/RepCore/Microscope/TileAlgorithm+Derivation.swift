// The matrices, derived from the points by Lagrange's interpolation (docs/Guides/Winograd.md); no matrix of the
// kernels is looked at.

extension TileAlgorithm {
  /// The algorithm for a tile of `outputs` outputs that uses the transformed weights of `family`.
  ///
  /// A tile smaller than the family's largest takes the first of the points. Its weights stay those of the largest
  /// tile, divided by the distances to all points; what the smaller one does not divide by is put on its values.
  public init(outputs: Int, in family: TileFamily) {
    let taps = family.isPolyphase ? 2 : 3
    let all = family.finitePoints
    let used = Array(all.prefix(outputs + taps - 2))
    let points = used.map(Product.point)
    // The engine's order, which lets smaller tiles have the first of the largest tile's points.
    let order =
      family.isPolyphase
      ? [.infinity] + points + (0..<outputs).map(Product.even)
      : Array(points.prefix(1)) + [.infinity] + points.dropFirst()
    let stride = family.isPolyphase ? 2 : 1
    let samples = stride * (outputs - 1) + 3
    self.init(
      outputs: outputs,
      stride: stride,
      order: order,
      input: Matrix(rows: order.count, columns: samples) { row, sample in
        valueFactor(order[row], sample, used: used, all: all, stride: stride)
      },
      kernel: Matrix(rows: order.count, columns: 3) { row, tap in
        weightFactor(order[row], tap, all: all, stride: stride)
      },
      output: Matrix(rows: outputs, columns: order.count) { output, row in
        outputFactor(order[row], output, of: outputs)
      }
    )
  }
}

/// The factor of a sample in the value of a product.
///
/// At a point `p` the value is `rest * B_p`, where `B_p` is the product of `(x - q)` over the other points in use,
/// `x^k` is read as sample `k` (with stride 2 as odd sample `k`), and `rest` is the product of `p`'s distances to the
/// points that are not in use.
private func valueFactor(
  _ product: TileAlgorithm.Product,
  _ sample: Int,
  used: [Rational],
  all: [Rational],
  stride: Int
) -> Rational {
  if case .even(let output) = product { return sample == 2 * output + 1 ? 1 : 0 }
  guard sample.isMultiple(of: stride) else { return 0 }
  let power = sample / stride
  guard case .point(let point) = product else { return coefficients(roots: used)[power] }
  let others = coefficients(roots: used.filter { $0 != point })
  guard others.indices.contains(power) else { return 0 }
  let rest = all.dropFirst(used.count).reduce(1) { $0 * (point - $1) }
  return rest * others[power]
}

/// The factor of a tap in the weight of a product.
///
/// At a point `p` it is `p^k / N_p`, where `N_p` is the product of `p`'s distances to all other points of the family.
/// With stride 2 the outer taps are `g[0]` and `g[1]` of a kernel of two.
private func weightFactor(
  _ product: TileAlgorithm.Product,
  _ tap: Int,
  all: [Rational],
  stride: Int
) -> Rational {
  switch product {
  case .infinity: return tap == 2 ? 1 : 0
  case .even: return tap == 1 ? 1 : 0
  case .point(let point):
    guard tap.isMultiple(of: stride) else { return 0 }
    let distances = all.filter { $0 != point }.reduce(1) { $0 * (point - $1) }
    return power(point, tap / stride) * distances.inverse
  }
}

/// The factor of a product in an output: `p^i`; infinity joins the last output alone, an even sample its own.
private func outputFactor(_ product: TileAlgorithm.Product, _ output: Int, of count: Int)
  -> Rational
{
  switch product {
  case .point(let point): power(point, output)
  case .infinity: output == count - 1 ? 1 : 0
  case .even(let own): output == own ? 1 : 0
  }
}

/// `base` to the power of `exponent`, which is 0 or more; zero to the power of zero is one.
private func power(_ base: Rational, _ exponent: Int) -> Rational {
  (0..<exponent).reduce(1) { power, _ in power * base }
}

/// The coefficients of the product of `(x - root)`, that of `x^0` first.
private func coefficients(roots: [Rational]) -> [Rational] {
  roots.reduce([1]) { polynomial, root in
    // Times x is one place further; then less the root times what was there.
    var product = [0] + polynomial
    for (place, coefficient) in polynomial.enumerated() {
      product[place] = product[place] - root * coefficient
    }
    return product
  }
}

extension TileFamily {
  /// The numbers at which the largest tile of the family looks; infinity is one more point of each.
  public var finitePoints: [Rational] {
    func pairs(_ points: Rational...) -> [Rational] { points.flatMap { [$0, -$0] } }
    return switch self {
    case .f2: [0] + pairs(1)
    case .f4: [0] + pairs(Rational(5, 8), Rational(3, 2))
    case .f6: [0] + pairs(1, 2, Rational(1, 2))
    case .p2: pairs(1)
    case .p4: pairs(Rational(1, 2), Rational(3, 2))
    }
  }
}
