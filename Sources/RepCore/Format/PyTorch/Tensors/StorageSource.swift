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
    func failure(en: String, vi: String) -> FormatError {
      let key = FormatError.clipped(identity.key)
      return FormatError(.damaged, en: "the storage \(key) \(en)", vi: "storage \(key) \(vi)")
    }
    guard let size = [identity.type.size, identity.count].checkedProduct() else {
      throw failure(
        en: "is said to have \(identity.count) elements",
        vi: "được báo có \(identity.count) phần tử"
      )
    }
    guard let whole = try bytes(of: identity.key, size: size).part(at: 0, count: size) else {
      throw failure(
        en: "is shorter than the \(size) bytes that it is said to have",
        vi: "ngắn hơn \(size) byte mà nó được báo là có"
      )
    }
    guard let view = identity.view else { return whole }
    guard let offset = [identity.type.size, view.offset].checkedProduct(),
      let size = [identity.type.size, view.count].checkedProduct(),
      let part = whole.part(at: offset, count: size)
    else {
      throw failure(
        en: "has no elements \(view.offset) to \(view.offset) + \(view.count)",
        vi: "không có các phần tử \(view.offset) đến \(view.offset) + \(view.count)"
      )
    }
    return part
  }
}

extension FormatError {
  /// The storage `key` has only `count` bytes.
  static func shortStorage(_ key: String, _ count: Int, expected: Int) -> FormatError {
    let key = FormatError.clipped(key)
    return FormatError(
      .damaged,
      en: "the storage \(key) has \(count) bytes where \(expected) are expected",
      vi: "storage \(key) có \(count) byte, lẽ ra có \(expected)"
    )
  }
}
