internal import CPlatform

/// A step that reads the pictures, told before each run where they lie.
@safe enum PictureReader {
  case copy(UnsafeMutablePointer<cp_input>)
  case stem(UnsafeMutablePointer<cp_stem>)

  /// Reads `source` in the next run; it must stay there until that is over.
  func read(from source: UnsafePointer<Float>) {
    switch self {
    case .copy(let arguments): unsafe arguments.pointee.source = source
    case .stem(let arguments): unsafe arguments.pointee.source = source
    }
  }
}
