internal import CPlatform
internal import Kernels

#if arch(x86_64)
  internal import KernelsV3
  internal import KernelsV4
#endif

/// The vector instructions that the engine's kernels were compiled for.
public enum InstructionSet: String, Hashable, Sendable, CaseIterable {
  /// SSE2 on x86-64; plain vectors elsewhere.
  case portable
  /// The vectors of arm64.
  case neon
  /// AVX2 and FMA, x86-64-v3.
  case avx2
  /// AVX-512, x86-64-v4.
  case avx512

  /// What this CPU can run, slowest first.
  public static let available: [InstructionSet] = {
    #if arch(arm64)
      return [.neon]
    #else
      let level = cp_x86_level()
      return [.portable] + (level >= 3 ? [.avx2] : []) + (level >= 4 ? [.avx512] : [])
    #endif
  }()

  /// The fastest that this CPU can run.
  public static var best: InstructionSet { available.last ?? .portable }

  /// Output blocks that one register tile of a Winograd product may have, ascending.
  var groupSizes: [Int] {
    let tiles = kernels.product_tiles
    return zip(1..., [tiles.1, tiles.2, tiles.3, tiles.4]).filter { $0.1 > 0 }.map(\.0)
  }

  /// Columns that the output of a stem must have at least; nil where there is no kernel for it.
  var stemColumns: Int? { unsafe kernels.stem == nil ? nil : kernels.stem_columns }

  /// The kernels; only for a set that is available.
  var kernels: cp_kernel_set {
    precondition(Self.available.contains(self), "this CPU cannot run \(rawValue) kernels")
    #if arch(x86_64)
      switch self {
      case .avx512: return KernelsV4.kernelSet()
      case .avx2: return KernelsV3.kernelSet()
      case .portable, .neon: return Kernels.kernelSet()
      }
    #else
      return Kernels.kernelSet()
    #endif
  }
}
