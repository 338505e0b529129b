/// How much memory the packed weights may take.
public enum PlanMemory: String, Hashable, Sendable, CaseIterable {
  /// As much as the fastest algorithm wants: four times the weights of the network with tiles of four.
  case fast
  /// Less than twice the weights of the network: tiles of two, or none.
  case low

  func admits(_ family: WinogradFamily) -> Bool {
    self == .fast || family == .f2 || family == .p2
  }
}
