import Glibc
import Testing
import Words

@testable import RepCore

@Suite struct OpenedFilesTests {
  /// What a program may do to a file that is mapped, and whether what was read of it is still right.
  private enum Change: CaseIterable {
    case nothing, cut, emptied, overwritten, grown, replaced, removed, renamed

    var isHarmless: Bool { [.nothing, .replaced, .removed, .renamed].contains(self) }

    func make(to path: String, size: Int) throws {
      switch self {
      case .nothing: break
      case .cut: truncate(path, size / 2)
      case .emptied: truncate(path, 0)
      case .overwritten: try write(path, flags: O_WRONLY, count: size)
      case .grown: try write(path, flags: O_WRONLY | O_APPEND, count: 1)
      case .replaced:
        try TextFile.write("other", to: path + ".new")
        rename(path + ".new", path)
      case .removed: unlink(path)
      case .renamed: rename(path, path + ".old")
      }
    }

    private func write(_ path: String, flags: Int32, count: Int) throws {
      let file = open(path, flags)
      try #require(file >= 0)
      let bytes = [UInt8](repeating: 7, count: count)
      #expect(Glibc.write(file, bytes, count) == count)
      close(file)
    }
  }

  /// What `check` says.
  private var told: FormatError? {
    do throws(FormatError) {
      try OpenedFiles.check()
      return nil
    } catch {
      return error
    }
  }

  private static let sizes = [1, 4095, 4096, 4097, 40_000, 300_000]

  @Test func `A change of a mapped file is told, and only a change`() throws {
    try withTemporaryFolder { folder in
      for change in Change.allCases {
        for size in Self.sizes {
          let path = "\(folder)/\(change)-\(size)"
          try TextFile.write(String(repeating: "x", count: size), to: path)
          try OpenedFiles.$current.withValue(OpenedFiles()) {
            let storage = try MappedFile.open(path)
            try change.make(to: path, size: size)
            // Every page is read, also those that are gone.
            let sum = storage.withSpan { bytes in
              (0..<bytes.byteCount).reduce(0) {
                $0 + Int(unsafe bytes.unsafeLoad(fromByteOffset: $1, as: UInt8.self))
              }
            }
            let whole = size * 120
            #expect(storage.file?.hasChanged == !change.isHarmless, "\(change) of \(size) bytes")
            if change.isHarmless || change == .grown {
              #expect(sum == whole, "\(change) of \(size) bytes")
            }
            #expect(
              told?.kind == (change.isHarmless ? nil : .changed),
              "\(change) of \(size) bytes"
            )
            #expect(told == nil || told?.path == path)
          }
        }
      }
    }
  }

  @Test func `No file takes its place when one that was read has changed`() throws {
    try withTemporaryFolder { folder in
      let (path, target) = ("\(folder)/source", "\(folder)/target")
      try TextFile.write("source", to: path)
      try OpenedFiles.$current.withValue(OpenedFiles()) {
        let storage = try MappedFile.open(path)
        truncate(path, 2)
        #expect(throws: FormatError.self) { try TextFile.write("target", to: target) }
        #expect(access(target, F_OK) != 0)
        #expect(storage.count == 6)
      }
      try TextFile.write("target", to: target)
      #expect(try TextFile.read(target) == "target", "other work has nothing to do with it")
    }
  }

  @Test func `A change after the last reader has let go does no harm, one before does`() throws {
    try withTemporaryFolder { folder in
      for changesFirst in [false, true] {
        let path = "\(folder)/released"
        try TextFile.write("a text", to: path)
        try OpenedFiles.$current.withValue(OpenedFiles()) {
          var storage: Storage? = try MappedFile.open(path)
          #expect(storage?.count == 6)
          if changesFirst { truncate(path, 3) }
          storage = nil
          truncate(path, 1)
          #expect((told != nil) == changesFirst, "changed first: \(changesFirst)")
        }
      }
    }
  }

  @Test func `What is read anew takes the place of what had changed`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/anew"
      try TextFile.write("a text", to: path)
      let files = OpenedFiles()
      try OpenedFiles.$current.withValue(files) {
        let old = try MappedFile.open(path)
        truncate(path, 3)
        let new = try MappedFile.open(path)
        #expect(throws: FormatError.self) { try OpenedFiles.check() }
        files.replace(old.file, by: new.file)
        try OpenedFiles.check()
        truncate(path, 2)
        #expect(throws: FormatError.self) { try OpenedFiles.check() }
        #expect(old.count == 6 && new.count == 3)
      }
    }
  }

  @Test func `A changed file is never called damaged`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/last.safetensors"
      try Checkpoint(tensors: ["a": Tensor([1, 2], shape: [2])]).write(to: path)
      let storage = try MappedFile.open(path)
      truncate(path, 4)
      #expect(storage.file?.change?.message.en == "changed while it was read; read it again")
    }
  }

  @Test func `Many threads that meet the same lost pages all go on`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/wide"
      try TextFile.write(String(repeating: "x", count: 8 << 20), to: path)
      let storage = try MappedFile.open(path)
      truncate(path, 0)
      concurrentLoop(64, threads: 8) { index in
        storage.withSpan { bytes in
          var sum = 0
          for offset in stride(from: index * 64, to: bytes.byteCount, by: 4096) {
            sum += Int(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
          }
          #expect(sum == 0, "thread \(index)")
        }
      }
      #expect(storage.file?.hasChanged == true)
    }
  }
}
