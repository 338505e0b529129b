/// What a pickle says of a storage that its container holds:
/// `('storage', class, key, location, count, [view])`.
struct StorageIdentity {
  /// A part of another storage, as old files have it; counted in elements.
  struct View {
    let offset: Int
    let count: Int
  }

  /// The elements' type, as the class says.
  let type: TorchType
  /// The name under which the container has the bytes.
  let key: String
  /// Number of elements of the whole storage.
  let count: Int
  /// The part that is meant; nil for all.
  let view: View?

  /// Reads the identity; nil for one of another sort.
  init?(_ reference: PickleReference, in heap: PickleHeap) {
    let fields = heap.items(of: reference)
    guard fields.count >= 5, heap.text(fields[0]) == "storage",
      let type = heap.global(fields[1]).flatMap({ TorchType(storageClass: $0) }),
      let key = heap.text(fields[2]) ?? heap.integer(fields[2]).map({ String($0) }),
      let count = heap.integer(fields[4]), count >= 0
    else { return nil }
    self.type = type
    self.key = key
    self.count = count
    let view = fields.count > 5 ? heap.items(of: fields[5]) : []
    if view.count == 3, let offset = heap.integer(view[1]), let part = heap.integer(view[2]) {
      self.view = View(offset: offset, count: part)
    } else {
      self.view = nil
    }
  }

  /// The storage class of an identity when this reader does not know it; nil otherwise.
  static func unknownClass(_ reference: PickleReference, in heap: PickleHeap) -> String? {
    let fields = heap.items(of: reference)
    guard fields.count >= 5, let name = heap.global(fields[1]),
      TorchType(storageClass: name) == nil
    else { return nil }
    return name
  }
}
