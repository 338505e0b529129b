/// Reads PGM (`P2`, `P5`) and PPM (`P3`, `P6`): a header in ASCII, then samples as digits or as bytes.
///
/// Samples are scaled so that the file's largest value becomes 255. Of several pictures in one file the
/// first is read.
struct NetpbmReader {
  private let storage: Storage
  private let mostSamples: Int
  private var position = 2

  private init(_ storage: Storage, mostSamples: Int) {
    self.storage = storage
    self.mostSamples = mostSamples
  }

  /// The picture of `storage`, a whole file; nil if its first bytes are not of such a file.
  static func read(_ storage: Storage, mostSamples: Int) throws(FormatError) -> Image? {
    var reader = NetpbmReader(storage, mostSamples: mostSamples)
    guard reader.byte(0) == UInt8(ascii: "P"), let digit = reader.byte(1),
      let next = reader.byte(2), isBlank(next) || next == UInt8(ascii: "#")
    else { return nil }
    switch digit {
    case UInt8(ascii: "2"): return try reader.image(.grey, isPlain: true)
    case UInt8(ascii: "3"): return try reader.image(.rgb, isPlain: true)
    case UInt8(ascii: "5"): return try reader.image(.grey, isPlain: false)
    case UInt8(ascii: "6"): return try reader.image(.rgb, isPlain: false)
    default: return nil
    }
  }

  private mutating func image(_ color: Image.Color, isPlain: Bool) throws(FormatError) -> Image {
    let (width, height) = (try number(), try number())
    let largest = try number()
    guard width > 0, height > 0 else {
      throw fault(en: "has no pixels", vi: "không có điểm ảnh nào")
    }
    guard max(width, height) <= Image.largestSide,
      width * height <= mostSamples / color.rawValue
    else {
      throw FormatError(
        .unsupported,
        en: "PNM picture: has \(width) x \(height) pixels, which is too large; make it smaller",
        vi: "ảnh PNM: có \(width) x \(height) điểm ảnh, quá lớn; hãy thu nhỏ nó"
      )
    }
    guard (1...0xFFFF).contains(largest) else {
      throw fault(
        en: "its largest value is \(largest), not 1 to 65535",
        vi: "giá trị lớn nhất của nó là \(largest), không nằm trong 1 đến 65535"
      )
    }
    let count = width * height * color.rawValue
    let samples =
      isPlain ? try plain(count, largest: largest) : try packed(count, largest: largest)
    return Image(width: width, height: height, color: color, samples: samples)
  }

  /// Samples as decimal numbers.
  private mutating func plain(_ count: Int, largest: Int) throws(FormatError) -> [UInt8] {
    // Each sample takes a digit and, but for the last one, a blank.
    guard count <= (storage.count - position + 1) / 2 else { throw endsEarly }
    var samples: [UInt8] = []
    samples.reserveCapacity(count)
    for _ in 0..<count { samples.append(try scaled(number(), largest)) }
    return samples
  }

  /// Samples as one byte each, or two where values need them, the upper one first.
  private func packed(_ count: Int, largest: Int) throws(FormatError) -> [UInt8] {
    let (size, start) = (largest > 255 ? 2 : 1, position + 1)
    guard storage.count - start >= count * size else { throw endsEarly }
    var samples: [UInt8] = []
    samples.reserveCapacity(count)
    for index in 0..<count {
      let value = (0..<size).reduce(0) { $0 << 8 | Int(byte(start + index * size + $1) ?? 0) }
      samples.append(largest == 255 ? UInt8(value) : try scaled(value, largest))
    }
    return samples
  }

  /// A value up to `largest` in 8 bits, as Pillow rounds it.
  private func scaled(_ value: Int, _ largest: Int) throws(FormatError) -> UInt8 {
    guard value <= largest else {
      throw fault(
        en: "a value of \(value) is above the largest, \(largest)",
        vi: "giá trị \(value) vượt giá trị lớn nhất, \(largest)"
      )
    }
    return UInt8((Double(value) / Double(largest) * 255).rounded(.toNearestOrEven))
  }

  /// The next number behind blanks and comments; the byte behind it comes next.
  private mutating func number() throws(FormatError) -> Int {
    while let byte = byte(position), Self.isBlank(byte) || byte == UInt8(ascii: "#") {
      if byte == UInt8(ascii: "#") {
        while let byte = self.byte(position), byte != UInt8(ascii: "\n") { position += 1 }
      } else {
        position += 1
      }
    }
    var value: Int?
    while let byte = byte(position), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
      guard (value ?? 0) < 1 << 32 else {
        throw fault(en: "holds a number that is too large", vi: "chứa một số quá lớn")
      }
    }
    guard let value else {
      guard position < storage.count else { throw endsEarly }
      throw fault(
        en: "holds a letter where a number must be",
        vi: "chứa một chữ ở chỗ phải là số"
      )
    }
    return value
  }

  private func byte(_ index: Int) -> UInt8? {
    storage.withSpan { bytes in
      guard index < bytes.byteCount else { return nil }
      return unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private var endsEarly: FormatError { fault(en: "ends early", vi: "kết thúc quá sớm") }

  private func fault(en: String, vi: String) -> FormatError {
    FormatError(
      .damaged,
      en: "PNM picture: \(en); fetch or save it again",
      vi: "ảnh PNM: \(vi); hãy tải hoặc lưu lại"
    )
  }
}

extension Image {
  /// The picture of a PGM or PPM file; nil if `storage` does not begin as one.
  ///
  /// - Parameters:
  ///   - storage: The whole file.
  ///   - mostSamples: The most samples that the picture may have.
  /// - Returns: The picture in 8 bits.
  /// - Throws: `FormatError` when the file contradicts itself or is too large.
  public static func netpbm(
    _ storage: Storage,
    mostSamples: Int = Image.mostSamples
  ) throws(FormatError) -> Image? {
    try NetpbmReader.read(storage, mostSamples: mostSamples)
  }
}
