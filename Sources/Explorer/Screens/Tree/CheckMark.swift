internal import Canvas
internal import RepCore
internal import Words

/// What is known of a row's fold in a few letters: `✓ 9e-08`, `✗ norm`, `…` while it is being checked.
struct CheckMark {
  let shared: Shared
  let pen: Pen

  /// The mark of a row; rows that add blocks up tell how many of them are damaged or fail.
  func content(of node: TreeNode) -> Table.Content {
    switch node {
    case .block(let path): block(path)
    case .branch(let path, let index): branch(path, index)
    case .linear:
      shared.answers.headFaults.isEmpty ? .text("") : failed(word(TreeWords.damagedWeight))
    default: sum(under: node)
    }
  }

  private func block(_ path: BlockPath) -> Table.Content {
    if let fault = shared.faults(of: path).first { return failed(part(of: fault, in: path)) }
    guard let check = shared.answers.check(of: path) else {
      let isComing = shared.answers.isMissing(CheckNeed(path))
      return .text(isComing ? pen.glyphs.ellipsis : "", pen.palette.muted)
    }
    let error = Numbers.scientific(check.maximumRelativeError, 0)
    guard check.passes() else { return failed(error) }
    let isCertain = shared.document.network.facts(of: path)?.doubts.isEmpty ?? true
    return isCertain
      ? .text("\(pen.glyphs.pass) \(error)", pen.palette.good)
      : .text("? \(error)", pen.palette.warning)
  }

  private func branch(_ path: BlockPath, _ index: Int) -> Table.Content {
    guard let shape = shared.document.shape(of: path, in: .train), shared.form == .train,
      shape.branches.indices.contains(index)
    else { return .text("") }
    let id = shape.branches[index].id
    guard let fault = shared.faults(of: path).first(where: { $0.branch == id }) else {
      return .text("")
    }
    return failed(part(of: fault, in: path))
  }

  private func sum(under node: TreeNode) -> Table.Content {
    let blocks = shared.document.blocks(under: node).count { path in
      !shared.faults(of: path).isEmpty || shared.answers.check(of: path)?.passes() == false
    }
    let count = blocks + (shared.headFaults(under: node).isEmpty ? 0 : 1)
    return count == 0 ? .text("") : failed("\(count)")
  }

  private func part(of fault: WeightFault, in path: BlockPath) -> String {
    let isNorm = shared.document.normFaults[path]?.contains(fault) == true
    return word(isNorm ? TreeWords.damagedNorm : TreeWords.damagedWeight)
  }

  private func word(_ text: Text) -> String { text[shared.language] }

  private func failed(_ what: String) -> Table.Content {
    .text("\(pen.glyphs.fail) \(what)", pen.palette.bad)
  }
}
