import Dispatch
import Glibc
import Synchronization
import Testing

@testable import RepCore

@Suite struct WholeFileTests {
  private func write(_ text: String, _ name: String) throws -> String {
    try WholeFile.write(Array(text.utf8), numbered: name, ending: "txt")
  }

  @Test func `Numbered files take the first number that is free and leave the others`() throws {
    try withTemporaryFolder { (folder: String) throws -> Void in
      let name = folder + "/shot"
      #expect(try write("one", name) == name + "-001.txt")
      #expect(try write("two", name) == name + "-002.txt")
      unlink(name + "-001.txt")
      // Also something that is no file, or leads nowhere, is in the way.
      mkdir(name + "-003.txt", 0o777)
      symlink("nowhere", name + "-004.txt")
      #expect(try write("three", name) == name + "-001.txt")
      #expect(try write("four", name) == name + "-005.txt")
      #expect(try TextFile.read(name + "-002.txt") == "two")
      #expect(try TextFile.read(name + "-005.txt") == "four")
    }
  }

  @Test func `Of many that write at once each gets a number of its own`() throws {
    try withTemporaryFolder { (folder: String) throws -> Void in
      let written = Mutex<[Int: String]>([:])
      DispatchQueue.concurrentPerform(iterations: 40) { index in
        let path = try? write("text \(index)", folder + "/many")
        written.withLock { $0[index] = path }
      }
      let paths = written.withLock { $0 }
      #expect(Set(paths.values).count == 40)
      for (index, path) in paths { #expect(try TextFile.read(path) == "text \(index)", "\(path)") }
    }
  }

  @Test func `A numbered file that cannot be written leaves nothing behind`() throws {
    try withTemporaryFolder { (folder: String) throws -> Void in
      let error = #expect(throws: FormatError.self) { try write("x", folder + "/none/shot") }
      #expect(error?.kind == .unwritable && error?.exitStatus == 4)
      // What it is made of changes meanwhile.
      let source = folder + "/source"
      try TextFile.write("source", to: source)
      try OpenedFiles.$current.withValue(OpenedFiles()) {
        let opened = try MappedFile.open(source)
        truncate(source, 1)
        #expect(throws: FormatError.self) { try write("made of it", folder + "/shot") }
        #expect(opened.count == 6)
      }
      #expect(access(folder + "/shot-001.txt", F_OK) != 0)
    }
  }
}
