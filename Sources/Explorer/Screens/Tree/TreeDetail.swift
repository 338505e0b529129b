internal import Canvas
internal import RepCore
internal import Words

/// The right pane of the tree: the row under the cursor in full.
struct TreeDetail {
  let shared: Shared
  let node: TreeNode
  let pen: Pen
  let width: Int

  var lines: [StyledLine] {
    switch node {
    case .network: network
    case .stage(let stage): self.stage(stage)
    case .module: module
    case .block(let path): block(path)
    case .branch(let path, let index): branch(path, index)
    case .pool: wrapped(TreeWords.poolMeaning)
    case .linear: linear
    case .opaque: opaque
    case .tensor(let index): tensor(shared.document.opaque[index])
    }
  }

  // MARK: Lines

  var times: String { pen.glyphs.times }
  var blank: StyledLine { StyledLine() }

  func word(_ text: Text) -> String { text[shared.language] }

  func heading(_ text: Text) -> StyledLine { StyledLine(word(text), pen.palette.header) }

  func wrapped(_ text: Text) -> [StyledLine] {
    word(text).wrapped(to: width).map { StyledLine($0, pen.palette.muted) }
  }

  func map(_ channels: Int, _ extent: (height: Int, width: Int)) -> String {
    let bytes = 4 * channels * extent.height * extent.width
    return "\(channels)\(times)\(extent.height)\(times)\(extent.width)  \(Numbers.bytes(bytes))"
  }

  func pair(_ name: Text, _ value: String) -> StyledLine {
    pen.pair(word(name), value, width: width)
  }
}
