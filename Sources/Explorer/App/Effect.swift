/// What a command asks of the world; the frame, the loop, a script or a test carries it out.
enum Effect: Hashable, Sendable {
  /// Leave.
  case quit
  /// Stop until the shell continues.
  case suspend
  /// Paint everything again, not only what changed.
  case repaint
  /// Let the live engine fit the state: running or not, and with how many threads.
  case engine
  /// Run both forms this many times behind the screen, and tell the state.
  case measure(Int)
  /// Find the fastest plans behind the screen, and tell the state.
  case tune
  /// Measure behind the screen what the machine gives at most, and tell the state.
  case ceilings
  /// Give up what takes its time.
  case cancel
  /// Read a model, and tell the state.
  case read(ReadingRequest)
  /// Another document is shown: the engine, and what is found out, are about it from now on.
  case document
  /// Put a text on the clipboard.
  case copy(String)
  /// Write the screen, or one of its panes, to a file.
  case shot(ShotTarget, of: PaneID?)
  /// Show the screen for so many seconds before a script goes on.
  case wait(seconds: Int)
  /// Carry out another command; only screens and layers ask for that, and only of the frame.
  case perform(Command)
}
