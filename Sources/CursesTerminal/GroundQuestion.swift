internal import CNcurses

/// The question for the colour of the ground, which terminals answer late or never.
struct GroundQuestion {
  /// Whether the answer has come.
  var isAnswered = false

  private var time: Int?

  /// An answer takes the way through the network and back.
  private static let longestWay = 1000
  /// How long the user may be kept waiting for it when they leave.
  private static let patience = 100

  /// OSC 11 with a question mark.
  mutating func ask(at now: Int) {
    time = now
    unsafe rv_send("\u{1B}]11;?\u{1B}\\")
  }

  /// Until when to wait for the answer before the terminal is given back at `now`; nil where none is to come.
  func patience(at now: Int) -> Int? {
    guard let time, !isAnswered, now - time < GroundQuestion.longestWay else { return nil }
    return now + GroundQuestion.patience
  }
}
