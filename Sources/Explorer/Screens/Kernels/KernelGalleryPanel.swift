internal import Canvas
internal import RepCore

/// The kernels of a depthwise layer, where each channel has one of its own: before and after folding.
struct KernelGalleryPanel: Widget {
  private let fold: BlockFold
  private let channel: Int
  private let form: Form
  private let branch: Int

  /// The least columns of two galleries side by side.
  private static let twoGalleries = 70

  /// The layer of `fold`, before folding as branch number `branch` holds it.
  init(_ fold: BlockFold, channel: Int, form: Form, branch: Int) {
    self.fold = fold
    self.channel = channel
    self.form = form
    self.branch = branch
  }

  /// Draws the gallery of the form that is shown, or both where the training form has the room.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for pane in panes(in: area) {
      let inner = Panel.interior(of: pane.area)
      let label = pane.gallery.label(in: inner.size, with: pen)
      let footer = "channels \(label) of \(pane.gallery.channels)"
      grid.draw(Panel(pane.title, footer: footer), in: pane.area, with: pen)
      grid.draw(pane.gallery, in: inner, with: pen)
    }
  }

  /// Kernels in a row of the gallery when the panel is drawn into `area`.
  func perRow(in area: Rect, with pen: Pen) -> Int {
    guard let pane = panes(in: area).first else { return 1 }
    let inner = Panel.interior(of: pane.area)
    let gallery = pane.gallery
    return GalleryLayout(
      channels: gallery.channels,
      side: gallery.side,
      in: inner.size,
      with: pen
    ).perRow
  }

  private struct Pane {
    let title: String
    let area: Rect
    let gallery: KernelGallery
  }

  private func panes(in area: Rect) -> [Pane] {
    let shape = fold.block.shape
    let folded = KernelGallery(
      channels: shape.outputChannels,
      side: shape.kernelSize,
      channel: channel
    ) { fold.kernel(output: $0, input: 0) }
    guard form == .train, fold.branches.indices.contains(branch) else {
      return [Pane(title: "Folded, per channel", area: area, gallery: folded)]
    }
    let chosen = fold.branches[branch]
    let stored = KernelGallery(
      channels: shape.outputChannels,
      side: shape.kernelSize,
      channel: channel
    ) { chosen.paddedKernel(output: $0, input: 0) }
    let title = "\(chosen.id) as stored, per channel"
    guard area.width >= KernelGalleryPanel.twoGalleries else {
      return [Pane(title: title, area: area, gallery: stored)]
    }
    let halves = area.columns([1, 1])
    return [
      Pane(title: title, area: halves[0], gallery: stored),
      Pane(title: "Folded", area: halves[1], gallery: folded),
    ]
  }
}
