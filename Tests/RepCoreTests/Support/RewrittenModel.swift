@testable import RepCore

extension Network {
  /// The network as it is opened from a file of official names in which every tensor is what `change` makes
  /// of it; without one where `change` returns nil.
  func rewritten(
    _ change: (_ name: String, Tensor) -> Tensor? = { $1 }
  ) throws -> ModelFile.Opened {
    try withTemporaryFolder { folder in
      let path = folder + "/model.safetensors"
      var tensors: [String: Tensor] = [:]
      for (name, tensor) in namedTensors { tensors[name] = change(name, tensor) }
      try Checkpoint(tensors: tensors).write(to: path)
      return try ModelFile.inspect(path)
    }
  }
}

extension Tensor {
  /// The same tensor as float32 with element `index`, counted row-major, replaced.
  func replacing(_ index: Int, by value: Float) -> Tensor {
    var values = floats()
    values[index] = value
    return Tensor(values, shape: shape)
  }
}
