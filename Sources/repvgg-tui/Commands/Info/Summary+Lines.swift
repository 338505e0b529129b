internal import Canvas
internal import Explorer
internal import RepCore
internal import Words

extension Summary {
  /// A table for people; `opened` is nil for a network that was made in memory.
  func lines(of opened: ModelFile.Opened?) -> [Text] {
    var lines = [heading(opened), size, counts]
    if architecture.form != .deploy { lines.append(folded) }
    if opened?.isVerified == true {
      lines.append(Text(en: "checksum verified", vi: "mã kiểm đúng"))
    }
    lines += [.none] + BlockTable(architecture).lines + [.none] + behaviour
    if let source = network.sourceWords {
      lines.append(Text(en: "source: ", vi: "nguồn: ") + source)
    }
    lines += network.assumptions.map { .assumed($0) }
    return lines + (opened.map { account(of: $0) } ?? [])
  }

  private func heading(_ opened: ModelFile.Opened?) -> Text {
    let form = architecture.form?.word ?? Text(en: "mixed", vi: "lẫn lộn")
    let origin =
      opened.map {
        Text(
          en: "\($0.container.rawValue), \($0.naming) names",
          vi: "\($0.container.rawValue), tên theo \($0.naming)"
        )
      } ?? Text(en: "made in memory", vi: "tạo trong bộ nhớ")
    return Text(
      en: "\(architecture.name), \(form.en) form, ",
      vi: "\(architecture.name), dạng \(form.vi), "
    ) + origin
  }

  private var size: Text {
    let (input, count) = (architecture.input, architecture.blocks.count)
    let extent = "\(input.height)x\(input.width)"
    return architecture.wiring == .separate
      ? Text(
        en: "\(count) re-parameterizable blocks in an unknown graph, tried on maps of \(extent)",
        vi: "\(count) khối tham số hóa lại được trong một đồ thị chưa biết, thử trên map \(extent)"
      )
      : Text(
        en: "input \(input.channels)x\(extent), \(architecture.classes) classes",
        vi: "đầu vào \(input.channels)x\(extent), \(architecture.classes) lớp"
      )
  }

  private var counts: Text {
    Text(
      en: "parameters \(architecture.parameters), multiply-adds \(architecture.macs())",
      vi: "tham số \(architecture.parameters), phép nhân-cộng \(architecture.macs())"
    )
  }

  private var folded: Text {
    let deployed = architecture.deployed
    return Text(
      en: "folded: parameters \(deployed.parameters), multiply-adds \(deployed.macs())",
      vi: "đã gộp: tham số \(deployed.parameters), phép nhân-cộng \(deployed.macs())"
    )
  }

  /// What follows the blocks, and which of them do not run.
  private var behaviour: [Text] {
    var seen: [Activation] = []
    for block in architecture.blocks where !seen.contains(block.activation) {
      seen.append(block.activation)
    }
    let isKnown = architecture.wiring != .separate || seen != [.identity]
    let activations =
      Text(en: "activation: ", vi: "hàm kích hoạt: ")
      + Text(name: seen.map(\.title).joined(separator: ", "))
    return (isKnown ? [activations] : [])
      + architecture.blocks.filter { !$0.runs }.map { block in
        Text(en: "does not run: \(block.title): ", vi: "không chạy được: \(block.title): ")
          + block.obstacle
      }
  }

  /// Which sets were there, what was stripped, and where every tensor went.
  private func account(of opened: ModelFile.Opened) -> [Text] {
    var lines: [Text] = []
    if opened.sets.count > 1 {
      let sets = opened.sets.joined(separator: ", ")
      lines.append(
        Text(
          en: "set: \(opened.set), of \(sets) (--set NAME)",
          vi: "bộ: \(opened.set), trong \(sets) (--set TÊN)"
        )
      )
    } else if !opened.set.isEmpty {
      lines.append(Text(en: "set: \(opened.set)", vi: "bộ: \(opened.set)"))
    }
    if !opened.wrapper.isEmpty {
      lines.append(
        Text(
          en: "wrapper: \(opened.wrapper) before every block",
          vi: "lớp bọc: \(opened.wrapper) trước mọi khối"
        )
      )
    }
    lines += tensors(opened.coverage)
    lines += opened.opaqueBlocks.map { .notFolded($0) }
    lines += DamageWarning.first(of: opened.tensorFaults().map(\.words)).map {
      Text(en: "damage: ", vi: "hỏng: ") + $0
    }
    return lines + opened.warnings.map { .warning($0.words) }
  }

  /// How many tensors went where, and the first of those that were ignored though they are no counters of norms.
  private func tensors(_ coverage: Coverage) -> [Text] {
    var parts = [
      Text(en: "\(coverage.found) found", vi: "thấy \(coverage.found)"),
      Text(en: "\(coverage.taken) used", vi: "dùng \(coverage.taken)"),
      Text(en: "0 missing", vi: "thiếu 0"),
    ]
    if !coverage.ignored.isEmpty {
      let count = coverage.ignored.count
      parts.append(Text(en: "\(count) ignored", vi: "bỏ qua \(count)"))
    }
    if !coverage.opaque.isEmpty {
      let count = coverage.opaque.count
      parts.append(Text(en: "\(count) opaque", vi: "không rõ \(count)"))
    }
    let telling = coverage.ignored.filter { !$0.hasSuffix(".num_batches_tracked") }
    return [Text(en: "tensors: ", vi: "tensor: ") + parts.joined(separator: ", ")]
      + (telling.isEmpty
        ? [] : [Text(en: "ignored: ", vi: "bỏ qua: ") + Text(first: 8, of: telling)])
  }
}
