/// Bytes that have a meaning in what terminals send (ECMA-48).
enum Byte {
  static let bell: UInt8 = 0x07
  static let cancel: UInt8 = 0x18
  static let substitute: UInt8 = 0x1A
  static let escape: UInt8 = 0x1B

  // Behind an ESC: what begins.
  static let csi = UInt8(ascii: "[")
  static let ss3 = UInt8(ascii: "O")
  static let osc = UInt8(ascii: "]")
  static let dcs = UInt8(ascii: "P")
  static let sos = UInt8(ascii: "X")
  static let pm = UInt8(ascii: "^")
  static let apc = UInt8(ascii: "_")
  /// Behind an ESC: the end of a string.
  static let end = UInt8(ascii: "\\")
}
