internal import CPlatform

// What bounds every kernel: products in registers alone, and passes over memory.

// As many sums as the registers hold beside the factor and the addend: more than products take from one to
// the next, so that none waits for another.
#if KERNELS_V4
  let trialSums = 12
  private typealias Sums = InlineArray<12, Lanes>
#elseif KERNELS_V3 || arch(arm64)
  let trialSums = 6
  private typealias Sums = InlineArray<6, Lanes>
#else
  let trialSums = 3
  private typealias Sums = InlineArray<3, Lanes>
#endif

// Eight registers of sums, whatever their width: an addition takes several cycles, and several are begun in
// each.
#if KERNELS_V4
  private let readSums = 8
  private typealias ReadSums = InlineArray<8, Lanes>
#elseif KERNELS_V3
  private let readSums = 4
  private typealias ReadSums = InlineArray<4, Lanes>
#else
  private let readSums = 2
  private typealias ReadSums = InlineArray<2, Lanes>
#endif

/// `cp_trial`: nothing but products, each added to a sum of its own.
func trialProducts(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_trial.self)
  let factor = Lanes(repeating: task.pointee.factor)
  let addend = Lanes(repeating: task.pointee.addend)
  var sums = Sums(repeating: .zero)
  for _ in 0..<task.pointee.rounds {
    for sum in 0..<trialSums { sums[sum] = plus(addend, sums[sum], factor) }
  }
  let results = task.pointee.results + unit &* trialSums &* 16
  for sum in 0..<trialSums { store(sums[sum], results + sum &* 16) }
}

/// `cp_trial`: reads a unit's values again and again.
func trialReads(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_trial.self)
  let count = task.pointee.unit_values
  let values = task.pointee.values + unit &* count
  var sums = ReadSums(repeating: .zero)
  for _ in 0..<task.pointee.rounds {
    var index = 0
    while index < count {
      for sum in 0..<readSums { sums[sum] += lanes(values + (index &+ sum &* 16)) }
      index &+= readSums &* 16
    }
  }
  var total = Lanes.zero
  for sum in 0..<readSums { total += sums[sum] }
  store(total, task.pointee.results + unit &* 16)
}

/// `cp_trial`: reads two arrays and writes a third, the triad of the STREAM benchmark.
func trialTriad(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_trial.self)
  let (count, part) = (task.pointee.unit_values, task.pointee.part)
  let factor = Lanes(repeating: task.pointee.factor)
  let first = task.pointee.values + unit &* count
  let (second, third) = (first + part, first + 2 &* part)
  for _ in 0..<task.pointee.rounds {
    var index = 0
    while index < count {
      store(plus(lanes(second + index), lanes(third + index), factor), first + index)
      index &+= 16
    }
  }
}
