/// How a pickle would have Python make a tensor.
enum TensorCall {
  /// Over a storage, with offset, extents and strides in elements.
  case strided(Strided)
  /// A sort of tensor that is not read: quantized, sparse and the like, with its name.
  case other(String)

  struct Strided {
    let storage: PickleReference
    let offset: PickleReference
    let extents: PickleReference
    let strides: PickleReference
    /// The element type where the storage does not tell it.
    let type: PickleReference?
    /// Whether conjugation or negation is put off until the elements are used.
    let isLazy: Bool
  }

  /// Functions that make a tensor out of the tensor that is their first argument.
  private static let wrappers: Set<String> = [
    "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state",
    "torch._utils._rebuild_device_tensor_from_cpu_tensor", "torch.nn.parameter.Parameter",
    "torch.nn.parameter.Buffer",
  ]
  private static let typed = "torch._tensor._rebuild_from_type_v2"
  /// Wrappers around wrappers that are looked through, so that a cycle of them ends.
  private static let deepest = 8

  /// Reads the value at `reference`; nil when it is no tensor.
  init?(_ reference: PickleReference, in heap: PickleHeap) {
    var callable: PickleReference
    var arguments: [PickleReference]
    guard let record = heap.record(reference) else { return nil }
    (callable, arguments) = (record.callable, heap.items(of: record.arguments))
    for _ in 0..<Self.deepest {
      guard let name = heap.global(callable) else { return nil }
      if name == Self.typed, arguments.count >= 3 {
        // A function, the tensor's own class, and what to call the function with.
        (callable, arguments) = (arguments[0], heap.items(of: arguments[2]))
      } else if Self.wrappers.contains(name) {
        guard let inner = arguments.first.flatMap(heap.record) else { return nil }
        (callable, arguments) = (inner.callable, heap.items(of: inner.arguments))
      } else {
        self.init(function: name, arguments, in: heap)
        return
      }
    }
    return nil
  }

  private init?(function: String, _ arguments: [PickleReference], in heap: PickleHeap) {
    let prefix = "torch._utils._rebuild_"
    guard function.hasPrefix(prefix) else { return nil }
    let metadata: PickleReference?
    let type: PickleReference?
    switch function.dropFirst(prefix.count) {
    case "tensor": (type, metadata) = (nil, nil)
    case "tensor_v2": (type, metadata) = (nil, arguments.dropFirst(6).first)
    case "tensor_v3":
      (type, metadata) = (arguments.dropFirst(6).first, arguments.dropFirst(7).first)
    case let other:
      self = .other(String(other))
      return
    }
    guard arguments.count >= 4 else { return nil }
    self = .strided(
      Strided(
        storage: arguments[0],
        offset: arguments[1],
        extents: arguments[2],
        strides: arguments[3],
        type: type,
        isLazy: metadata.map { Self.says(something: $0, in: heap) } ?? false
      )
    )
  }

  /// Whether a tensor's metadata are there and not an empty dictionary.
  private static func says(something metadata: PickleReference, in heap: PickleHeap) -> Bool {
    switch heap[metadata] {
    case .none: false
    case .dictionary(let pairs): !heap[pairs].isEmpty
    default: true
    }
  }
}
