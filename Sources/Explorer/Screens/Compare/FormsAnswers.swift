internal import Canvas
internal import RepCore
internal import Words

/// What everybody asks of two forms, answered with this network's numbers.
struct FormsAnswers {
  let figures: CompareFigures
  let shared: Shared
  let width: Int

  private var pen: Pen { shared.pen }
  private var language: Language { shared.language }

  /// Each question with its answer.
  var lines: [StyledLine] {
    wrapped(CompareWords.doesItChange, pen.palette.header)
      + wrapped(change, isSame ? pen.palette.good : pen.palette.bad)
      + wrapped(whyFaster, pen.palette.header)
      + wrapped(work, pen.palette.text)
      + wrapped(time, figures.isSample ? pen.palette.warning : pen.palette.text)
  }

  // MARK: Does the output really not change?

  private var isSame: Bool {
    guard let forms = figures.forms else { return true }
    let largest = forms.logits ?? forms.worst?.difference
    return (largest?.relative ?? 0) <= Verification.tolerance
      && (forms.classes.map { $0[.train] == $0[.deploy] } ?? true)
  }

  private var change: Text {
    let need = CompareScreen.formsNeed(shared)
    guard let forms = figures.forms else {
      return shared.answers.refusal(of: need) ?? CompareWords.comparing
    }
    let shelf = PictureShelf(shared)
    let title = shelf.isSeeded ? CompareWords.seeded : shelf.title(of: 0)
    let worst = forms.worst.map { (shared.document.title(of: $0.path), $0.difference.relative) }
    return CompareWords.change(of: forms, on: title, worst: worst, isSame: isSame)
  }

  // MARK: Why is it faster?

  private var whyFaster: Text {
    let fewer = Double(macs(.train)) / Double(max(macs(.deploy), 1))
    return CompareWords.whyFaster(
      times: CompareCells.times(figures.total, .time),
      fewer: fewer,
      isSample: figures.isSample
    )
  }

  private func macs(_ form: Form) -> Int {
    (form == .train ? figures.total.train : figures.total.deploy)?.work.macs ?? 0
  }

  private var work: Text {
    guard let train = figures.total.train, let deploy = figures.total.deploy else { return .none }
    return CompareWords.work(
      steps: (train.steps.count, deploy.steps.count),
      bytes: (train.work.compulsoryBytes, deploy.work.compulsoryBytes)
    )
  }

  private var time: Text {
    guard let timing = figures.times?.train else { return CompareWords.noTimes(shared.live) }
    let share = TimeShares(timing)
    let pointwise = timing.steps.filter { $0.operation == .conv1x1 }.reduce(0) { $0 + $1.macs }
    return CompareWords.time(
      share,
      macsOfPointwise: Double(pointwise) / Double(max(timing.macs, 1)),
      runs: timing.profile.runs,
      threads: shared.live.threads,
      isSample: timing.isSample
    )
  }

  private func wrapped(_ text: Text, _ style: Style) -> [StyledLine] {
    text[language].wrapped(to: width).map { StyledLine($0, style) }
  }
}

/// What parts of a form's time are spent on.
struct TimeShares {
  /// Norms, sums and activations: steps that go over maps and multiply next to nothing.
  let passes: Double
  /// Convolutions with kernels of one tap.
  let pointwise: Double

  /// The shares of the steps' medians.
  init(_ timing: FormTiming) {
    let all = timing.microseconds { _ in true } ?? 0
    func share(_ belongs: (PlanStep) -> Bool) -> Double {
      all > 0 ? (timing.microseconds(where: belongs) ?? 0) / all : 0
    }
    passes = share { $0.isPass }
    pointwise = share { $0.operation == .conv1x1 }
  }
}

extension PlanStep {
  /// Whether it goes over a map value by value.
  fileprivate var isPass: Bool {
    switch operation {
    case .norm, .add, .relu, .leakyReLU, .relu6, .hardswish, .silu: true
    case .input, .conv3x3, .conv1x1, .squeezeExcite, .pool, .linear: false
    }
  }
}
