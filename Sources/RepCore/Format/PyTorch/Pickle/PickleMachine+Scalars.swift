extension PickleMachine {
  /// Longest text that is kept as one, in bytes; a longer one is no name and stays where it is.
  private static let longestText = 1 << 20

  /// The constant or number that `operation` pushes; nil for other operations.
  mutating func constant(_ operation: PickleOpcode) throws(FormatError) -> PickleReference? {
    switch operation {
    case .none: heap.none
    case .newTrue: heap.bool(true)
    case .newFalse: heap.bool(false)
    case .integer8: try heap.add(.integer(Int(try input.next(UInt8.self))))
    case .integer16: try heap.add(.integer(Int(try input.next(UInt16.self))))
    case .integer32: try heap.add(.integer(Int(try input.next(Int32.self))))
    case .long8: try long(try input.take(Int(try input.next(UInt8.self))))
    case .long32: try long(try input.take(Int(try input.next(Int32.self))))
    case .float64:
      // The one number of a pickle with its high byte first.
      try heap.add(.number(Double(bitPattern: try input.next(UInt64.self).byteSwapped)))
    case .integerLine: try integerOrBool(try input.line())
    case .longLine: try longLine(try input.line())
    case .floatLine: try floatLine(try input.line())
    default: nil
    }
  }

  /// The text or bytes that `operation` pushes; nil for other operations.
  mutating func textOrBytes(_ operation: PickleOpcode) throws(FormatError) -> PickleReference? {
    switch operation {
    case .unicode8, .string8: try text(try input.take(Int(try input.next(UInt8.self))))
    case .unicode32: try text(try input.take(Int(try input.next(UInt32.self))))
    case .unicode64: try text(try input.take(try input.nextLength()))
    case .string32: try text(try input.take(Int(try input.next(Int32.self))))
    case .unicodeLine: try heap.add(.text(PickleEscapes.unicode(input.bytes(try input.line()))))
    case .stringLine: try stringLine(try input.line())
    case .bytes8: try heap.add(.bytes(try input.take(Int(try input.next(UInt8.self)))))
    case .bytes32: try heap.add(.bytes(try input.take(Int(try input.next(UInt32.self)))))
    case .bytes64, .byteArray64: try heap.add(.bytes(try input.take(try input.nextLength())))
    default: nil
    }
  }

  /// The number on a line of its own.
  mutating func integerLine() throws(FormatError) -> Int {
    let text = input.text(try input.line())
    guard let value = Int(text) else {
      let text = FormatError.clipped(text)
      throw input.failure(en: "\(text) is not a whole number", vi: "\(text) không phải số nguyên")
    }
    return value
  }

  private mutating func text(_ range: Range<Int>) throws(FormatError) -> PickleReference {
    try heap.add(range.count > Self.longestText ? .bytes(range) : .text(input.text(range)))
  }

  /// An integer from its two's complement, which is as long as it needs to be.
  private mutating func long(_ range: Range<Int>) throws(FormatError) -> PickleReference {
    guard range.count <= 8 else { return try heap.add(.wideInteger(range)) }
    let bytes = input.bytes(range)
    let isNegative = (bytes.last ?? 0) >= 0x80
    return try heap.add(
      .integer(bytes.reversed().reduce(isNegative ? -1 : 0) { $0 << 8 | Int($1) })
    )
  }

  /// Protocol 0 and 1 write booleans as `00` and `01`.
  private mutating func integerOrBool(_ range: Range<Int>) throws(FormatError) -> PickleReference {
    switch input.text(range) {
    case "00": heap.bool(false)
    case "01": heap.bool(true)
    case let digits: try heap.add(try number(digits))
    }
  }

  private mutating func longLine(_ range: Range<Int>) throws(FormatError) -> PickleReference {
    let digits = input.text(range)
    return try heap.add(try number(digits.hasSuffix("L") ? String(digits.dropLast()) : digits))
  }

  /// Decimal digits; as a double where they exceed 64 bits, which only an inert value can be.
  private func number(_ digits: String) throws(FormatError) -> PickleValue {
    if let value = Int(digits) { return .integer(value) }
    return .number(try double(digits))
  }

  private func double(_ digits: String) throws(FormatError) -> Double {
    guard let value = Double(digits) else {
      let digits = FormatError.clipped(digits)
      throw input.failure(en: "\(digits) is not a number", vi: "\(digits) không phải số")
    }
    return value
  }

  private mutating func floatLine(_ range: Range<Int>) throws(FormatError) -> PickleReference {
    try heap.add(.number(try double(input.text(range))))
  }

  private mutating func stringLine(_ range: Range<Int>) throws(FormatError) -> PickleReference {
    guard let text = PickleEscapes.quoted(input.bytes(range)) else {
      throw input.failure(en: "a string is not in quotes", vi: "một chuỗi không có dấu nháy")
    }
    return try heap.add(.text(text))
  }
}
