internal import Canvas

/// Where the panes of a screen stand: side by side, or one of them in place of all.
struct PaneLayout {
  private let places: [PaneID: Rect]

  /// Panes at their places; those without one are not shown.
  init(_ places: [PaneID: Rect] = [:]) { self.places = places }

  /// `zoomed` in the whole of `area` if it is one of `panes`; else as `arrange` says.
  init(
    _ panes: [PaneID],
    zoomed: PaneID?,
    in area: Rect,
    or arrange: () -> [PaneID: Rect]
  ) {
    if let zoomed, panes.contains(zoomed) {
      places = [zoomed: area]
    } else {
      places = arrange()
    }
  }

  /// The place of a pane; empty where it is not shown.
  subscript(pane: PaneID) -> Rect { places[pane] ?? Rect(size: Size(width: 0, height: 0)) }
}
