/// Pictures of one size that networks are tried on, with their classes and the split as far as they are known.
///
///     let digits = try Dataset.open("Samples/digits-data.safetensors")
///     digits.count                                // 1797
///     digits.places(in: .heldOut).count           // 360
///     digits.input([0, 5], for: network.input)    // 2 x 1 x 8 x 8
public struct Dataset: Sendable {
  /// What the values of the pictures are.
  enum Values: Sendable {
    /// Bytes `N x C x H x W` from 0 to `highest`, which every network normalises in its own way.
    case levels(Tensor, highest: Int)
    /// Floating point `N x C x H x W`, normalised already for the network that they were made for.
    case normalised(Tensor)
  }

  /// Which pictures a number is about.
  public enum Part: Hashable, Sendable {
    /// All of them.
    case everything
    /// Those that are known to be trained on.
    case training
    /// Those that are known to be kept from training.
    case heldOut
  }

  /// What people call it.
  public let name: String
  /// The class of each picture, from 0; nil where nobody says.
  public let labels: [Int]?
  /// Whether each picture was kept from training; nil where nobody says.
  public let isHeldOut: [Bool]?

  let values: Values

  init(name: String, values: Values, labels: [Int]?, isHeldOut: [Bool]?) {
    (self.name, self.values, self.labels, self.isHeldOut) = (name, values, labels, isHeldOut)
  }
}

extension Dataset {
  /// Number of pictures, at least one.
  public var count: Int { tensor.shape[0] }
  /// Planes of a picture.
  public var channels: Int { tensor.shape[1] }
  /// Rows of pixels.
  public var height: Int { tensor.shape[2] }
  /// Pixels of a row.
  public var width: Int { tensor.shape[3] }

  /// The same pictures for a network of which nobody says what it was trained on.
  public var withoutSplit: Dataset {
    Dataset(name: name, values: values, labels: labels, isHeldOut: nil)
  }

  /// Whether the values were normalised for one network, so that they mean nothing to another one.
  public var isNormalised: Bool {
    switch values {
    case .levels: false
    case .normalised: true
    }
  }

  /// The places of the pictures in `part`, ascending; none where nobody says which they are.
  public func places(in part: Part) -> [Int] {
    switch part {
    case .everything: Array(0..<count)
    case .training: isHeldOut.map { isHeldOut in isHeldOut.indices.filter { !isHeldOut[$0] } } ?? []
    case .heldOut: isHeldOut.map { isHeldOut in isHeldOut.indices.filter { isHeldOut[$0] } } ?? []
    }
  }

  /// What networks are judged by: the pictures that were held out, else all; never none.
  public var judged: Part { isHeldOut?.contains(true) == true ? .heldOut : .everything }

  /// `N x C x H x W`, as stored.
  var tensor: Tensor {
    switch values {
    case .levels(let tensor, _), .normalised(let tensor): tensor
    }
  }
}
