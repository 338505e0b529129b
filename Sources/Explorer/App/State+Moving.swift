internal import Canvas
internal import RepCore

// The cursor keys: what they mean depends on the screen.

extension State {
  mutating func move(_ direction: Direction, _ count: Int) {
    if let line = help {
      help = max(0, line + (direction == .down ? count : direction == .up ? -count : 0))
      return
    }
    switch screen {
    case .tree: moveInTree(direction, count)
    case .block: moveInBlock(direction, count)
    case .kernels: moveInKernels(direction, count)
    case .live: moveInLive(direction, count)
    case .file: scrollFile(direction, count)
    }
  }

  mutating func page(_ direction: Direction) { move(direction, max(size.height - 10, 1)) }

  mutating func jump(toEnd end: Bool) {
    guard help == nil else {
      help = end ? Int.max / 2 : 0
      return
    }
    switch screen {
    case .tree: moveInTree(end ? .down : .up, treeRows.count)
    case .live: moveInLive(end ? .down : .up, document.paths.count)
    case .file: scrollFile(end ? .down : .up, Int.max / 2)
    case .block: block.channel = end ? Int.max : 0
    case .kernels: (kernels.output, kernels.input) = end ? (Int.max, Int.max) : (0, 0)
    }
  }

  private mutating func moveInBlock(_ direction: Direction, _ count: Int) {
    switch direction {
    case .left: block.channel = max(block.channel - count, 0)
    case .right: block.channel += count
    case .up: selectNeighbour(-1)
    case .down: selectNeighbour(1)
    }
  }

  private mutating func moveInKernels(_ direction: Direction, _ count: Int) {
    if selectedShape?.isDepthwise == true {
      // One input channel for each output: both directions go through the channels.
      let row = KernelsView(self).channelsPerRow(in: bodySize, with: pen)
      let step = direction == .left || direction == .right ? count : count * row
      let isBack = direction == .left || direction == .up
      kernels.output = max(kernels.output + (isBack ? -step : step), 0)
      return
    }
    switch direction {
    case .left: kernels.input = max(kernels.input - count, 0)
    case .right: kernels.input += count
    case .up: kernels.output = max(kernels.output - count, 0)
    case .down: kernels.output += count
    }
  }

  private mutating func scrollFile(_ direction: Direction, _ count: Int) {
    switch direction {
    case .up: file.offset = max(file.offset - count, 0)
    case .down: file.offset += count
    case .left, .right: break
    }
  }

  private mutating func moveInLive(_ direction: Direction, _ count: Int) {
    let rows = liveRows
    guard !rows.isEmpty, direction == .up || direction == .down else { return }
    let index = rows.firstIndex(of: selection) ?? 0
    let target = index + (direction == .down ? count : -count)
    selection = rows[min(max(target, 0), rows.count - 1)]
  }
}
