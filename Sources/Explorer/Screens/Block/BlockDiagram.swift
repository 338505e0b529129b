internal import Canvas
internal import RepCore

/// A block drawn as boxes in the form that is shown: branches side by side, their sum, what follows.
struct BlockDiagram {
  let shared: Shared
  let shape: BlockShape
  let pen: Pen
  /// Cells that there are.
  let size: Size

  private let boxHeight = 4
  /// The row where the input's line splits up.
  private let forkRow = 2

  /// The diagram, in coordinates of an area of `size`.
  var diagram: Diagram {
    var diagram = Diagram()
    let middle = size.width / 2
    let input = shared.document.inputExtent(of: shape.path)
    label(&diagram, "input " + map(shape.inputChannels, input), center: middle, row: 0)
    diagram.addRoute([Point(x: middle, y: 1), Point(x: middle, y: forkRow)])
    for (lane, center) in zip(lanes, centers) {
      let bottom = add(lane, at: center, to: &diagram)
      diagram.addRoute([Point(x: center, y: bottom), Point(x: center, y: joinRow)])
    }
    if let first = centers.first, let last = centers.last, first < last {
      diagram.addRoute([Point(x: first, y: forkRow), Point(x: last, y: forkRow)])
      diagram.addRoute([Point(x: first, y: joinRow), Point(x: last, y: joinRow)])
      diagram.addLabel(StyledLine("(+)", pen.palette.accent), at: Point(x: middle - 1, y: joinRow))
    }
    addTail(at: middle, to: &diagram)
    return diagram
  }

  /// Rows that the diagram takes.
  var height: Int { isTight ? joinRow + 3 : roomyHeight }

  private var roomyHeight: Int { joinRow + 2 * tail.count + 3 }

  /// Whether what follows the sum must share one line.
  private var isTight: Bool { size.height < roomyHeight }

  /// Whether norms get boxes of their own; they share the convolution's where rows are few, or words
  /// are to stand below.
  private var isTall: Bool { size.height >= (shape.repeated == nil ? 19 : 23) }

  /// What stands side by side: every branch, or, where that is too narrow, a stack for each role.
  private var lanes: [BranchLane] {
    let single = shape.branches.indices.map { BranchLane(branches: [$0]) }
    let pitch = size.width / max(single.count, 1)
    guard shape.repeated != nil, pitch < BlockDiagram.readablePitch else { return single }
    return BranchLane.byRole(shape)
  }

  /// The least columns from one branch to the next in which `conv 3x3.1` can be read.
  private static let readablePitch = 14

  /// The row where the branches meet.
  private var joinRow: Int {
    let hasNormBoxes = isTall && shape.branches.contains { $0.norm != nil }
    let boxes = forkRow + boxHeight + (hasNormBoxes ? boxHeight + 1 : 0)
    return boxes + (lanes.count > 1 ? 2 : 0)
  }

  /// The middle columns of the branches.
  private var centers: [Int] {
    let count = lanes.count
    return (0..<count).map { (2 * $0 + 1) * size.width / (2 * count) }
  }

  private var boxWidth: Int { min(22, max(size.width / lanes.count - 2, 4)) }

  /// Adds a lane's boxes and returns the lower edge of the last.
  private func add(_ lane: BranchLane, at center: Int, to diagram: inout Diagram) -> Int {
    let branches = lane.branches.map { shape.branches[$0] }
    guard let branch = branches.first else { return forkRow }
    let isSelected = lane.branches.contains(shared.branchIndex) && shape.branches.count > 1
    let hasNormBox = branch.norm != nil && isTall
    // A stack leaves room for the edges of the boxes behind the first.
    let width = max(boxWidth - (branches.count - 1), 4)
    func add(_ lines: [StyledLine], at top: Int) {
      let area = Rect(x: center - width / 2, y: top, width: width, height: boxHeight)
      diagram.addBox(area, lines, isSelected: isSelected, copies: branches.count)
    }
    let chosen = branches.count > 1 && isSelected
    let below =
      chosen
      ? StyledLine(place(of: shape.branches[shared.branchIndex], in: width - 2), pen.palette.accent)
      : branch.norm == nil || hasNormBox
        ? time(of: branches, [.conv3x3, .conv1x1], in: width - 2)
        : StyledLine("+ norm", pen.palette.text)
    let title = shape.mapLabel(of: branch, copies: branches.count, width: width - 2)
    var top = forkRow + 1
    diagram.addRoute([Point(x: center, y: forkRow), Point(x: center, y: top)])
    add([StyledLine(title, pen.palette.title), below], at: top)
    if hasNormBox {
      top += boxHeight + 1
      let name = branches.count > 1 ? "\(branches.count) norms" : "norm"
      diagram.addRoute([Point(x: center, y: top - 2), Point(x: center, y: top)])
      add(
        [StyledLine(name, pen.palette.title), time(of: branches, [.norm], in: width - 2)],
        at: top
      )
    }
    return top + boxHeight - 1
  }

  /// Which of its like a branch of a stack is, in `width` columns.
  private func place(of branch: BranchShape, in width: Int) -> String {
    let name = "this: \(branch.id)"
    return columns(of: name) <= width
      ? name : "\(branch.index + 1) of \(shape.siblings(of: branch))"
  }

  /// What branches spend in `operations`, or their parameters before anything ran.
  private func time(
    of branches: [BranchShape],
    _ operations: [RepCore.Operation],
    in width: Int
  ) -> StyledLine {
    let ids = branches.map(\.id)
    let time = shared.live.timing(of: shared.form)?.microseconds { step in
      step.blockPath == shape.path && operations.contains(step.operation)
        && (step.branch.map { ids.contains($0) } == true || shape.branches.count == 1)
    }
    if let time {
      let text = pen.duration(microseconds: time)
      return StyledLine(text, pen.palette.accent)
    }
    let isNorm = operations == [.norm]
    let counts = branches.map { branch in
      isNorm
        ? (branch.norm?.isAffine == true ? 2 * shape.outputChannels : 0)
        : shape.kernelShape(of: branch.role)?.reduce(1, *) ?? 0
    }
    let count = counts.reduce(0, +)
    let unit = width >= 13 ? "weights" : "w"
    let text = count == 0 ? "no \(unit)" : "\(Numbers.engineering(count)) \(unit)"
    return StyledLine(text, pen.palette.muted)
  }

  /// What follows the sum, in order.
  private var tail: [String] {
    var steps: [String] = shape.postNorm == nil ? [] : ["norm of the sum"]
    let excite = shape.squeezeExcite.map { "squeeze-excite, \($0.hidden) hidden" }
    if let excite, shape.squeezeExcite?.placement == .beforeActivation { steps.append(excite) }
    if shape.activation != .identity { steps.append(shape.activation.title) }
    if !shape.unknownLayers.isEmpty {
      steps.append(RunObstacle.layers(shape.unknownLayers).description)
    }
    if let excite, shape.squeezeExcite?.placement == .afterActivation { steps.append(excite) }
    return steps
  }

  private func addTail(at middle: Int, to diagram: inout Diagram) {
    var row = joinRow
    let output = shared.document.outputExtent(of: shape.path)
    let end = "output \(map(shape.outputChannels, output))"
    if isTight {
      let words = (tail + [end]).joined(separator: " \(pen.glyphs.arrow) ")
      diagram.addRoute([Point(x: middle, y: row), Point(x: middle, y: row + 2)])
      label(&diagram, " \(words) ", center: middle, row: row + 2)
      return
    }
    for step in tail {
      diagram.addRoute([Point(x: middle, y: row), Point(x: middle, y: row + 2)])
      label(&diagram, " \(step) ", center: middle, row: row + 2)
      row += 2
    }
    diagram.addRoute([Point(x: middle, y: row), Point(x: middle, y: row + 2)])
    label(&diagram, " \(end) ", center: middle, row: row + 2)
  }

  private func label(_ diagram: inout Diagram, _ text: String, center: Int, row: Int) {
    let start = Point(x: max(center - columns(of: text) / 2, 0), y: row)
    diagram.addLabel(StyledLine(text, pen.palette.text), at: start)
  }

  private func map(_ channels: Int, _ extent: (height: Int, width: Int)) -> String {
    let times = pen.glyphs.times
    return "\(channels) \(times) \(extent.height) \(times) \(extent.width)"
  }
}

extension BlockShape {
  /// What the box of a branch's linear map says, in at most `width` columns if that can be; of several
  /// like it, how many there are.
  fileprivate func mapLabel(of branch: BranchShape, copies: Int, width: Int) -> String {
    let map = copies > 1 ? branch.role.rawValue : map(of: branch)
    let labels =
      switch branch.role {
      case .dense, .pointwise, .folded:
        (branch.hasBias ? ["conv \(map) + bias"] : []) + ["conv \(map)", map]
      case .identity: ["identity", "ident", "id"]
      case .average: ["mean of \(window)", "mean \(window)", "mean"]
      }
    let counted = copies > 1 ? labels.map { "\(copies) x \($0)" } : labels
    return counted.first { columns(of: $0) <= width } ?? counted[counted.count - 1]
  }
}
