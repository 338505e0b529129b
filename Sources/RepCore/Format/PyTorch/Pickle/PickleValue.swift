/// The address of a value in a `PickleHeap`.
struct PickleReference: Hashable {
  let index: Int32
}

/// A value of a pickle.
///
/// It refers to others by their address, so a tree may be as deep as it likes and may contain itself
/// without costing a stack.
enum PickleValue {
  case none
  case bool(Bool)
  case integer(Int)
  /// An integer beyond 64 bits: its little-endian bytes in the pickle.
  case wideInteger(Range<Int>)
  case number(Double)
  case text(String)
  /// Bytes, or a text too long to be a name: their place in the pickle.
  case bytes(Range<Int>)
  case list(PickleSequence)
  case tuple(PickleSequence)
  case set(PickleSequence)
  /// Keys and values in turn.
  case dictionary(PickleSequence)
  /// The full name of a class or function, such as `collections.OrderedDict`; never looked up.
  case global(String)
  /// An object that Python would have made by calling something; here it only says so.
  case record(PickleRecord.Address)
  /// What the container knows under this identity: a tensor's storage.
  case persistent(PickleReference)
}

/// The address of a list of references in a `PickleHeap`.
struct PickleSequence {
  let index: Int32
}

/// What Python would have done to make an object, kept and not done.
struct PickleRecord {
  /// The address of a record in a `PickleHeap`.
  struct Address {
    let index: Int32
  }

  /// The class or function, and what it would have been called with: a tuple.
  let callable: PickleReference
  let arguments: PickleReference
  /// What the object's attributes would have been set from.
  var state: PickleReference?
  /// What would have been appended to it, and set in it as keys and values in turn.
  var items: PickleSequence?
  var pairs: PickleSequence?
}
