/// Signs for signed values that need no colour: `W w v . x # @` from -1 to 1.
///
/// Letters are negative, marks are positive, the heavier the larger.
public enum SignedRamp {
  /// The signs from the most negative to the most positive value.
  public static let signs: [Character] = ["W", "w", "v", ".", "x", "#", "@"]

  /// The sign of `value` within -1...1; what is not a number is `?`.
  public static func sign(of value: Double) -> Character {
    guard !value.isNaN else { return "?" }
    let half = signs.count / 2
    return signs[half + Int((min(1, max(-1, value)) * Double(half)).rounded())]
  }
}
