internal import Canvas
internal import RepCore

extension State {
  /// Carries out one command on the state and returns what it asks of the world.
  public mutating func perform(_ command: Command) -> [Effect] {
    (notice, fault) = (nil, nil)
    if chooser != nil, let effects = choose(command) { return effects }
    switch command {
    case .show(let screen): show(screen)
    case .turn(let step): turn(step)
    case .form(let wanted): return switchForm(to: wanted)
    case .select(let path): select(path)
    case .neighbour(let step): selectNeighbour(step)
    case .move(let direction, let count): move(direction, count)
    case .page(let direction): page(direction)
    case .first: jump(toEnd: false)
    case .last: jump(toEnd: true)
    case .enter: enter()
    case .back: back()
    case .expandAll, .collapseAll: unfold(everything: command == .expandAll)
    case .order(let order): sort(by: order)
    case .prompt(let kind): prompt = Prompt(kind: kind, origin: place)
    case .search(let text):
      search = text
      find(step: 1, includingCursor: true)
    case .searchNext: find(step: 1)
    case .searchPrevious: find(step: -1)
    case .nextBranch: nextBranch()
    case .channel(let channel): block.channel = channel
    case .pair(let output, let input): (kernels.output, kernels.input) = (output, input)
    case .diagonal: goToDiagonal()
    case .detail(let detail): kernels.detail = detail ?? kernels.detail.next
    case .theme(let theme): look.theme = theme ?? look.theme.next
    case .glyphs: look.glyphs = look.glyphs == .ascii ? .block : .ascii
    case .help: help = help == nil ? 0 : nil
    case .run, .threads, .branches, .clear, .measure, .sampleTiming: return performLive(command)
    case .set(let name): return openSet(name)
    case .reload: return reload()
    case .shot(let file): return [.shot(file)]
    case .redraw: return [.repaint]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    clamp()
    return missingCheck
  }

  /// Brings every index back into its range after the selection or the form changed.
  mutating func clamp() {
    if screen == .file { file.offset = min(file.offset, FileView(state: self).lastOffset) }
    help = help.map { min($0, HelpView(state: self).lastOffset(with: pen)) }
    guard let shape = selectedShape else { return }
    block.branch = min(block.branch, max(shape.branches.count - 1, 0))
    block.channel = min(block.channel, shape.outputChannels - 1)
    kernels.output = min(kernels.output, shape.outputChannels - 1)
    kernels.input = min(kernels.input, shape.inputChannels / shape.groups - 1)
  }

  /// The check of the selected block, if a screen that shows it is up and it is not known yet.
  var missingCheck: [Effect] {
    document.hasTrainingForm && checks[selection] == nil ? [.check(selection)] : []
  }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The case behind this one, the first behind the last.
  var next: Self {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}
