internal import RepCore
internal import Words

/// What a command says of a model that it opened: what was assumed, and warnings.
struct Notes {
  private let assumptions: [Assumption]
  private let warnings: [FileWarning]

  /// Notes on `opened` with what was assumed, as far as a wrong assumption would spoil one of `effects`; on
  /// maps of the size that the user gives, if any.
  init(
    _ opened: ModelFile.Opened,
    about effects: Assumption.Effect...,
    on extent: (height: Int, width: Int)? = nil
  ) {
    assumptions = opened.network.assumptions.filter { effects.contains($0.effect) }
      .compactMap { assumption in
        guard let extent else { return assumption }
        return assumption.given(height: extent.height, width: extent.width)
      }
    warnings = opened.warnings
  }

  /// The object `report` with what was assumed as its last member.
  func json(after report: JSON) -> JSON {
    let sentences = assumptions.map { JSON.string($0.sentence) }
    return .object(
      (report.members ?? []) + [JSON.Member(key: "assumptions", value: .array(sentences))]
    )
  }

  /// Says on standard error what was assumed, and every warning.
  func tell() {
    for assumption in assumptions { Standard.complain(.assumed(assumption)) }
    for warning in warnings { Standard.complain(.warning(warning.words)) }
  }
}
