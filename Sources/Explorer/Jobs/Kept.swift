internal import Synchronization

/// What was prepared for an answer and serves the next one too: folded networks, planned sessions.
///
/// It holds the last few values of each type, and all of them only as long as the screen is shown that they were
/// prepared for.
final class Kept: Sendable {
  private struct Entry: Sendable {
    let key: any Hashable & Sendable
    let value: any Sendable
  }

  private let entries = Mutex<[ObjectIdentifier: [Entry]]>([:])

  /// Values of one type that are held: one for each form.
  private static let most = 2

  /// Nothing yet.
  init() {}

  /// What is held under `key`, else what `make` prepares.
  func value<Value: Sendable>(
    for key: some Hashable & Sendable,
    make: () throws -> Value
  ) rethrows -> Value {
    let type = ObjectIdentifier(Value.self)
    if let value = held(type, key) as? Value { return value }
    let value = try make()
    entries.withLock { entries in
      let others = (entries[type] ?? []).suffix(Kept.most - 1)
      entries[type] = others + [Entry(key: key, value: value)]
    }
    return value
  }

  private func held<Key: Hashable>(_ type: ObjectIdentifier, _ key: Key) -> (any Sendable)? {
    entries.withLock { entries in
      entries[type]?.first { $0.key as? Key == key }?.value
    }
  }

  /// Lets go of everything.
  func removeAll() { entries.withLock { $0 = [:] } }
}
