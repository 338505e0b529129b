internal import CPlatform

/// One call of a kernel for each unit.
@safe struct EngineTask {
  let kernel: cp_kernel
  let arguments: UnsafeRawPointer
  let units: Int

  init<Arguments>(
    _ kernel: @escaping cp_kernel,
    _ arguments: UnsafeMutablePointer<Arguments>,
    units: Int
  ) {
    unsafe self.kernel = kernel
    unsafe self.arguments = UnsafeRawPointer(arguments)
    self.units = units
  }
}

/// Kernels with their arguments, and memory of each thread's own: what the threads of a pool run.
@safe final class TaskList: @unchecked Sendable {
  /// All tasks in order of execution.
  let tasks: [EngineTask]
  /// Holds the arguments, and whatever they point to.
  private let arena: Arena
  /// Memory of each thread, one after the other.
  private let scratch: UnsafeMutablePointer<Float>
  private let scratchPitch: Int

  /// Tasks whose arguments lie in `arena`.
  ///
  /// - Parameters:
  ///   - tasks: In order of execution.
  ///   - arena: Holds the arguments, and whatever they point to.
  ///   - scratch: Byte of the arena at which the threads' own memory starts.
  ///   - scratchPitch: Floats that each thread has there.
  init(_ tasks: [EngineTask], in arena: Arena, scratch: Int = 0, scratchPitch: Int = 0) {
    self.tasks = tasks
    self.arena = arena
    unsafe self.scratch = arena.floats(at: scratch)
    self.scratchPitch = scratchPitch
  }

  /// Runs one unit of a task on the thread of number `thread`.
  func run(task: Int, unit: Int, thread: Int) {
    let task = tasks[task]
    unsafe task.kernel(task.arguments, unit, scratch + thread * scratchPitch)
  }
}
