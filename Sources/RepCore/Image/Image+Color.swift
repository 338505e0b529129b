extension Image {
  /// The same picture in another colour model.
  ///
  /// Grey is the luma of ITU-R BT.601, `0.299 R + 0.587 G + 0.114 B`, in 16-bit fixed point as Pillow
  /// computes it.
  public func converted(to color: Color) -> Image {
    let converted: [UInt8]
    switch (self.color, color) {
    case (.grey, .grey), (.rgb, .rgb):
      return self
    case (.grey, .rgb):
      converted = samples.flatMap { repeatElement($0, count: Color.rgb.rawValue) }
    case (.rgb, .grey):
      converted = (0..<width * height).map { pixel in
        let (red, green, blue) = (
          UInt32(samples[3 * pixel]), UInt32(samples[3 * pixel + 1]), UInt32(samples[3 * pixel + 2])
        )
        return UInt8((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16)
      }
    }
    return Image(width: width, height: height, color: color, samples: converted)
  }
}
