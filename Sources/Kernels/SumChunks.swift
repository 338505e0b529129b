/// A long sum cut into chunks of nearly equal length, each summed by itself and then added to the rest.
///
/// A chain of n additions loses about like the root of n, so short chains lose less.
struct SumChunks {
  /// Terms that no chunk has had yet.
  private(set) var left: Int
  private var chunks: Int

  /// As many `chunks`, of one term at least.
  @inline(__always)
  init(terms: Int, chunks: Int) {
    left = terms
    self.chunks = chunks
  }

  /// As few chunks as have at most `length` terms each.
  @inline(__always)
  init(terms: Int, length: Int) {
    self.init(terms: terms, chunks: (terms &+ length &- 1) / length)
  }

  /// Terms of the next chunk.
  @inline(__always)
  mutating func next() -> Int {
    let terms = chunks > 1 ? left / chunks : left
    left &-= terms
    chunks &-= 1
    return terms
  }
}
