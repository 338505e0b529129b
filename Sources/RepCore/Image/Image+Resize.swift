extension Image {
  /// The part `framing.window` of the picture scaled to `framing.scaled`.
  ///
  /// Rows first, then columns, rounded to 8 bits between them, as Pillow does; pixels outside the window
  /// are never computed.
  func resized(_ framing: Framing, interpolation: Preprocessing.Interpolation) -> Image {
    let (scaled, window) = (framing.scaled, framing.window)
    let across = ResamplingFilter(
      input: width,
      output: scaled.width,
      window: window.columns,
      interpolation: interpolation
    )
    let down = ResamplingFilter(
      input: height,
      output: scaled.height,
      window: window.rows,
      interpolation: interpolation
    )
    let rows = down.reach
    let narrowed = resampledRows(rows, by: across)
    return Image(
      width: window.columns.count,
      height: window.rows.count,
      color: color,
      samples: Image.resampledColumns(narrowed, by: down, from: rows.lowerBound)
    )
  }

  /// The rows `rows`, each made as long as `filter` says, one behind the other.
  private func resampledRows(_ rows: Range<Int>, by filter: ResamplingFilter) -> [UInt8] {
    let channels = color.rawValue
    let rowCount = filter.taps.count * channels
    var result: [UInt8] = []
    result.reserveCapacity(rows.count * rowCount)
    for row in rows {
      let start = row * width * channels
      for taps in filter.taps {
        for channel in 0..<channels {
          var (sum, source) = (Int32(0), start + taps.first * channels + channel)
          for index in taps.weights {
            sum += Int32(samples[source]) * filter.weights[index]
            source += channels
          }
          result.append(ResamplingFilter.sample(sum))
        }
      }
    }
    return result
  }

  /// As many rows as `filter` says, made of `samples`, whose first row is row `first` of the picture.
  private static func resampledColumns(
    _ samples: [UInt8],
    by filter: ResamplingFilter,
    from first: Int
  ) -> [UInt8] {
    let rowCount = samples.count / filter.reach.count
    var result: [UInt8] = []
    result.reserveCapacity(filter.taps.count * rowCount)
    var sums = [Int32](repeating: 0, count: rowCount)
    for taps in filter.taps {
      for index in sums.indices { sums[index] = 0 }
      for (row, weight) in filter.weights[taps.weights].enumerated() {
        let start = (taps.first - first + row) * rowCount
        for index in 0..<rowCount { sums[index] += Int32(samples[start + index]) * weight }
      }
      result += sums.lazy.map(ResamplingFilter.sample)
    }
    return result
  }
}
