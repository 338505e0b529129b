/// Where an inference's memory goes, in bytes.
public struct MemoryPlan: Hashable, Sendable {
  /// The network's own values as float32, the norms' running vectors included.
  public let parameters: Int
  /// Weights as the kernels read them.
  public let packed: Int
  /// The one block of memory that all activations share.
  public let activationsPeak: Int
  /// Addresses and arguments of the steps.
  public let scratch: Int
  /// For each step, what the planner keeps alive while it runs, padding and halo included.
  public let live: [Int]
  /// For each step, the same without padding and halo: what any engine that works step by step needs.
  public let compulsory: [Int]

  /// The most that is alive at once, without padding and halo.
  public var compulsoryPeak: Int { compulsory.max() ?? 0 }

  /// The first step at which the most is alive.
  public var peakStep: Int { compulsory.firstIndex(of: compulsoryPeak) ?? 0 }
}

/// Where each buffer lies in the arena, in bytes, and what is alive when.
struct ArenaPlan: Sendable {
  let offsets: [Int]
  let size: Int
  let live: [Int]
  let compulsory: [Int]
  /// For each step, whether it makes a buffer where no earlier step of a run had one.
  let isFresh: [Bool]

  /// Gives every buffer a place such that no two that are alive together overlap.
  ///
  /// The largest buffers are placed first, each at the lowest offset that is free while it lives
  /// (greedy by size, Pisarchyk and Lee, arXiv 2001.03288).
  init(buffers: [PlanBuffer], nodes: [Node]) {
    var lives = [ClosedRange<Int>?](repeating: nil, count: buffers.count)
    for (time, node) in nodes.enumerated() {
      for buffer in node.work.buffers {
        lives[buffer] = (lives[buffer]?.lowerBound ?? time)...time
      }
    }
    var offsets = [Int](repeating: 0, count: buffers.count)
    var placed: [Int] = []
    let order = buffers.indices.sorted {
      (buffers[$1].layout.byteCount, $0) < (buffers[$0].layout.byteCount, $1)
    }
    for buffer in order {
      guard let life = lives[buffer] else { continue }
      var offset = 0
      for other in placed where lives[other]?.overlaps(life) == true {
        // `placed` is sorted by offset, so the first gap that is wide enough is the lowest.
        if offsets[other] >= offset + buffers[buffer].layout.byteCount { break }
        offset = max(offset, offsets[other] + buffers[other].layout.byteCount)
      }
      offsets[buffer] = offset
      let place = placed.firstIndex { offsets[$0] > offset } ?? placed.endIndex
      placed.insert(buffer, at: place)
    }
    func place(_ buffer: BufferID) -> Range<Int> {
      offsets[buffer]..<offsets[buffer] + buffers[buffer].layout.byteCount
    }
    func isBorn(_ buffer: BufferID, _ times: Range<Int>) -> Bool {
      lives[buffer].map { times.contains($0.lowerBound) } ?? false
    }
    isFresh = nodes.indices.map { time in
      placed.contains { buffer in
        isBorn(buffer, time..<time + 1)
          && !placed.contains { isBorn($0, 0..<time) && place($0).contains(place(buffer)) }
      }
    }
    self.offsets = offsets
    size = placed.map { offsets[$0] + buffers[$0].layout.byteCount }.max() ?? 0
    func alive(_ bytes: (MapLayout) -> Int) -> [Int] {
      nodes.indices.map { time in
        buffers.indices
          .filter { !buffers[$0].isScratch && lives[$0]?.contains(time) == true }
          .map { bytes(buffers[$0].layout) }
          .reduce(0, +)
      }
    }
    live = alive(\.byteCount)
    compulsory = alive(\.compulsoryBytes)
  }
}
