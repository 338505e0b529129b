internal import RepCore
internal import Words

/// Whether another model is this one folded, block by block.
struct ModelsNeed: Need {
  /// The other model, told from others by its reading.
  let other: ModelID
  private let document: Document

  /// Whether `other` is the model folded that is asked.
  init(_ other: OpenModel) { (self.other, document) = (other.id, other.document) }

  var title: Text { Text(en: "comparing both models", vi: "đang so hai mạng") }

  func find(in document: Document, _ context: JobContext) throws -> FoldComparison? {
    guard let first = document.opened, let second = self.document.opened else {
      throw Refusal(CompareWords.noFile)
    }
    return try FoldComparison(first, ComparedFile(second)) { done, total in
      try context.checkCancellation()
      context.report(done, total)
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.other == right.other }

  func hash(into hasher: inout Hasher) { hasher.combine(other) }
}
