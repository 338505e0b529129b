internal import RepCore
enum LiveUpdate { case timing(Form, FormTiming), failure(String) }
final class LiveEngine: Sendable {
  init(_ d: Document, input: Tensor?, wake: @escaping @Sendable () -> Void) {}
  func update(isRunning: Bool, threads: Int) {}; func stop() {};
  func takeUpdates() -> [LiveUpdate] { [] }
  static func measure(_ d: Document, runs: Int, threads: Int, input: Tensor?) throws -> [Form:
    FormTiming]
  { [:] }
}
