internal import CPicture
internal import RepCore
internal import Words

/// An encoder of libpng, given back when it goes out of scope.
@safe
struct LibraryWriter: ~Copyable {
  private let writer: OpaquePointer
  private let rowBytes: Int

  /// Starts a picture; an empty `palette` means red, green and blue for each pixel, otherwise its number.
  ///
  /// Where libpng does not start, the first rows say so.
  init(width: Int, height: Int, _ palette: [UInt8]) throws(FormatError) {
    let writer = unsafe palette.withUnsafeBufferPointer {
      unsafe pic_create_png(width, height, $0.baseAddress, $0.count / 3)
    }
    guard let writer = unsafe writer else {
      throw PictureFault.outOfMemory(.png, Text(en: "write it", vi: "ghi nó"))
    }
    unsafe self.writer = writer
    rowBytes = width * (palette.isEmpty ? 3 : 1)
  }

  deinit { unsafe pic_discard(writer) }

  /// Writes whole rows.
  mutating func write(_ rows: [UInt8]) throws(FormatError) {
    precondition(rows.count.isMultiple(of: rowBytes), "a band has whole rows of \(rowBytes) bytes")
    unsafe rows.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      _ = unsafe pic_write(writer, start, rows.count / rowBytes)
    }
    try check()
  }

  /// Ends the picture and returns the file.
  mutating func finish() throws(FormatError) -> [UInt8] {
    unsafe pic_finish(writer)
    try check()
    return unsafe Array(
      UnsafeBufferPointer(start: pic_written(writer), count: pic_written_count(writer))
    )
  }

  private func check() throws(FormatError) {
    guard unsafe pic_writer_state(writer) != PIC_OK else { return }
    let fault = unsafe PictureFault(
      reason: pic_writer_fault(writer),
      message: String(cString: pic_writer_message(writer))
    )
    throw fault.error(.unsupported, .png)
  }
}
