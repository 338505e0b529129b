/// The published RepVGG networks, by the numbers of their papers and code.
///
/// Depths, width multipliers, the group pattern and squeeze-excite follow Ding et al., "RepVGG: Making
/// VGG-style ConvNets Great Again" (arXiv 2101.03697), tables 2 and 3; D2se and L2pse follow the
/// authors' later releases.
public enum Variant: String, Hashable, PublishedVariant {
  case a0 = "RepVGG-A0"
  case a1 = "RepVGG-A1"
  case a2 = "RepVGG-A2"
  case b0 = "RepVGG-B0"
  case b1 = "RepVGG-B1"
  case b1g2 = "RepVGG-B1g2"
  case b1g4 = "RepVGG-B1g4"
  case b2 = "RepVGG-B2"
  case b2g2 = "RepVGG-B2g2"
  case b2g4 = "RepVGG-B2g4"
  case b3 = "RepVGG-B3"
  case b3g2 = "RepVGG-B3g2"
  case b3g4 = "RepVGG-B3g4"
  case d2se = "RepVGG-D2se"
  case l2pse = "RepVGGplus-L2pse"

  /// The configuration that the variant's network is built from.
  public var recipe: Recipe {
    let (body, multipliers) = (depths, widthMultipliers)
    let base = [64, 128, 256, 512]
    let widths = zip(base, multipliers).map { base, factor in Int(Double(base) * factor) }
    let stem = min(64, Int(64 * multipliers[0]))
    return Recipe(
      name: rawValue,
      widths: [stem] + widths,
      depths: [1] + body,
      strides: [2, 2, 2, 2, 2],
      groups: groups,
      squeezeExcite: squeezeExcite,
      classes: 1000,
      input: .imageNet(size: 224)
    )
  }

  /// Blocks of stages 1 to 4; stage 0 has one.
  private var depths: [Int] {
    switch self {
    case .a0, .a1, .a2: [2, 4, 14, 1]
    case .d2se, .l2pse: [8, 14, 24, 1]
    default: [4, 6, 16, 1]
    }
  }

  /// Factors of the base widths 64, 128, 256 and 512 of stages 1 to 4.
  private var widthMultipliers: [Double] {
    switch self {
    case .a0: [0.75, 0.75, 0.75, 2.5]
    case .a1, .b0: [1, 1, 1, 2.5]
    case .a2: [1.5, 1.5, 1.5, 2.75]
    case .b1, .b1g2, .b1g4: [2, 2, 2, 4]
    case .b2, .b2g2, .b2g4, .d2se, .l2pse: [2.5, 2.5, 2.5, 5]
    case .b3, .b3g2, .b3g4: [3, 3, 3, 5]
    }
  }

  /// Groups of every second layer.
  private var groups: Int {
    switch self {
    case .b1g2, .b2g2, .b3g2: 2
    case .b1g4, .b2g4, .b3g4: 4
    default: 1
    }
  }

  private var squeezeExcite: Recipe.SqueezeExcite? {
    switch self {
    case .d2se: .init(reduction: 16, placement: .beforeActivation)
    case .l2pse: .init(reduction: 4, placement: .afterActivation)
    default: nil
    }
  }
}

extension Architecture {
  /// A published network in its training form.
  public init(variant: Variant) { self.init(variant.recipe) }
}
