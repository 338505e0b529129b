/// Takes the tensors of a network out of a checkpoint and keeps account of what is wrong.
///
/// A tensor that is missing or unfit is noted and stands in as empty, so that one message can give the
/// whole count; `finish` throws before anybody can see the stand-ins.
struct TensorTake {
  private let checkpoint: Checkpoint
  private var taken: Set<String> = []
  private var missing: [String] = []
  private var unfit: [String] = []

  /// Takes from `checkpoint`.
  init(_ checkpoint: Checkpoint) { self.checkpoint = checkpoint }

  /// Tensors that were asked for.
  var count: Int { taken.count }

  /// The tensor of a slot, pointing into the file.
  mutating func take(_ slot: TensorSlot) -> Tensor? {
    let name = slot.name
    taken.insert(name)
    if let type = checkpoint.opaque[name] {
      unfit.append("\(FormatError.clipped(name)) is stored as \(type), which is not read")
      return nil
    }
    guard let tensor = checkpoint.tensors[name] else {
      missing.append(FormatError.clipped(name))
      return nil
    }
    guard tensor.shape == slot.shape else {
      let shape = FormatError.clipped("\(tensor.shape)")
      unfit.append("\(FormatError.clipped(name)) is \(shape) where \(slot.shape) is needed")
      return nil
    }
    guard tensor.elementType.isFloatingPoint else {
      unfit.append("\(FormatError.clipped(name)) is \(tensor.elementType.rawValue), no float")
      return nil
    }
    return tensor
  }

  /// Checks the account.
  ///
  /// - Parameter isIgnored: whether a name that nobody took is known to be without meaning.
  /// - Returns: The names that the network does not need but that may stand there.
  /// - Throws: `FormatError.Kind.mismatch` for missing, unfit and unknown tensors.
  func finish(ignoring isIgnored: (String) -> Bool) throws(FormatError) -> [String] {
    let rest = checkpoint.names.filter { !taken.contains($0) }
    let extra = rest.filter { !isIgnored($0) }
    var faults: [String] = []
    if !missing.isEmpty {
      faults.append("\(missing.count) tensors are missing (\(FormatError.listing(missing)))")
    }
    if !unfit.isEmpty {
      faults.append("\(unfit.count) do not fit (\(FormatError.listing(unfit)))")
    }
    if !extra.isEmpty {
      faults.append(
        "\(extra.count) are unknown (\(FormatError.listing(extra.map(FormatError.clipped))))"
      )
    }
    guard faults.isEmpty else {
      throw FormatError(
        .mismatch,
        "the tensors do not make up the network: \(faults.joined(separator: "; "))"
      )
    }
    return rest
  }
}
