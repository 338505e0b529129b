internal import RepCore
internal import Words

/// Where the selection is inside the network: `stage2 › 2.1 › 1x1 › out 5`.
struct Breadcrumb {
  /// The way from the network down, the fullest first; empty on screens about the whole.
  let parts: [[String]]

  /// The way to what `screen` is about.
  init(_ shared: Shared, on screen: ScreenID) {
    let document = shared.document
    guard ScreenRegistry.type(of: screen).isAboutBlock, let shape = shared.selectedShape else {
      parts = []
      return
    }
    let path = shared.selection.block
    let block =
      document.isSeparate ? document.shortTitle(of: path) : "\(path.stage).\(path.block)"
    let way = [document.title(of: path.stage), block]
    let branch =
      shape.branches.count > 1 ? [shape.map(of: shape.branches[shared.branchIndex])] : []
    let (output, language) = (shared.selection.output, shared.language)
    let channel = [Text(en: "out \(output)", vi: "ra \(output)")[language]]
    parts = [way + branch + channel, way + branch, way]
  }
}
