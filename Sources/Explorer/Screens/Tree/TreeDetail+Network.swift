internal import Canvas
internal import RepCore
internal import Words

extension TreeDetail {
  /// The network as a whole: its file, both forms, times and where it comes from.
  var network: [StyledLine] {
    let (stored, deployed) = (shared.document.stored, shared.document.deployed)
    var lines = FileAccount(shared: shared, pen: pen, width: width).warnings
    lines += shared.document.isSeparate ? separate : chain(stored)
    lines.append(pair(TreeWords.fileHolds, word(TreeWords.holds(stored.form))))
    lines += [blank, heading(TreeWords.heading(.train, sum: sum))]
    lines +=
      shared.document.hasTrainingForm ? counts(stored) : wrapped(TreeWords.notInFile)
    lines += [blank, heading(TreeWords.heading(.deploy, sum: sum))] + counts(deployed)
    if shared.document.hasTrainingForm, deployed.macs() > 0 {
      let ratio = Double(stored.macs()) / Double(deployed.macs())
      lines.append(pair(TreeWords.saved, "\(Numbers.fixed(ratio, 3))\(times)"))
    }
    return lines + timeLines + tensors + provenance
  }

  /// What numbers of blocks that stand alone are sums of; nil for a chain.
  private var sum: Text? {
    shared.document.isSeparate
      ? TreeWords.sum(allRun: shared.document.stored.firstObstacle == nil) : nil
  }

  private func chain(_ architecture: Architecture) -> [StyledLine] {
    let input = architecture.input
    return [
      pair(TreeWords.input, "\(input.channels)\(times)\(input.height)\(times)\(input.width)"),
      pair(TreeWords.classes, "\(architecture.classes)"),
    ]
  }

  private var separate: [StyledLine] {
    let document = shared.document
    return word(document.separateTitle).wrapped(to: width).map {
      StyledLine($0, pen.palette.accent)
    } + wrapped(TreeWords.separate(document.trialExtent))
  }

  /// What became of the file's tensors, in brief.
  private var tensors: [StyledLine] {
    guard let coverage = shared.document.opened?.coverage else { return [] }
    let opaque =
      coverage.opaque.isEmpty ? [] : [pair(TreeWords.opaqueTensors, "\(coverage.opaque.count)")]
    return [
      blank, heading(TreeWords.tensors),
      pair(TreeWords.used, word(TreeWords.count(coverage.taken, of: coverage.found))),
    ] + opaque
  }

  private func counts(_ architecture: Architecture) -> [StyledLine] {
    counts(parameters: architecture.parameters, macs: architecture.macs())
  }

  /// Parameters and multiply-adds as lines.
  func counts(parameters: Int, macs: Int) -> [StyledLine] {
    [
      pair(TreeWords.parameters, Numbers.grouped(parameters)),
      pair(TreeWords.multiplyAdds, Numbers.grouped(macs)),
    ]
  }

  private var provenance: [StyledLine] {
    let network = shared.document.network
    var lines: [StyledLine] = []
    if let source = network.sourceWords, !shared.document.isSeparate {
      lines += [blank, heading(TreeWords.source)] + wrapped(source)
    }
    if !network.assumptions.isEmpty {
      lines += [blank, heading(TreeWords.assumed)]
      lines += network.assumptions.flatMap { wrapped($0.words) }
    }
    return lines
  }

  private var timeLines: [StyledLine] {
    let timings = Form.allCases.compactMap { form in
      shared.live.timing(of: form).map { (form, $0) }
    }
    guard !timings.isEmpty else {
      if !shared.document.isSeparate, let block = shared.document.stored.firstObstacle,
        let reason = block.obstacleWords
      {
        return [blank] + wrapped(TreeWords.noTimes(block.title, reason))
      }
      return [blank] + wrapped(TreeWords.noTimes(shared.live))
    }
    let title = timings.contains { $0.1.isSample } ? TreeWords.sample : TreeWords.measured
    return [blank, heading(title + (sum.map { Text(name: ", ") + $0 } ?? .none))]
      + timings.map { form, _ in
        let time = shared.microseconds(of: .network, in: form) ?? 0
        return pair(form.word, pen.duration(microseconds: time))
      }
  }

  /// Both forms' times of a block, or why it does not run.
  func times(of path: BlockPath) -> [StyledLine] {
    if let reason = shared.document.shape(of: path, in: shared.form)?.obstacleWords {
      return [blank, heading(TreeWords.onlyFolds)] + wrapped(reason)
    }
    let times = Form.allCases.compactMap { form in
      shared.microseconds(of: .block(path), in: form).map { (form, $0) }
    }
    guard !times.isEmpty else { return [] }
    let isSample = shared.live.timing(of: shared.form)?.isSample ?? false
    let title =
      isSample ? TreeWords.sample : TreeWords.time + Text(name: ", ") + TreeWords.measured
    return [blank, heading(title)]
      + times.map { form, time in
        pair(Text(name: "  ") + form.word, pen.duration(microseconds: time))
      }
  }
}
