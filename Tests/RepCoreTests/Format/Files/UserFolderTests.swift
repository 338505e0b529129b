import Foundation
import Testing

@testable import RepCore

@Suite("A folder of the user")
struct UserFolderTests {
  @Test("is where the variable says, else in its usual place; a relative one counts for nothing")
  func places() {
    for (folder, name, usual) in [
      (UserFolder.cache, "XDG_CACHE_HOME", ".cache"),
      (.configuration, "XDG_CONFIG_HOME", ".config"), (.state, "XDG_STATE_HOME", ".local/state"),
    ] {
      func path(_ variables: [String: String]) -> String? { folder.path { variables[$0] } }
      #expect(path([name: "/c", "HOME": "/h"]) == "/c/repvgg-tui")
      #expect(path(["HOME": "/h"]) == "/h/\(usual)/repvgg-tui")
      #expect(path([name: "c", "HOME": "/h"]) == "/h/\(usual)/repvgg-tui")
      #expect(path([name: "./c"]) == nil)
    }
  }

  @Test("is made with those above it, and once more does no harm")
  func making() {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a/b").path
    for _ in 0..<2 {
      UserFolder.make(path)
      var isFolder: ObjCBool = false
      #expect(FileManager.default.fileExists(atPath: path, isDirectory: &isFolder))
      #expect(isFolder.boolValue)
    }
  }
}
