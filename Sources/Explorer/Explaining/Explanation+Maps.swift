internal import Canvas
internal import RepCore
internal import Words

// Where the values of maps come from: a logit, a feature, a cell, what an input channel gives to it.
//
// Sums are made in double from the map that enters the block, as it was run; so they agree with the map that leaves
// it but for the rounding of floats.

extension Explanation {
  /// Input channels that an equation names; the others are added up.
  private static let mostInputs = 8

  /// A value of a map: the bias, what the input channels give, then the activation.
  static func cell(_ cell: MapCell, of source: MapSource) -> Explanation {
    let block = source.fold.block
    let given = (0..<source.inputs).map { ($0, source.part(input: $0, cell)) }
      .sorted { $0.1.magnitude > $1.1.magnitude }
    let bias = Explanation.bias(of: source.fold, output: cell.output)
    let named = given.prefix(mostInputs).map { input, value in
      var part = Part(inputName(source.channel(of: input, for: cell.output)), value)
      part.deeper = { window(cell, input: input, value, of: source) }
      return part
    }
    let others = given.dropFirst(mostInputs)
    let rest =
      others.isEmpty
      ? [] : [Part(otherInputs(others.count), others.reduce(0) { $0 + $1.1 })]
    let parts = [Part(bias, name: biasName)] + named + rest
    let name = Text(
      en: "cell (\(cell.row),\(cell.column)) of out \(cell.output)",
      vi: "ô (\(cell.row),\(cell.column)) của kênh ra \(cell.output)"
    )
    let sum = Explanation(
      name: name + Text(en: " before the activation", vi: " trước hàm kích hoạt"),
      value: parts.reduce(0) { $0 + $1.value },
      unit: .weight,
      combination: .sum,
      parts: parts
    )
    let place = "select \(block.path); channel \(cell.output); screen maps"
    let remark = Text(
      en: "summed in double; the map itself was run in float",
      vi: "cộng bằng số double; bản đồ được chạy bằng float"
    )
    guard block.shape.activation != .identity else {
      return Explanation(
        name: name,
        value: parts.reduce(0) { $0 + $1.value },
        unit: .weight,
        combination: .sum,
        parts: parts,
        remark: remark,
        place: place
      )
    }
    let combination = Combination.activation(block.shape.activation)
    return Explanation(
      name: name,
      value: combination.value(of: [sum.value]),
      unit: .weight,
      combination: combination,
      parts: [Part(sum, name: sumName)],
      remark: remark,
      place: place
    )
  }

  /// What an input channel gives to a cell: its window times the folded kernel.
  private static func window(
    _ cell: MapCell,
    input: Int,
    _ value: Double,
    of source: MapSource
  ) -> Explanation {
    let kernel = source.fold.kernel(output: cell.output, input: input)
    let side = source.fold.block.shape.kernelSize
    let parts = kernel.indices.compactMap { tap -> Part? in
      guard let pixel = source.pixel(tap, input: input, cell) else { return nil }
      let name = Text(
        en: "tap (\(tap / side),\(tap % side))",
        vi: "ô (\(tap / side),\(tap % side))"
      )
      return Part(
        Explanation(
          name: name,
          value: kernel[tap] * pixel,
          unit: .weight,
          combination: .product,
          parts: [
            Part(.tap(tap, of: source.fold, output: cell.output, input: input)),
            Part(Text(en: "value below it", vi: "giá trị bên dưới"), pixel),
          ]
        )
      )
    }
    return Explanation(
      name: inputName(source.channel(of: input, for: cell.output)),
      value: parts.reduce(0) { $0 + $1.value },
      unit: .weight,
      combination: .sum,
      parts: parts,
      remark: parts.count < kernel.count
        ? Text(
          en: "taps beyond the border see zeros and are left out",
          vi: "các ô ngoài viền thấy số 0 nên bỏ qua"
        ) : .none,
      place: "pair \(cell.output) \(input); screen kernels"
    )
  }

  /// A feature: the mean of a channel's map, which is what the classifier takes.
  static func feature(_ channel: Int, of source: MapSource) -> Explanation {
    let (rows, columns) = (source.output.extent.height, source.output.extent.width)
    let cells = (0..<rows * columns).map { place in
      let cell = MapCell(output: channel, row: place / columns, column: place % columns)
      return Part(.cell(cell, of: source))
    }
    return Explanation(
      name: Text(en: "feature \(channel)", vi: "đặc trưng \(channel)"),
      value: Combination.mean.value(of: cells.map(\.value)),
      unit: .weight,
      combination: .mean,
      parts: cells,
      place: "channel \(channel); screen maps"
    )
  }

  /// The logit of a class: the bias, and every feature times its weight.
  static func logit(_ label: Int, named name: String, of source: MapSource, _ head: Head)
    -> Explanation
  {
    let channels = head.kernel.shape[1]
    let weights = (0..<channels).map { head.kernel.double(at: label * channels + $0) }
    let features = (0..<channels).map { channel in
      let map = source.output.map(of: channel)
      return map.reduce(0, +) / Double(max(map.count, 1))
    }
    let order = (0..<channels).sorted {
      (weights[$0] * features[$0]).magnitude > (weights[$1] * features[$1]).magnitude
    }
    let named = order.prefix(mostInputs).map { channel -> Part in
      let feature = Explanation.feature(channel, of: source)
      return Part(
        Explanation(
          name: feature.name,
          value: feature.value * weights[channel],
          unit: .weight,
          combination: .product,
          parts: [
            Part(feature),
            Part(Text(en: "its weight", vi: "trọng số của nó"), weights[channel]),
          ]
        )
      )
    }
    let others = order.dropFirst(mostInputs)
    let rest =
      others.isEmpty
      ? []
      : [Part(otherFeatures(others.count), others.reduce(0) { $0 + weights[$1] * features[$1] })]
    let parts = [Part(biasName, head.bias.double(at: label))] + named + rest
    return Explanation(
      name: Text(en: "logit of class \(name)", vi: "logit của lớp \(name)"),
      value: parts.reduce(0) { $0 + $1.value },
      unit: .weight,
      combination: .sum,
      parts: parts,
      place: "screen maps"
    )
  }

  private static let biasName = Text(en: "bias", vi: "bias")
  private static let sumName = Text(en: "sum", vi: "tổng")

  private static func inputName(_ channel: Int) -> Text {
    Text(en: "in \(channel)", vi: "kênh vào \(channel)")
  }

  private static func otherInputs(_ count: Int) -> Text {
    Text(en: "other \(count) inputs", vi: "\(count) kênh vào khác")
  }

  private static func otherFeatures(_ count: Int) -> Text {
    Text(en: "other \(count) features", vi: "\(count) đặc trưng khác")
  }
}
