// A libFuzzer target: any bytes are a picture, no picture, or give an error. Run by Scripts/fuzz.

/// Reads `count` bytes as a picture and, if they are one, brings it to three networks' inputs.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // A small limit, so that time goes into many inputs and not into large ones.
  let limit = 1 << 20
  guard let image = try? PictureFile.read(Storage(copying: bytes), mostSamples: limit) else {
    return 0
  }
  precondition(image.samples.count <= limit, "the limit was not kept")
  for shape in [
    InputShape(channels: 1, height: 8, width: 8),
    InputShape(
      height: 21,
      width: 13,
      preprocessing: Preprocessing(fit: .cropped(share: 0.9), interpolation: .bicubic)
    ),
    InputShape(
      height: 32,
      width: 32,
      preprocessing: Preprocessing(fit: .cropped(share: 0.875))
    ),
  ] {
    guard let values = try? shape.tensor(of: image).floats() else {
      preconditionFailure("a picture was refused")
    }
    precondition(values.allSatisfy { (0...1).contains($0) }, "a value is outside 0...1")
  }
  return 0
}
