import Foundation
import Testing

@testable import CursesTerminal

@Suite("A text for the terminal around the screen")
struct OperatingSystemCommandTests {
  @Test("is base64 as everybody reads it, at every length")
  func base64() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      let expected = Data(bytes).base64EncodedString()
      #expect(OperatingSystemCommand.base64(bytes) == expected, "\(bytes)")
    }
  }
}
