internal import CNcurses
internal import Canvas

extension Event {
  /// The event that the C side tells; nil where the time ran out.
  init?(_ event: rv_event) {
    switch event.kind {
    case RV_CHARACTER:
      guard let scalar = Unicode.Scalar(UInt32(event.value)) else { return nil }
      self = .key(.character(Character(scalar)))
    case RV_CONTROL:
      guard let scalar = Unicode.Scalar(UInt32(event.value)) else { return nil }
      self = .key(.control(Character(scalar)))
    case RV_FUNCTION: self = .key(.function(Int(event.value)))
    case RV_KEY:
      guard let key = Key(rv_key(UInt32(event.value))) else { return nil }
      self = .key(key)
    case RV_MOUSE:
      guard let button = Mouse.Button(rv_button(UInt32(event.value))) else { return nil }
      self = .mouse(Mouse(button: button, at: Point(x: Int(event.x), y: Int(event.y))))
    case RV_RESIZE: self = .resize(Size(width: Int(event.x), height: Int(event.y)))
    case RV_WAKE: self = .wake
    case RV_SUSPEND: self = .suspend
    case RV_END: self = .end(event.value == 0 ? .closed : .signal(event.value))
    default: return nil
    }
  }
}

extension Key {
  fileprivate init?(_ key: rv_key) {
    switch key {
    case RV_UP: self = .up
    case RV_DOWN: self = .down
    case RV_LEFT: self = .left
    case RV_RIGHT: self = .right
    case RV_PAGE_UP: self = .pageUp
    case RV_PAGE_DOWN: self = .pageDown
    case RV_HOME: self = .home
    case RV_END_KEY: self = .end
    case RV_BACKSPACE: self = .backspace
    case RV_DELETE: self = .delete
    case RV_INSERT: self = .insert
    case RV_TAB: self = .tab
    case RV_BACK_TAB: self = .backTab
    case RV_ENTER: self = .enter
    case RV_ESCAPE: self = .escape
    default: return nil
    }
  }
}

extension Event.Mouse.Button {
  fileprivate init?(_ button: rv_button) {
    switch button {
    case RV_BUTTON_LEFT: self = .left
    case RV_BUTTON_MIDDLE: self = .middle
    case RV_BUTTON_RIGHT: self = .right
    case RV_WHEEL_UP: self = .wheelUp
    case RV_WHEEL_DOWN: self = .wheelDown
    default: return nil
    }
  }
}
