/// A map that lives while a step runs, and why.
public struct HeldMap: Hashable, Sendable {
  /// Why it is kept.
  public enum Use: Hashable, Sendable {
    /// The step makes it, or changes it in place.
    case written
    /// The step reads it.
    case read
    /// A later step will.
    case waits
  }

  /// `N x C x H x W`, for vectors `N x C`.
  public let shape: [Int]
  /// Bytes of its values.
  public let bytes: Int
  /// The step that has written it last, this one included.
  public let writer: Int
  /// Why it is kept.
  public let use: Use
  /// Whether it is what the step's block reads.
  public let isInput: Bool
}

extension MemoryTimeline {
  /// The maps that live while a step runs, in the order in which they were made; together `maps[step]`.
  public func held(at step: Int) -> [HeldMap] {
    buffers.enumerated().filter { $1.life.contains(step) && $1.bands.maps > 0 }
      .sorted { ($0.element.life.lowerBound, $0.offset) < ($1.element.life.lowerBound, $1.offset) }
      .map { place, buffer in
        let writer = buffer.writers.last { $0 <= step } ?? buffer.life.lowerBound
        let use: HeldMap.Use =
          writer == step ? .written : buffer.users.contains(step) ? .read : .waits
        return HeldMap(
          shape: buffer.shape,
          bytes: buffer.bands.maps,
          writer: writer,
          use: use,
          isInput: inputs[step] == place
        )
      }
  }
}
