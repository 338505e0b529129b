// IEEE 754 half precision by its bits, because Swift's `Float16` is a library call per element on
// processors without the conversion.

extension Float {
  /// The value of an IEEE 754 half-precision number given by its bits; exact.
  init(halfBits bits: UInt16) {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10) & 0x1F
    let mantissa = UInt32(bits & 0x3FF)
    switch (exponent, mantissa) {
    case (0, _):
      // Zero and the subnormals are mantissa * 2^-24.
      let magnitude = Float(mantissa) * 0x1p-24
      self = sign == 0 ? magnitude : -magnitude
    case (0x1F, _):
      self = Float(bitPattern: sign | 0x7F80_0000 | mantissa << 13)
    default:
      self = Float(bitPattern: sign | (exponent + 112) << 23 | mantissa << 13)
    }
  }

  /// The bits of the nearest half-precision number, ties to the even one, infinity from 65520 on.
  var halfBits: UInt16 {
    let sign = UInt16(truncatingIfNeeded: bitPattern >> 16) & 0x8000
    let magnitude = bitPattern & 0x7FFF_FFFF
    switch magnitude {
    case 0x7F80_0001...: return sign | 0x7E00
    case 0x477F_F000...: return sign | 0x7C00
    case 0x3880_0000...:
      // The exponent's bias shrinks by 112; half of the 13 bits that go, less one unless odd, carries.
      let rounded = magnitude - 112 << 23 + 0xFFF + (magnitude >> 13) & 1
      return sign | UInt16(truncatingIfNeeded: rounded >> 13)
    default:
      // Between 0.5 and 1 a float's last bit is 2^-24, that of half's subnormals: the sum rounds as wanted.
      let sum = Float(bitPattern: magnitude) + 0.5
      return sign | UInt16(truncatingIfNeeded: sum.bitPattern - Float(0.5).bitPattern)
    }
  }
}

extension Float {
  /// The largest finite half-precision number.
  static var largestHalf: Float { 65504 }
  /// The smallest half-precision number with all its digits; below it they dwindle.
  static var smallestNormalHalf: Float { 0x1p-14 }
}
