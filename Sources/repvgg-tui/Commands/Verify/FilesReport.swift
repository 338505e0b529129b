internal import Canvas
internal import RepCore
internal import Words

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
  let assumed: [Text]

  private var faults: (first: [TensorFault], second: [TensorFault]) { comparison.faults }

  /// A table for people, with the damage before it and the verdict as its last line.
  var lines: [Text] {
    let damage =
      norms.map { FilesWords.damage($0, in: names.first) }
      + faults.first.map { FilesWords.damage($0, in: names.first) }
      + faults.second.map { FilesWords.damage($0, in: names.second) }
    let others = tensorLines + told
    return damage + (damage.isEmpty ? [] : [.none]) + rows + (others.isEmpty ? [] : [.none])
      + others + [.none] + guess + [verdict.line]
  }

  private var rows: [Text] {
    let width = comparison.blocks.map { columns(of: $0.title) }.max() ?? 0
    return comparison.blocks.map { block in
      let error = block.maximumRelative.map { ReportNumbers.error($0) } ?? Text(name: "-")
      return Text(name: block.title.fitted(to: max(width, 12), .left) + " ")
        + error.fitted(to: 10, .right) + Text(name: "  ")
        + (block.agrees ? .fine : .failed) + Text(name: "  ")
        + block.words
    }
  }

  /// What was found of the tensors outside of blocks and of squeeze-excite, but for those that are the same.
  private var tensorLines: [Text] {
    let all = comparison.blocks.flatMap(\.tensors) + comparison.tensors
    let told = all.filter { $0.finding != .same }
    let missing = told.filter { !$0.agrees }
    let others = told.filter(\.agrees)
    let limit = 10
    var lines = (missing + others).prefix(limit).map { tensor in
      let words = Text(name: "\(tensor.name) ") + tensor.words
      return tensor.agrees ? .note(words) : .failed + Text(name: ": ") + words
    }
    if told.count > limit { lines.append(FilesWords.moreTensors(told.count - limit)) }
    if told.count < all.count { lines.append(FilesWords.sameTensors(all.count - told.count)) }
    return lines
  }

  /// What both files tell of themselves and tell otherwise.
  private var told: [Text] {
    comparison.contradictions.map { .failed + Text(name: ": ") + $0 }
  }

  /// What the second file would have to be, but does not say, and what the first one rests on.
  private var conditions: [Text] { assumed + comparison.conditions }

  private var guess: [Text] {
    comparison.explanation.map {
      [Text(en: "guess: ", vi: "phỏng đoán: ") + $0.words]
    } ?? []
  }

  /// Whether a tensor of a network, which both files hold, is no number.
  private var isDamaged: Bool {
    !norms.isEmpty || (faults.first + faults.second).contains { $0.part == .network }
  }

  var passes: Bool { comparison.passes && !isDamaged }

  private var verdict: Verdict {
    Verdict(
      passes: passes,
      statement: isDamaged ? FilesWords.damaged : comparison.words,
      conditions: conditions
    )
  }

  /// The same for programs.
  var json: JSON {
    verdict.json(before: [
      "first": .string(names.first),
      "second": .string(names.second),
      "tolerance": JSON(tolerance),
      "outcome": .string(ComparisonWords.name(comparison.outcome)),
      "first_different": comparison.firstDifferent.map { .string($0.title) } ?? .null,
      "guess": comparison.explanation.map { .string($0.words.en) } ?? .null,
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
              "finding": .string(tensor.words.en),
              "pass": .bool(tensor.agrees),
            ]
          }
      ),
    ])
  }
}
