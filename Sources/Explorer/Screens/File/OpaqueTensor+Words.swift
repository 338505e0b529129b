internal import RepCore

/// `80x64x1x1`; a single value is `scalar`.
private func extents(of shape: [Int], _ times: String) -> String {
  shape.isEmpty ? "scalar" : shape.map(String.init).joined(separator: times)
}

extension OpaqueTensor {
  /// `80x64x1x1`; a single value is `scalar`.
  func extents(_ times: String) -> String { Explorer.extents(of: shape, times) }

  /// Shape and type: `80x64x1x1 float32`.
  func summary(_ times: String) -> String { "\(extents(times)) \(elementType.rawValue)" }
}

extension Tensor {
  /// `80x64x1x1`; a single value is `scalar`.
  func extents(_ times: String) -> String { Explorer.extents(of: shape, times) }

  /// Shape and type: `80x64x1x1 float32`.
  func summary(_ times: String) -> String { "\(extents(times)) \(elementType.rawValue)" }
}
