/// The 64-bit xxHash of a stream of bytes, from its published specification.
///
///     var hash = XXH64()
///     hash.update("abc".utf8Span.span.bytes)
///     hash.digest   // 0x44bc2cf5ad770999
///
/// Four accumulators each take 8 bytes of a 32-byte stripe, so that four multiplications are under way
/// at once; the rest that fills no stripe is kept until more bytes come. It guards against damage, not
/// against forgery. Specification: xxHash, `doc/xxhash_spec.md`, revision 0.2.
public struct XXH64: Sendable {
  private var lanes: SIMD4<UInt64>
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private let seed: UInt64

  /// The hash of nothing yet.
  public init(seed: UInt64 = 0) {
    self.seed = seed
    lanes = [seed &+ Self.p1 &+ Self.p2, seed &+ Self.p2, seed, seed &- Self.p1]
    pending.reserveCapacity(Self.stripe)
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe update(bytes) }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(Self.stripe - pending.count, bytes.count)
      unsafe pending.append(contentsOf: bytes[..<start])
      guard pending.count == Self.stripe else { return }
      unsafe lanes = pending.withUnsafeBytes { stripe in unsafe Self.consume(stripe, lanes) }
      pending.removeAll(keepingCapacity: true)
    }
    let end = start + (bytes.count - start) / Self.stripe * Self.stripe
    unsafe lanes = Self.consume(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), lanes)
    unsafe pending.append(contentsOf: bytes[end...])
  }

  /// The hash of everything so far.
  public var digest: UInt64 {
    var hash = length < UInt64(Self.stripe) ? seed &+ Self.p5 : Self.converge(lanes)
    hash &+= length
    var rest = pending[...]
    while rest.count >= 8 {
      hash = (hash ^ Self.round(0, Self.word(rest.prefix(8)))).rotated(27) &* Self.p1 &+ Self.p4
      rest = rest.dropFirst(8)
    }
    if rest.count >= 4 {
      hash = (hash ^ (Self.word(rest.prefix(4)) &* Self.p1)).rotated(23) &* Self.p2 &+ Self.p3
      rest = rest.dropFirst(4)
    }
    for byte in rest { hash = (hash ^ (UInt64(byte) &* Self.p5)).rotated(11) &* Self.p1 }
    hash = (hash ^ (hash >> 33)) &* Self.p2
    hash = (hash ^ (hash >> 29)) &* Self.p3
    return hash ^ (hash >> 32)
  }
}

extension XXH64 {
  private static let stripe = 32
  private static let p1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let p3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let p4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let p5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// Runs whole stripes through the accumulators; `bytes` is a multiple of 32 long.
  ///
  /// Scalar on purpose: AVX2 has no 64-bit multiplication, and the four chains fill the multiplier.
  private static func consume(
    _ bytes: UnsafeRawBufferPointer,
    _ lanes: SIMD4<UInt64>
  ) -> SIMD4<UInt64> {
    guard var next = bytes.baseAddress else { return lanes }
    let end = unsafe next + bytes.count
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    while unsafe next < end {
      unsafe a = round(a, UInt64(littleEndian: next.loadUnaligned(as: UInt64.self)))
      unsafe b = round(b, UInt64(littleEndian: (next + 8).loadUnaligned(as: UInt64.self)))
      unsafe c = round(c, UInt64(littleEndian: (next + 16).loadUnaligned(as: UInt64.self)))
      unsafe d = round(d, UInt64(littleEndian: (next + 24).loadUnaligned(as: UInt64.self)))
      unsafe next += stripe
    }
    return [a, b, c, d]
  }

  @inline(always)
  private static func round(_ accumulator: UInt64, _ word: UInt64) -> UInt64 {
    (accumulator &+ word &* p2).rotated(31) &* p1
  }

  private static func converge(_ lanes: SIMD4<UInt64>) -> UInt64 {
    var hash =
      lanes[0].rotated(1) &+ lanes[1].rotated(7) &+ lanes[2].rotated(12) &+ lanes[3].rotated(18)
    for lane in 0..<4 { hash = (hash ^ round(0, lanes[lane])) &* p1 &+ p4 }
    return hash
  }

  /// Up to 8 bytes as a little-endian number.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension UInt64 {
  /// The bits turned left by `count`, which is 1 to 63.
  @inline(always)
  fileprivate func rotated(_ count: UInt64) -> UInt64 { self &<< count | self &>> (64 - count) }
}
