internal import Canvas

/// A unit of memory that all numbers of a scale share.
struct MemoryUnit {
  /// `KiB`.
  let name: String
  private let size: Double

  private static let names = ["B", "KiB", "MiB", "GiB", "TiB"]

  /// The unit in which `most` bytes are 1 or more.
  init(for most: Int) {
    var (size, place) = (1.0, 0)
    while Double(most) >= size * 1024, place + 1 < MemoryUnit.names.count {
      (size, place) = (size * 1024, place + 1)
    }
    (name, self.size) = (MemoryUnit.names[place], size)
  }

  /// Three digits, or four of a whole number.
  func digits(of bytes: Int) -> String {
    let value = Double(bytes) / size
    return Numbers.fixed(value, value == value.rounded() ? 0 : value < 10 ? 2 : value < 100 ? 1 : 0)
  }
}
