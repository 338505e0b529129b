internal import CPlatform

/// A plan bound to memory: kernels and their arguments in order, ready to be run.
///
/// Everything is fixed after `init` but the address of the pictures, which the session sets between
/// runs.
@safe final class Program: @unchecked Sendable {
  /// All kernels with their arguments, in order of execution.
  let list: TaskList
  /// The tasks of each step of the plan.
  let steps: [Range<Int>]
  private let arena: Arena
  private let offsets: [Int]
  private let weights: Storage
  private let inputs: [PictureReader]
  /// `N x ceil(classes/16) x 16`.
  let output: UnsafeMutablePointer<Float>

  /// Binds `plan`.
  ///
  /// - Throws: `MemoryError` with all that a session takes beside its weights: activations and what each
  ///   thread has for itself.
  init(_ plan: Plan) throws(MemoryError) {
    let pitch = (plan.scratchCount + 1023) / 1024 * 1024
    let scratch = (plan.arena.size + 4095) / 4096 * 4096
    let size = scratch + plan.threads * pitch * MemoryLayout<Float>.stride
    let purpose = MemoryPurpose.session
    try Memory.require(size, for: purpose)
    guard let arena = Arena(size: size) else { throw MemoryError(bytes: size, purpose: purpose) }
    var binder = Binder(plan: plan, arena: arena)
    var steps: [Range<Int>] = []
    for (index, node) in plan.nodes.enumerated() {
      let first = binder.tasks.count
      binder.bind(node.work, isFresh: plan.arena.isFresh[index])
      steps.append(first..<(binder.tasks.count))
    }
    inputs = binder.inputs
    list = TaskList(binder.tasks, in: arena, scratch: scratch, scratchPitch: pitch)
    self.steps = steps
    self.arena = arena
    offsets = plan.arena.offsets
    weights = plan.weights
    unsafe output = arena.floats(at: plan.arena.offsets[plan.output])
  }

  /// Where the pictures of the next run lie; they must stay there until it is over.
  func setInput(_ source: UnsafePointer<Float>) {
    for input in inputs { unsafe input.read(from: source) }
  }

  /// The values of a blocked map as `N x C x H x W`, as long as no later step reused its memory.
  func copy(_ buffer: BufferID, _ layout: MapLayout) -> Tensor {
    precondition(!layout.isPlanar, "planes of pictures are nobody's map")
    let origin = unsafe arena.floats(at: offsets[buffer]) + layout.originOffset
    var values: [Float] = []
    values.reserveCapacity(layout.batch * layout.channels * layout.height * layout.width)
    for picture in 0..<layout.batch {
      for channel in 0..<layout.channels {
        let (block, lane) = (channel / MapLayout.block, channel % MapLayout.block)
        let plane = picture * layout.picturePitch + block * layout.blockPitch + lane
        for row in 0..<layout.height {
          let start = plane + row * layout.rowPitch
          for column in 0..<layout.width {
            values.append(unsafe origin[start + column * layout.pixelPitch])
          }
        }
      }
    }
    let shape = [layout.batch, layout.channels, layout.height, layout.width]
    return Tensor(values, shape: shape)
  }
}
