internal import Canvas
internal import RepCore
internal import Words

/// A column of the tables of errors and of classes: a form of a model.
struct StudyColumn: Sendable {
  /// What stands above it.
  let title: Text
  /// The model; nil for the one that is shown.
  let other: OtherModel?
  /// Its form.
  let form: Form
  private let options: PlanOptions

  /// The forms of the model that is shown, then the deploy form of a twin that is open.
  static func all(_ shared: Shared) -> [StudyColumn] {
    let options = DistributionFigures.options(shared)
    let own = shared.document.forms.map { form in
      StudyColumn(title: DistributionWords.column(form), other: nil, form: form, options: options)
    }
    guard let other = shared.twin else { return own }
    let title = other.document.title.prefix { $0 != "." }
    let column = StudyColumn(
      title: Text(name: title),
      other: other,
      form: .deploy,
      options: options
    )
    return own + [column]
  }

  /// What has to be found out for it.
  func need(_ bits: QuantizedBits) -> QuantizationNeed {
    QuantizationNeed(other: other, form: form, bits: bits, options: options)
  }

  /// What was found out; nil as long as that is not known.
  func study(_ bits: QuantizedBits, _ shared: Shared) -> QuantizationStudy? {
    shared.answers[need(bits)]
  }

  /// The integer network of these bits and steps; nil as long as it is not known.
  func run(_ bits: QuantizedBits, _ steps: WeightSteps, _ shared: Shared) -> QuantizedRun? {
    study(bits, shared)?.runs.first { $0.setting.steps == steps }
  }
}

extension Shared {
  /// The model to compare with, if it has the same blocks but for their branches and norms.
  fileprivate var twin: OtherModel? {
    guard let id = workspace.other, let model = workspace.models.first(where: { $0.id == id }),
      model.document.isTwin(of: document)
    else { return nil }
    return OtherModel(id: id, document: model.document)
  }

  /// Whether the sample of QARepVGG blocks is for the same pictures as the model that is shown.
  var hasRemedy: Bool {
    let input = document.stored.input
    return (input.channels, input.height, input.width) == (1, 8, 8) && document.stored.classes == 10
  }
}

extension Document {
  /// Whether both are chains of blocks that read and make maps of the same shapes, so that they can be compared block by
  /// block.
  fileprivate func isTwin(of other: Document) -> Bool {
    let (own, others) = (stored.blocks, other.stored.blocks)
    return !isSeparate && !other.isSeparate && own.count == others.count
      && zip(own, others).allSatisfy { block, other in
        (block.path, block.inputChannels, block.outputChannels, block.stride, block.kernelSize)
          == (other.path, other.inputChannels, other.outputChannels, other.stride, other.kernelSize)
      }
  }
}
