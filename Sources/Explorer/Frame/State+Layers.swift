extension State {
  /// Lets the topmost layer act, off the stack; nil where there is none or it leaves the matter to others.
  mutating func actOnLayer(
    _ act: (inout any Layer, inout State) -> LayerOutcome?
  ) -> [Effect]? {
    guard var layer = layers.popLast() else { return nil }
    switch act(&layer, &self) {
    case nil:
      layers.append(layer)
      return nil
    case .stays(let effects):
      layers.append(layer)
      return effects
    case .closes(let effects): return effects
    }
  }
}
