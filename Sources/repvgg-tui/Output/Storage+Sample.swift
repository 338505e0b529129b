internal import CSample
internal import RepCore

extension Storage {
  /// The built-in sample network, a small RepVGG trained on handwritten digits.
  static var sample: Storage {
    unsafe Storage(immortal: UnsafeRawBufferPointer(start: sample_bytes(), count: sample_size()))
  }

  /// The same network of QARepVGG blocks, trained on the same digits.
  static var quantizationAware: Storage {
    unsafe Storage(
      immortal: UnsafeRawBufferPointer(start: aware_bytes(), count: aware_size())
    )
  }

  /// The handwritten digits that it was trained on, and those that were kept from it.
  static var digits: Storage {
    unsafe Storage(immortal: UnsafeRawBufferPointer(start: digits_bytes(), count: digits_size()))
  }
}
