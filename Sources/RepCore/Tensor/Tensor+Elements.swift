extension Tensor {
  /// The stored bytes, valid inside `body` only.
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let end = byteOffset + byteCount
    let window = unsafe UnsafeRawBufferPointer(rebasing: storage.bytes[byteOffset..<end])
    return try body(unsafe window.bytes)
  }

  /// The elements as float32, row-major; other floating point types are converted.
  public func floats() -> [Float] {
    elementType == .float32 ? float32Elements { $0 } : elements(wide: { Float($0) }, narrow: { $0 })
  }

  /// The elements as doubles, row-major; exact for every stored type.
  public func doubles() -> [Double] {
    elementType == .float32
      ? float32Elements { Double($0) } : elements(wide: { $0 }, narrow: { Double($0) })
  }

  /// One element as a double; `index` counts row-major from 0.
  public func double(at index: Int) -> Double {
    precondition(index >= 0 && index < count, "element \(index) of a tensor of \(count)")
    return withBytes { bytes in
      let offset = index * elementType.bits / 8
      switch elementType {
      case .float64:
        return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Double.self)
      default:
        return Double(float(in: bytes, at: offset))
      }
    }
  }

  /// The elements in place when they are aligned float32, else converted into a temporary.
  ///
  /// Nothing is copied for a float32 tensor of a mapped file.
  public func withFloats<Result, Failure: Error>(
    _ body: (Span<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start =
      unsafe storage.bytes.baseAddress.map { Int(bitPattern: $0) + byteOffset }
      ?? 0
    guard elementType == .float32, start % MemoryLayout<Float>.alignment == 0 else {
      let converted = floats()
      return try body(converted.span)
    }
    let end = byteOffset + byteCount
    let window = unsafe UnsafeRawBufferPointer(rebasing: storage.bytes[byteOffset..<end])
    let floats = unsafe window.assumingMemoryBound(to: Float.self)
    return try body(unsafe floats.span)
  }

  /// Converts every element of a float32 tensor, the common case, without asking for its type again.
  private func float32Elements<Value>(_ convert: (Float) -> Value) -> [Value] {
    withBytes { bytes in
      (0..<count).map { index in
        let offset = index * MemoryLayout<Float>.size
        return convert(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Float.self))
      }
    }
  }

  /// Converts every element: doubles through `wide`, the narrower types through `narrow`.
  private func elements<Value>(
    wide: (Double) -> Value,
    narrow: (Float) -> Value
  ) -> [Value] {
    precondition(
      elementType.isFloatingPoint,
      "\(elementType.rawValue) is not a floating point type"
    )
    return withBytes { bytes in
      var values: [Value] = []
      values.reserveCapacity(count)
      for index in 0..<count {
        let offset = index * elementType.bits / 8
        if elementType == .float64 {
          let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Double.self)
          values.append(wide(value))
        } else {
          values.append(narrow(float(in: bytes, at: offset)))
        }
      }
      return values
    }
  }

  /// Reads one element that is at most 32 bits wide; exact.
  private func float(in bytes: RawSpan, at offset: Int) -> Float {
    switch elementType {
    case .float32:
      return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Float.self)
    case .bfloat16:
      // A bfloat16 is the upper half of a float32.
      let bits = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
      return Float(bitPattern: UInt32(bits) << 16)
    case .float16:
      let bits = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
      return Float(halfBits: bits)
    default:
      preconditionFailure("\(elementType.rawValue) is not a floating point type of 32 bits or less")
    }
  }
}
