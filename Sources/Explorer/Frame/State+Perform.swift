internal import RepCore

extension State {
  /// Carries out one command on the state and returns what it asks of the world.
  ///
  /// The topmost layer is asked first, then what is about panes, then the screen that is shown, then the frame,
  /// and last the screen that declares the command.
  mutating func perform(_ command: Command) -> [Effect] {
    (shared.notice, shared.fault) = (nil, nil)
    let here = jump
    let effects = carryOut(command)
    settle()
    if command.isJump, jump != here { jumps.leave(here) }
    return effects
  }

  /// Carries out one line of the command language; what is wrong with it goes to the status line.
  mutating func perform(line: String) -> [Effect] {
    do {
      var effects: [Effect] = []
      for command in try Command.script(line) {
        effects += perform(command)
        guard shared.fault == nil else { break }
      }
      return effects
    } catch {
      shared.notice = error.words
      return []
    }
  }

  /// Where the user is, as a place to come back to.
  var jump: Jump { Jump(screen: screen, selection: shared.selection) }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    let effects =
      actOnLayer { $0.perform(command, &$1) } ?? performOnPanes(command)
      ?? perform(command, on: screen)
      ?? performOnFrame(command)
      ?? CommandTable.owner(of: command.name).flatMap { perform(command, on: $0) }
    guard let effects else { preconditionFailure("nobody carries out '\(command.name.rawValue)'") }
    return effects.flatMap { effect in
      if case .perform(let next) = effect { carryOut(next) } else { [effect] }
    }
  }
}

extension Command {
  /// Whether the command leads away, so that the place before is worth to come back to.
  fileprivate var isJump: Bool { Command.jumps.contains(name) }

  private static let jumps: Set<Name> = [
    .show, .nextScreen, .previousScreen, .select, .search, .searchNext, .searchPrevious, .enter,
    .pair, .channel, .diagonal, .first, .last,
  ]
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The case behind this one, the first behind the last.
  var next: Self {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}
