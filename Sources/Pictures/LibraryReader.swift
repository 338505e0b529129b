internal import CPicture
internal import RepCore
internal import Words

/// A decoder of libpng or libjpeg, given back when it goes out of scope.
@safe
struct LibraryReader: ~Copyable {
  private let reader: OpaquePointer
  private let format: PictureFormat

  /// The picture of `bytes`, a whole file.
  ///
  /// - Throws: `FormatError` with the library's own words.
  static func image(
    of bytes: RawSpan,
    _ format: PictureFormat,
    mostSamples: Int
  ) throws(FormatError) -> Image {
    try unsafe bytes.withUnsafeBytes { (bytes) throws(FormatError) -> Image in
      // The reader points into the bytes and ends before they do.
      let reader = try unsafe LibraryReader(bytes, format, mostSamples: mostSamples)
      return try reader.image()
    }
  }

  private init(
    _ bytes: UnsafeRawBufferPointer,
    _ format: PictureFormat,
    mostSamples: Int
  ) throws(FormatError) {
    let reader =
      switch format {
      case .png: unsafe pic_open_png(bytes.baseAddress, bytes.count, mostSamples)
      case .jpeg: unsafe pic_open_jpeg(bytes.baseAddress, bytes.count, mostSamples)
      }
    guard let reader = unsafe reader else {
      throw PictureFault.outOfMemory(format, Text(en: "read it", vi: "đọc nó"))
    }
    unsafe self.reader = reader
    self.format = format
  }

  deinit { unsafe pic_close(reader) }

  private func image() throws(FormatError) -> Image {
    try check()
    let (width, height) = unsafe (pic_width(reader), pic_height(reader))
    let channels = unsafe pic_channels(reader)
    guard let color = Image.Color(rawValue: channels) else {
      preconditionFailure("a reader gives 1 or 3 channels, not \(channels)")
    }
    let size = width * height * channels
    let samples = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
      if unsafe pic_read(reader, target.baseAddress) == PIC_OK { count = size }
    }
    try check()
    return Image(width: width, height: height, color: color, samples: samples)
  }

  private func check() throws(FormatError) {
    let state = unsafe pic_state(reader)
    guard state != PIC_OK else { return }
    let fault = unsafe PictureFault(
      reason: pic_fault(reader),
      message: String(cString: pic_message(reader)),
      extent: (pic_width(reader), pic_height(reader))
    )
    throw fault.error(state == PIC_DAMAGED ? .damaged : .unsupported, format)
  }
}
