/// A buffer of activations, by its number in the plan.
typealias BufferID = Int

/// A buffer while the plan is made.
struct PlanBuffer: Sendable {
  var layout: MapLayout
  var purpose = Purpose.map

  /// What a buffer holds.
  enum Purpose: Hashable, Sendable {
    /// A map, or the vector that is left of one: what any engine keeps that works step by step.
    case map
    /// The transformed input of Winograd's algorithm, inside one step.
    case winogradValues
    /// Means, hidden values and gates of squeeze-excite, inside one step.
    case gates
  }
}

/// A step with what the engine needs to run it.
struct Node: Sendable {
  let step: PlanStep
  let work: Work
}

/// The work of one step over buffers and packed weights.
enum Work: Sendable {
  case input(output: BufferID)
  case convolution(ConvolutionWork)
  /// `output = input * scale + shift`, vectors at these places of the packed weights.
  case scaleShift(input: BufferID, output: BufferID, scale: PackedRange, shift: PackedRange)
  case add(input: BufferID, other: BufferID)
  /// An activation in place.
  case activate(BufferID, ActivationWork)
  case squeezeExcite(SqueezeExciteWork)
  case pool(input: BufferID, output: BufferID)
  case linear(input: BufferID, output: BufferID, weights: PackedRange, bias: PackedRange)

  /// Every buffer that the work reads or writes.
  var buffers: [BufferID] {
    switch self {
    case .input(let output): [output]
    case .convolution(let work): work.buffers
    case .scaleShift(let input, let output, _, _): [input, output]
    case .add(let input, let other): [input, other]
    case .activate(let map, _): [map]
    case .squeezeExcite(let work): [work.map, work.means, work.hidden, work.gates]
    case .pool(let input, let output), .linear(let input, let output, _, _): [input, output]
    }
  }
}

extension Work {
  /// Every buffer that the work writes, in place or anew.
  var outputs: [BufferID] {
    switch self {
    case .input(let output): [output]
    case .convolution(let work): [work.output] + (work.means.map { [$0] } ?? [])
    case .scaleShift(_, let output, _, _): [output]
    case .add(let sum, _): [sum]
    case .activate(let map, _): [map]
    case .squeezeExcite(let work): [work.map]
    case .pool(_, let output), .linear(_, let output, _, _): [output]
    }
  }

  /// The map that the work reads first; nil for what reads the pictures themselves.
  var firstInput: BufferID? {
    switch self {
    case .input: nil
    case .convolution(let work): if case .stem = work.method { nil } else { work.input }
    case .scaleShift(let input, _, _, _): input
    case .add(let sum, _): sum
    case .activate(let map, _): map
    case .squeezeExcite(let work): work.map
    case .pool(let input, _), .linear(let input, _, _, _): input
    }
  }

  /// Floats that each thread needs for itself.
  var scratchCount: Int {
    guard case .convolution(let work) = self else { return 0 }
    return work.method.ownCount
  }
}

/// What a convolution's kernels need beside its window.
enum ConvolutionMethod: Sendable {
  case direct(ConvolutionSplit)
  /// From the pictures themselves; the work's input is no buffer of the arena then.
  case stem(StemLayout)
  case depthwise
  /// `values` is the transformed input, where the threads share it.
  case winograd(WinogradLayout, values: BufferID?)

  var buffers: [BufferID] {
    guard case .winograd(_, .some(let values)) = self else { return [] }
    return [values]
  }

  /// Floats of each thread's own memory.
  var ownCount: Int {
    switch self {
    case .direct, .depthwise: 0
    case .stem(let layout): layout.ownCount
    case .winograd(let layout, _): layout.ownCount
    }
  }

  /// Whether each unit of work makes whole planes, whose means it then knows.
  var makesWholePlanes: Bool {
    switch self {
    case .direct(let split): split.hasWholePlanes
    case .stem, .depthwise: false
    case .winograd(let layout, _): layout.tileBlocks.count == 1
    }
  }
}

/// A convolution with its packed weights.
struct ConvolutionWork: Sendable {
  let input: BufferID
  let output: BufferID
  let shape: ConvolutionShape
  let choice: ConvolutionChoice
  let method: ConvolutionMethod
  let weights: PackedRange
  let bias: PackedRange
  /// Whether the result is added to what the output holds.
  let addsToOutput: Bool
  let isRectified: Bool
  /// Where the mean of each output channel goes, if it is wanted and the method makes whole planes.
  var means: BufferID?

  /// Every buffer that the work reads or writes.
  var buffers: [BufferID] {
    let maps = if case .stem = method { [output] } else { [input, output] }
    return maps + method.buffers + (means.map { [$0] } ?? [])
  }
}

/// Squeeze-excite in place on `map`.
struct SqueezeExciteWork: Sendable {
  let map: BufferID
  let means: BufferID
  let hidden: BufferID
  let gates: BufferID
  let reduceKernel: PackedRange
  let reduceBias: PackedRange
  let expandKernel: PackedRange
  let expandBias: PackedRange
  let isRectified: Bool
}
