internal import RepCore

// The rows of the live screen, in the order that was asked for.

extension Shared {
  /// The rows: the blocks, and the steps around them that some form has, or may have while none is measured.
  var liveRows: [LiveRowID] {
    let blocks = document.paths.map { LiveRowID.block($0) }
    let rows =
      document.isSeparate
      ? blocks : around([.input]) + blocks + around([.pool, .linear])
    return order == .execution ? rows : rows.heaviestFirst { weight(of: $0) }
  }

  /// Those of `operations` that a measured form has as steps of their own; all while none is measured.
  private func around(_ operations: [RepCore.Operation]) -> [LiveRowID] {
    let timings = Form.allCases.compactMap { live.timing(of: $0) }
    return operations.map { .operation($0) }
      .filter { row in
        timings.isEmpty || timings.contains { $0.steps.contains { row.holds($0) } }
      }
  }

  /// What a row is called.
  func name(of row: LiveRowID) -> String {
    switch row {
    case .block(let path): document.title(of: path)
    case .operation(let operation): operation.rawValue
    }
  }

  private func weight(of row: LiveRowID) -> Double {
    switch row {
    case .block(let path): weight(of: TreeNode.block(path), by: order)
    case .operation(.linear): weight(of: TreeNode.linear, by: order)
    case .operation(let operation):
      order == .time ? live.timing(of: form)?.microseconds(of: operation) ?? 0 : 0
    }
  }
}
