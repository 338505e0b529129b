import Foundation
import RepCore
import Testing

@Suite("A watched file", .timeLimit(.minutes(2)))
struct FileWatchTests {
  /// A watch, its folder, and a bell that rings when it wakes.
  private final class Watched: Sendable {
    let folder: URL
    let watch: FileWatch
    private let bell = DispatchSemaphore(value: 0)

    init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let bell = bell
      watch = try #require(FileWatch { bell.signal() })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws {
      try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    }

    /// What was told once it wakes.
    func changes() -> [String] {
      guard bell.wait(timeout: .now() + .seconds(30)) == .success else {
        Issue.record("nothing was told")
        return []
      }
      return watch.takeChanges()
    }
  }

  @Test(
    "tells that it was written, by the path that was given",
    arguments: ["a.pth", "tên có dấu.pth"]
  )
  func writing(name: String) throws {
    let watched = try Watched()
    #expect(watched.watch.add(watched.path(name)))
    try watched.write("one", to: name)
    #expect(watched.changes() == [watched.path(name)])
    #expect(watched.watch.takeChanges().isEmpty, "it is told once")
    try watched.write("two", to: name)
    #expect(watched.changes() == [watched.path(name)])
  }

  @Test("tells that another file has taken its name")
  func moving() throws {
    let watched = try Watched()
    try watched.write("old", to: "last.pt")
    watched.watch.add(watched.path("last.pt"))
    try watched.write("new", to: "last.pt.tmp")
    #expect(rename(watched.path("last.pt.tmp"), watched.path("last.pt")) == 0)
    #expect(watched.changes() == [watched.path("last.pt")])
  }

  @Test("is told of alone: not of its neighbours, and of each of several")
  func neighbours() throws {
    let watched = try Watched()
    for name in ["a", "b"] { watched.watch.add(watched.path(name)) }
    try watched.write("x", to: "neighbour")
    try watched.write("x", to: "b")
    #expect(watched.changes() == [watched.path("b")])
    try watched.write("x", to: "a")
    #expect(watched.changes() == [watched.path("a")])
  }

  @Test("in a folder that is not there cannot be watched")
  func absentFolder() throws {
    let watched = try Watched()
    #expect(!watched.watch.add(watched.path("absent/last.pt")))
  }
}
