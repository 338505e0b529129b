internal import Canvas
internal import RepCore

/// What `verify MODEL OTHER` says.
struct FilesReport {
  let comparison: FoldComparison
  /// How far folded numbers may be apart, where the user said it.
  let tolerance: Double?
  /// What the files are called, in order.
  let names: (first: String, second: String)
  /// Norms of the first file that are none.
  let norms: [WeightFault]
  /// What the verdict rests on that the first file does not say.
  let assumed: [String]

  private var faults: (first: [TensorFault], second: [TensorFault]) { comparison.faults }

  /// A table for people, with the damage before it and the verdict as its last line.
  var lines: [String] {
    let damage =
      faults.first.map { "\($0.line), in \(names.first)" }
      + faults.second.map { "\($0.line), in \(names.second)" }
    return damage + (damage.isEmpty ? [] : [""]) + rows + tensorLines + [""] + guess + [
      verdict.line
    ]
  }

  private var rows: [String] {
    let width = comparison.blocks.map { columns(of: $0.title) }.max() ?? 0
    return comparison.blocks.map { block in
      let error = block.maximumRelative.map { ReportNumbers.error($0) } ?? "-"
      return "\(block.title.fitted(to: max(width, 12), .left)) \(error.fitted(to: 10, .right))  "
        + (block.agrees ? "ok" : "FAIL") + "  \(ComparisonWords.finding(of: block))"
    }
  }

  /// What was found of the tensors outside of blocks and of squeeze-excite, but for those that are the same.
  private var tensorLines: [String] {
    let all = comparison.blocks.flatMap(\.tensors) + comparison.tensors
    let told = all.filter { $0.finding != .same }
    let same = all.count - told.count
    let missing = told.filter { !$0.agrees }
    let others = told.filter(\.agrees)
    let limit = 10
    var lines = (missing + others).prefix(limit).map {
      "\($0.agrees ? "note" : "FAIL"): \($0.name) \(ComparisonWords.finding(of: $0))"
    }
    if told.count > limit { lines.append("and \(told.count - limit) more tensors") }
    if same > 0 { lines.append("\(same) tensors outside of the folds are the same") }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// What both files tell of themselves and tell otherwise.
  private var told: [String] {
    guard comparison.areFactsTold else { return [] }
    return comparison.facts.map {
      "FAIL: \($0.title) has \($0.fact.rawValue) \($0.second), in the first file \($0.first)"
    }
  }

  /// What the second file would have to be, but does not say, and what the first one rests on.
  private var conditions: [String] {
    guard !comparison.areFactsTold else { return assumed }
    let alike = Dictionary(grouping: comparison.facts) { [$0.fact.rawValue, $0.first, $0.second] }
    return assumed
      + alike.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { words, facts in
        let others = facts.count == 1 ? "" : " (and \(facts.count - 1) more blocks)"
        return "\(facts[0].title)\(others) has \(words[0]) \(words[1]) in the second file, "
          + "which is taken for \(words[2])"
      }
  }

  private var guess: [String] {
    comparison.explanation.map { ["guess: \(ComparisonWords.sentence($0))"] } ?? []
  }

  /// Whether a tensor of a network, which both files hold, is no number.
  private var isDamaged: Bool {
    !norms.isEmpty || (faults.first + faults.second).contains { $0.part == .network }
  }

  var passes: Bool { comparison.passes && !isDamaged }

  private var verdict: Verdict {
    Verdict(passes: passes, statement: statement, conditions: conditions)
  }

  private var statement: String {
    if isDamaged { return "weights are damaged, as told above" }
    let count = comparison.blocks.count
    switch comparison.outcome {
    case .folded:
      return "the second file is the first folded, in all of its \(count) blocks" + rounding
    case .sameFolded: return "both files are folded, and hold the same weights" + rounding
    case .partlyFolded(let folded):
      return "the second file is the first folded in \(folded) of its \(count) blocks; "
        + "the others hold the same weights" + rounding
    case .unfolded: return "the second file is not folded; it holds the same weights as the first"
    case .swapped: return "the first file is the second folded; give the training form first"
    case .otherUnfolded:
      return "the second file is not folded, and holds other weights, first in \(firstPlace)"
    case .different:
      return comparison.blocks.allSatisfy(\.agrees)
        ? "every block agrees, but what is told above does not"
        : "the second file is not the first folded; the first block that differs is \(firstPlace)"
    }
  }

  private var firstPlace: String { comparison.firstDifferent?.title ?? "the tensors told above" }

  /// A note on types that round.
  private var rounding: String {
    let types = Set(comparison.blocks.compactMap(\.storage)).map(\.title).sorted()
    return types.isEmpty ? "" : "; its numbers are rounded to \(types.joined(separator: " and "))"
  }

  /// The same for programs.
  var json: JSON {
    verdict.json(before: [
      "first": .string(names.first),
      "second": .string(names.second),
      "tolerance": JSON(tolerance),
      "outcome": .string(ComparisonWords.name(comparison.outcome)),
      "first_different": comparison.firstDifferent.map { .string($0.title) } ?? .null,
      "guess": comparison.explanation.map { .string(ComparisonWords.sentence($0)) } ?? .null,
      "damage": [
        "first": .array(faults.first.map(\.json)), "second": .array(faults.second.map(\.json)),
      ],
      "blocks": .array(
        comparison.blocks.map { block in
          [
            "path": .string(block.title),
            "finding": .string(ComparisonWords.name(block.finding)),
            "max_relative_error": JSON(block.maximumRelative),
            "stored_as": block.storage.map { .string($0.rawValue) } ?? .null,
            "pass": .bool(block.agrees),
          ]
        }
      ),
      "tensors": .array(
        (comparison.blocks.flatMap(\.tensors) + comparison.tensors).filter { $0.finding != .same }
          .map { tensor in
            [
              "name": .string(tensor.name),
              "finding": .string(ComparisonWords.finding(of: tensor)),
              "pass": .bool(tensor.agrees),
            ]
          }
      ),
    ])
  }
}
