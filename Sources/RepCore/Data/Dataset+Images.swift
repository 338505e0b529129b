extension Dataset {
  /// One grey picture of levels from 0 to `highest`, row by row; `name` is what people call it.
  public init(levels: [UInt8], of highest: Int, height: Int, width: Int, name: String) {
    precondition(levels.count == height * width, "a grey picture has a level for each pixel")
    precondition((1...255).contains(highest), "levels fit a byte, and there are at least two")
    let tensor = Tensor(
      storage: Storage(copying: levels),
      byteOffset: 0,
      elementType: .uint8,
      shape: [1, 1, height, width]
    )
    self.init(name: name, values: .levels(tensor, highest: highest), labels: nil, isHeldOut: nil)
  }

  /// Pictures of 8 bits, at least one, all of one size and colour model; `name` is what people call them.
  ///
  /// They have no labels, and nobody says which of them were trained on.
  public init(_ images: [Image], name: String) {
    guard let first = images.first else { preconditionFailure("a dataset has a picture") }
    precondition(
      images.allSatisfy {
        ($0.width, $0.height, $0.color) == (first.width, first.height, first.color)
      },
      "the pictures of a dataset have one size and one colour model"
    )
    let channels = first.color.rawValue
    var planes: [UInt8] = []
    planes.reserveCapacity(images.count * first.samples.count)
    for image in images {
      for channel in 0..<channels {
        planes += stride(from: channel, to: image.samples.count, by: channels).lazy
          .map { image.samples[$0] }
      }
    }
    let tensor = Tensor(
      storage: Storage(copying: planes),
      byteOffset: 0,
      elementType: .uint8,
      shape: [images.count, channels, first.height, first.width]
    )
    self.init(name: name, values: .levels(tensor, highest: 255), labels: nil, isHeldOut: nil)
  }
}
