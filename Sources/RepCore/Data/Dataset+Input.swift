public import Words

extension Dataset {
  /// Pictures as a network takes them.
  ///
  /// Levels become `(x / highest - mean) / deviation` in float32, as those of picture files do; without a mean
  /// or a deviation that step is left out. Values that were normalised already stay as they are.
  ///
  /// - Parameters:
  ///   - places: Which pictures, each below `count`.
  ///   - shape: How the network's pictures were normalised in training; of as many channels.
  /// - Returns: `N x C x H x W`, with `N` the number of `places`.
  public func input(_ places: some Collection<Int>, for shape: InputShape) -> Tensor {
    precondition(
      shape.channels == channels,
      "pictures of \(channels) channels for a network that takes \(shape.channels)"
    )
    let values: [Float] =
      switch self.values {
      case .levels(let tensor, let highest):
        levels(of: places.map { tensor.slice($0..<$0 + 1) }, highest: highest, for: shape)
      case .normalised(let tensor): places.flatMap { tensor.slice($0..<$0 + 1).floats() }
      }
    return Tensor(values, shape: [places.count, channels, height, width])
  }

  private func levels(of pictures: [Tensor], highest: Int, for shape: InputShape) -> [Float] {
    let tables = (0..<channels).map { shape.normalisedLevels(of: highest, channel: $0) }
    let plane = height * width
    return pictures.flatMap { picture in
      picture.withBytes { bytes in
        bytes.byteOffsets.map { offset in
          tables[offset / plane][
            Int(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
          ]
        }
      }
    }
  }

  /// Why `network` cannot be tried on these pictures; nil where it can.
  ///
  /// They have its channels, its size unless that was only assumed, and no label beyond its classes.
  public func mismatch(with network: Network) -> Text? {
    guard let classes = network.head?.bias.count else {
      return Text(
        en: "the graph around the network's blocks is not known, so that it has no classes",
        vi: "chưa biết đồ thị quanh các khối của mạng, nên nó không có lớp nào"
      )
    }
    let input = network.input
    let fits =
      channels == input.channels
      && (network.assumesPictureSize || (height, width) == (input.height, input.width))
    guard fits else {
      return Text(
        en: "holds pictures of \(channels)x\(height)x\(width); the network takes "
          + "\(input.channels)x\(input.height)x\(input.width)",
        vi: "có ảnh cỡ \(channels)x\(height)x\(width); mạng nhận "
          + "\(input.channels)x\(input.height)x\(input.width)"
      )
    }
    guard let highest = labels?.max(), highest >= classes else { return nil }
    return Text(
      en: "holds the label \(highest); the network has \(classes) classes, which count from 0",
      vi: "có nhãn \(highest); mạng có \(classes) lớp, đếm từ 0"
    )
  }
}

extension Network {
  /// Whether nothing tells the size of its pictures.
  fileprivate var assumesPictureSize: Bool {
    assumptions.contains { if case .pictures = $0.subject { true } else { false } }
  }
}
