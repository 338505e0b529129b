/// A key, as terminals can tell it.
public enum Key: Hashable, Sendable {
  /// A printable character, as typed.
  case character(Character)
  /// A letter held with Ctrl, in lower case: `.control("c")`.
  case control(Character)
  /// F1 to F12.
  case function(Int)
  /// The arrows.
  case up, down, left, right
  /// Moves by a screenful, or to an end.
  case pageUp, pageDown, home, end
  /// The keys that edit text.
  case backspace, delete, insert
  /// Tab, and Tab with Shift.
  case tab, backTab
  /// Return.
  case enter
  /// Escape, pressed on its own.
  case escape
}
