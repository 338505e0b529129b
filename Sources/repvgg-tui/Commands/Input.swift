internal import RepCore

/// The tensor `N x C x H x W` of a tensor file, as `run --input` takes it.
func inputTensor(_ path: String, for network: Network) throws -> Tensor {
  let checkpoint = try Checkpoint.open(path)
  let pictures = checkpoint.names.compactMap { name in
    checkpoint.tensors[name].flatMap { $0.shape.count == 4 ? $0 : nil }
  }
  guard let picture = pictures.first, pictures.count == 1 else {
    throw CommandLineError(
      .unreadable,
      "\(path): holds \(pictures.count) tensors of four axes; write one, N x C x H x W"
    )
  }
  guard picture.elementType == .float32 else {
    throw CommandLineError(
      .unreadable,
      "\(path): holds \(picture.elementType.rawValue); convert the input to float32"
    )
  }
  guard picture.shape[1] == network.input.channels, picture.count > 0 else {
    throw CommandLineError(
      .unreadable,
      "\(path): has the shape \(picture.shape); the network takes N x "
        + "\(network.input.channels) x H x W"
    )
  }
  return picture
}

/// The network in the form that was asked for.
///
/// - Throws: `CommandLineError` when the training form is wanted of a file that does not have it.
func network(_ network: Network, in form: Form) throws(CommandLineError) -> Network {
  guard form == .train else { return network.folded() }
  guard network.form != .deploy else {
    throw CommandLineError(
      .unreadable,
      "\(network.name) holds only the deploy form, which cannot be unfolded; open the training file"
    )
  }
  return network
}
