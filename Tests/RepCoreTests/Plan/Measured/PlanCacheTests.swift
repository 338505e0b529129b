import Foundation
import Testing

@testable import RepCore

@Suite struct PlanCacheTests {
  private let options = PlanOptions(threads: 1, instructionSet: .best)

  private func shape(_ channels: Int) -> ConvolutionShape {
    ConvolutionShape(
      window: ConvolutionWindow(
        inputChannels: channels,
        outputChannels: 16,
        size: 3,
        stride: 1,
        groups: 1,
        dilation: 1,
        isPlanar: false
      ),
      batch: 1,
      height: 8,
      width: 8,
      readsPictures: false
    )
  }

  @Test func `writers at the same time lose nothing of each other's`() throws {
    try withTemporaryFolder { folder in
      let cache = PlanCache(folder: folder)
      let shapes = (1...24).map { shape(16 * $0) }
      // Each has its own description of the lock's file, as processes have.
      let failures = concurrentMap(shapes) { shape in
        (try? cache.add([shape: .direct], for: self.options, .shallow)) == nil ? shape.key : nil
      }
      #expect(failures.compactMap(\.self) == [])
      let kept = cache.choices(for: options, .shallow)
      #expect(Set(kept.keys) == Set(shapes.map(\.key)))
    }
  }

  @Test func `a lock that is never given back is waited for in vain, but not for ever`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "held.lock"
      let result = try FileLock.holding(path) {
        Result { () throws(FormatError) in try FileLock.holding(path, patience: 20) { true } }
      }
      #expect(throws: FormatError.self) { try result.get() }
      #expect(try FileLock.holding(path) { true })
    }
  }
}
