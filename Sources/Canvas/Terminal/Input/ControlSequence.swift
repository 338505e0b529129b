/// Reads one sequence of a key or of the mouse: ESC [ … (CSI) or ESC O … (SS3).
struct ControlSequence: Sendable {
  enum Kind {
    case csi
    case ss3
  }

  enum Outcome {
    case more
    case complete
    /// The byte that was given does not belong to the sequence, which will never end.
    case broken
  }

  /// Bytes of parameters that are kept: more than any key or mouse needs.
  private static let most = 48

  private let kind: Kind
  private var parameters: [UInt8] = []
  private var isTooLong = false
  private var last: UInt8 = 0
  private var tail: [UInt8] = []

  init(_ kind: Kind) { self.kind = kind }

  mutating func take(_ byte: UInt8) -> Outcome {
    switch byte {
    // rxvt ends keys that were pressed with Shift by what is no end elsewhere.
    case UInt8(ascii: "$") where kind == .csi && numbers.count == 1:
      last = byte
      return .complete
    case 0x20..<0x30 where kind == .csi, 0x30..<0x40:
      if parameters.count < ControlSequence.most {
        parameters.append(byte)
      } else {
        isTooLong = true
      }
      return .more
    case 0x40..<0x7F:
      last = byte
      return .complete
    case Byte.cancel, Byte.substitute: return .complete
    default: return .broken
    }
  }

  /// Whether this is the beginning of a paste.
  var beginsPaste: Bool {
    kind == .csi && last == UInt8(ascii: "~") && parameters == Array("200".utf8)
  }

  /// Bytes behind the end that belong to it all the same.
  var tailCount: Int {
    guard kind == .csi, parameters.isEmpty else { return 0 }
    return last == UInt8(ascii: "[") ? 1 : last == UInt8(ascii: "M") ? 3 : 0
  }

  /// Takes one byte behind the end; true where it was the last one.
  mutating func takeTail(_ byte: UInt8) -> Bool {
    tail.append(byte)
    return tail.count == tailCount
  }

  /// What the sequence tells; nil where it is not understood.
  var event: Event? {
    guard !isTooLong else { return nil }
    if kind == .ss3 { return KeySequences.ss3[last].map { .key($0) } }
    if !tail.isEmpty {
      if last == UInt8(ascii: "[") { return KeySequences.linux[tail[0]].map { .key($0) } }
      return Event.Mouse(oldReport: tail).map { .mouse($0) }
    }
    if parameters.first == UInt8(ascii: "<") {
      guard last == UInt8(ascii: "M") else { return nil }
      return Event.Mouse(report: ControlSequence.numbers(of: parameters.dropFirst())).map {
        .mouse($0)
      }
    }
    // Reports have signs among their parameters; keys have numbers only.
    let numbers = numbers
    guard !numbers.isEmpty || parameters.isEmpty else { return nil }
    return KeySequences.csi(last, numbers).map { .key($0) }
  }

  /// The parameters as numbers; empty where there are none or where they are not numbers.
  private var numbers: [Int] { ControlSequence.numbers(of: parameters[...]) }

  private static func numbers(of parameters: ArraySlice<UInt8>) -> [Int] {
    var numbers = [0]
    for byte in parameters {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // A number beyond all screens stays what it is.
        let value = min(numbers[numbers.count - 1], 1_000_000)
        numbers[numbers.count - 1] = value * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ";"), UInt8(ascii: ":"): numbers.append(0)
      default: return []
      }
    }
    return parameters.isEmpty ? [] : numbers
  }
}
