public import Words

extension InputShape {
  /// A picture as the network takes it: scaled, cut, in 0...1, then normalised; `1 x C x H x W`.
  ///
  /// `(x / 255 - mean) / deviation` in float32, as torchvision's `ToTensor` and `Normalize` do; without a
  /// mean or a deviation that step is left out.
  ///
  /// - Throws: `FormatError.Kind.unsupported` for a network that takes no pictures in grey or colour,
  ///   or takes them too large.
  public func tensor(of image: Image) throws(FormatError) -> Tensor {
    Tensor(values(try framed(image)), shape: [1, channels, height, width])
  }

  /// A picture scaled and cut to the network's size, in its colours; not normalised yet.
  ///
  /// - Throws: `FormatError.Kind.unsupported` as `tensor(of:)`.
  public func framed(_ image: Image) throws(FormatError) -> Image {
    guard let color = Image.Color(rawValue: channels) else {
      throw FormatError(
        .unsupported,
        en: "a picture has 1 or 3 channels, the network takes \(channels); give it a tensor file",
        vi: "ảnh có 1 hoặc 3 kênh, mạng nhận \(channels); hãy đưa cho nó một tệp tensor"
      )
    }
    guard height * width * channels <= Image.mostSamples else {
      throw FormatError(
        .unsupported,
        en: "the network's input, \(height)x\(width), is too large",
        vi: "đầu vào của mạng, \(height)x\(width), quá lớn"
      )
    }
    return image.converted(to: color)
      .resized(framing(of: image), interpolation: effectivePreprocessing.interpolation)
  }

  /// What `tensor(of:)` does to a picture, in words: `resized to 256x341, middle 224x224, normalised`.
  public func preparation(of image: Image) -> Text {
    let (scaled, filter) = (framing(of: image).scaled, effectivePreprocessing.interpolation)
    let isWhole = scaled == Framing.Extent(height: height, width: width)
    let steps = [
      Text(en: "resized to ", vi: "đổi cỡ thành ")
        + Text(name: "\(scaled.height)x\(scaled.width) (\(filter.rawValue))"),
      isWhole ? nil : Text(en: "middle ", vi: "lấy giữa ") + Text(name: "\(height)x\(width)"),
      mean.isEmpty && deviation.isEmpty
        ? Text(en: "values 0 to 1", vi: "giá trị từ 0 đến 1")
        : Text(en: "normalised", vi: "đã chuẩn hóa"),
    ]
    return steps.compactMap(\.self).joined(separator: ", ")
  }

  private func framing(of image: Image) -> Framing {
    Framing(
      Framing.Extent(height: image.height, width: image.width),
      to: Framing.Extent(height: height, width: width),
      fit: effectivePreprocessing.fit
    )
  }

  /// The samples of a picture of the right size, plane by plane.
  private func values(_ image: Image) -> [Float] {
    (0..<channels).flatMap { channel in
      let levels = normalisedLevels(of: 255, channel: channel)
      return stride(from: channel, to: image.samples.count, by: channels).map { index in
        levels[Int(image.samples[index])]
      }
    }
  }

  /// What each byte of a channel becomes: `(x / highest - mean) / deviation` in float32; 256 values.
  func normalisedLevels(of highest: Int, channel: Int) -> [Float] {
    let (mean, deviation) = (
      mean.isEmpty ? 0 : Float(mean[channel]), deviation.isEmpty ? 1 : Float(deviation[channel])
    )
    return (0...255).map { (Float($0) / Float(highest) - mean) / deviation }
  }
}
