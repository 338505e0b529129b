/// Something about a block that no tensor tells, and that the two files say otherwise or not at all.
public struct FactDifference: Hashable, Sendable {
  /// Which fact.
  public enum Fact: String, Hashable, Sendable, CaseIterable {
    case stride
    case dilation
    case activation
    case padding
  }

  /// The block.
  public let title: String
  /// Which fact.
  public let fact: Fact
  /// How the first file's network has it.
  public let first: String
  /// How the second file's network has it.
  public let second: String

  /// What is otherwise between a block of the first file and its partner.
  static func all(_ first: Block, _ second: Block) -> [FactDifference] {
    Fact.allCases.compactMap { fact in
      let (own, other) = (first.shape.words(fact), second.shape.words(fact))
      return own == other
        ? nil
        : FactDifference(title: first.shape.title, fact: fact, first: own, second: other)
    }
  }
}

extension BlockShape {
  fileprivate func words(_ fact: FactDifference.Fact) -> String {
    switch fact {
    case .stride: "\(stride)"
    case .dilation: "\(dilation)"
    case .activation: activation.title
    case .padding: padding.rawValue
    }
  }
}
