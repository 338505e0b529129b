/// A network and the integer networks that are simulated of it, on their way from block to block.
///
/// All pictures go through a block together, so that its weights are packed once for each network and let go before the
/// next block.
struct QuantizationWalk {
  private let settings: [QuantizationSetting]
  private let options: PlanOptions
  private let isCancelled: () -> Bool

  /// What calibration sees at this place.
  private var calibration: [Tensor]
  /// The maps of the network itself.
  private var maps: [Tensor]
  /// The rounded maps of each setting.
  private var rounded: [[Tensor]]
  /// For each setting what every block so far made of it.
  private(set) var errors: [[SignalToNoise]]

  /// Stands before the first block, with the pictures rounded.
  init(
    _ pictures: QuantizationPictures,
    _ settings: [QuantizationSetting],
    _ options: PlanOptions,
    isCancelled: @escaping () -> Bool
  ) {
    (self.settings, self.options, self.isCancelled) = (settings, options, isCancelled)
    (calibration, maps) = (pictures.calibration, pictures.tried)
    errors = settings.map { _ in [] }
    rounded = []
    rounded = settings.map { round(pictures.tried, $0) }
  }

  /// Goes through `block`; what it makes is compared before it is rounded for the next one.
  ///
  /// - Throws: `PlanError`, `SessionError`.
  mutating func pass(_ block: Block) throws {
    calibration = try run(block, on: calibration)
    maps = try run(block, on: maps)
    for (index, setting) in settings.enumerated() {
      let integer = block.quantized(bits: setting.bits.weights, setting.steps)
      let made = try run(integer, on: rounded[index])
      var error = SignalToNoise()
      for (map, changed) in zip(maps, made) { error.add(map, rounded: changed) }
      errors[index].append(error)
      rounded[index] = round(made, setting)
    }
  }

  /// The class of each picture by the network itself, and by each setting.
  func classes(_ head: Head) -> (whole: [Int?], rounded: [[Int?]]) {
    (head.classes(of: maps), rounded.map { head.classes(of: $0) })
  }

  private func run(_ block: Block, on maps: [Tensor]) throws -> [Tensor] {
    try LoneBlock.run(block, on: maps, options, isCancelled: isCancelled)
  }

  /// Maps on the grid of what calibration sees at this place.
  private func round(_ maps: [Tensor], _ setting: QuantizationSetting) -> [Tensor] {
    let grid = AffineGrid(calibration.finiteRange, bits: setting.bits.activations)
    return maps.map { grid.nearest($0) }
  }
}

extension [Tensor] {
  /// The least and the greatest finite value; zero where there is none.
  var finiteRange: ClosedRange<Double> {
    var range: (least: Double, greatest: Double)?
    for tensor in self {
      guard let own = TensorStatistics(of: tensor)?.range else { continue }
      range = (
        Swift.min(range?.least ?? own.minimum, own.minimum),
        Swift.max(range?.greatest ?? own.maximum, own.maximum)
      )
    }
    return range.map { $0.least...$0.greatest } ?? 0...0
  }
}

extension Head {
  /// The class of each picture by its last map, `N x C x H x W`; nil where a logit is no finite number.
  fileprivate func classes(of maps: [Tensor]) -> [Int?] {
    maps.flatMap { map in
      let logits = logits(of: map)
      return (0..<map.shape[0]).map { logits.topClass(of: $0) }
    }
  }

  /// `N x classes` of maps `N x C x H x W`: the means of their planes through the classifier, summed in double.
  private func logits(of map: Tensor) -> Tensor {
    let (weights, offsets, values) = (kernel.doubles(), bias.doubles(), map.doubles())
    let (pictures, features, plane) = (map.shape[0], map.shape[1], map.shape[2] * map.shape[3])
    let means = (0..<pictures * features).map { index in
      values[index * plane..<(index + 1) * plane].reduce(0, +) / Double(plane)
    }
    let logits = (0..<pictures).flatMap { picture in
      offsets.indices.map { row in
        Float(
          (0..<features).reduce(offsets[row]) {
            $0 + weights[row * features + $1] * means[picture * features + $1]
          }
        )
      }
    }
    return Tensor(logits, shape: [pictures, offsets.count])
  }
}
