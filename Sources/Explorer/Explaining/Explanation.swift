internal import Canvas
internal import Words

/// Where a number comes from: the numbers that it is made of, each of which may be taken apart again.
///
/// Values are those that the engine's fold computes in double, or counts; only their writing is rounded.
struct Explanation: Sendable {
  /// What the number is called.
  let name: Text
  /// The number.
  let value: Double
  /// How it is written.
  let unit: Unit
  /// How it is made of its parts.
  let combination: Combination
  /// What it is made of, in the order of the equation.
  let parts: [Part]
  /// What else there is to know; empty for nothing.
  var remark = Text.none
  /// What shows the number elsewhere, as a line of commands; nil for nothing.
  var place: String?

  /// How numbers are written.
  enum Unit: Hashable, Sendable {
    /// With a sign, and as many digits as a sum needs.
    case weight
    /// Whole, in groups of three.
    case count
    /// A size in memory.
    case bytes
    /// Three digits.
    case quantity
  }

  /// One number of the equation.
  struct Part: Sendable {
    /// What it is called.
    let name: Text
    /// The number.
    let value: Double
    /// How it is written where that differs from the sum's.
    var unit: Unit?
    /// Where it comes from; nil where it is as stored, or counted.
    var deeper: (@Sendable () -> Explanation)?

    /// A number that is taken as it is.
    init(_ name: Text, _ value: Double, _ unit: Unit? = nil) {
      (self.name, self.value, self.unit) = (name, value, unit)
    }

    /// A number that is made of others.
    init(_ explanation: Explanation, name: Text? = nil) {
      self.name = name ?? explanation.name
      value = explanation.value
      unit = explanation.unit
      deeper = { explanation }
    }
  }
}

extension Explanation {
  /// A number that follows from its parts.
  init(
    _ name: Text,
    _ combination: Combination,
    of parts: [Part],
    in unit: Unit,
    remark: Text = .none
  ) {
    self.init(
      name: name,
      value: combination.value(of: parts.map(\.value)),
      unit: unit,
      combination: combination,
      parts: parts,
      remark: remark
    )
  }
}

// MARK: - In words

extension Explanation {
  /// `name = +0.203`, the number alone.
  var title: Text { name + Text(name: " = \(text)") }

  /// The number as it is written beside its parts.
  var text: String { write(value, unit) }

  /// A part as it is written.
  func text(of part: Part) -> String { write(part.value, part.unit ?? unit) }

  /// `+0.203 = 3x3 +0.038 + 1x1 +0.166`, and that the digits are rounded where they do not add up.
  func equation(times: String, _ language: Language) -> String {
    let written = parts.map { "\($0.name[language]) \(text(of: $0))" }
    let right = combination.text(of: written, times: times)
    let note = isRounded ? Text(en: " (rounded)", vi: " (làm tròn)")[language] : ""
    return "\(text) = \(right)\(note)"
  }

  /// Whether the numbers as they are written do not give the number as it is written.
  private var isRounded: Bool {
    guard unit == .weight || unit == .quantity else { return false }
    let written = parts.map { Double(text(of: $0)) ?? .nan }
    return write(combination.value(of: written), unit) != text
  }

  /// Digits that the whole sum shares.
  private var digits: SumDigits {
    SumDigits(for: parts.filter { ($0.unit ?? unit) == .weight }.map(\.value) + [value])
  }

  private func write(_ value: Double, _ unit: Unit) -> String {
    switch unit {
    case .weight: combination == .sum ? digits.text(value) : factorText(value)
    case .count: Numbers.grouped(Int(value))
    case .bytes: "\(Numbers.grouped(Int(value))) B"
    case .quantity: Numbers.significant(value)
    }
  }
}
