internal import CPlatform

/// One pixel of one channel block, or one input channel's weights for 16 output channels.
///
/// A blocked map is `N x C/16 x H x W x 16`.
typealias Lanes = SIMD16<Float>

typealias Row = UnsafeMutablePointer<Float>

@inline(__always)
func lanes(_ pointer: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(pointer).load(as: Lanes.self)
}

@inline(__always)
func lanes(_ pointer: Row) -> Lanes { lanes(UnsafePointer(pointer)) }

@inline(__always)
func store(_ value: Lanes, _ pointer: Row) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Lanes.self)
}

@inline(__always)
func greater(_ left: Lanes, _ right: Lanes) -> Lanes {
  left.replacing(with: right, where: left .< right)
}

@inline(__always)
func lesser(_ left: Lanes, _ right: Lanes) -> Lanes {
  left.replacing(with: right, where: right .< left)
}

@inline(__always)
func smaller(_ left: Int, _ right: Int) -> Int { left < right ? left : right }

/// `sum + left * right` with one rounding where the CPU has it.
@inline(__always)
func plus(_ sum: Lanes, _ left: Lanes, _ right: Lanes) -> Lanes {
  #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
    cp_multiply_add(sum, left, right)
  #else
    sum + left * right
  #endif
}

/// Where row `row` of a plane starts.
@inline(__always)
func address(_ map: cp_map, _ picture: Int, _ block: Int, _ row: Int) -> Row {
  map.origin + (picture &* map.picture &+ block &* map.block &+ row &* map.row)
}
