internal import Canvas
internal import RepCore
internal import Words

/// The first picture of an input in few cells: colours where it has three channels, else greys of its first.
struct InputPicture: Widget, Sendable {
  private let planes: [[Float]]
  /// What is drawn black and what is drawn white, in each plane.
  private let ranges: [ClosedRange<Float>]
  private let height: Int, width: Int
  private let channels: Int
  /// Whether the values are those of pixels; others are shown in the range that they have.
  private let arePixels: Bool

  /// The first picture of `tensor`, `N x C x H x W`, which was made for `shape`.
  init(_ tensor: Tensor, of shape: InputShape) {
    let extents = tensor.shape
    (channels, height, width) = (extents[1], extents[2], extents[3])
    let values = tensor.slice(0..<1).floats()
    let shown = channels == 3 ? 3 : 1
    let area = height * width
    // The normalisation is taken back, as far as the network says what it was.
    planes = (0..<shown).map { channel in
      let deviation = shape.deviation.indices.contains(channel) ? shape.deviation[channel] : 1
      let mean = shape.mean.indices.contains(channel) ? shape.mean[channel] : 0
      return values[channel * area..<(channel + 1) * area]
        .map { $0 * Float(deviation) + Float(mean) }
    }
    let slack: Float = 1e-3
    arePixels = planes.allSatisfy { $0.allSatisfy { (-slack...1 + slack).contains($0) } }
    ranges = planes.map { [arePixels] plane in
      let finite = arePixels ? [] : plane.filter(\.isFinite)
      guard let least = finite.min(), let most = finite.max(), most > least else { return 0...1 }
      return least...most
    }
  }

  /// What there is to say about how it is shown; nil where it is shown as it is.
  var remark: Text? {
    let parts = [
      planes.count == channels ? nil : LiveWords.channel(of: channels),
      arePixels ? nil : LiveWords.ownRange,
    ]
    .compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Draws it in its proportions; a cell is twice as high as wide.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let isPaired = HeatMap.valuesPerRow(with: pen) == 2
    let scale = max(Double(width) / Double(area.width), Double(height) / Double(2 * area.height))
    let columns = min(max(Int((Double(width) / scale).rounded()), 1), area.width)
    let rows = min(max(Int((Double(height) / scale / 2).rounded()), 1), area.height)
    for y in 0..<rows {
      for x in 0..<columns {
        let point = area.origin.moved(dx: x, dy: y)
        if isPaired {
          let style = Style(
            foreground: color(x, 2 * y, columns, 2 * rows).reduced(to: pen.depth),
            background: color(x, 2 * y + 1, columns, 2 * rows).reduced(to: pen.depth)
          )
          grid.put(sign: "▀", at: point, style: style, clip: area)
        } else {
          let light = value(x, y, columns, rows).reduce(0, +) / Float(planes.count)
          let sign = InputPicture.sign(of: light)
          grid.put(sign: sign, at: point, style: pen.palette.text, clip: area)
        }
      }
    }
  }

  private static func sign(of light: Float) -> Character {
    let signs = GreyRamp.signs
    return signs[min(Int(light * Float(signs.count)), signs.count - 1)]
  }

  private func color(_ x: Int, _ y: Int, _ columns: Int, _ rows: Int) -> Color {
    let bytes = value(x, y, columns, rows).map { UInt8(($0 * 255).rounded()) }
    return .rgb(bytes[0], bytes[bytes.count > 1 ? 1 : 0], bytes[bytes.count > 2 ? 2 : 0])
  }

  /// The mean of the pixels that a cell stands for, in each plane, within 0...1.
  private func value(_ x: Int, _ y: Int, _ columns: Int, _ rows: Int) -> [Float] {
    let across = x * width / columns..<max((x + 1) * width / columns, x * width / columns + 1)
    let down = y * height / rows..<max((y + 1) * height / rows, y * height / rows + 1)
    return zip(planes, ranges).map { plane, range in
      var sum: Float = 0
      for row in down { for column in across { sum += plane[row * width + column] } }
      let mean = sum / Float(down.count * across.count)
      let light = (mean - range.lowerBound) / (range.upperBound - range.lowerBound)
      return light.isFinite ? min(max(light, 0), 1) : 0
    }
  }
}
