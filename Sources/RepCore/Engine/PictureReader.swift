internal import CPlatform

/// A step that reads the pictures, told before each run where they lie.
@safe struct PictureReader {
  private let arguments: UnsafeMutablePointer<cp_input>

  init(_ arguments: UnsafeMutablePointer<cp_input>) { unsafe self.arguments = arguments }

  /// Reads `source` in the next run; it must stay there until that is over.
  func read(from source: UnsafePointer<Float>) { unsafe arguments.pointee.source = source }
}
