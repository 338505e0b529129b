internal import Canvas
internal import RepCore
internal import Words

// Where the numbers of a folded block come from: taps, scales, biases.

extension Explanation {
  /// A tap of a folded kernel, counted row by row; `input` counts inside the output channel's group.
  static func tap(_ tap: Int, of fold: BlockFold, output: Int, input: Int) -> Explanation {
    let side = fold.block.shape.kernelSize
    let name = Text(
      en: "folded tap (\(tap / side),\(tap % side))",
      vi: "ô đã gộp (\(tap / side),\(tap % side))"
    )
    let parts = fold.branches.map { branch in
      let whole = branch.scaledKernel(output: output, input: input)[tap]
      let stored = branch.paddedKernel(output: output, input: input)[tap]
      return Part(scaled(whole, stored, of: branch, in: fold.block, output: output))
    }
    let pair = "pair \(output) \(input)"
    return behindNorm(
      name,
      sum: parts,
      fold,
      output: output,
      place: "select \(fold.block.path); \(pair); screen kernels"
    )
  }

  /// The bias of an output channel of a folded block.
  static func bias(of fold: BlockFold, output: Int) -> Explanation {
    let name = Text(en: "folded bias of out \(output)", vi: "bias đã gộp của kênh ra \(output)")
    let parts = zip(fold.block.branches, fold.branches).map { branch, folded in
      Part(bias(of: branch, folded, output: output))
    }
    return behindNorm(
      name,
      sum: parts,
      fold,
      output: output,
      shift: true,
      place: "select \(fold.block.path); channel \(output); screen block"
    )
  }

  /// The scale of a branch's norm at an output channel; nil where it has no norm.
  static func scale(of branch: Branch, output: Int) -> Explanation? {
    branch.norm.map { normScale($0, output, branch.id.words) }
  }

  /// A sum of branches; where a norm stands behind it, what that makes of the sum.
  private static func behindNorm(
    _ name: Text,
    sum parts: [Part],
    _ fold: BlockFold,
    output: Int,
    shift: Bool = false,
    place: String
  ) -> Explanation {
    let total = parts.reduce(0) { $0 + $1.value }
    guard let norm = fold.block.postNorm else {
      return Explanation(
        name: name,
        value: total,
        unit: .weight,
        combination: .sum,
        parts: parts,
        place: place
      )
    }
    let words = Text(en: "norm behind the sum", vi: "norm sau tổng")
    let inner = Explanation(
      name: Text(en: "sum of branches", vi: "tổng các nhánh"),
      value: total,
      unit: .weight,
      combination: .sum,
      parts: parts
    )
    let scaled = Explanation(
      name: Text(en: "scaled sum", vi: "tổng đã nhân"),
      value: total * fold.postNorm.scale[output],
      unit: .weight,
      combination: .product,
      parts: [Part(inner), Part(normScale(norm, output, words))]
    )
    guard shift else {
      return Explanation(
        name: name,
        value: scaled.value,
        unit: .weight,
        combination: .product,
        parts: scaled.parts,
        place: place
      )
    }
    return Explanation(
      name: name,
      value: scaled.value + fold.postNorm.shift[output],
      unit: .weight,
      combination: .sum,
      parts: [Part(scaled), Part(normShift(norm, output, words))],
      place: place
    )
  }

  /// What a branch gives to a tap: the tap as stored, times the scale of the branch's norm.
  private static func scaled(
    _ whole: Double,
    _ stored: Double,
    of fold: BranchFold,
    in block: Block,
    output: Int
  ) -> Explanation {
    let branch = block.branches.first { $0.id == fold.id }
    return Explanation(
      name: fold.id.words,
      value: whole,
      unit: .weight,
      combination: .product,
      parts: [Part(storedName(fold), stored), scalePart(of: branch, fold, output: output)],
      remark: origin(fold)
    )
  }

  /// The factor that a branch's norm gives it; one where it has no norm.
  private static func scalePart(of branch: Branch?, _ fold: BranchFold, output: Int) -> Part {
    branch.flatMap { scale(of: $0, output: output) }.map { Part($0) }
      ?? Part(Text(en: "no norm, so", vi: "không có norm, nên"), fold.scale[output])
  }

  private static func storedName(_ fold: BranchFold) -> Text {
    fold.role.hasKernel
      ? Text(en: "as stored", vi: "như đã lưu") : Text(en: "as a kernel", vi: "viết thành kernel")
  }

  /// Where a tap comes from that no file stores.
  private static func origin(_ fold: BranchFold) -> Text {
    switch fold.role {
    case .identity:
      Text(
        en: "an identity is a kernel with 1 in the middle of the channel's own kernel, else 0",
        vi: "identity là kernel có 1 ở giữa kernel của chính kênh đó, còn lại là 0"
      )
    case .average:
      Text(
        en: "an average is a kernel of each channel alone, all taps alike",
        vi: "trung bình là kernel riêng của từng kênh, mọi ô như nhau"
      )
    case .dense, .pointwise, .folded:
      fold.isPadded
        ? Text(
          en: "around a smaller kernel stand zeros",
          vi: "quanh kernel nhỏ hơn là các số 0"
        ) : .none
    }
  }
}

// MARK: - Norms

extension Explanation {
  private static func normScale(_ norm: BatchNorm, _ channel: Int, _ of: Text) -> Explanation {
    let fold = NormFold(norm)
    return Explanation(
      name: Text(en: "scale of ", vi: "hệ số tỉ lệ của ") + of,
      value: fold.scale[channel],
      unit: .weight,
      combination: .normScale,
      parts: [
        Part(Text(name: "gamma"), norm.gamma?.double(at: channel) ?? 1),
        Part(Text(en: "variance", vi: "phương sai"), norm.variance.double(at: channel), .quantity),
        Part(Text(name: "eps"), norm.shape.epsilon, .quantity),
      ],
      remark: norm.shape.isAffine
        ? .none
        : Text(
          en: "a norm without gamma and beta: 1 and 0",
          vi: "norm không có gamma, beta: 1 và 0"
        )
    )
  }

  private static func normShift(_ norm: BatchNorm, _ channel: Int, _ of: Text) -> Explanation {
    let fold = NormFold(norm)
    return Explanation(
      name: Text(en: "shift of ", vi: "độ dời của ") + of,
      value: fold.shift[channel],
      unit: .weight,
      combination: .normShift,
      parts: [
        Part(Text(name: "beta"), norm.beta?.double(at: channel) ?? 0),
        Part(Text(name: "mean"), norm.mean.double(at: channel)),
        Part(normScale(norm, channel, of)),
      ]
    )
  }

  /// What a branch gives to the bias: the convolution's own through the norm, and the norm's shift.
  private static func bias(of branch: Branch, _ fold: BranchFold, output: Int) -> Explanation {
    let own = branch.bias?.double(at: output) ?? 0
    let words = branch.id.words
    let through = Explanation(
      name: Text(en: "own bias", vi: "bias riêng"),
      value: fold.scale[output] * own,
      unit: .weight,
      combination: .product,
      parts: [Part(storedName(fold), own), scalePart(of: branch, fold, output: output)]
    )
    let shift = branch.norm.map { Part(normShift($0, output, words)) }
    return Explanation(
      name: words,
      value: fold.bias[output],
      unit: .weight,
      combination: .sum,
      parts: branch.bias == nil && shift == nil
        ? [Part(Text(en: "no bias", vi: "không có bias"), 0)]
        : (branch.bias == nil ? [] : [Part(through)]) + (shift.map { [$0] } ?? [])
    )
  }
}
