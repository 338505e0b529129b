public import RepCore

/// News from the live engine.
public enum LiveUpdate: Sendable {
  /// What has been measured of a form so far.
  case timing(FormTiming, Form)
  /// Why the engine stopped, in a sentence.
  case failure(String)
}

extension State {
  /// Takes over what the engine reports.
  public mutating func receive(_ update: LiveUpdate) {
    switch update {
    case .timing(let timing, let form): receive(timing, of: form)
    case .failure(let sentence): receive(failure: sentence)
    }
  }
}
