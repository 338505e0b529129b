/// The row under the cursor of a list that lies over the screen.
struct ListCursor: Hashable, Sendable {
  /// The row.
  private(set) var row: Int

  /// The keys that move it.
  static let keys: [KeyBinding] = KeyMap.rows + KeyMap.ends

  /// A cursor on a row.
  init(_ row: Int) { self.row = row }

  /// Brings it back into a list of `count` rows.
  mutating func settle(count: Int) { row = min(row, count - 1) }

  /// Moves by a command in a list of `count` rows; false where the command moves nothing.
  mutating func move(by command: Command, count: Int) -> Bool {
    if let (direction, steps) = command.movement {
      let step = direction == .down ? steps : direction == .up ? -steps : 0
      row = min(max(row + step, 0), count - 1)
      return true
    }
    switch command.name {
    case .first, .pageUp: row = 0
    case .last, .pageDown: row = count - 1
    default: return false
    }
    return true
  }
}
