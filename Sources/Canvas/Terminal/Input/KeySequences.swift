/// The keys of xterm, tmux, screen, the Linux console, rxvt, kitty and their kin.
///
/// Terminals agree on all of them but the ends of rxvt, and send them whatever their terminfo entry says.
/// Shift, Ctrl and Alt with such a key give the plain key.
enum KeySequences {
  /// The key of `ESC [ numbers end`; nil where there is none.
  static func csi(_ end: UInt8, _ numbers: [Int]) -> Key? {
    switch end {
    // F13 and beyond have numbers of their own.
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      numbers.first.flatMap { numbered[$0] }
    // `ESC [ P` alone is the Pause key of the Linux console; F1 to F4 come so only with Shift or Ctrl.
    case UInt8(ascii: "P")...UInt8(ascii: "S"): numbers.isEmpty ? nil : ss3[end]
    case UInt8(ascii: "Z"): .backTab
    default: moves[end]
    }
  }

  /// Arrows, Home and End; in lower case as rxvt tells them with Shift and Ctrl.
  private static let moves: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right,
    UInt8(ascii: "d"): .left,
  ]

  /// The keys of `ESC [ number ~`.
  private static let numbered: [Int: Key] = {
    var keys: [Int: Key] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = Array(11...15) + Array(17...21) + [23, 24]
    for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
    return keys
  }()

  /// The keys of `ESC O end`: the same moves, F1 to F4, and the keypad where it is in its own mode.
  static let ss3: [UInt8: Key] = {
    var keys = moves
    for (index, end) in "PQRS".utf8.enumerated() { keys[end] = .function(index + 1) }
    keys[UInt8(ascii: "M")] = .enter
    keys[UInt8(ascii: "I")] = .tab
    keys[UInt8(ascii: "X")] = .character("=")
    for (end, sign) in zip("jklmnopqrstuvwxy".utf8, "*+,-./0123456789") {
      keys[end] = .character(sign)
    }
    return keys
  }()

  /// The keys of `ESC [ [ end`, F1 to F5 of the Linux console.
  static let linux: [UInt8: Key] = [
    UInt8(ascii: "A"): .function(1), UInt8(ascii: "B"): .function(2),
    UInt8(ascii: "C"): .function(3),
    UInt8(ascii: "D"): .function(4), UInt8(ascii: "E"): .function(5),
  ]
}
