extension PickleMachine {
  /// Makes or fills a container; false when `operation` does neither.
  mutating func container(_ operation: PickleOpcode) throws(FormatError) -> Bool {
    switch operation {
    case .emptyTuple: try push(.tuple(heap.addSequence([])))
    case .tuple: try push(.tuple(heap.addSequence(try popToMark())))
    case .tuple1: try pushTuple(1)
    case .tuple2: try pushTuple(2)
    case .tuple3: try pushTuple(3)
    case .emptyList: try push(.list(heap.addSequence([])))
    case .list: try push(.list(heap.addSequence(try popToMark())))
    case .emptyDictionary: try push(.dictionary(heap.addSequence([])))
    case .dictionary: try push(.dictionary(heap.addSequence(try popPairs())))
    case .emptySet: try push(.set(heap.addSequence([])))
    case .frozenSet: try push(.set(heap.addSequence(try popToMark())))
    case .append: try append([try pop()])
    case .appends, .addItems: try append(try popToMark())
    case .setItem:
      let value = try pop()
      try set([try pop(), value])
    case .setItems: try set(try popPairs())
    default: return false
    }
    return true
  }

  private mutating func pushTuple(_ count: Int) throws(FormatError) {
    var items: [PickleReference] = []
    for _ in 0..<count { items.append(try pop()) }
    try push(.tuple(heap.addSequence(items.reversed())))
  }

  private mutating func popPairs() throws(FormatError) -> [PickleReference] {
    let pairs = try popToMark()
    guard pairs.count.isMultiple(of: 2) else {
      throw input.failure(en: "a key has no value", vi: "một khóa không có giá trị")
    }
    return pairs
  }

  private mutating func append(_ items: [PickleReference]) throws(FormatError) {
    switch heap[try top()] {
    case .list(let sequence), .set(let sequence): heap.append(items, to: sequence)
    case .record(let address): heap.append(items, to: address)
    default:
      throw input.failure(
        en: "items are appended to what is no list",
        vi: "phần tử được nối vào thứ không phải danh sách"
      )
    }
  }

  private mutating func set(_ pairs: [PickleReference]) throws(FormatError) {
    switch heap[try top()] {
    case .dictionary(let sequence): heap.append(pairs, to: sequence)
    case .record(let address): heap.set(pairs, in: address)
    default:
      throw input.failure(
        en: "items are set in what is no dictionary",
        vi: "phần tử được đặt vào thứ không phải từ điển"
      )
    }
  }
}
