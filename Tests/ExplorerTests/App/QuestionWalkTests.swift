import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

/// A question that a student asks, the keys that lead from the first frame to its answer, and what that says.
private struct Walk: CustomTestStringConvertible, Sendable {
  let question: String
  let keys: String
  let answer: [String]
  /// Whether the answer waits for what is found out behind the screen.
  var isFoundOut = true

  var testDescription: String { question }

  static let all: [Walk] = [
    Walk(
      question: "Does the output really not change?",
      keys: "6",
      answer: ["It does not, but for rounding"]
    ),
    Walk(
      question: "What does it see in this digit, and which class?",
      keys: "9",
      answer: ["is a 0", "95.5%"]
    ),
    Walk(
      question: "Why so much faster with 1.11 times fewer multiplications?",
      keys: "6",
      answer: ["with 1.11 times fewer multiply-adds", "42 of 51 steps go"]
    ),
    Walk(
      question: "Why may norms be folded but not ReLU, and why must the sum come first?",
      keys: "0bjjjjj",
      answer: ["ReLU(a) + ReLU(b) is not", "ReLU does not"],
      isFoundOut: false
    ),
    Walk(
      question: "How does a 1x1 become a 3x3?",
      keys: "4  ",
      answer: ["A 1x1 kernel is a 3x3 kernel"]
    ),
    Walk(
      question: "Why is the identity a matrix of ones on the diagonal?",
      keys: "0bjjj",
      answer: ["Output 0 must see input 0"],
      isFoundOut: false
    ),
    Walk(
      question: "What about the other eight taps?",
      keys: "4  ",
      answer: ["the zeros add nothing"]
    ),
    Walk(
      question: "What do gamma, beta, mean and variance do to the values?",
      keys: "4 ",
      answer: ["0.9629 / sqrt(0.1473 + 1e-05)", "-0.0185 - 0.0211 * 2.509"]
    ),
    Walk(
      question: "Which channels are dead, or dominated by the identity?",
      keys: "]]4zzzz",
      answer: ["dead, all taps 0: 0 of 32", "identity above half: 0 of 32"]
    ),
    Walk(
      question: "Why is the folded form worse for INT8?",
      keys: "]]]]0d",
      answer: ["18 times coarser"]
    ),
    Walk(
      question: "How do stride and groups change the fold?",
      keys: "]]]2",
      answer: ["stride 2, no identity"]
    ),
    Walk(
      question: "What do branches cost in memory?",
      keys: "7",
      answer: ["peak 32.0 KiB", "peak 16.0 KiB"]
    ),
    Walk(
      question: "What does Winograd save?",
      keys: "]8",
      answer: ["0.444"]
    ),
  ]
}

@Suite("A question")
struct QuestionWalkTests {
  @Test(
    "is answered by at most ten keys from the first frame",
    arguments: Walk.all,
    [(80, 24), (100, 30)]
  )
  fileprivate func walk(_ walk: Walk, extent: (width: Int, height: Int)) throws {
    #expect(walk.keys.count <= 10)
    let size = Size(width: extent.width, height: extent.height)
    var state = try Fixture.state(Fixture.digits(), size: size, commands: [.sampleTiming])
    for key in walk.keys { _ = state.press(.character(key)) }
    if walk.isFoundOut { state.meetNeeds() }
    let frame = state.render().lines.joined(separator: "\n")
    for answer in walk.answer {
      #expect(frame.contains(answer), "\(walk.question) \(walk.keys): no '\(answer)'\n\(frame)")
    }
  }
}
