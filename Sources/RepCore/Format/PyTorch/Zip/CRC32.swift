/// The checksum of zip records: CRC-32 with the reflected polynomial EDB88320 (ISO 3309).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value >> 1 ^ (value & 1) * 0xEDB8_8320 }
  }

  /// The checksum of `bytes`, a byte at a time: for short records only.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
