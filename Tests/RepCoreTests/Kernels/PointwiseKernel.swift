import CPlatform

@testable import RepCore

extension InstructionSet {
  /// What the kernel at `path` makes of `values`, in place on a map of one row; filled up with zeros.
  func pointwise(
    _ path: KeyPath<cp_kernel_set, cp_kernel>,
    _ values: [Float],
    slope: Float = 0
  ) -> [Float] {
    let width = (values.count + 15) / 16
    var padded = values + Array(repeating: 0, count: width * 16 - values.count)
    padded.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress else { return }
      let map = cp_map(
        origin: start,
        picture: width * 16,
        block: width * 16,
        row: width * 16,
        pixel: 16,
        halo: 0
      )
      var task = cp_pointwise(
        input: map,
        other: map,
        output: map,
        scale: UnsafePointer(start),
        shift: UnsafePointer(start),
        batch: 1,
        blocks: 1,
        height: 1,
        width: width,
        unit_rows: 1,
        relu: 0,
        slope: slope
      )
      kernels[keyPath: path](&task, 0, start)
    }
    return Array(padded.prefix(values.count))
  }
}

/// Floats of all signs and exponents, and closely those around zero; finite ones only.
let floatsOfAllMagnitudes: [Float] = {
  // Every 4099th bit pattern: some thousand fractions of each exponent.
  let patterns = stride(from: UInt32(0), through: .max, by: 4099).map { Float(bitPattern: $0) }
  let near = stride(from: Float(-90), through: 90, by: 0.001).map { $0 }
  return (patterns + near).filter(\.isFinite)
}()
