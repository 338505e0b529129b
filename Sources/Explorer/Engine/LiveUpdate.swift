public import RepCore
public import Words

/// News from the live engine.
public enum LiveUpdate: Sendable {
  /// What has been measured of a form so far.
  case timing(FormTiming, Form)
  /// Why the engine stopped, in a sentence.
  case failure(Text)
}
