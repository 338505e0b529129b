extension PickleMachine {
  /// Longest name of a class with that of its module, in bytes.
  private static let longestName = 1000

  /// Records what `operation` would have Python do with names and objects.
  mutating func object(_ operation: PickleOpcode) throws(FormatError) {
    switch operation {
    case .global: push(try global())
    case .stackGlobal:
      let name = heap[try pop()]
      guard case .text(let name) = name, case .text(let module) = heap[try pop()] else {
        throw input.failure(
          en: "a class is not named by texts",
          vi: "tên một lớp không phải văn bản"
        )
      }
      push(try global(module, name))
    case .reduce, .newObject:
      let arguments = try pop()
      try call(try pop(), arguments)
    case .newObjectWithKeywords:
      _ = try pop()
      let arguments = try pop()
      try call(try pop(), arguments)
    case .instance:
      let callable = try global()
      let arguments = try popToMark()
      try call(callable, try heap.add(.tuple(heap.addSequence(arguments))))
    case .object:
      let items = try popToMark()
      guard let callable = items.first else {
        throw input.failure(en: "an object has no class", vi: "một đối tượng không có lớp")
      }
      try call(callable, try heap.add(.tuple(heap.addSequence(Array(items.dropFirst())))))
    case .build:
      let state = try pop()
      // What is set on a dictionary, such as torch's `_metadata`, says nothing about its items.
      if case .record(let address) = heap[try top()] { heap.setState(state, of: address) }
    case .persistent: try push(.persistent(try pop()))
    case .persistentLine:
      let identity = input.text(try input.line())
      try push(.persistent(try heap.add(.text(identity))))
    default:
      throw input.failure(
        en: "the operation \(operation) is out of place",
        vi: "lệnh \(operation) đặt sai chỗ"
      )
    }
  }

  private mutating func global() throws(FormatError) -> PickleReference {
    let module = input.text(try input.line())
    let name = input.text(try input.line())
    return try global(module, name)
  }

  private mutating func global(
    _ module: String,
    _ name: String
  ) throws(FormatError) -> PickleReference {
    guard module.utf8.count + name.utf8.count <= Self.longestName else {
      throw input.failure(en: "the name of a class is too long", vi: "tên một lớp quá dài")
    }
    return try heap.add(.global("\(module).\(name)"))
  }

  /// Pushes what a call would have made: a dictionary where it is known to be an empty one, else a record.
  private mutating func call(
    _ callable: PickleReference,
    _ arguments: PickleReference
  ) throws(FormatError) {
    guard case .global(let name) = heap[callable], PickleGlobals.dictionaries.contains(name),
      heap.items(of: arguments).isEmpty
    else { return push(try heap.addRecord(callable, arguments)) }
    try push(.dictionary(heap.addSequence([])))
  }
}
