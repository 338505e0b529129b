import Testing

@testable import Explorer

@Suite("What a user types for a model")
struct ModelSourceTests {
  @Test("is a path, a published network, or one that is built in, and is written as it was read")
  func kinds() {
    let sources: [(String, ModelSource)] = [
      ("a.rvg", .file("a.rvg")), ("zoo:RepVGG-A0", .published("RepVGG-A0")),
      ("sample:digits-qa", .builtIn(.quantizationAware)), ("sample:other", .file("sample:other")),
    ]
    for (typed, source) in sources {
      #expect(ModelSource(typed) == source && source.typed == typed, "\(typed)")
    }
    #expect(ModelSource("sample:digits") == .sample && ModelSource.sample.typed == nil)
  }
}
