/// A container of PyTorch's that keeps the bytes of storages beside the pickle that names them.
protocol StorageSource {
  /// The bytes of the storage `key`, which are at least `size`.
  ///
  /// - Throws: `FormatError` when there is no such storage or it is shorter.
  func bytes(of key: String, size: Int) throws(FormatError) -> ByteWindow
}

extension StorageSource {
  /// The bytes that `identity` means, and no more.
  func bytes(of identity: StorageIdentity) throws(FormatError) -> ByteWindow {
    func failure(_ reason: String) -> FormatError {
      FormatError(.damaged, "the storage \(FormatError.clipped(identity.key)) \(reason)")
    }
    guard let size = [identity.type.size, identity.count].checkedProduct() else {
      throw failure("is said to have \(identity.count) elements")
    }
    guard let whole = try bytes(of: identity.key, size: size).part(at: 0, count: size) else {
      throw failure("is shorter than the \(size) bytes that it is said to have")
    }
    guard let view = identity.view else { return whole }
    guard let offset = [identity.type.size, view.offset].checkedProduct(),
      let size = [identity.type.size, view.count].checkedProduct(),
      let part = whole.part(at: offset, count: size)
    else { throw failure("has no elements \(view.offset) to \(view.offset) + \(view.count)") }
    return part
  }
}
