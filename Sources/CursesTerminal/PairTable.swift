/// The numbers of pairs of colours, which is how curses names colours.
///
/// `alloc_pair` of ncurses 6.4 crashes where there are no colours and does not recycle.
struct PairTable {
  private let capacity: Int
  private var numbers: [Pair: Int32] = [:]
  /// Whether a pair was asked for when all were taken.
  private(set) var hasRunOut = false

  private struct Pair: Hashable {
    let foreground: Int32
    let background: Int32
  }

  /// A table for a terminal with `capacity` pairs, the default pair 0 among them.
  init(capacity: Int) { self.capacity = capacity }

  /// The number of a pair, and whether it is new; 0, the default pair, where all are taken.
  mutating func pair(_ foreground: Int32, _ background: Int32) -> (number: Int32, isNew: Bool) {
    // Also where there are no colours at all.
    if capacity <= 1 || foreground < 0 && background < 0 { return (0, false) }
    let pair = Pair(foreground: foreground, background: background)
    if let number = numbers[pair] { return (number, false) }
    guard numbers.count + 1 < capacity else {
      hasRunOut = true
      return (0, false)
    }
    let number = Int32(numbers.count + 1)
    numbers[pair] = number
    return (number, true)
  }

  /// All pairs are free again.
  mutating func removeAll() {
    numbers = [:]
    hasRunOut = false
  }
}
