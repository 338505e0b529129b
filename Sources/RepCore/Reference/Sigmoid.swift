internal import Glibc

/// The logistic function `1 / (1 + exp(-x))`.
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
