import Foundation

@testable import RepCore

/// The tensors of a network under the names of other code bases, spelled out independently of the
/// table under test.
enum Renamed {
  static func timm(_ network: Network) -> [String: Tensor] {
    rename(network) { name in
      var name = name
      if name.hasPrefix("stage0.") {
        name = "stem." + name.dropFirst("stage0.".count)
      } else if name.hasPrefix("stage") {
        let digit = name.dropFirst("stage".count).prefix(1)
        name = "stages.\((Int(digit) ?? 0) - 1)" + name.dropFirst("stage0".count)
      }
      for (old, new) in [
        ("rbr_dense", "conv_kxk"), ("rbr_1x1", "conv_1x1"), ("rbr_identity", "identity"),
        ("rbr_reparam", "reparam_conv"), ("se.down", "attn.fc1"), ("se.up", "attn.fc2"),
        ("linear", "head.fc"),
      ] { name = name.replacingOccurrences(of: old, with: new) }
      return name
    }
  }

  /// RepVGGplus, with the second of stage 2's two blocks in a half of its own.
  static func plus(_ network: Network) -> [String: Tensor] {
    rename(network) { name in
      name.replacingOccurrences(of: "stage1.", with: "stage1.blocks.")
        .replacingOccurrences(of: "stage2.0.", with: "stage2_first.blocks.0.")
        .replacingOccurrences(of: "stage2.1.", with: "stage2_second.blocks.0.")
    }
  }

  static func rename(_ network: Network, _ map: (String) -> String) -> [String: Tensor] {
    Dictionary(uniqueKeysWithValues: network.namedTensors.map { (map($0.key), $0.value) })
  }
}
