import Testing
import Words

@testable import RepCore

@Suite("A zip archive")
struct ZipArchiveTests {
  private static let pickle = Pickle.protocol2(.dictionary([("a", .tensor())]))
  private static let ones = [UInt8](repeating: 1, count: 16)
  private static let sound = Archive(pickle: pickle, storages: ["0": ones])

  /// The sound archive with one change.
  private static func changed(_ change: (inout Archive) -> Void) -> [UInt8] {
    var archive = sound
    change(&archive)
    return archive.bytes
  }

  @Test("may have any folder, comments and 64-bit fields, needed or not")
  func variants() {
    let variants: [(String, [UInt8])] = [
      ("plain", Self.sound.bytes),
      ("no folder", Archive(pickle: Self.pickle, storages: ["0": Self.ones], root: "").bytes),
      ("folders", Archive(pickle: Self.pickle, storages: ["0": Self.ones], root: "a/b c/ü/").bytes),
      ("comment", Self.changed { $0.comment = String(repeating: "PK\u{5}\u{6} ", count: 40) }),
      ("long comment", Self.changed { $0.comment = String(repeating: "x", count: 0xFFFF) }),
      ("wide", Self.changed { $0.isWide = true }),
      ("wide and full", Self.changed { ($0.isWide, $0.isFull) = (true, true) }),
      ("wide records", Self.changed { $0.records[1].isWide = true }),
      ("zero checksum", Self.changed { $0.records[0].checksum = 0 }),
      ("weights' checksum", Self.changed { $0.records[1].checksum = 7 }),
      ("data descriptor", Self.changed { $0.records[1].flags = 0x808 }),
      (
        "byteorder",
        Self.changed { $0.records.append(.init(name: "any/byteorder", data: Array("little".utf8))) }
      ),
    ]
    for (name, bytes) in variants { #expect(Saved.fault(bytes) == nil, "\(name)") }
  }

  @Test("is damaged when it contradicts itself")
  func damaged() {
    let cases: [(String, (inout Archive) -> Void)] = [
      ("wrong checksum", { $0.records[0].checksum = 7 }),
      ("two sizes", { $0.records[1].size = 15 }),
      ("too long", { ($0.records[1].size, $0.records[1].packedSize) = (1 << 20, 1 << 20) }),
      ("too short", { ($0.records[1].size, $0.records[1].packedSize) = (8, 8) }),
      ("into the directory", { ($0.records[1].size, $0.records[1].packedSize) = (17, 17) }),
      ("offset outside", { $0.records[1].header = 0xFFFF_FFF0 }),
      ("offset elsewhere", { $0.records[1].header = 5 }),
      ("overlap", { ($0.records[0].size, $0.records[0].packedSize) = (400, 400) }),
      ("same place", { $0.records[1].header = 0 }),
      (
        "wide sizes",
        {
          $0.records[1].isWide = true
          ($0.records[1].size, $0.records[1].packedSize) = (.max, .max)
        }
      ),
      (
        "wide offset",
        {
          $0.records[1].isWide = true
          $0.records[1].header = .max
        }
      ),
      ("negative offset", { ($0.records[1].isWide, $0.records[1].header) = (true, -1) }),
      ("other local name", { $0.records[1].localName = "any/data/1" }),
      ("same name", { $0.records.append($0.records[1]) }),
      ("count above", { $0.count = 3 }),
      ("count below", { $0.count = 1 }),
      ("directory too long", { $0.directorySize = 1 << 20 }),
      ("directory too short", { $0.directorySize = 60 }),
      ("directory behind", { $0.directoryOffset = 1 << 20 }),
      ("directory before", { $0.directoryOffset = 3 }),
      ("full without wide", { $0.isFull = true }),
      ("wide locator outside", { ($0.isWide, $0.isFull, $0.locatorOffset) = (true, true, .max) }),
      ("wide locator negative", { ($0.isWide, $0.isFull, $0.locatorOffset) = (true, true, -1) }),
      ("wide locator elsewhere", { ($0.isWide, $0.isFull, $0.locatorOffset) = (true, true, 4) }),
      ("wide offset of directory", { ($0.isWide, $0.isFull, $0.wideOffset) = (true, true, .max) }),
      ("wide count above", { ($0.isWide, $0.isFull, $0.wideCount) = (true, true, 100) }),
      ("wide count differs", { ($0.isWide, $0.wideCount) = (true, 3) }),
      ("no storage", { $0.records.removeLast() }),
    ]
    for (name, change) in cases {
      #expect(Saved.fault(Self.changed(change))?.kind == .damaged, "\(name)")
    }
  }

  @Test("is refused with what to do where torch.save would not have written it")
  func unsupported() {
    let cases: [(String, String, (inout Archive) -> Void)] = [
      ("compressed pickle", "is compressed", { $0.records[0].method = 8 }),
      ("compressed weights", "is compressed", { $0.records[1].method = 8 }),
      (
        // A few bytes that say they are a hundred gigabytes: nothing is unpacked.
        "zip bomb", "is compressed",
        {
          ($0.records[1].method, $0.records[1].isWide) = (8, true)
          $0.records[1].size = 100 << 30
        }
      ),
      ("encrypted", "is encrypted", { $0.records[1].flags = 1 }),
      ("no pickle", "no checkpoint of torch.save", { $0.records.removeFirst() }),
      (
        "absurd count", "are the most",
        { ($0.isWide, $0.isFull, $0.wideCount) = (true, true, 1 << 40) }
      ),
      (
        "big-endian", "byte order",
        {
          $0.records.append(.init(name: "any/byteorder", data: Array("big".utf8)))
        }
      ),
      (
        "TorchScript", "torch.jit.load",
        {
          $0.records.append(.init(name: "any/constants.pkl", data: [1]))
        }
      ),
    ]
    for (name, words, change) in cases {
      let fault = Saved.fault(Self.changed(change))
      #expect(fault?.kind == .unsupported, "\(name): \(String(describing: fault))")
      #expect(fault?.message.en.contains(words) == true, "\(name): \(String(describing: fault))")
    }
  }
}
