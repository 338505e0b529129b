internal import Canvas
struct LiveView: Widget {
  init(_ state: State) {}; var status: String { "" }
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {}
}
