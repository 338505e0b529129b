/// Reads a pickle of protocol 0 to 5 into a heap of inert values.
///
/// A pickle is a program for a machine with a stack and a memo. This one runs the program, but where it
/// says that Python should look up a name, call it or set attributes, a record of that is made and
/// nothing is looked up, called or set. Values refer to each other by address, so that sharing and
/// cycles, which the memo makes, cost nothing. Source: the comments of Python's `pickletools.py`.
struct PickleMachine {
  var input: PickleInput
  var heap: PickleHeap
  private var stack: [PickleReference] = []
  /// Heights of the stack at the open marks.
  private var marks: [Int] = []
  private var memo: [Int: PickleReference] = [:]

  private let limits: PickleLimits

  private init(_ source: ByteWindow, _ limits: PickleLimits) {
    input = PickleInput(source)
    heap = PickleHeap(source, mostValues: limits.values)
    self.limits = limits
  }

  /// Reads the pickle at the start of `source`.
  ///
  /// - Returns: Its values, which of them is the result, and how many bytes it takes.
  /// - Throws: `FormatError.Kind.damaged`, or `unsupported` beyond the limits.
  static func read(
    _ source: ByteWindow,
    limits: PickleLimits = PickleLimits()
  ) throws(FormatError) -> (heap: PickleHeap, root: PickleReference, count: Int) {
    var machine = PickleMachine(source, limits)
    let root = try machine.run()
    return (machine.heap, root, machine.input.position)
  }

  private mutating func run() throws(FormatError) -> PickleReference {
    for _ in 0..<limits.operations {
      let byte = try input.next(UInt8.self)
      guard let operation = PickleOpcode(rawValue: byte) else {
        throw input.failure(en: "there is no operation \(byte)", vi: "không có lệnh \(byte)")
      }
      if operation == .stop { return try pop() }
      try perform(operation)
    }
    throw FormatError(
      .unsupported,
      en: "the pickle has more than \(limits.operations) operations; save the state_dict alone",
      vi: "pickle có hơn \(limits.operations) lệnh; hãy chỉ lưu state_dict"
    )
  }

  private mutating func perform(_ operation: PickleOpcode) throws(FormatError) {
    switch operation {
    case .stop: break
    case .proto:
      let version = try input.next(UInt8.self)
      guard version <= 5 else {
        throw input.failure(
          en: "pickle protocol \(version) is unknown",
          vi: "không biết giao thức pickle \(version)"
        )
      }
    case .frame: _ = try input.nextLength()
    case .mark: marks.append(stack.count)
    case .pop:
      // Python takes a mark for an item here.
      if marks.last == stack.count { marks.removeLast() } else { _ = try pop() }
    case .popMark: _ = try popToMark()
    case .duplicate: push(try top())
    case .putLine: try put(try integerLine())
    case .put8: try put(Int(try input.next(UInt8.self)))
    case .put32: try put(Int(try input.next(UInt32.self)))
    case .memoize: try put(memo.count)
    case .getLine: try get(try integerLine())
    case .get8: try get(Int(try input.next(UInt8.self)))
    case .get32: try get(Int(try input.next(UInt32.self)))
    case .extension8, .extension16, .extension32:
      throw FormatError(
        .unsupported,
        en: "the pickle uses Python's extension registry",
        vi: "pickle dùng sổ đăng ký phần mở rộng của Python"
      )
    case .nextBuffer, .readOnlyBuffer:
      throw FormatError(
        .unsupported,
        en: "the pickle keeps data outside itself",
        vi: "pickle giữ dữ liệu bên ngoài nó"
      )
    default:
      if let constant = try constant(operation) { return push(constant) }
      if let text = try textOrBytes(operation) { return push(text) }
      if try container(operation) { return }
      try object(operation)
    }
  }
}

// MARK: - The stack and the memo

extension PickleMachine {
  mutating func push(_ value: PickleReference) { stack.append(value) }

  mutating func push(_ value: PickleValue) throws(FormatError) { push(try heap.add(value)) }

  /// The top of the stack; what lies under an open mark is out of reach.
  func top() throws(FormatError) -> PickleReference {
    guard let top = stack.last, stack.count > marks.last ?? 0 else {
      throw input.failure(
        en: "an operation finds nothing on the stack",
        vi: "một lệnh không thấy gì trên ngăn xếp"
      )
    }
    return top
  }

  mutating func pop() throws(FormatError) -> PickleReference {
    let value = try top()
    stack.removeLast()
    return value
  }

  /// Takes everything above the last mark, and the mark.
  mutating func popToMark() throws(FormatError) -> [PickleReference] {
    guard let mark = marks.popLast() else {
      throw input.failure(en: "an operation finds no mark", vi: "một lệnh không thấy dấu mốc")
    }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  private mutating func put(_ index: Int) throws(FormatError) {
    guard memo.count < limits.values else {
      throw FormatError(
        .unsupported,
        en: "the pickle remembers more than \(memo.count) values",
        vi: "pickle ghi nhớ hơn \(memo.count) giá trị"
      )
    }
    memo[index] = try top()
  }

  private mutating func get(_ index: Int) throws(FormatError) {
    guard let value = memo[index] else {
      throw input.failure(
        en: "value \(index) was never remembered",
        vi: "giá trị \(index) chưa từng được ghi nhớ"
      )
    }
    push(value)
  }
}
