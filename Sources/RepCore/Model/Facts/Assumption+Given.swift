extension Assumption {
  /// What remains of it where the user gives an input of `height` x `width`.
  ///
  /// The size of pictures is then not assumed (nil), and blocks that stand alone are tried on maps of the size
  /// that was given.
  public func given(height: Int, width: Int) -> Assumption? {
    switch subject {
    case .pictures: nil
    case .recorded(let text) where text.hasPrefix(Self.wordsOfPictures): nil
    case .alone: Assumption(.alone(height: height, width: width), source)
    default: self
    }
  }
}
