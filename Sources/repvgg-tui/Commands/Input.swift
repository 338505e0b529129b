internal import Pictures
internal import RepCore
internal import Words

/// What `--input` names, ready to be run.
struct NetworkInput {
  /// `N x C x H x W`.
  let tensor: Tensor
  /// What was done to a picture, in words; nil for a tensor file.
  let preparation: Text?

  /// Rows and columns of a tensor file; nil for a picture, which is made to fit the network.
  var givenExtent: (height: Int, width: Int)? {
    preparation == nil ? (tensor.shape[2], tensor.shape[3]) : nil
  }

  /// Reads a picture or a tensor file; its content decides which it is.
  init(_ path: String, for network: Network) throws {
    guard let image = try PictureFile.open(path) else {
      tensor = try NetworkInput.tensor(path, for: network)
      preparation = nil
      return
    }
    do {
      tensor = try network.input.tensor(of: image)
    } catch {
      throw FormatError(error.kind, error.message, path: path)
    }
    preparation =
      Text(name: "\(image.height)x\(image.width) ") + image.color.words + Text(name: ", ")
      + network.input.preparation(of: image)
  }

  private static func checkpoint(_ path: String) throws(FormatError) -> Checkpoint {
    do {
      return try Checkpoint.open(path)
    } catch {
      guard error.kind == .damaged else { throw error }
      let picture = "is no PNG, JPEG, PPM or PGM picture"
      throw FormatError(
        .unsupported,
        en: "\(picture), and no safetensors file: \(error.message.en)",
        vi: "không phải ảnh PNG, JPEG, PPM hay PGM, cũng không phải tệp safetensors: "
          + error.message.vi,
        path: path
      )
    }
  }

  private static func tensor(_ path: String, for network: Network) throws -> Tensor {
    let checkpoint = try NetworkInput.checkpoint(path)
    let candidates = checkpoint.names.compactMap { name in
      checkpoint.tensors[name].flatMap { $0.shape.count == 4 ? $0 : nil }
    }
    guard let tensor = candidates.first, candidates.count == 1 else {
      throw CommandLineError(
        .unreadable,
        Text(
          en: "\(path): holds \(candidates.count) tensors of four axes; write one, N x C x H x W",
          vi: "\(path): có \(candidates.count) tensor bốn trục; hãy ghi một, N x C x H x W"
        )
      )
    }
    guard tensor.elementType == .float32 else {
      throw CommandLineError(
        .unreadable,
        Text(
          en: "\(path): holds \(tensor.elementType.rawValue); convert the input to float32",
          vi: "\(path): chứa \(tensor.elementType.rawValue); hãy đổi đầu vào sang float32"
        )
      )
    }
    guard tensor.shape[1] == network.input.channels, tensor.count > 0 else {
      throw CommandLineError(
        .unreadable,
        Text(
          en: "\(path): has the shape \(tensor.shape); the network takes N x "
            + "\(network.input.channels) x H x W",
          vi: "\(path): có hình dạng \(tensor.shape); mạng nhận N x "
            + "\(network.input.channels) x H x W"
        )
      )
    }
    return tensor
  }
}

/// The network in the form that was asked for.
///
/// - Throws: `CommandLineError` when the training form is wanted of a file that does not have it.
func network(_ network: Network, in form: Form) throws -> Network {
  if form == .deploy { return try network.folded() }
  try requireTrainingForm(of: network)
  return network
}

/// - Throws: `CommandLineError` when `network` holds only the deploy form.
func requireTrainingForm(of network: Network) throws(CommandLineError) {
  guard network.form != .deploy else {
    throw CommandLineError(
      .unreadable,
      Text(
        en: "\(network.name) holds only the deploy form, which cannot be unfolded; "
          + "open the training file",
        vi: "\(network.name) chỉ có dạng inference, không thể tách ra lại; hãy mở tệp huấn luyện"
      )
    )
  }
}

extension Image.Color {
  /// What the samples of a pixel are, in a word.
  fileprivate var words: Text {
    switch self {
    case .grey: Text(en: "grey", vi: "xám")
    case .rgb: Text(name: "rgb")
    }
  }
}
