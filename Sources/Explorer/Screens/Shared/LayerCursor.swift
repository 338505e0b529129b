internal import RepCore

/// A cursor on the rows of the layers, which goes where another screen selects, and selects where it goes.
struct LayerCursor: Hashable {
  /// The row under it.
  private(set) var row: LiveRowID
  /// The selected block as it was last seen.
  private var followed: BlockPath

  /// On the selected block.
  init(_ shared: Shared) {
    followed = shared.selection.block
    row = .block(followed)
  }

  /// Moves by so many of `rows`, as far as there are any; the selection follows.
  mutating func move(_ step: Int, among rows: [LiveRowID], _ shared: inout Shared) {
    guard !rows.isEmpty else { return }
    let index = rows.firstIndex(of: row) ?? 0
    row = rows[min(max(index + step, 0), rows.count - 1)]
    guard let path = row.blockPath else { return }
    (shared.selection.block, followed) = (path, path)
  }

  /// Goes back to the selected block where that is another, or where the row is gone: a measurement may take a
  /// step away that no form has.
  mutating func settle(among rows: [LiveRowID], _ shared: Shared) {
    guard followed != shared.selection.block || !rows.contains(row) else { return }
    followed = shared.selection.block
    row = .block(followed)
  }

  /// Carries out a command that moves between rows or finds one; nil where it does neither.
  mutating func perform(
    _ command: Command,
    among rows: [LiveRowID],
    _ shared: inout Shared
  ) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .up: move(-count, among: rows, &shared)
      case .down: move(count, among: rows, &shared)
      case .left, .right: break
      }
      return []
    }
    switch command.name {
    case .first: move(-rows.count, among: rows, &shared)
    case .last: move(rows.count, among: rows, &shared)
    case .enter: return [.perform(.show(.block))]
    case .back where shared.search != nil: shared.search = nil
    case .search, .searchNext, .searchPrevious:
      let here = rows.firstIndex(of: row) ?? 0
      let found = shared.find(command, among: rows.map { shared.name(of: $0) }, from: here)
      if let found { move(found - here, among: rows, &shared) }
    default: return nil
    }
    return []
  }
}
