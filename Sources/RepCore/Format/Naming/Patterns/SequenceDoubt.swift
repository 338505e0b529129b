/// Names that two convolutions in a sequence have as well as two branches: where they are branches.
struct SequenceDoubt: Hashable, Sendable {
  /// A part of a block's prefix under which a detector keeps such branches.
  struct Place: Hashable, Sendable {
    let part: String
    /// Whose detector it is.
    let code: String
  }

  let places: [Place]
  /// Classes of pickled modules that are such blocks.
  let classes: [String]

  /// Whose code has branches at `prefix`; nil where nothing tells that they are some.
  func code(at prefix: String) -> String? {
    let path = ".\(prefix)."
    return places.first { path.contains($0.part) }?.code
  }
}
