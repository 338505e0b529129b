/// Something that happened to the terminal.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was pressed or its wheel turned.
  case mouse(Mouse)
  /// Text was pasted: one event, however long it is, and never keys.
  case paste(String)
  /// The terminal told its own background.
  case ground(Color)
  /// The terminal has a new size; everything must be painted again.
  case resize(Size)
  /// Another thread asked for attention through the terminal's wake function.
  case wake
  /// The user or another process asked to stop for a while (SIGTSTP): answer with `suspend()`.
  case suspend
  /// The program must end.
  case end(Reason)

  /// Why the program must end.
  public enum Reason: Hashable, Sendable {
    /// The terminal is gone.
    case closed
    /// A signal, by its number; after restoring, it is raised again so that the parent sees it.
    case signal(Int32)

    /// What Ctrl-C asks for where the terminal hands it on as a key: SIGINT, 2 on every system.
    public static let interrupt = Reason.signal(2)
  }

  /// A press of a mouse button, or a turn of the wheel.
  public struct Mouse: Hashable, Sendable {
    /// What was pressed.
    public let button: Button
    /// The cell below the pointer.
    public let at: Point

    /// Buttons, and the two directions of the wheel.
    public enum Button: Hashable, Sendable {
      /// The buttons of a mouse.
      case left, middle, right
      /// The wheel, away from the user and towards them.
      case wheelUp, wheelDown
    }

    /// A press of `button` over `at`.
    public init(button: Button, at: Point) {
      self.button = button
      self.at = at
    }
  }
}
