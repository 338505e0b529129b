internal import Words

/// The tensor of a file that holds its pictures.
struct PictureTensor {
  /// The word of the metadata behind which the highest level stands.
  static let levels = "levels"

  /// Its name in the file.
  let name: String
  /// `N x C x H x W`, none of them 0.
  let tensor: Tensor

  /// Finds the one tensor of four axes.
  ///
  /// - Throws: `FormatError` where there is none or several, or where it is empty.
  init(in checkpoint: Checkpoint) throws(FormatError) {
    let found = checkpoint.names.compactMap { name in
      checkpoint.tensors[name].flatMap { $0.shape.count == 4 ? (name, $0) : nil }
    }
    guard let first = found.first, found.count == 1 else {
      throw FormatError(
        .unsupported,
        en: "holds \(found.count) tensors of four axes; write one, the pictures N x C x H x W",
        vi: "có \(found.count) tensor bốn trục; hãy ghi một, các ảnh N x C x H x W"
      )
    }
    (name, tensor) = first
    guard tensor.count > 0 else {
      throw FormatError(
        .damaged,
        en: "the shape \(tensor.shape) has no pictures in it; write N x C x H x W",
        vi: "hình dạng \(tensor.shape) không có ảnh nào; hãy ghi N x C x H x W"
      )
      .of(tensor: name)
    }
  }

  /// What its elements are; `highest` is what the file says of the highest level.
  ///
  /// - Throws: `FormatError` where that cannot be, or for elements of another sort.
  func values(highest: String?) throws(FormatError) -> Dataset.Values {
    if tensor.elementType == .uint8 { return try levels(highest) }
    guard tensor.elementType.isFloatingPoint else {
      throw FormatError(
        .unsupported,
        en: "holds \(tensor.elementType.rawValue); pictures are U8, or floating point",
        vi: "chứa \(tensor.elementType.rawValue); ảnh phải là U8 hoặc dấu phẩy động"
      )
      .of(tensor: name)
    }
    if let damage = NonFinite(in: tensor) {
      throw FormatError(.damaged, damage.words).of(tensor: name)
    }
    return .normalised(tensor)
  }

  private func levels(_ text: String?) throws(FormatError) -> Dataset.Values {
    guard let highest = text.flatMap({ Int($0) }), (1...255).contains(highest) else {
      throw FormatError(
        .unsupported,
        en: "nothing says the highest level of its U8; write \(Self.levels), 1 to 255, "
          + "into the metadata",
        vi: "không rõ mức cao nhất của U8; hãy ghi \(Self.levels), từ 1 đến 255, vào metadata"
      )
      .of(tensor: name)
    }
    let above = tensor.withBytes { bytes in
      bytes.byteOffsets.first { offset in
        unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self) > highest
      }
    }
    guard let above else { return .levels(tensor, highest: highest) }
    throw FormatError(
      .damaged,
      en: "\(tensor.place(of: above)) is above the highest level, \(highest)",
      vi: "\(tensor.place(of: above)) vượt mức cao nhất, \(highest)"
    )
    .of(tensor: name)
  }
}
