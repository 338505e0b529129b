public import RepCore

/// Opens PNG, JPEG, PPM and PGM files; what a file is, is decided by its content.
///
///     let image = try PictureFile.open("cat.jpg")
///     let tensor = try image.map { try network.input.tensor(of: $0) }
///
/// The samples are those that Pillow gives after `convert("RGB")` or, for grey pictures, `convert("L")`:
/// 8 bits, palettes looked up, transparency dropped, the camera's orientation not applied. One thing
/// differs: of 16-bit grey the upper 8 bits are taken, where Pillow makes everything above 255 white.
public enum PictureFile {
  /// The picture at `path`; nil if the file is no picture.
  ///
  /// - Throws: `FormatError` for a file that cannot be read, and for a picture that is damaged, too large
  ///   or of another format.
  public static func open(_ path: String) throws(FormatError) -> Image? {
    let storage = try MappedFile.open(path)
    do {
      return try read(storage)
    } catch {
      throw FormatError(error.kind, error.message, path: path)
    }
  }

  /// The picture that `storage`, a whole file, holds; nil if it holds none.
  ///
  /// - Parameters:
  ///   - storage: The whole file.
  ///   - mostSamples: The most samples that the picture may have.
  /// - Returns: The picture in 8 bits.
  /// - Throws: `FormatError` for a picture that is damaged, too large or of another format.
  public static func read(
    _ storage: Storage,
    mostSamples: Int = Image.mostSamples
  ) throws(FormatError) -> Image? {
    if let image = try Image.netpbm(storage, mostSamples: mostSamples) { return image }
    return try storage.withSpan { (bytes) throws(FormatError) -> Image? in
      if let format = PictureFormat(bytes) {
        return try LibraryReader.image(of: bytes, format, mostSamples: mostSamples)
      }
      if let foreign = PictureFormat.foreign(bytes) {
        throw FormatError(
          .unsupported,
          en: "is a \(foreign) picture; convert it to PNG or JPEG",
          vi: "là ảnh \(foreign); hãy đổi nó sang PNG hoặc JPEG"
        )
      }
      return nil
    }
  }
}
