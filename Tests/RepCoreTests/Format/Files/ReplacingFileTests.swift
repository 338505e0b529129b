import Foundation
import Testing
import Words

@testable import RepCore

@Suite("A file that replaces another")
struct ReplacingFileTests {
  private func write(_ text: String, to path: String, isNameless: Bool = true) throws {
    let file = try ReplacingFile(path, isNameless: isNameless)
    try file.write(Array(text.utf8).span.bytes)
    try file.commit()
  }

  private func status(_ path: String) -> stat {
    var status = stat()
    #expect(stat(path, &status) == 0, "\(path)")
    return status
  }

  @Test("keeps its permissions", arguments: [true, false])
  func permissions(isNameless: Bool) throws {
    try withTemporaryFolder { root in
      let folder = root + "/"
      let path = folder + "model.rvg"
      for mode: mode_t in [0o600, 0o640, 0o664, 0o755] {
        try write("old", to: path, isNameless: isNameless)
        #expect(chmod(path, mode) == 0)
        try write("new", to: path, isNameless: isNameless)
        #expect(status(path).st_mode & 0o7777 == mode, "\(String(mode, radix: 8))")
        #expect(try TextFile.read(path) == "new")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.rvg"])
    }
  }

  @Test("keeps its owner and group, where that can be tried", .enabled(if: geteuid() == 0))
  func owner() throws {
    try withTemporaryFolder { root in
      let folder = root + "/"
      let path = folder + "model.rvg"
      try write("old", to: path)
      #expect(chown(path, 4321, 1234) == 0)
      try write("new", to: path)
      #expect(status(path).st_uid == 4321 && status(path).st_gid == 1234)
    }
  }

  @Test("goes where a chain of links leads, also to nothing yet", arguments: [true, false])
  func links(isNameless: Bool) throws {
    try withTemporaryFolder { root in
      let folder = root + "/"
      let manager = FileManager.default
      try manager.createDirectory(atPath: folder + "inner", withIntermediateDirectories: false)
      try manager.createSymbolicLink(atPath: folder + "a", withDestinationPath: "inner/b")
      try manager.createSymbolicLink(atPath: folder + "inner/b", withDestinationPath: "c")
      for text in ["first", "second"] {
        try write(text, to: folder + "a", isNameless: isNameless)
        #expect(try TextFile.read(folder + "inner/c") == text)
        #expect(try manager.destinationOfSymbolicLink(atPath: folder + "a") == "inner/b")
        #expect(try manager.destinationOfSymbolicLink(atPath: folder + "inner/b") == "c")
      }
      try manager.createSymbolicLink(atPath: folder + "loop", withDestinationPath: "loop")
      let error = #expect(throws: FormatError.self) { try write("x", to: folder + "loop") }
      #expect(error?.exitStatus == 4)
    }
  }

  @Test("does not follow another user's link where everybody writes", .enabled(if: geteuid() == 0))
  func sticky() throws {
    try withTemporaryFolder { root in
      let folder = root + "/"
      let (shared, victim) = (folder + "shared", folder + "victim")
      try write("precious", to: victim)
      try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: false)
      #expect(chmod(shared, 0o1777) == 0)
      for target in [victim, folder + "missing"] {
        let link = shared + "/out.rvg"
        unlink(link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        try write("own", to: link)
        #expect(lchown(link, 4321, 4321) == 0)
        let error = #expect(throws: FormatError.self, "\(target)") { try write("x", to: link) }
        #expect(error?.exitStatus == 4 && error?.message.en.contains("another user's link") == true)
        #expect(try TextFile.read(target) == "own")
      }
    }
  }

  @Test("fails where the disk is full, and goes through pipes")
  func devices() throws {
    let full = #expect(throws: FormatError.self) { try write("x", to: "/dev/full") }
    #expect(full?.exitStatus == 4, "\(String(describing: full))")
    try withTemporaryFolder { root in
      let folder = root + "/"
      let pipe = folder + "pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      // Open for both, so that neither side waits for the other.
      let reader = open(pipe, O_RDWR)
      defer { close(reader) }
      try write("through", to: pipe)
      var bytes = [UInt8](repeating: 0, count: 16)
      #expect(read(reader, &bytes, bytes.count) == 7)
      #expect(status(pipe).st_mode & S_IFMT == S_IFIFO)
      let file = open(folder + "descriptor", O_RDWR | O_CREAT, 0o600)
      defer { close(file) }
      try write("by number", to: "/dev/fd/\(file)")
      #expect(try TextFile.read(folder + "descriptor") == "by number")
    }
  }

  @Test("leaves nothing when a signal ends the process")
  func signals() async throws {
    let folder = "/tmp/repvgg-tui-replacing-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await #expect(processExitsWith: .signal(SIGTERM)) {
      // The parent's number names the folder: nothing else is known in both processes.
      let folder = "/tmp/repvgg-tui-replacing-\(getppid())"
      let file = try ReplacingFile(folder + "/model.rvg", isNameless: false)
      try file.write([1, 2, 3].span.bytes)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      precondition(names.count == 1, "the hidden file is there")
      // To the process: this thread may be one that signals pass by.
      kill(getpid(), SIGTERM)
      while true { pause() }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }
}
