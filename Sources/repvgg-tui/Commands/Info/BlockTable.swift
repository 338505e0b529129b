internal import Canvas
internal import RepCore
internal import Words

/// A network's blocks as rows of columns.
struct BlockTable {
  private let architecture: Architecture
  /// Columns of the longest title.
  private let longest: Int

  /// The blocks of `architecture` and, where it is known, the classifier behind them.
  init(_ architecture: Architecture) {
    self.architecture = architecture
    longest = architecture.blocks.map { columns(of: $0.title) }.max() ?? 0
  }

  var lines: [Text] {
    [row(titles)] + blocks + (architecture.wiring == .separate ? [] : [classifier])
  }

  private var titles: [Text] {
    [
      Text(en: "block", vi: "khối"), Text(en: "channels", vi: "kênh"),
      Text(en: "output", vi: "đầu ra"), Text(name: "stride"), Text(en: "groups", vi: "nhóm"),
      Text(en: "params", vi: "tham số"), Text(en: "MACs", vi: "MAC"),
      Text(en: "branches", vi: "nhánh"),
    ]
  }

  private var blocks: [Text] {
    zip(architecture.blocks, architecture.extents()).map { block, extent in
      row(
        [
          block.title,
          "\(block.inputChannels)->\(block.outputChannels)",
          "\(block.outputExtent(extent.height))x\(block.outputExtent(extent.width))",
          "\(block.stride)",
          "\(block.groups)",
          Numbers.engineering(Double(block.parameters)),
          Numbers.engineering(Double(block.macs(height: extent.height, width: extent.width))),
          block.branches.map(\.id.description).joined(separator: " + ")
            + (block.squeezeExcite == nil ? "" : " + squeeze-excite"),
        ].map { Text(name: $0) }
      )
    }
  }

  private var classifier: Text {
    row(
      [
        "linear",
        "\(architecture.features)->\(architecture.classes)",
        "1x1",
        "",
        "",
        Numbers.engineering(Double(architecture.headParameters)),
        Numbers.engineering(Double(architecture.headMacs)),
        "",
      ].map { Text(name: $0) }
    )
  }

  private func row(_ cells: [Text]) -> Text {
    let widths = [min(max(longest, 10), 40), 12, 9, 6, 6, 8, 8]
    let padded = zip(cells, widths).enumerated().map { index, pair in
      pair.0.fitted(to: pair.1, index < 2 ? .left : .right)
    }
    return (padded + [.none, cells[widths.count]]).joined(separator: " ").trimmingEnd
  }
}
