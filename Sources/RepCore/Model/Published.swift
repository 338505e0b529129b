/// The networks that were published with weights, by name and shape.
public struct Published: Sendable {
  let name: String
  /// In its training form.
  let architecture: Architecture

  /// What they are called: RepVGG's variants, then MobileOne's.
  public static let names =
    Variant.allCases.map(\.rawValue) + MobileOneVariant.allCases.map(\.rawValue)

  /// In the order of their names.
  static let all: [Published] =
    Variant.allCases.map { Published(name: $0.rawValue, architecture: Architecture(variant: $0)) }
    + MobileOneVariant.allCases.map {
      Published(name: $0.rawValue, architecture: Architecture(mobileOne: $0))
    }
}

extension Architecture {
  /// Whether all that shapes tell is as in `other`, whatever the form, the classes and the norms.
  public func isShaped(as other: Architecture) -> Bool {
    guard family == other.family, stages.map(\.blocks.count) == other.stages.map(\.blocks.count)
    else { return false }
    return zip(blocks, other.blocks).allSatisfy { mine, theirs in
      mine.inputChannels == theirs.inputChannels && mine.outputChannels == theirs.outputChannels
        && mine.kernelSize == theirs.kernelSize && mine.stride == theirs.stride
        && mine.groups == theirs.groups && mine.squeezeExcite == theirs.squeezeExcite
    }
  }
}
