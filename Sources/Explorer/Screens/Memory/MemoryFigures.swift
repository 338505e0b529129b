internal import RepCore
internal import Words

/// The numbers of the memory screen, taken once per frame.
struct MemoryFigures {
  /// How the form that is shown is run, and how the other one.
  let form: MemoryForm, otherForm: MemoryForm?
  /// The timeline of the form that is shown.
  let top: MemoryTimeline
  /// That of the other form, as soon as it is known.
  let bottom: MemoryTimeline?
  /// All that are known.
  let timelines: [MemoryForm: MemoryTimeline]
  /// What is counted.
  let definition: MemoryDefinition
  /// The bytes of each step of `top`.
  let bytes: [Int]
  /// The step of `top` that is looked at.
  let step: Int

  /// What `shared` knows; nil as long as it does not know the form that is shown.
  init?(_ shared: Shared, _ screen: MemoryScreen) {
    (form, otherForm) = MemoryForm.shown(shared)
    var known: [MemoryForm: MemoryTimeline] = [:]
    for form in MemoryForm.all(of: shared.document) {
      known[form] = shared.answers[form.need(shared)]
    }
    guard let top = known[form], !top.steps.isEmpty else { return nil }
    (timelines, self.top, definition) = (known, top, screen.definition)
    bottom = otherForm.flatMap { known[$0] }
    bytes = screen.definition.bytes(of: top)
    step = min(
      screen.step ?? top.peakStep(of: shared.selection.block) ?? top.peakStep,
      top.steps.count - 1
    )
  }

  /// The first step of every peak of `top`: more than before it and than behind it.
  var peaks: [Int] {
    var peaks: [Int] = []
    var rise: Int?
    for (index, value) in bytes.enumerated() {
      let before = index == 0 ? 0 : bytes[index - 1]
      if value > before { rise = index }
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0
      if after < value, let start = rise {
        peaks.append(start)
        rise = nil
      }
    }
    return peaks
  }

  /// The block of the step that is looked at; nil outside of blocks.
  var path: BlockPath? { top.steps[step].blockPath }

  /// The bytes of the map that the block of the step makes, where it reads one as large: the `M` of the rule.
  var unit: Int? {
    guard let path, let last = top.steps.last(where: { $0.blockPath == path }),
      let input = top.held(at: top.steps(of: path)?.lowerBound ?? 0).first(where: \.isInput)
    else { return nil }
    return input.bytes == last.outputBytes ? input.bytes : nil
  }

  /// For each way to run the network the most that the block holds; nil where it has no step.
  func peak(of path: BlockPath, in form: MemoryForm) -> [HeldMap]? {
    timelines[form].flatMap { timeline in
      timeline.peakStep(of: path).map { timeline.held(at: $0) }
    }
  }
}

extension PlanStep {
  /// `stage1.1 norm identity`.
  var fullTitle: Text {
    (blockTitle.map { Text(name: "\($0) ") } ?? .none) + title
  }
}
