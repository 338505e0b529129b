/// Networks that were published under names of their own.
public protocol PublishedVariant: CaseIterable, RawRepresentable<String>, Sendable {}

extension PublishedVariant {
  /// Finds a variant by its full or short name, whatever the case: `RepVGG-A0`, `repvgg_a0`, `a0`.
  public init?(named name: String) {
    let wanted = name.lowercased().replacing("_", with: "-")
    let found = Self.allCases.first { variant in
      let full = variant.rawValue.lowercased()
      return wanted == full || full.hasSuffix("-" + wanted)
    }
    guard let found else { return nil }
    self = found
  }
}
