internal import RepCore
internal import Words

// What all screens are about: block, branch and channels.

extension State {
  /// Carries out a command that selects; nil where it is none.
  mutating func performSelecting(_ command: Command) -> [Effect]? {
    switch command.name {
    case .select: command.block.map { select($0) }
    case .nextBlock: selectNeighbour(1)
    case .previousBlock: selectNeighbour(-1)
    case .nextBranch: nextBranch()
    case .branch: command.text.map { select(branch: $0) }
    case .channel: command.number().map { _ = shared.look(atOutput: $0) }
    case .pair: pair(command.number(0), command.number(1))
    case .diagonal: goToDiagonal()
    default: return nil
    }
    return []
  }

  private mutating func select(_ path: BlockPath) {
    guard shared.document.network.block(at: path) != nil else {
      let last = shared.document.paths.last?.description ?? "none"
      shared.refuse(
        Text(
          en: "no block \(path); the last is \(last)",
          vi: "không có khối \(path); cuối là \(last)"
        )
      )
      return
    }
    shared.selection.block = path
  }

  private mutating func selectNeighbour(_ step: Int) {
    let paths = shared.document.paths
    guard let index = paths.firstIndex(of: shared.selection.block) else { return }
    let target = index + step
    guard paths.indices.contains(target) else {
      shared.notice =
        step > 0
        ? Text(en: "this is the last block", vi: "đây là khối cuối")
        : Text(en: "this is the first block", vi: "đây là khối đầu")
      return
    }
    shared.selection.block = paths[target]
  }

  private mutating func nextBranch() {
    let branches = selectedBranches
    guard branches.count > 1 else {
      shared.notice = oneBranch
      return
    }
    shared.selection.branch = branches[(shared.branchIndex + 1) % branches.count].id
  }

  /// Why there are no other branches to look at.
  private var oneBranch: Text {
    shared.form == .deploy && shared.document.hasTrainingForm
      ? Text(
        en: "the deploy form has one convolution only; t shows the branches",
        vi: "dạng inference chỉ có một tích chập; t hiện các nhánh"
      )
      : Text(en: "this block has one convolution only", vi: "khối này chỉ có một tích chập")
  }

  private mutating func select(branch name: String) {
    let branches = selectedBranches
    guard let branch = branches.first(where: { "\($0.id)" == name }) else {
      guard branches.count > 1 else { return shared.refuse(oneBranch) }
      let names = branches.map { "\($0.id)" }.joined(separator: ", ")
      shared.refuse(
        Text(
          en: "no branch '\(name)' in this block; there are \(names)",
          vi: "khối này không có nhánh '\(name)'; có \(names)"
        )
      )
      return
    }
    shared.selection.branch = branch.id
  }

  private var selectedBranches: [BranchShape] { shared.selectedShape?.branches ?? [] }

  private mutating func pair(_ output: Int?, _ input: Int?) {
    guard let output, let input, let shape = shared.selectedShape else { return }
    let inputs = shape.inputChannels / shape.groups
    guard input < inputs else {
      shared.refuse(
        Text(
          en: "no input channel \(input): \(shape.title) has 0 to \(inputs - 1)",
          vi: "không có kênh vào \(input): \(shape.title) có từ 0 đến \(inputs - 1)"
        )
      )
      return
    }
    if shared.look(atOutput: output) { shared.selection.input = input }
  }

  private mutating func goToDiagonal() {
    guard let shape = shared.selectedShape else { return }
    shared.selection.input = shared.selection.output % (shape.inputChannels / shape.groups)
    if !shape.admitsIdentity {
      shared.notice = Text(
        en: "this block has no identity branch",
        vi: "khối này không có nhánh identity"
      )
    }
  }
}

extension Shared {
  /// Looks at an output channel; refuses one that the block lacks.
  @discardableResult
  fileprivate mutating func look(atOutput output: Int) -> Bool {
    guard let shape = selectedShape else { return false }
    guard output < shape.outputChannels else {
      refuse(
        Text(
          en: "no output channel \(output): \(shape.title) has 0 to \(shape.outputChannels - 1)",
          vi: "không có kênh ra \(output): \(shape.title) có từ 0 đến \(shape.outputChannels - 1)"
        )
      )
      return false
    }
    selection.output = output
    return true
  }
}
