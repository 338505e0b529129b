/// The layers that have keys of their own, declared once, for the documents and the tests.
enum LayerRegistry {
  /// All of them.
  static let all: [any Layer.Type] = [
    HelpLayer.self, SetsLayer.self, ScreensLayer.self, ModelsLayer.self,
    ExplanationLayer.self, SketchLayer.self,
  ]
}
