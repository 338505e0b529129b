// A libFuzzer target: any bytes either read as a checkpoint of torch.save's or give an error. Run by
// Scripts/fuzz.

/// Reads `count` bytes as a whole file and, if they are one, every byte of its tensors.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let file = try? PyTorchFile(reading: Storage(copying: bytes)) else { return 0 }
  precondition(!file.sets.isEmpty, "a file without sets is an error")
  var sum: UInt8 = 0
  for set in file.sets {
    let checkpoint = set.checkpoint
    precondition(Set(set.names) == Set(checkpoint.names), "the names differ")
    for tensor in checkpoint.tensors.values {
      sum &+= tensor.withBytes { bytes in bytes.withUnsafeBytes { $0.reduce(0, &+) } }
    }
  }
  precondition(sum <= .max)
  return 0
}
