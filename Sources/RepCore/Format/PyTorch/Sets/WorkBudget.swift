/// The work that may still be done on one file, so that values which share each other cannot make a
/// walk over them endless.
///
/// It is counted in values looked at, where something that is kept counts for each byte of it. Ordinary
/// checkpoints take a hundredth.
struct WorkBudget {
  private var left = 1 << 26

  /// Takes `effort` off.
  ///
  /// - Throws: `FormatError.Kind.unsupported` when nothing is left.
  mutating func spend(_ effort: Int) throws(FormatError) {
    left -= effort + 1
    guard left > 0 else {
      throw FormatError(
        .unsupported,
        en: "the same values stand in the pickle under too many names; save the state_dict alone",
        vi: "cùng các giá trị có quá nhiều tên trong pickle; hãy chỉ lưu state_dict"
      )
    }
  }
}
