internal import CPlatform

/// How one ceiling is tried: what each unit does, and how many of them there are.
struct Trial: Hashable {
  let ceiling: Ceiling
  let units: Int
  /// How often a unit goes over its values, or multiplies.
  let rounds: Int
  /// Floats that a unit goes over; of products none.
  var unitValues = 0
  /// Floats from one array of the triad to the next.
  var part = 0

  /// FLOP or bytes of all units; a multiply-add is two FLOP.
  ///
  /// `sums` is how many vectors of 16 sums the kernels keep in registers.
  func amount(sums: Int) -> Double {
    let each =
      switch ceiling {
      case .peakOfOne, .peak: 2 * sums * MapLayout.block
      case .level1, .level2, .memory: unitValues * MemoryLayout<Float>.stride
      case .triad: 3 * unitValues * MemoryLayout<Float>.stride
      }
    return Double(units) * Double(rounds) * Double(each)
  }

  /// Floats of the values, and of the results.
  func extent(sums: Int) -> (values: Int, results: Int) {
    switch ceiling {
    case .peakOfOne, .peak: (0, units * sums * MapLayout.block)
    case .level1, .level2, .memory: (units * unitValues, units * MapLayout.block)
    case .triad: (2 * part + units * unitValues, 0)
    }
  }
}

extension Trial {
  /// A trial of each ceiling with so many threads, for caches of these sizes: each takes some milliseconds on
  /// a fast machine.
  static func all(threads: Int, caches: CacheSizes) -> [Trial] {
    // Half of a cache, because other things are in it too.
    let level1 = wholeValues(bytes: (caches.level1 ?? 32 << 10) / 2)
    let level2 = wholeValues(bytes: (caches.level2 ?? 256 << 10) / 2)
    // Far more than the last cache holds, within reason.
    let memory = min(max(4 * (caches.last ?? 0), 256 << 20), 1 << 30)
    let (piece, array) = (1 << 20, 1 << 18)
    let part = memory / 3 / piece * array
    return [
      Trial(ceiling: .peakOfOne, units: 8, rounds: 200_000),
      Trial(ceiling: .peak, units: 8 * threads, rounds: 200_000),
      Trial(
        ceiling: .level1,
        units: 4 * threads,
        rounds: passes(of: level1),
        unitValues: level1
      ),
      Trial(
        ceiling: .level2,
        units: 4 * threads,
        rounds: passes(of: level2) / 2,
        unitValues: level2
      ),
      Trial(ceiling: .memory, units: memory / piece, rounds: 1, unitValues: array),
      Trial(
        ceiling: .triad,
        units: part / array,
        rounds: 1,
        unitValues: array,
        part: part
      ),
    ]
  }

  /// Floats of so many bytes, as whole steps of the kernel.
  private static func wholeValues(bytes: Int) -> Int {
    let step = Int(CP_TRIAL_VALUES)
    return max(bytes / MemoryLayout<Float>.stride / step, 1) * step
  }

  /// Passes over so many floats that read some 200 MB.
  private static func passes(of values: Int) -> Int { max((200 << 20) / (4 * values), 1) }
}
