public import RepCore

/// Writes pictures as PNG of 8 bits a sample, in sRGB, with a palette where 256 colours suffice.
///
/// The pixels come in bands, so that a large picture is never whole in memory; they are asked for twice, first
/// for the colours. Which bytes become of the pixels is zlib's choice and differs between its versions.
public enum PNGFile {
  /// The file that shows a picture of `width` x `height` pixels.
  ///
  /// - Parameters:
  ///   - width: Pixels of a row, 1 to 65,535.
  ///   - height: Rows, 1 to 65,535.
  ///   - bands: How many bands the picture has.
  ///   - band: The rows of a band, counted from the top: any number of rows of `width` x 3 bytes, red, green and
  ///     blue; all bands together have `height` rows. The same bytes each time.
  /// - Returns: the whole file.
  /// - Throws: `FormatError` where the picture has no pixels or too many, or memory is short.
  public static func bytes(
    width: Int,
    height: Int,
    bands: Int,
    band: (Int) -> [UInt8]
  ) throws(FormatError) -> [UInt8] {
    let largest = 65_535
    guard (1...largest).contains(width), (1...largest).contains(height) else {
      throw FormatError(
        .unsupported,
        en: "a PNG of \(width) x \(height) pixels cannot be written; each side has 1 to \(largest)",
        vi: "không ghi được PNG cỡ \(width) x \(height) điểm ảnh; mỗi cạnh có từ 1 đến \(largest)"
      )
    }
    let palette = PNGPalette(bands: bands, band: band)
    var writer = try LibraryWriter(width: width, height: height, palette?.bytes ?? [])
    for index in 0..<bands {
      let rows = band(index)
      try writer.write(palette?.indices(of: rows) ?? rows)
    }
    return try writer.finish()
  }
}
