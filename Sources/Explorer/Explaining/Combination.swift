internal import RepCore

/// How a number is made of others; a test evaluates it on the parts of every explanation.
enum Combination: Hashable, Sendable {
  /// The parts added up.
  case sum
  /// The parts multiplied.
  case product
  /// The first part divided by the second.
  case quotient
  /// The first part less the second.
  case difference
  /// `gamma / sqrt(variance + epsilon)`, in this order (RepVGG, equation 3).
  case normScale
  /// `beta - mean * scale`, in this order.
  case normShift
  /// The parts added up and divided by their number.
  case mean
  /// The one part behind an activation.
  case activation(Activation)

  /// What the parts give.
  func value(of parts: [Double]) -> Double {
    switch self {
    case .sum: parts.reduce(0, +)
    case .product: parts.reduce(1, *)
    case .quotient: parts[0] / parts[1]
    case .difference: parts[0] - parts[1]
    case .normScale: parts[0] / (parts[1] + parts[2]).squareRoot()
    case .normShift: parts[0] - parts[1] * parts[2]
    case .mean: parts.reduce(0, +) / Double(parts.count)
    case .activation(let activation): activation.value(of: parts[0])
    }
  }

  /// The equation's right side, with each part as it is written.
  func text(of parts: [String], times: String) -> String {
    switch self {
    case .sum: parts.joined(separator: " + ")
    case .product: parts.joined(separator: " \(times) ")
    case .quotient: "\(parts[0]) / \(parts[1])"
    case .difference: "\(parts[0]) - \(parts[1])"
    case .normScale: "\(parts[0]) / sqrt(\(parts[1]) + \(parts[2]))"
    case .normShift: "\(parts[0]) - \(parts[1]) \(times) \(parts[2])"
    case .mean: "(\(parts.joined(separator: " + "))) / \(parts.count)"
    case .activation(let activation): "\(activation.title)(\(parts[0]))"
    }
  }
}
