import Canvas
import Foundation

/// How people see colours, in so far as a test needs to know it.
enum Vision: CaseIterable {
  case usual
  /// No red cones (G. M. Machado et al., 2009, full strength).
  case protanopia
  /// No green cones.
  case deuteranopia

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }

  /// CIE L*, a* and b* of what is seen of a colour (D65).
  func lab(_ color: Color) -> [Double] {
    let linear = color.linear ?? (0, 0, 0)
    let light = [linear.red, linear.green, linear.blue]
    let seen = matrix.map { row in min(1, max(0, zip(row, light).map(*).reduce(0, +))) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let f = zip(toXYZ, [0.95047, 1, 1.08883]).map { row, white in
      let share = zip(row, seen).map(*).reduce(0, +) / white
      return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// How different two colours are; below about 2 nobody tells them apart (CIE 1976).
  func distance(_ a: Color, _ b: Color) -> Double {
    sqrt(zip(lab(a), lab(b)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }
}
