internal import Words

extension Dataset {
  /// Reads the safetensors file at `path`.
  ///
  /// One tensor of four axes holds the pictures, `N x C x H x W`: floating point as the network takes them, or
  /// U8 with the highest level in the metadata as `levels`. `labels`, a tensor `N` or whole numbers in the
  /// metadata, are their classes; a tensor `held_out` is 1 for those that were not trained on.
  ///
  /// - Throws: `FormatError` for a file that cannot be read, is of another sort or contradicts itself.
  public static func open(_ path: String) throws(FormatError) -> Dataset {
    let storage = try MappedFile.open(path)
    do {
      return try Dataset(
        reading: storage,
        name: SystemPath.shown(SystemPath.split(path).name)
      )
    } catch {
      throw storage.file?.change ?? error.at(path)
    }
  }

  /// The pictures that `storage`, a whole safetensors file, holds; `name` is what people call them.
  ///
  /// - Throws: `FormatError` as `open(_:)`.
  public init(reading storage: Storage, name: String) throws(FormatError) {
    if let foreign = storage.withSpan({ ForeignFile.name(of: $0) }) {
      throw FormatError(
        .unsupported,
        en: "is \(foreign.en); data are read from a safetensors file",
        vi: "là \(foreign.vi); dữ liệu được đọc từ tệp safetensors"
      )
    }
    try self.init(Checkpoint(reading: storage), name: name)
  }

  /// The pictures among the tensors of `checkpoint`; `name` is what people call them.
  ///
  /// - Throws: `FormatError` where they contradict themselves or are of another sort.
  public init(_ checkpoint: Checkpoint, name: String) throws(FormatError) {
    let pictures = try PictureTensor(in: checkpoint)
    let numbers = PictureNumbers(checkpoint, count: pictures.tensor.shape[0])
    self.init(
      name: name,
      values: try pictures.values(highest: checkpoint.metadata[PictureTensor.levels]),
      labels: try numbers.labels(),
      isHeldOut: try numbers.heldOut()
    )
  }
}
