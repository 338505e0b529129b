import Testing

@testable import RepCore

extension Session {
  /// The map of the last block that runs, for tests that look closer than logits do.
  func lastMap(of input: Tensor) throws -> FeatureMap<Float> {
    let path = try #require(plan.steps.lazy.compactMap(\.blockPath).last)
    let seen = try run(input, observing: [.block(path)])
    return FeatureMap(try #require(seen[.block(path)]))
  }
}
