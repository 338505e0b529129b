internal import CPlatform

/// `cp_pointwise`: `output = max(input, 0)`.
func rectify(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  forEachPixel(arguments, unit) { value, _ in greater(value, .zero) }
}

/// `cp_pointwise`: `output = input < 0 ? slope * input : input`, LeakyReLU.
func leakyRectify(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  forEachPixel(arguments, unit) { value, slope in
    value.replacing(with: value * Lanes(repeating: slope), where: value .< Lanes.zero)
  }
}

/// `cp_pointwise`: `output = min(max(input, 0), 6)`, ReLU6.
func rectify6(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  forEachPixel(arguments, unit) { value, _ in
    lesser(greater(value, .zero), Lanes(repeating: 6))
  }
}

/// `cp_pointwise`: `output = input * min(max(input + 3, 0), 6) / 6`, Hardswish.
func hardswish(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  forEachPixel(arguments, unit) { value, _ in hardswish(value) }
}

/// Zero below -3, so that no zero meets an infinity; six sixths are one in float too, so that nothing
/// overflows.
@inline(__always)
private func hardswish(_ value: Lanes) -> Lanes {
  let raised = value + Lanes(repeating: 3)
  let share = lesser(greater(raised, .zero), Lanes(repeating: 6)) * Lanes(repeating: 1 / 6)
  return (value * share).replacing(with: Lanes.zero, where: value .< Lanes(repeating: -3))
}

/// Stores `body(value, slope)` for every pixel of the unit.
@inline(__always)
func forEachPixel(
  _ arguments: UnsafeRawPointer,
  _ unit: Int,
  _ body: (Lanes, Float) -> Lanes
) {
  let task = arguments.assumingMemoryBound(to: cp_pointwise.self)
  let slope = task.pointee.slope
  forEachRow(task, unit) { from, _, to, _, _, width in
    for pixel in 0..<width {
      store(body(lanes(from + pixel &* 16), slope), to + pixel &* 16)
    }
  }
}
