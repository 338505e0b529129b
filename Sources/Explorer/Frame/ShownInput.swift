public import RepCore

/// What the user gave the network to look at, for the engine and for the eye.
public struct ShownInput: Sendable {
  /// The file's name, without its folders.
  public let name: String
  /// `N x C x H x W`, as the network takes it.
  public let tensor: Tensor
  /// The first picture of it.
  let picture: InputPicture

  /// An input of at least one picture for a network that takes `shape`; `name` stands on the screen.
  public init(_ tensor: Tensor, for shape: InputShape, name: String) {
    precondition(
      tensor.shape.count == 4 && !tensor.shape.contains(0),
      "an input is N x C x H x W with something in it, not \(tensor.shape)"
    )
    (self.tensor, self.name) = (tensor, name)
    picture = InputPicture(tensor, of: shape)
  }
}
