internal import CSample
internal import RepCore

extension Storage {
  /// The built-in sample network, a small RepVGG trained on handwritten digits.
  static var sample: Storage {
    unsafe Storage(immortal: UnsafeRawBufferPointer(start: sample_bytes(), count: sample_size()))
  }
}
