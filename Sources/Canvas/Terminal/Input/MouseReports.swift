// How terminals tell the mouse. Releases, motion, buttons beyond the third and wheels that turn sideways
// are passed over.

extension Event.Mouse {
  /// What `ESC [ < code ; column ; row M` tells; columns and rows count from one, without an end.
  init?(report numbers: [Int]) {
    guard numbers.count == 3 else { return nil }
    self.init(code: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// What the three bytes behind `ESC [ M` tell, as terminals do that know no better way.
  init?(oldReport bytes: [UInt8]) {
    guard bytes.count == 3, bytes.allSatisfy({ $0 > 32 || $0 == bytes[0] && $0 == 32 }) else {
      return nil
    }
    self.init(code: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
  }

  private init?(code: Int, column: Int, row: Int) {
    let (shiftMetaControl, motion) = (0b0001_1100, 0b0010_0000)
    guard column > 0, row > 0, code & motion == 0,
      let button = Button(code: code & ~shiftMetaControl)
    else { return nil }
    self.init(button: button, at: Point(x: column - 1, y: row - 1))
  }
}

extension Event.Mouse.Button {
  fileprivate init?(code: Int) {
    switch code {
    case 0: self = .left
    case 1: self = .middle
    case 2: self = .right
    case 64: self = .wheelUp
    case 65: self = .wheelDown
    default: return nil
    }
  }
}
