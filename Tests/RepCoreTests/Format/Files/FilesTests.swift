import Foundation
import Testing
import Words

@testable import RepCore

@Suite("Files")
struct FilesTests {
  private func fault(_ path: String) -> FormatError? {
    do throws(FormatError) {
      _ = try ModelFile.open(path)
      return nil
    } catch {
      return error
    }
  }

  @Test("that are missing, empty, directories, pipes or devices give a line with their name")
  func unreadable() throws {
    try Tiny.withTemporaryFile { path in
      #expect(fault(path)?.description == "\(path): cannot open: No such file or directory")
      #expect(fault(path)?.exitStatus == 3)
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(fault(path)?.message.en == "is empty")
      let folder = (path as NSString).deletingLastPathComponent
      #expect(fault(folder)?.message.en.hasPrefix("is a directory") == true)
      let pipe = folder + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(fault(pipe)?.message.en.hasPrefix("is not a regular file") == true)
      #expect(fault("/dev/null")?.message.en.hasPrefix("is not a regular file") == true)
    }
  }

  @Test("appear whole or not at all, and leave nothing behind")
  func replacing() throws {
    try Tiny.withTemporaryFile { path in
      let folder = (path as NSString).deletingLastPathComponent
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      do {
        let file = try ReplacingFile(path)
        try file.write([UInt8](repeating: 7, count: 100).span.bytes)
        #expect(try Tiny.contents(path) == Array("old".utf8), "nothing shows before the end")
      }
      #expect(try Tiny.contents(path) == Array("old".utf8), "an abandoned file changes nothing")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.rvg"])
      try ModelFile.write(Tiny.block, to: path)
      #expect(fault(path) == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.rvg"])
    }
  }

  @Test("of text are read as they were written, and other bytes are named")
  func text() throws {
    try Tiny.withTemporaryFile { path in
      try TextFile.write("träge\n", to: path)
      #expect(try TextFile.read(path) == "träge\n")
      try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: FormatError.self) { try TextFile.read(path) }
      #expect(error?.description == "\(path): is not UTF-8 text; name a text file")
      let missing = #expect(throws: FormatError.self) { try TextFile.read(path + ".none") }
      #expect(missing?.exitStatus == 3)
    }
  }

  @Test("of text have an end, however large a file says it is")
  func longText() throws {
    try Tiny.withTemporaryFile { path in
      try Data([0x61]).write(to: URL(fileURLWithPath: path))
      // No byte of it is on the disk.
      #expect(truncate(path, 1 << 40) == 0)
      for read in [{ _ = try TextFile.read(path) }, { _ = try LabelFile.read(path) }] {
        let error = #expect(throws: FormatError.self) { try read() }
        #expect(
          error?.kind == .unsupported && error?.exitStatus == 3,
          "\(String(describing: error))"
        )
      }
    }
  }

  @Test("can be replaced while they are open")
  func replacedWhileOpen() throws {
    try Tiny.withTemporaryFile { path in
      try ModelFile.write(Tiny.network(), to: path)
      let network = try ModelFile.open(path)
      try ModelFile.write(network, to: path)
      #expect(try ModelFile.open(path).values == network.values)
    }
  }

  @Test("that cannot be written give status 4; a link is followed and a device not replaced")
  func unwritable() throws {
    try Tiny.withTemporaryFile { path in
      let folder = (path as NSString).deletingLastPathComponent
      for bad in [folder, folder + "/none/x.rvg"] {
        do {
          try ModelFile.write(Tiny.block, to: bad)
          Issue.record("\(bad) was written")
        } catch {
          #expect((error as? FormatError)?.exitStatus == 4, "\(error)")
        }
      }
      let link = folder + "/link.rvg"
      try ModelFile.write(Tiny.block, to: path)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      try ModelFile.write(Tiny.network(), to: link)
      #expect(try ModelFile.open(path).name == "small")
      try ModelFile.write(Tiny.block, to: "/dev/null")
      #expect(fault("/dev/null")?.message.en.hasPrefix("is not a regular file") == true)
    }
  }
}
