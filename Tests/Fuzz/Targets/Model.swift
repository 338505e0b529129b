// A libFuzzer target: any bytes either open as a network or give an error. Run by Scripts/fuzz.

/// Reads `count` bytes as a model file and, if they are one, every number in it.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let opened = try? ModelFile.read(Storage(copying: bytes), name: "fuzz") else { return 0 }
  let network = opened.network
  var sum = 0.0
  for tensor in network.namedTensors.values { sum += tensor.doubles().reduce(0, +) }
  // What opens can be described, counted and described again.
  let architecture = network.architecture
  precondition(architecture.macs() >= 0 && architecture.parameters >= 0 && !sum.isSignalingNaN)
  guard network.head != nil else { return 0 }
  precondition(
    (try? Architecture(json: architecture.json)) == architecture,
    "the description changed"
  )
  return 0
}
