internal import Words

/// A need of whichever kind, so that those of one frame stand in one list.
struct AnyNeed: Sendable {
  /// The need itself.
  let need: any Need

  /// A need of whichever kind.
  init(_ need: some Need) { self.need = need }

  /// What the status line says while it lasts.
  var title: Text { need.title }

  /// Which kind of need it is.
  var kind: NeedKind { NeedKind(need) }

  /// Finds out what `document` says to it; nil where nobody waits for it any more.
  func find(in document: Document, _ context: JobContext) -> Found? {
    do {
      let found: Found = try need.found(in: document, context)
      return found
    } catch {
      return context.isCancelled() ? nil : .refused(Text(error))
    }
  }
}

extension AnyNeed: Hashable {
  static func == (left: AnyNeed, right: AnyNeed) -> Bool { left.need.equals(right.need) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(need)
  }
}

/// A kind of needs: all those of one type.
struct NeedKind: Hashable, Sendable {
  private let type: ObjectIdentifier
  /// Whether only the last answer is kept.
  let isLarge: Bool

  /// The kind of `need`.
  fileprivate init<N: Need>(_ need: N) { self.init(of: N.self) }

  /// All needs of a type.
  init<N: Need>(of type: N.Type) { (self.type, isLarge) = (ObjectIdentifier(type), N.isLarge) }
}

extension Need {
  fileprivate func equals(_ other: any Need) -> Bool { (other as? Self) == self }

  fileprivate func found(in document: Document, _ context: JobContext) throws -> Found {
    try find(in: document, context).map { .answer($0) } ?? .nothing
  }
}
