import Testing

@testable import RepCore

@Suite(
  "A checkpoint that is cut short or changed",
  .timeLimit(.minutes(Sanitizer.isActive ? 20 : 2))
)
struct TruncationTests {
  private static let files = ["zip", "legacy", "legacy-protocol4"]

  @Test("gives an error at every length, and never more", arguments: files)
  func everyLength(name: String) throws {
    let bytes = try Saved.bytes("\(name).pth")
    for count in 0..<bytes.count {
      let fault = Saved.fault(Array(bytes[..<count]))
      #expect(fault != nil, "\(name): \(count) of \(bytes.count) bytes")
    }
    #expect(Saved.fault(bytes) == nil, "\(name)")
  }

  @Test(
    "with any one byte changed either reads or gives an error",
    arguments: ["zip", "legacy"]
  )
  func everyByte(name: String) throws {
    var bytes = try Saved.bytes("\(name).pth")
    var faults = 0
    for index in bytes.indices {
      let byte = bytes[index]
      bytes[index] = byte ^ (index.isMultiple(of: 2) ? 0xFF : 0x01)
      if Saved.fault(bytes) != nil { faults += 1 }
      bytes[index] = byte
    }
    #expect(faults > 100, "\(name): \(faults) faults")
  }
}
