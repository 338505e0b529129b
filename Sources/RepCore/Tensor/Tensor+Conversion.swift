extension Tensor {
  /// The same values as float32 or float16, each rounded to the nearest, ties to even.
  ///
  /// A tensor of the type is returned as it is. A float64 goes to float16 by way of float32.
  public func converted(to type: ElementType) -> Tensor {
    guard elementType != type else { return self }
    switch type {
    case .float32: return Tensor(floats(), shape: shape)
    case .float16: return halved()
    default:
      preconditionFailure("tensors are converted to float32 or float16, not \(type.rawValue)")
    }
  }

  private func halved() -> Tensor {
    let storage = withFloats { values in
      unsafe Storage(count: values.count * MemoryLayout<UInt16>.size) { memory in
        let halves = unsafe memory.bindMemory(to: UInt16.self)
        for index in values.indices { unsafe halves[index] = values[index].halfBits }
      }
    }
    return Tensor(storage: storage, byteOffset: 0, elementType: .float16, shape: shape)
  }
}
