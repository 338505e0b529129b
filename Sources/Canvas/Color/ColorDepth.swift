/// How many colours the screen can show.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// No colour, only attributes such as bold and reverse.
  case mono
  /// The sixteen colours that the user's terminal theme defines.
  case ansi16
  /// Those, a 6x6x6 cube and 24 greys.
  case ansi256
  /// Red, green and blue, eight bits each.
  case trueColor

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
