/// Whether every form of a network puts the reference's top class first.
public enum TopClass: String, Hashable, Sendable {
  /// All do.
  case agrees
  /// One does not, but the reference holds both classes for equal within the tolerance.
  case tie
  /// One does not, or holds logits that are no numbers.
  case differs
}

/// How far the logits of several forms of one network are apart.
public struct LogitCheck: Hashable, Sendable {
  /// The worst difference from the reference.
  public let difference: Difference
  /// How far apart the reference holds its top class and the one that a form puts first, relative to its
  /// largest logit; 0 where all agree, infinite where logits are not finite.
  public let topGap: Double

  /// What the top classes say, given the largest relative error that rounding may cause.
  public func topClass(tolerance: Double) -> TopClass {
    topGap == 0 ? .agrees : topGap <= tolerance ? .tie : .differs
  }

  /// Whether the logits agree within `tolerance`, and the top class with them.
  public func passes(tolerance: Double) -> Bool {
    difference.maximumRelative <= tolerance && topClass(tolerance: tolerance) != .differs
  }

  /// The larger differences of two checks.
  init(worstOf left: LogitCheck, _ right: LogitCheck) {
    difference =
      left.difference.maximumRelative > right.difference.maximumRelative
      ? left.difference : right.difference
    topGap = max(left.topGap, right.topGap)
  }

  /// Compares the logits of `forms` with `reference`.
  init(_ forms: [[Double]], reference: [Double]) {
    let differences = forms.map { Difference(of: $0, from: reference) }
    difference =
      differences.max { $0.maximumRelative < $1.maximumRelative }
      ?? Difference(of: reference, from: reference)
    topGap = forms.map { LogitCheck.gap($0, reference) }.max() ?? 0
  }

  private static func gap(_ form: [Double], _ reference: [Double]) -> Double {
    guard (form + reference).allSatisfy(\.isFinite) else { return .infinity }
    guard let top = reference.indexOfMaximum, let other = form.indexOfMaximum,
      reference[top] != reference[other]
    else { return 0 }
    return (reference[top] - reference[other]) / (reference.map { abs($0) }.max() ?? 1)
  }
}

extension [Double] {
  /// Where the first of the largest values stands.
  fileprivate var indexOfMaximum: Int? { indices.max { (self[$0], $1) < (self[$1], $0) } }
}
