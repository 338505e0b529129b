internal import RepCore

// Moving between screens, forms and blocks.

extension State {
  mutating func show(_ wanted: ScreenName) {
    screen = wanted
    (help, chooser) = (nil, nil)
    if wanted == .tree { reveal(.block(selection), only: tree.cursor.blockPath != selection) }
  }

  mutating func turn(_ step: Int) {
    let screens = ScreenName.allCases
    show(screens[(screen.digit - 1 + step + screens.count) % screens.count])
  }

  mutating func switchForm(to wanted: Form?) -> [Effect] {
    let target = wanted ?? (form == .train ? .deploy : .train)
    guard target == .deploy || document.hasTrainingForm else {
      refuse("this file holds only the deploy form, and folding cannot be undone")
      return []
    }
    form = target
    if case .branch(let path, _) = tree.cursor { tree.cursor = .block(path) }
    clamp()
    return live.isRunning ? [.engine] : []
  }

  mutating func select(_ path: BlockPath) {
    guard document.network.block(at: path) != nil else {
      refuse("no block \(path); the last is \(document.paths.last?.description ?? "none")")
      return
    }
    selection = path
    reveal(.block(path), only: screen != .tree || tree.cursor.blockPath != path)
  }

  mutating func selectNeighbour(_ step: Int) {
    let paths = document.paths
    guard let index = paths.firstIndex(of: selection) else { return }
    let target = index + step
    guard paths.indices.contains(target) else {
      notice = step > 0 ? "this is the last block" : "this is the first block"
      return
    }
    select(paths[target])
  }

  mutating func nextBranch() {
    let count = selectedShape?.branches.count ?? 0
    guard count > 1 else {
      notice =
        form == .deploy && document.hasTrainingForm
        ? "the deploy form has one convolution only; t shows the branches"
        : "this block has one convolution only"
      return
    }
    block.branch = (block.branch + 1) % count
  }

  mutating func goToDiagonal() {
    guard let shape = selectedShape else { return }
    kernels.input = kernels.output % (shape.inputChannels / shape.groups)
    if !shape.admitsIdentity { notice = "this block has no identity branch" }
  }

  mutating func back() {
    if prompt != nil {
      prompt = nil
    } else if help != nil {
      help = nil
    } else if search != nil && screen == .tree {
      search = nil
    } else {
      switch screen {
      case .kernels: show(.block)
      case .block, .live, .file: show(.tree)
      case .tree: moveInTree(.left, 1)
      }
    }
  }

  mutating func enter() {
    switch screen {
    case .tree:
      switch tree.cursor {
      case .network, .stage, .opaque: toggleFold(tree.cursor)
      case .block, .branch: show(.block)
      case .pool, .linear, .tensor: notice = "nothing to open here; the numbers are on the right"
      }
    case .block: show(.kernels)
    case .kernels, .live: show(.block)
    case .file: show(.tree)
    }
  }
}
