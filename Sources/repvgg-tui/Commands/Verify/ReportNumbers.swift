internal import Canvas
internal import RepCore
internal import Words

/// How numbers stand in the reports of `verify`.
enum ReportNumbers {
  /// A relative or absolute error: `4.1e-06`.
  static func error(_ value: Double) -> Text {
    value.isFinite
      ? Text(name: Numbers.scientific(value, 1)) : Text(en: "not finite", vi: "không hữu hạn")
  }

  /// A factor with two digits, in words that a sentence goes on with: `12,000`.
  static func factor(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return Numbers.scientific(value, 1) }
    var (unit, rest) = (1.0, value)
    while rest >= 100 { (unit, rest) = (unit * 10, rest / 10) }
    return Numbers.grouped(Int((rest.rounded() * unit)))
  }
}

extension JSON {
  /// A number, or null.
  init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
}

extension TensorFault {
  /// The tensor, the first bad index and what stands there.
  var json: JSON {
    [
      "tensor": .string(name),
      "part": .string(part.rawValue),
      "index": .array(element.index.map { .integer($0) }),
      "value": .string(element.value),
      "count": .integer(element.count),
    ]
  }

  /// Its line in a report.
  var line: Text {
    part == .network ? Text(en: "damaged: ", vi: "hỏng: ") + words : .warning(words)
  }
}
