internal import CPlatform

private typealias Doubles = SIMD16<Double>

/// `cp_winograd_weights`: `G g G'` for every kernel of a group, in double, rounded once.
///
/// The unit is the group. The row of a finite point p in G is (1, p, p²) / N with N the product of p's distances to the other
/// points of the largest tile of the family, that of ∞ is (0, 0, 1). With stride 2 the outer taps alone are
/// transformed and the middle one is a row of its own.
func winogradWeights(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_winograd_weights.self)
  switch FamilyPair(task.pointee.family) {
  case .f2: pack(task, unit, taps(FamilyF2.self), taps(FamilyF2.self))
  case .f4: pack(task, unit, taps(FamilyF4.self), taps(FamilyF4.self))
  case .f6: pack(task, unit, taps(FamilyF6.self), taps(FamilyF6.self))
  case .p2: pack(task, unit, taps(FamilyP2.self), taps(FamilyP2.self))
  case .p4: pack(task, unit, taps(FamilyP4.self), taps(FamilyP4.self))
  case .f4f6: pack(task, unit, taps(FamilyF4.self), taps(FamilyF6.self))
  case .p4p2: pack(task, unit, taps(FamilyP4.self), taps(FamilyP2.self))
  }
}

/// G: for each point the factors of the three taps.
private typealias Taps = InlineArray<8, InlineArray<3, Double>>

@inline(__always)
private func taps<Family: WinogradFamily>(_ family: Family.Type) -> Taps {
  var taps = Taps(repeating: .init(repeating: 0))
  let hasZero = Family.stride == 1
  let infinity = hasZero ? 1 : 0
  taps[infinity][2] = 1
  for index in 0..<Family.Points.count {
    let point = Double(Family.Points.point(index, hasZero: hasZero))
    var distances = 1.0
    for other in 0..<Family.Points.count where other != index {
      distances *= point - Double(Family.Points.point(other, hasZero: hasZero))
    }
    let row = index < infinity ? index : index &+ 1
    taps[row][0] = 1 / distances
    taps[row][1] = hasZero ? point / distances : 0
    taps[row][2] = (hasZero ? point * point : point) / distances
  }
  if !hasZero { taps[Family.Large.points][1] = 1 }
  return taps
}

@inline(__always)
private func pack(
  _ task: UnsafePointer<cp_winograd_weights>,
  _ unit: Int,
  _ rows: Taps,
  _ columns: Taps
) {
  let group = task.pointee.groups[unit]
  let depth = (task.pointee.depth_channels &+ 15) / 16 &* 16
  let plane = depth &* group.blocks &* 16
  for block in 0..<group.blocks {
    let first = (group.first_block &+ block) &* 16
    let outputs = smaller(16, task.pointee.output_channels &- first)
    for channel in 0..<task.pointee.depth_channels {
      let target =
        task.pointee.target + (group.weights &+ (channel &* group.blocks &+ block) &* 16)
      packKernels(task, rows, columns, first, outputs, channel, target, plane)
    }
  }
}

/// The kernels of one input channel for up to sixteen output channels from `first` on.
@inline(__always)
private func packKernels(
  _ task: UnsafePointer<cp_winograd_weights>,
  _ rows: Taps,
  _ columns: Taps,
  _ first: Int,
  _ outputs: Int,
  _ channel: Int,
  _ target: Row,
  _ plane: Int
) {
  var kernels = InlineArray<9, Doubles>(repeating: .zero)
  let pitch = task.pointee.depth_channels &* 9
  let source = task.pointee.source + (first &* pitch &+ channel &* 9)
  for output in 0..<outputs {
    for tap in 0..<9 { kernels[tap][output] = Double(source[output &* pitch &+ tap]) }
  }
  for row in 0..<task.pointee.row_points {
    var half = InlineArray<3, Doubles>(repeating: .zero)
    for tap in 0..<3 {
      half[tap] =
        kernels[tap] * rows[row][0] + kernels[3 &+ tap] * rows[row][1]
        + kernels[6 &+ tap] * rows[row][2]
    }
    for column in 0..<task.pointee.column_points {
      let sum =
        half[0] * columns[column][0] + half[1] * columns[column][1] + half[2] * columns[column][2]
      // Lane by lane: the conversion of whole vectors is a function of the standard library.
      var rounded = Lanes.zero
      for output in 0..<16 { rounded[output] = Float(sum[output]) }
      store(rounded, target + (row &* task.pointee.column_points &+ column) &* plane)
    }
  }
}
