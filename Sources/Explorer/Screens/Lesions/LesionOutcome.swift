internal import RepCore

/// What is known of the network without something.
enum LesionOutcome {
  /// It was tried.
  case known(LesionTrial)
  /// It is being tried, or will be.
  case coming
  /// It is not tried, or cannot be.
  case none

  /// What came of it, as soon as it is known.
  var trial: LesionTrial? { if case .known(let trial) = self { trial } else { nil } }

  /// The pictures that it gets right, as soon as they are known.
  var tally: Tally? { trial?.score.tally }
}

/// The network without something: as cut, and with every norm measured anew.
struct LesionPair {
  /// With the norms as they were trained.
  let cut: LesionOutcome
  /// With every norm measured anew.
  let anew: LesionOutcome
}
