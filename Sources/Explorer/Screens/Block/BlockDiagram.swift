internal import Canvas
internal import RepCore

/// A block drawn as boxes in the form that is shown: branches side by side, their sum, what follows.
struct BlockDiagram {
  let state: State
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
    let input = state.document.inputExtent(of: shape.path)
    label(&diagram, "input " + map(shape.inputChannels, input), center: middle, row: 0)
    diagram.addRoute([Point(x: middle, y: 1), Point(x: middle, y: forkRow)])
    for (branch, center) in zip(shape.branches.indices, centers) {
      let bottom = addBranch(branch, at: center, to: &diagram)
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
  var height: Int { joinRow + 2 * tail.count + 3 }

  /// Whether norms get boxes of their own; they share the convolution's where rows are few.
  private var isTall: Bool { size.height >= 19 }

  /// The row where the branches meet.
  private var joinRow: Int {
    let hasNormBoxes = isTall && shape.branches.contains { $0.norm != nil }
    let boxes = forkRow + boxHeight + (hasNormBoxes ? boxHeight + 1 : 0)
    return boxes + (shape.branches.count > 1 ? 2 : 0)
  }

  /// The middle columns of the branches.
  private var centers: [Int] {
    let count = shape.branches.count
    return (0..<count).map { (2 * $0 + 1) * size.width / (2 * count) }
  }

  private var boxWidth: Int { min(22, max(size.width / shape.branches.count - 2, 4)) }

  /// Adds a branch's boxes and returns the lower edge of the last.
  private func addBranch(_ index: Int, at center: Int, to diagram: inout Diagram) -> Int {
    let branch = shape.branches[index]
    let isSelected = index == state.block.branch && shape.branches.count > 1
    let hasNormBox = branch.norm != nil && isTall
    let below =
      branch.norm == nil || hasNormBox
      ? time(of: branch, [.conv3x3, .conv1x1]) : StyledLine("+ norm", pen.palette.text)
    let map = [StyledLine(shape.mapLabel(of: branch), pen.palette.title), below]
    var top = forkRow + 1
    diagram.addRoute([Point(x: center, y: forkRow), Point(x: center, y: top)])
    diagram.addBox(box(center, top), map, isSelected: isSelected)
    if hasNormBox {
      top += boxHeight + 1
      let norm = [StyledLine("norm", pen.palette.title), time(of: branch, [.norm])]
      diagram.addRoute([Point(x: center, y: top - 2), Point(x: center, y: top)])
      diagram.addBox(box(center, top), norm, isSelected: isSelected)
    }
    return top + boxHeight - 1
  }

  private func box(_ center: Int, _ top: Int) -> Rect {
    Rect(x: center - boxWidth / 2, y: top, width: boxWidth, height: boxHeight)
  }

  /// What a branch spends in `operations`, or its parameters before anything ran.
  private func time(of branch: BranchShape, _ operations: [RepCore.Operation]) -> StyledLine {
    let time = state.live.timing(of: state.form)?.microseconds {
      $0.blockPath == shape.path && operations.contains($0.operation)
        && ($0.branch == branch.id || shape.branches.count == 1)
    }
    if let time {
      let text = pen.duration(microseconds: time)
      return StyledLine(text, pen.palette.accent)
    }
    let isNorm = operations == [.norm]
    let count =
      isNorm
      ? (branch.norm?.isAffine == true ? 2 * shape.outputChannels : 0)
      : shape.kernelShape(of: branch.role)?.reduce(1, *) ?? 0
    let unit = boxWidth >= 16 ? "weights" : "w"
    let text = count == 0 ? "no \(unit)" : "\(Numbers.engineering(count)) \(unit)"
    return StyledLine(text, pen.palette.muted)
  }

  /// What follows the sum, in order.
  private var tail: [String] {
    var steps: [String] = shape.postNorm == nil ? [] : ["norm"]
    let excite = shape.squeezeExcite.map { "squeeze-excite, \($0.hidden) hidden" }
    if let excite, shape.squeezeExcite?.placement == .beforeActivation { steps.append(excite) }
    switch shape.activation {
    case .relu: steps.append("ReLU")
    case .silu: steps.append("SiLU")
    case .identity: break
    }
    if let excite, shape.squeezeExcite?.placement == .afterActivation { steps.append(excite) }
    return steps
  }

  private func addTail(at middle: Int, to diagram: inout Diagram) {
    var row = joinRow
    for step in tail {
      diagram.addRoute([Point(x: middle, y: row), Point(x: middle, y: row + 2)])
      label(&diagram, " \(step) ", center: middle, row: row + 2)
      row += 2
    }
    let output = state.document.outputExtent(of: shape.path)
    diagram.addRoute([Point(x: middle, y: row), Point(x: middle, y: row + 2)])
    label(&diagram, " output \(map(shape.outputChannels, output)) ", center: middle, row: row + 2)
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
  /// What the box of a branch's linear map says.
  fileprivate func mapLabel(of branch: BranchShape) -> String {
    switch branch.role {
    case .dense, .pointwise, .folded:
      "conv \(map(of: branch))" + (branch.hasBias ? " + bias" : "")
    case .identity: "identity"
    case .average: "mean of \(kernelSize)x\(kernelSize)"
    }
  }
}
