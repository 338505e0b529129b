internal import RepCore
internal import Words

/// How far two numbers of one kind are apart at most, and how large they are.
struct MapDifference: Hashable, Sendable {
  /// The largest difference of two values.
  let absolute: Double
  /// The largest magnitude in the training form.
  let largest: Double

  /// How far `deploy` is from `train`, value by value.
  init(_ deploy: Tensor, from train: Tensor) {
    let (values, reference) = (deploy.doubles(), train.doubles())
    absolute = Difference(of: values, from: reference).maximumAbsolute
    largest = largestMagnitude(reference)
  }

  /// The difference in parts of the largest value; infinite where a value is no number.
  var relative: Double { absolute == 0 ? 0 : absolute / largest }
}

/// What both forms of a network make of the same input: how far their maps are apart behind each block.
struct FormsComparison: Sendable {
  /// The maps behind the blocks that run.
  let blocks: [BlockPath: MapDifference]
  /// The logits; nil where blocks stand alone.
  let logits: MapDifference?
  /// The class that each form puts first; nil where blocks stand alone.
  let classes: [Form: Int]?

  /// The largest of all relative differences, with its block; nil where none runs.
  var worst: (path: BlockPath, difference: MapDifference)? {
    blocks.min { ($1.value.relative, $0.key) < ($0.value.relative, $1.key) }
      .map { ($0.key, $0.value) }
  }

  /// Runs both forms of `document` on `input`, `1 x C x H x W`, as often as their maps do not fit into memory at
  /// once.
  ///
  /// - Throws: `PlanError`, `SessionError`, `MemoryError`: why they cannot be run; `CancellationError`.
  init(
    of document: Document,
    on input: Tensor,
    _ options: PlanOptions,
    _ context: JobContext
  ) throws {
    let train = try ObservedForm.kept(.train, of: document, options, context)
    let deploy = try ObservedForm.kept(.deploy, of: document, options, context)
    let paths = document.paths.filter { path in
      train.observable.contains(.block(path)) && deploy.observable.contains(.block(path))
    }
    let parts = document.parts(of: paths, on: input)
    var blocks: [BlockPath: MapDifference] = [:]
    var logits: (train: Tensor, deploy: Tensor)?
    for (done, part) in parts.enumerated() {
      context.report(done, parts.count)
      let values = Set(part.map { ObservedValue.block($0) })
      let seen = (
        try train.run(input, observing: values, context),
        try deploy.run(input, observing: values, context)
      )
      for path in part {
        guard let own = seen.0[.block(path)], let other = seen.1[.block(path)] else { continue }
        blocks[path] = MapDifference(other, from: own)
      }
      logits = (seen.0.logits, seen.1.logits)
    }
    self.blocks = blocks
    let pair = document.isSeparate ? nil : logits
    self.logits = pair.map { MapDifference($0.deploy, from: $0.train) }
    classes = pair.map { [.train: $0.train.topClass, .deploy: $0.deploy.topClass] }
  }
}

extension Document {
  /// The most bytes of maps that are looked at in one run of each form.
  private static let mostBytes = 64 << 20

  /// `paths` in order, cut such that the maps of each part take no more than a run may, but one at least.
  fileprivate func parts(of paths: [BlockPath], on input: Tensor) -> [[BlockPath]] {
    let extents = stored.extents(height: input.shape[2], width: input.shape[3])
    let places = Dictionary(uniqueKeysWithValues: zip(self.paths, extents))
    var (parts, bytes) = ([[BlockPath]](), Int.max / 2)
    for path in paths {
      guard let extent = places[path], let shape = shape(of: path, in: .deploy) else { continue }
      let pixels = shape.outputExtent(extent.height) * shape.outputExtent(extent.width)
      let own = shape.outputChannels * pixels * MemoryLayout<Float>.stride
      if bytes + own > Document.mostBytes {
        parts.append([])
        bytes = 0
      }
      parts[parts.count - 1].append(path)
      bytes += own
    }
    return parts
  }
}

extension Tensor {
  /// The class of the first picture that is put first.
  fileprivate var topClass: Int {
    let values = slice(0..<1).floats()
    return values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
  }
}

/// How far both forms are apart on a picture.
struct FormsNeed: Need {
  let picture: MapsPicture
  let threads: Int
  /// The kernels; nil for the fastest of this machine.
  let kernels: InstructionSet?

  var title: Text { Text(en: "comparing both forms", vi: "đang so hai dạng") }

  func find(in document: Document, _ context: JobContext) throws -> FormsComparison? {
    guard document.hasTrainingForm else { return nil }
    let input = try picture.input(of: document)
    var options = EngineSettings(threads: threads).options(for: input)
    options.instructionSet = kernels
    return try FormsComparison(of: document, on: input, options, context)
  }
}
