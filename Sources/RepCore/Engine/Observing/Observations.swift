/// What came of a run that was watched: the logits, and the maps that were asked for.
public struct Observations: Sendable {
  /// `N x classes`.
  public let logits: Tensor
  private let maps: [ObservedValue: Tensor]

  init(logits: Tensor, maps: [ObservedValue: Tensor]) {
    (self.logits, self.maps) = (logits, maps)
  }

  /// A map that was asked for, `N x C x H x W`; nil for any other.
  public subscript(value: ObservedValue) -> Tensor? { maps[value] }
}
