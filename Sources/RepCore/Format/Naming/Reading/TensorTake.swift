internal import Words

/// Takes tensors out of a checkpoint by their slots and keeps account of what is wrong.
///
/// Every slot is asked for, also behind a fault, so that one message can give the whole count.
struct TensorTake {
  private let checkpoint: Checkpoint
  /// Names that were asked for.
  private(set) var taken: Set<String> = []
  /// What was wrong, in the order of the slots.
  private(set) var faults: [OpaqueReason] = []

  /// Takes from `checkpoint`.
  init(_ checkpoint: Checkpoint) { self.checkpoint = checkpoint }

  /// The tensor of a slot, pointing into the file.
  mutating func take(_ slot: TensorSlot) -> Tensor? {
    let name = slot.name
    taken.insert(name)
    if let reason = Self.reasonAgainstType(name, in: checkpoint) {
      faults.append(reason)
      return nil
    }
    guard let tensor = checkpoint.tensors[name] else {
      faults.append(.missing([name]))
      return nil
    }
    guard tensor.shape == slot.shape else {
      faults.append(.shape(name, tensor.shape, needed: slot.shape))
      return nil
    }
    return tensor
  }

  /// The fault of a tensor that is there but holds no numbers to compute with; nil for others.
  static func reasonAgainstType(_ name: String, in checkpoint: Checkpoint) -> OpaqueReason? {
    if let type = checkpoint.opaque[name] { return .type(name, type) }
    guard let type = checkpoint.tensors[name]?.elementType, !type.isFloatingPoint else {
      return nil
    }
    return .type(name, type.title)
  }

  /// Checks that everything was there and nothing else is.
  ///
  /// - Parameter isIgnored: whether a name that nobody took is known to be without meaning.
  /// - Returns: The names that the network does not need but that may stand there.
  /// - Throws: `FormatError.Kind.mismatch` for missing, unfit and unknown tensors.
  func finish(ignoring isIgnored: (String) -> Bool) throws(FormatError) -> [String] {
    let rest = checkpoint.names.filter { !taken.contains($0) }
    let extra = rest.filter { !isIgnored($0) }
    let missing = faults.flatMap { fault in
      if case .missing(let names) = fault { names } else { [String]() }
    }
    let unfit = faults.compactMap { fault in
      if case .missing = fault { nil as Text? } else { fault.words }
    }
    let parts = [
      Self.account(
        missing.count,
        Text(en: "tensors are missing", vi: "tensor bị thiếu"),
        FormatError.listing(of: missing)
      ),
      Self.account(
        unfit.count,
        Text(en: "do not fit", vi: "không khớp"),
        unfit.prefix(3).joined(separator: ", ")
      ),
      Self.account(
        extra.count,
        Text(en: "are unknown", vi: "không rõ"),
        FormatError.listing(of: extra)
      ),
    ].compactMap(\.self)
    guard parts.isEmpty else {
      throw FormatError(
        .mismatch,
        en: "the tensors do not make up the network",
        vi: "các tensor không hợp thành mạng",
        because: parts.joined(separator: "; ")
      )
    }
    return rest
  }

  /// `3 tensors are missing (a, b, c)`; nil where there is nothing to tell.
  private static func account(_ count: Int, _ fault: Text, _ names: Text) -> Text? {
    count == 0 ? nil : Text(name: "\(count) ") + fault + Text(name: " (") + names + Text(name: ")")
  }
}
