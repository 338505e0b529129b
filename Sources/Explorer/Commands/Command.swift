public import RepCore

/// Everything a user can do: what keys, scripts, tests and pictures are made of.
///
/// A command has one textual form, `name argument`, declared in `CommandTable`; keys are bound to that
/// text. Commands only describe; `State.perform` does.
public enum Command: Hashable, Sendable {
  case show(ScreenName)
  case turn(Int)
  case form(Form?)
  case move(Direction, Int)
  case page(Direction)
  case first
  case last
  case enter
  case back
  case expandAll
  case collapseAll
  case order(TreeOrder?)
  case prompt(Prompt.Kind)
  case search(String)
  case searchNext
  case searchPrevious
  case select(BlockPath)
  case neighbour(Int)
  case nextBranch
  case channel(Int)
  case pair(output: Int, input: Int)
  case diagonal
  case detail(KernelState.Detail?)
  case run(Bool?)
  case threads(Int)
  case branches(BranchExecution?)
  case clear
  case measure(Int)
  case sampleTiming
  case theme(ThemeName?)
  case glyphs
  case help
  case set(String?)
  case reload
  case shot(String)
  case redraw
  case suspend
  case quit
}

/// The four directions of the cursor.
public enum Direction: Hashable, Sendable {
  case up
  case down
  case left
  case right
}
