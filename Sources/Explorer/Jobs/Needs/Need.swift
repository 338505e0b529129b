internal import Words

/// What a frame shows and does not have: it is found out behind the screen, and shown when it is known.
///
/// One that takes long asks its context whether anybody still waits, and says how far it is.
protocol Need: Hashable, Sendable {
  /// What is found out.
  associatedtype Answer: Sendable

  /// What the status line says while it lasts, where it lasts.
  var title: Text { get }

  /// Whether an answer is so large that only the last one of its kind is kept.
  static var isLarge: Bool { get }

  /// Finds out what `document`, or the disk, says to it, on whichever thread.
  ///
  /// - Returns: nil where there is nothing to know: no such block, no numbers.
  /// - Throws: why it cannot be found out; people are told in its words. What is thrown when nobody waits any more
  ///   is told to nobody.
  func find(in document: Document, _ context: JobContext) throws -> Answer?
}

extension Need {
  /// As most are: nobody has the time to read it.
  var title: Text { Text(en: "checking", vi: "đang kiểm tra") }

  /// Some hundred bytes.
  static var isLarge: Bool { false }
}

/// Why something cannot be found out, where no other error says it.
struct Refusal: TranslatedError {
  /// Why.
  let words: Text

  /// It cannot be found out for this reason.
  init(_ words: Text) { self.words = words }
}

/// What came of looking for something.
enum Found: Sendable {
  /// What was found out: an `Answer` of its need.
  case answer(any Sendable)
  /// Why it cannot be found out.
  case refused(Text)
  /// There is nothing to know.
  case nothing
}
