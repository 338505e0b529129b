internal import CPlatform

/// The kernels of one instruction set, as a value that other threads may have.
///
/// Its pointers are functions, which nobody changes.
@safe struct KernelTable: @unchecked Sendable {
  let kernels: cp_kernel_set

  init(_ set: InstructionSet) { kernels = set.kernels }
}
