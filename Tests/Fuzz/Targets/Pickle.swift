// A libFuzzer target: any bytes either are a pickle or give an error, and what is in a pickle can be
// looked at. Run by Scripts/fuzz.

/// A container in which every storage is there, with as many bytes as are asked for up to a few.
private struct AnyStorage: StorageSource {
  private static let bytes = ByteWindow(Storage(copying: [UInt8](repeating: 0x41, count: 4096)))

  func bytes(of key: String, size: Int) throws(FormatError) -> ByteWindow {
    guard let part = Self.bytes.part(at: 0, count: size) else {
      throw FormatError.shortStorage(key, 0, expected: size)
    }
    return part
  }
}

/// Runs `count` bytes through the machine and looks for tensors in what comes out.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let (heap, root, end) = try? PickleMachine.read(ByteWindow(Storage(copying: bytes))) else {
    return 0
  }
  precondition(end <= count, "it read more than there is")
  precondition(!heap.words(for: root).isEmpty)
  _ = heap.facts(in: root)
  _ = try? SetFinder.sets(of: TorchContainer(heap: heap, root: root, storages: AnyStorage()))
  return 0
}
