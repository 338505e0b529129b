internal import Canvas
internal import RepCore
internal import Words

/// One block as a diagram in the form that is shown, its norms, its check, its cost.
struct BlockScreen: Screen {
  static let id = ScreenID.block
  static let title = Text(en: "Block", vi: "Khối")
  static let group = ScreenGroup.fold
  static let isAboutBlock = true

  init(_ shared: Shared) {}

  static let keys: [KeyBinding] = [
    .init("b", runs: "next-branch", label: Text(en: "branch", vi: "nhánh")),
    .init("enter", runs: "screen kernels", label: Text(en: "kernels", vi: "kernel")),
  ]

  static let panes = [PaneID.diagram, .numbers]

  static let glossary: [Term] = [.branch, .identity, .norm, .fold]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .left: shared.selection.output = max(shared.selection.output - count, 0)
      case .right: shared.selection.output += count
      case .up: return [.perform(.named(.previousBlock))]
      case .down: return [.perform(.named(.nextBlock))]
      }
      return []
    }
    switch command.name {
    case .first: shared.selection.output = 0
    case .last: shared.selection.output = .max
    case .enter: return [.perform(.show(.kernels))]
    default: return nil
    }
    return []
  }

  /// The scale of the selected branch's norm at the selected channel; in the deploy form the folded bias.
  func explained(_ shared: Shared) -> Explanation? {
    guard let block = shared.selectedBlock else { return nil }
    let (index, output) = (shared.branchIndex, shared.selection.output)
    if shared.form == .train, block.branches.indices.contains(index),
      let scale = Explanation.scale(of: block.branches[index], output: output)
    {
      return scale
    }
    return .bias(of: BlockFold(block), output: output)
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    BlockView(shared: shared).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    let area = layout(shared, in: size)[.numbers]
    guard let shape = shared.selectedShape, area.height > 2 else { return nil }
    return (BlockView(shared: shared).numbers(shape, in: area), area)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    BlockView(shared: shared).regions(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    BlockView(shared: shared).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = BlockView(shared: shared)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }
}

extension ScreenID {
  /// One block as a diagram.
  static let block = ScreenID("block")
}

extension PaneID {
  /// The block as boxes and lines.
  static let diagram = PaneID("diagram", vi: "sơ đồ")
  /// The numbers of its selected branch, its check and its cost.
  static let numbers = PaneID("numbers", vi: "các con số")
}
