internal import RepCore

/// What a command says on standard error of a model that it opened: what was assumed, and warnings.
struct Notes {
  private let opened: ModelFile.Opened

  init(_ opened: ModelFile.Opened) { self.opened = opened }

  /// What was assumed, as far as a wrong assumption would spoil one of `effects`, for JSON.
  func json(_ effects: Assumption.Effect...) -> JSON {
    .array(
      opened.network.assumptions.filter { effects.contains($0.effect) }.map { .string($0.sentence) }
    )
  }

  /// Says what was assumed, as far as a wrong assumption would spoil one of `effects`, and every warning.
  func tell(_ effects: Assumption.Effect...) {
    for assumption in opened.network.assumptions where effects.contains(assumption.effect) {
      Standard.complain("assumed: \(assumption.sentence)")
    }
    for warning in opened.warnings { Standard.complain("warning: \(warning)") }
  }
}
