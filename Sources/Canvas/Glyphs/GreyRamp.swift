/// Signs for shades of grey that need no colour, from black to white.
public enum GreyRamp {
  /// The signs, the darkest first: light on a dark ground.
  public static let signs: [Character] = Array(" .:-=+*#%@")
}
