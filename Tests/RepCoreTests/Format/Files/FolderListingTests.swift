import Foundation
import RepCore
import Testing

@Suite("What a folder holds")
struct FolderListingTests {
  @Test("is told in natural order, folders marked, whatever the names are")
  func listing() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let inner = folder.appendingPathComponent("10.inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["9.pth", "tên.pth", ".hidden"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    let link = folder.appendingPathComponent("link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "10.inner")
    let entries = FolderListing(folder.path + "/").entries
    #expect(Set(entries.map(\.name)) == ["9.pth", "10.inner", "tên.pth", ".hidden", "link"])
    let places = ["9.pth", "10.inner"].map { name in entries.firstIndex { $0.name == name } ?? -1 }
    #expect(places[0] < places[1], "\(entries.map(\.name))")
    #expect(FolderListing(folder.path + "/", most: 3).entries.count == 3)
    #expect(FolderListing.isFolder(folder.path) && FolderListing.isFolder(link))
    #expect(!FolderListing.isFolder(folder.path + "/9.pth"))
    #expect(!FolderListing.isFolder(folder.path + "/absent"))
    #expect(entries.filter(\.isFolder).map(\.name).sorted() == ["10.inner", "link"])
  }

  @Test("of one that is not there is nothing, and of no name the present folder")
  func absent() {
    #expect(FolderListing("/absent/").entries.isEmpty)
    #expect(!FolderListing("").entries.isEmpty)
  }
}
