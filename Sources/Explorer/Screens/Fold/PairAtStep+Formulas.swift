internal import RepCore
internal import Words

// What the step does to the pair, as equations with its own numbers.

extension PairAtStep {
  /// The lines beside the kernels, but for those of the check, which another thread finds out.
  var formulas: [FoldFormula] {
    switch step {
    case .asStored: stored
    case .normsFolded: norms
    case .padded: widened
    case .summed: sums
    case .sumNormFolded: postNorm
    case .checked: compared
    }
  }

  /// `tap (1,1)`, or `weight` of a kernel that is one number.
  var tapName: Text {
    let side = equation.side
    return side > 1 ? FoldWords.tap(row: tap / side, column: tap % side) : EquationWords.weight
  }

  // MARK: As stored

  private var stored: [FoldFormula] {
    guard shape.form == .train else {
      return [
        FoldFormula.remark(EquationWords.branchesAreGone),
        FoldFormula.remark(FoldWords.nothingToFold),
      ]
    }
    let branches = fold.block.branches.flatMap { branch in
      [
        FoldFormula.heading(FoldWords.holding(branch, window: shape.kernelSize(of: branch.role))),
        FoldFormula.equation(norm(branch.norm)),
      ]
    }
    let behind =
      fold.block.postNorm.map {
        [FoldFormula.heading(BlockWords.normOfSum), FoldFormula.equation(norm($0))]
      } ?? []
    return [FoldFormula.remark(FoldWords.asStored)] + branches + behind
  }

  private func norm(_ norm: BatchNorm?) -> Text {
    norm.map {
      FoldWords.numbers(
        NormNumbers($0, channel: pair.output),
        epsilon: "\($0.shape.epsilon)"
      )
    } ?? FoldWords.noNorm
  }

  // MARK: Norms

  private var norms: [FoldFormula] {
    let own = fold.block.branches.contains { $0.bias != nil } ? FoldWords.ownBias : nil
    return [FoldFormula.remark(FoldWords.normsFolded)] + rules(own: own)
      + fold.branches.indices.flatMap { index in
        [FoldFormula.heading(fold.branches[index].id.words)] + folding(index)
      }
  }

  /// What a norm makes of the numbers behind it, in letters.
  private func rules(own: Text?) -> [FoldFormula] {
    [FoldFormula.rule(NormWords.scaleFormula), .rule(FoldWords.biasRule(own: own))]
  }

  private func folding(_ index: Int) -> [FoldFormula] {
    let (branch, term) = (fold.block.branches[index], equation.terms[index])
    guard let norm = branch.norm else { return [FoldFormula.equation(FoldWords.staysAsItIs)] }
    let own = branch.bias?.double(at: pair.output)
    let lines = FoldFormula.norm(norm, fold.branches[index].norm, channel: pair.output, own: own)
    guard let scale = term.scale, let result = tap(of: term) else { return lines }
    return lines + [FoldFormula.tap(tapName, term.stored[tap], times: scale, gives: result)]
  }

  // MARK: Kernels of one width

  private var widened: [FoldFormula] {
    let small = equation.terms.contains { $0.isPadded && $0.role.hasKernel }
    let roles = Set(equation.terms.map(\.role))
    var lines = small ? [FoldFormula.remark(FoldWords.padded(window: shape.window))] : []
    if roles.contains(.identity) {
      lines += [FoldFormula.remark(FoldWords.identity)] + diagonal(.identity)
    }
    if roles.contains(.average) {
      lines += [FoldFormula.remark(FoldWords.average(window: shape.window))] + diagonal(.average)
    }
    return lines
  }

  /// Which input an output channel sees of itself, with groups, and what that is for the pair.
  private func diagonal(_ role: BranchRole) -> [FoldFormula] {
    let width = shape.inputChannels / shape.groups
    let own = pair.output % width
    let place =
      shape.groups > 1
      ? [
        FoldFormula.equation(
          FoldWords.ownInput(pair.output, group: group, width: width)
        )
      ] : []
    let terms = equation.terms.filter { $0.role == role }
    guard own == pair.input else {
      return place + [FoldFormula.equation(FoldWords.otherChannel(shape.inputChannel(of: pair)))]
    }
    return place
      + terms.compactMap { term in
        let taps = term.stored
        guard let one = taps.first(where: { $0 != 0 }), let scale = term.scale else { return nil }
        let name = FoldWords.ownTaps(term.name, count: taps.count { $0 != 0 })
        return FoldFormula.tap(name, one, times: scale, gives: one * scale)
      }
  }

  private var group: (number: Int, count: Int) { (shape.group(of: pair.output), shape.groups) }

  // MARK: The sum

  private var sums: [FoldFormula] {
    let (terms, tap) = (equation.terms, self.tap)
    let outer =
      equation.outerTaps.map { [FoldFormula.remark(EquationWords.outerTapsAlone($0))] } ?? []
    return [
      FoldFormula.remark(FoldWords.summed),
      FoldFormula.sum(
        tapName,
        of: terms.map { ($0.name, $0.scaled[tap]) },
        gives: equation.folded[tap]
      ),
      FoldFormula.sum(
        Text(name: "bias"),
        of: terms.map { ($0.name, $0.bias) },
        gives: equation.bias
      ),
    ] + outer
  }

  private var postNorm: [FoldFormula] {
    guard let norm = fold.block.postNorm, let scale = equation.post?.scale else { return [] }
    let before = equation.beforePostNorm
    return [FoldFormula.remark(FoldWords.sumNormFolded)] + rules(own: EquationWords.sum)
      + FoldFormula.norm(
        norm,
        fold.postNorm,
        channel: pair.output,
        own: before.bias
      )
      + [FoldFormula.tap(tapName, before.folded[tap], times: scale, gives: equation.folded[tap])]
  }

  // MARK: The check

  private var compared: [FoldFormula] {
    let extent = shape.smallestMap
    var lines = [
      FoldFormula.remark(FoldWords.compared("\(shape.inputChannels)x\(extent)x\(extent)"))
    ]
    if shape.squeezeExcite != nil { lines.append(FoldFormula.remark(FoldWords.exciteStays)) }
    if let reason = shape.obstacleWords {
      lines.append(FoldFormula.remark(FoldWords.doesNotRun(reason)))
    }
    return lines
  }
}
