import Foundation

@testable import RepCore

/// Tensors of any size that share one block of zeros, for tests that look at names and shapes only.
enum Empty {
  private static let zeros: Storage = {
    // Fresh pages of the kernel, which take no memory until they are touched.
    let count = 240_000_000
    let start = calloc(count, 1)
    return Storage(adopting: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    {
      free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
    }
  }()

  static func tensor(_ shape: [Int]) -> Tensor {
    Tensor(storage: zeros, byteOffset: 0, elementType: .float32, shape: shape)
  }

  /// The tensors of a `.rvg` of `architecture`.
  static func tensors(of architecture: Architecture) -> [String: Tensor] {
    var slots: [TensorSlot?] = [architecture.headSlots.kernel, architecture.headSlots.bias]
    for block in architecture.blocks {
      let names = block.slots(architecture.family)
      for branch in names.branches {
        slots += [branch.kernel, branch.bias]
        slots += norm(branch.norm)
      }
      slots += norm(names.postNorm)
      slots += [
        names.reduce?.kernel, names.reduce?.bias, names.expand?.kernel, names.expand?.bias,
      ]
    }
    return Dictionary(
      uniqueKeysWithValues: slots.compactMap(\.self).map { ($0.name, tensor($0.shape)) }
    )
  }

  private static func norm(_ slots: NormSlots?) -> [TensorSlot?] {
    [slots?.gamma, slots?.beta, slots?.mean, slots?.variance]
  }

  /// A name of RepVGGplus-L2pse from its name in a `.rvg`: stage 3 is split after its 12th block.
  static func plusName(_ name: String) -> String {
    let words = name.split(separator: ".")
    guard name.hasPrefix("stage"), words[0] != "stage0", let block = Int(words[1]) else {
      return name
    }
    let rest = words[2...].joined(separator: ".")
    guard words[0] == "stage3" else { return "\(words[0]).blocks.\(block).\(rest)" }
    return block < 12
      ? "stage3_first.blocks.\(block).\(rest)" : "stage3_second.blocks.\(block - 12).\(rest)"
  }
}
