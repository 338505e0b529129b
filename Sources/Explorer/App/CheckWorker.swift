internal import RepCore
internal import Synchronization

/// Checks folds behind the screen's back, the block asked for last first.
final class CheckWorker: Sendable {
  private struct Desk {
    var wanted: [BlockPath] = []
    var done: [BlockCheck] = []
    var isBusy = false
  }

  private let desk = Mutex(Desk())
  private let network: Network
  private let wake: @Sendable () -> Void

  /// A worker for the blocks of `network`; `wake` is called when results can be taken.
  init(_ network: Network, wake: @escaping @Sendable () -> Void) {
    self.network = network
    self.wake = wake
  }

  /// Asks for a block's check.
  ///
  /// A thread works as long as there is something to check.
  ///
  /// - Throws: `ThreadFailure` where the system has no thread left.
  func ask(_ path: BlockPath) throws(ThreadFailure) {
    let isIdle = desk.withLock { desk in
      desk.wanted.removeAll { $0 == path }
      desk.wanted.append(path)
      defer { desk.isBusy = true }
      return !desk.isBusy
    }
    guard isIdle else { return }
    do {
      try BackgroundThread.start { self.work() }
    } catch {
      desk.withLock { $0 = Desk() }
      throw error
    }
  }

  /// The checks that were done since the last call.
  func takeResults() -> [BlockCheck] {
    desk.withLock { desk in
      defer { desk.done = [] }
      return desk.done
    }
  }

  private func work() {
    while let path = next() {
      guard let block = network.block(at: path) else { continue }
      let check = BlockCheck(block)
      desk.withLock { $0.done.append(check) }
      wake()
    }
  }

  /// The block asked for last; the others follow, since each is asked for only once.
  private func next() -> BlockPath? {
    desk.withLock { desk in
      let path = desk.wanted.popLast()
      desk.isBusy = path != nil
      return path
    }
  }
}
