internal import Canvas
internal import RepCore
internal import Words

/// A block drawn as boxes in the form that is shown: branches side by side, their sum, what follows.
struct BlockDiagram {
  let shared: Shared
  let shape: BlockShape
  let pen: Pen
  /// Cells that there are.
  let size: Size
  /// How much of the block is drawn.
  var part = Part.whole

  /// How much of a block is drawn.
  enum Part {
    /// From the input to the output.
    case whole
    /// From the input to the sum, norms sharing the boxes of their branches: what folding takes in.
    case branches
    /// The box that folding leaves, to the output.
    case folded
  }

  private let boxHeight = 4
  /// The row where the input's line splits up.
  private var forkRow: Int { part == .folded ? 0 : 2 }

  /// The diagram, in coordinates of an area of `size`.
  var diagram: Diagram {
    var diagram = Diagram()
    let middle = size.width / 2
    if part != .folded {
      let extent = shared.document.inputExtent(of: shape.path)
      let input = maps(say(BlockWords.input), shape.inputChannels, extent)
      label(&diagram, input, center: middle, row: 0)
      diagram.addRoute([Point(x: middle, y: 1), Point(x: middle, y: forkRow)])
    }
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

  /// The columns of the branches, which can be pressed: one selects a branch, of a stack the next; the selected
  /// one opens its kernels.
  func regions(in area: Rect) -> [Region] {
    zip(lanes, centers).map { lane, center in
      let rows = joinRow - forkRow - 1
      let cells = Rect(
        x: area.x + center - boxWidth / 2,
        y: area.y + forkRow + 1,
        width: boxWidth,
        height: rows
      )
      return Region(rect: cells.intersection(area), command: press(of: lane))
    }
  }

  private func press(of lane: BranchLane) -> Command {
    guard let place = lane.branches.firstIndex(of: shared.branchIndex) else {
      return .branch(shape.branches[lane.branches[0]].id)
    }
    guard lane.branches.count > 1 else { return .named(.enter) }
    return .branch(shape.branches[lane.branches[(place + 1) % lane.branches.count]].id)
  }

  /// Rows that the diagram takes.
  var height: Int {
    switch part {
    case .branches: joinRow + 1 + 2 * tail.count
    case .whole, .folded: isTight ? joinRow + 3 : roomyHeight
    }
  }

  private var roomyHeight: Int { joinRow + 2 * tail.count + 3 }

  /// Whether what follows the sum must share one line.
  private var isTight: Bool { size.height < roomyHeight }

  /// Whether norms get boxes of their own; they share the convolution's where rows are few, or words
  /// are to stand below.
  private var isTall: Bool { part == .whole && size.height >= (shape.repeated == nil ? 19 : 23) }

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
    let isSelected =
      part == .whole && lane.branches.contains(shared.branchIndex) && shape.branches.count > 1
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
    let title = fitting(shape.mapLabels(of: branch, copies: branches.count).map(say), width - 2)
    var top = forkRow + 1
    diagram.addRoute([Point(x: center, y: forkRow), Point(x: center, y: top)])
    add([StyledLine(title, pen.palette.title), below], at: top)
    if hasNormBox {
      top += boxHeight + 1
      let name = branches.count > 1 ? say(BlockWords.norms(branches.count)) : "norm"
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
    let place = BlockWords.place(branch.index + 1, of: shape.siblings(of: branch))
    return fitting([say(BlockWords.this(branch.id)), say(place)], width)
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
    if let time, part != .branches {
      return StyledLine(fitting([pen.duration(microseconds: time)], width), pen.palette.accent)
    }
    let texts = operations == [.norm] ? normWeights(of: branches) : mapWeights(of: branches)
    return StyledLine(fitting(texts, width), pen.palette.muted)
  }

  /// `γ β, 2×64`: the learned vectors of norms and how long they are.
  private func normWeights(of branches: [BranchShape]) -> [String] {
    guard branches.contains(where: { $0.norm?.isAffine == true }) else { return noWeights }
    let times = pen.glyphs.times
    let each = "2\(times)\(shape.outputChannels)"
    let size = branches.count > 1 ? "\(branches.count)\(times)\(each)" : each
    let letters = pen.glyphs.level == .ascii ? "gamma beta" : "γ β"
    return ["\(letters), \(size)", size]
  }

  private func mapWeights(of branches: [BranchShape]) -> [String] {
    let count = branches.map { shape.kernelShape(of: $0.role)?.reduce(1, *) ?? 0 }.reduce(0, +)
    guard count > 0 else { return noWeights }
    let number = Numbers.engineering(count)
    return ["\(number) \(say(BlockWords.weights))", "\(number) w", number]
  }

  private var noWeights: [String] { [say(BlockWords.noWeights), "0 w", "0"] }

  /// What follows the sum, in order; each as it is called, and shorter.
  private var tail: [[String]] {
    let norm = shape.postNorm == nil ? [] : [[say(BlockWords.normOfSum), "norm"]]
    guard part != .branches else { return norm }
    var steps = norm
    let excite = shape.squeezeExcite.map {
      [say(BlockWords.excite(hidden: $0.hidden)), "squeeze-excite", "SE"]
    }
    if let excite, shape.squeezeExcite?.placement == .beforeActivation { steps.append(excite) }
    if shape.activation != .identity { steps.append([shape.activation.title]) }
    if !shape.unknownLayers.isEmpty {
      steps.append([say(RunObstacle.layers(shape.unknownLayers).words)])
    }
    if let excite, shape.squeezeExcite?.placement == .afterActivation { steps.append(excite) }
    return steps
  }

  private func addTail(at middle: Int, to diagram: inout Diagram) {
    var row = joinRow
    func add(_ texts: [String]) {
      diagram.addRoute([Point(x: middle, y: row), Point(x: middle, y: row + 2)])
      label(&diagram, texts.map { " \($0) " } + texts, center: middle, row: row + 2)
      row += 2
    }
    let extent = shared.document.outputExtent(of: shape.path)
    let ends = maps(say(BlockWords.output), shape.outputChannels, extent)
    if isTight, part != .branches {
      add(tightTails(ends))
      return
    }
    for step in tail { add(step) }
    if part != .branches { add(ends) }
  }

  /// All that follows the sum on one line, from the longest way to say it to the shortest.
  private func tightTails(_ ends: [String]) -> [String] {
    let arrow = " \(pen.glyphs.arrow) "
    let long = tail.map { $0[0] }
    let short = tail.map { $0[$0.count - 1] }
    let words = [long, short].flatMap { steps in
      ends.prefix(2).map { (steps + [$0]).joined(separator: arrow) }
    }
    let rest = tail.isEmpty ? [] : ends.map { pen.glyphs.ellipsis + arrow + $0 }
    return words + rest + ends
  }

  /// What the boxes and lines say: the input, every branch, what follows their sum, the output.
  func read(into reading: inout Reading) {
    let extents = (
      input: shared.document.inputExtent(of: shape.path),
      output: shared.document.outputExtent(of: shape.path)
    )
    reading.add(maps(say(BlockWords.input), shape.inputChannels, extents.input)[1])
    for branch in shape.branches {
      func cost(_ operations: [RepCore.Operation]) -> String {
        time(of: [branch], operations, in: size.width).prose
      }
      let (weights, map) = (mapWeights(of: [branch])[0], cost([.conv3x3, .conv1x1]))
      let norm = branch.norm == nil ? "" : "norm \(cost([.norm]))"
      let name = say(BlockWords.branch(branch, of: shape))
      let parts = [name, weights, map == weights ? "" : map, norm]
      reading.add(parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    reading.add(tail.map { $0[0] }.joined(separator: ", "))
    reading.add(maps(say(BlockWords.output), shape.outputChannels, extents.output)[1])
  }

  /// `output 24 × 56 × 56`, and shorter ways to say it.
  private func maps(
    _ name: String,
    _ channels: Int,
    _ extent: (height: Int, width: Int)
  ) -> [String] {
    let numbers = [channels, extent.height, extent.width].map(String.init)
    let (wide, close) = (
      numbers.joined(separator: " \(pen.glyphs.times) "),
      numbers.joined(separator: pen.glyphs.times)
    )
    return ["\(name) \(wide)", "\(name) \(close)", close]
  }

  private func label(_ diagram: inout Diagram, _ texts: [String], center: Int, row: Int) {
    let text = fitting(texts, size.width)
    let start = Point(x: max(center - columns(of: text) / 2, 0), y: row)
    diagram.addLabel(StyledLine(text, pen.palette.text), at: start)
  }

  /// The first of `texts` that fits into `width` columns, so that no number is cut; else what stands for it.
  private func fitting(_ texts: [String], _ width: Int) -> String {
    texts.first { columns(of: $0) <= width } ?? pen.glyphs.ellipsis
  }

  private func say(_ text: Text) -> String { text[shared.language] }
}

extension BlockShape {
  /// What the box of a branch's linear map says, from the longest to the shortest; of several like it, how many
  /// there are.
  fileprivate func mapLabels(of branch: BranchShape, copies: Int) -> [Text] {
    let map = copies > 1 ? branch.role.rawValue : map(of: branch)
    let labels: [Text] =
      switch branch.role {
      case .dense, .pointwise, .folded:
        ((branch.hasBias ? ["conv \(map) + bias"] : []) + ["conv \(map)", map])
          .map { Text(name: $0) }
      case .identity: ["identity", "ident", "id"].map { Text(name: $0) }
      case .average:
        [
          BlockWords.mean(window), Text(en: "mean \(window)", vi: "tr.bình \(window)"),
          Text(en: "mean", vi: "TB"),
        ]
      }
    return copies > 1 ? labels.map { Text(name: "\(copies) x ") + $0 } : labels
  }
}
