internal import CNcurses
internal import Canvas

extension Event {
  /// The event that the C side tells; nil where it tells none.
  init?(_ event: rv_event) {
    switch event.kind {
    case RV_RESIZE: self = .resize(Size(width: Int(event.x), height: Int(event.y)))
    case RV_WAKE: self = .wake
    case RV_SUSPEND: self = .suspend
    case RV_END: self = .end(event.value == 0 ? .closed : .signal(event.value))
    default: return nil
    }
  }
}
