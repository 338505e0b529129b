/// All values of one pickle, in flat arrays: nothing in it owns anything else.
struct PickleHeap {
  /// The pickle that `bytes` and `wideInteger` point into.
  let source: ByteWindow
  private var values: [PickleValue] = [.none, .bool(false), .bool(true)]
  private var sequences: [[PickleReference]] = []
  private var records: [PickleRecord] = []

  private let mostValues: Int

  init(_ source: ByteWindow, mostValues: Int = PickleLimits().values) {
    self.source = source
    self.mostValues = mostValues
  }

  // These are the same everywhere in a pickle, so they take no room.
  let none = PickleReference(index: 0)
  func bool(_ value: Bool) -> PickleReference { PickleReference(index: value ? 2 : 1) }

  mutating func add(_ value: PickleValue) throws(FormatError) -> PickleReference {
    guard values.count < mostValues else {
      throw FormatError(
        .unsupported,
        en: "the pickle has more than \(mostValues) values; save the state_dict alone",
        vi: "pickle có hơn \(mostValues) giá trị; hãy chỉ lưu state_dict"
      )
    }
    values.append(value)
    return PickleReference(index: Int32(values.count - 1))
  }

  mutating func addSequence(_ items: [PickleReference]) -> PickleSequence {
    sequences.append(items)
    return PickleSequence(index: Int32(sequences.count - 1))
  }

  mutating func addRecord(
    _ callable: PickleReference,
    _ arguments: PickleReference
  ) throws(FormatError) -> PickleReference {
    records.append(PickleRecord(callable: callable, arguments: arguments))
    return try add(.record(PickleRecord.Address(index: Int32(records.count - 1))))
  }

  subscript(reference: PickleReference) -> PickleValue { values[Int(reference.index)] }

  subscript(sequence: PickleSequence) -> [PickleReference] { sequences[Int(sequence.index)] }

  private(set) subscript(address: PickleRecord.Address) -> PickleRecord {
    get { records[Int(address.index)] }
    set { records[Int(address.index)] = newValue }
  }

  mutating func append(_ items: some Sequence<PickleReference>, to sequence: PickleSequence) {
    sequences[Int(sequence.index)].append(contentsOf: items)
  }

  /// Adds to what would have been appended to the object.
  mutating func append(_ items: some Sequence<PickleReference>, to address: PickleRecord.Address) {
    let sequence = self[address].items ?? addSequence([])
    self[address].items = sequence
    append(items, to: sequence)
  }

  /// Adds to what would have been set in the object, keys and values in turn.
  mutating func set(_ pairs: some Sequence<PickleReference>, in address: PickleRecord.Address) {
    let sequence = self[address].pairs ?? addSequence([])
    self[address].pairs = sequence
    append(pairs, to: sequence)
  }

  mutating func setState(_ state: PickleReference, of address: PickleRecord.Address) {
    self[address].state = state
  }

  /// The identities that the pickle asks its container for.
  var persistentIdentities: [PickleReference] {
    values.compactMap { value in
      if case .persistent(let identity) = value { identity } else { nil }
    }
  }
}
