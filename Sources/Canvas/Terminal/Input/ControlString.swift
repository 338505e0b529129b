/// Reads a string that a terminal answers with: OSC, DCS, SOS, PM or APC.
///
/// Only the colour of the ground (OSC 11) is understood; everything else is passed over as a whole.
struct ControlString: Sendable {
  enum Outcome {
    case more
    case complete
    /// Another sequence has begun inside, with the byte that was given.
    case broken
  }

  /// Bytes that are kept, enough for a colour.
  private static let kept = 40
  /// Bytes that are passed over; nothing that a terminal answers is that long.
  private static let most = 1 << 20
  private static let groundPrefix = Array("11;".utf8)

  /// An OSC may also end with a bell.
  private let isOSC: Bool
  private var bytes: [UInt8] = []
  private var count = 0
  private var isAfterEscape = false

  init(isOSC: Bool) { self.isOSC = isOSC }

  mutating func take(_ byte: UInt8) -> Outcome {
    if isAfterEscape { return byte == Byte.end ? .complete : .broken }
    switch byte {
    case Byte.escape: isAfterEscape = true
    case Byte.bell where isOSC: return .complete
    case Byte.cancel, Byte.substitute:
      bytes = []
      return .complete
    default:
      count += 1
      if bytes.count < ControlString.kept { bytes.append(byte) }
      if count == ControlString.most { return .complete }
    }
    return .more
  }

  /// Whether this is, or may become, the answer that tells the ground.
  var mayBeGround: Bool { isOSC && bytes.starts(with: ControlString.groundPrefix) }

  /// The colour of the ground, where that is what the string tells.
  var ground: Color? {
    guard mayBeGround, count < ControlString.kept else { return nil }
    return Color(xSpecification: bytes.dropFirst(ControlString.groundPrefix.count))
  }
}

extension Color {
  /// A colour as X and terminals write it: `rgb:RRRR/GGGG/BBBB` or `rgba:…`, with one to four digits each,
  /// or `#RRGGBB`.
  init?(xSpecification bytes: some Sequence<UInt8>) {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    if text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
      self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
      return
    }
    let halves = text.split(separator: ":", maxSplits: 1)
    guard halves.count == 2, ["rgb", "rgba"].contains(halves[0]) else { return nil }
    let parts = halves[1].split(separator: "/", omittingEmptySubsequences: false)
    let shares = parts.compactMap { part -> UInt8? in
      guard (1...4).contains(part.utf8.count), let value = UInt32(part, radix: 16) else {
        return nil
      }
      let largest = UInt32(1) << (4 * UInt32(part.utf8.count)) - 1
      return UInt8((value * 255 + largest / 2) / largest)
    }
    guard shares.count == parts.count, shares.count == (halves[0] == "rgb" ? 3 : 4) else {
      return nil
    }
    self = .rgb(shares[0], shares[1], shares[2])
  }
}
