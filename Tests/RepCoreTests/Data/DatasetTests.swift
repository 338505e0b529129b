import Testing
import Words

@testable import RepCore

@Suite("The data that networks are tried on")
struct DatasetTests {
  @Test("are all digits of scikit-learn with their labels and the split")
  func digits() throws {
    let digits = try Samples.digits()
    #expect(digits.count == 1797 && !digits.isNormalised)
    #expect((digits.channels, digits.height, digits.width) == (1, 8, 8))
    let labels = try #require(digits.labels)
    let counts = (0..<10).map { digit in labels.filter { $0 == digit }.count }
    // As scikit-learn's page of the data set has them.
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    let (training, heldOut) = (digits.places(in: .training), digits.places(in: .heldOut))
    #expect(training.count == 1437 && heldOut.count == 360)
    #expect((training + heldOut).sorted() == digits.places(in: .everything))
    #expect(digits.judged == .heldOut)
    for digit in 0..<10 {
      let share = Double(heldOut.filter { labels[$0] == digit }.count) / Double(counts[digit])
      #expect(abs(share - 0.2) < 0.006, "the split is stratified: digit \(digit) has \(share)")
    }
  }

  @Test(
    "hold the ten digits of Samples among those that were held out, normalised to the same bits"
  )
  func tenDigits() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let ten = try Dataset.open(Samples.path("digits-test.safetensors"))
    #expect(ten.count == 10 && ten.isNormalised && ten.labels == Array(0..<10))
    #expect(ten.isHeldOut == nil && ten.judged == .everything)
    #expect(ten.places(in: .heldOut).isEmpty && ten.places(in: .training).isEmpty)
    let heldOut = digits.places(in: .heldOut)
    let known = Set(heldOut.map { digits.input([$0], for: network.input).floats() })
    for place in 0..<10 {
      #expect(known.contains(ten.input([place], for: network.input).floats()), "digit \(place)")
    }
  }

  @Test("become what a network takes, whatever its channels and its highest level")
  func levels() throws {
    for (channels, highest) in [(1, 1), (1, 16), (3, 255), (5, 100)] {
      let shape = [3, channels, 2, 3]
      let count = shape.reduce(1, *)
      let bytes = (0..<count).map { UInt8($0 * 7 % (highest + 1)) }
      let data = try Dataset(
        Checkpoint(tensors: ["x": .bytes(bytes, shape: shape)], metadata: ["levels": "\(highest)"]),
        name: "made"
      )
      let mean = (0..<channels).map { 0.1 * Double($0 + 1) }
      for isNormalised in [false, true] {
        let input = InputShape(
          channels: channels,
          height: 2,
          width: 3,
          mean: isNormalised ? mean : [],
          deviation: isNormalised ? mean.map { 2 * $0 } : []
        )
        let tensor = data.input([2, 0, 2], for: input)
        #expect(tensor.shape == shape)
        let wanted = [2, 0, 2].flatMap { place in
          (0..<channels).flatMap { channel in
            (0..<6).map { pixel in
              let value = Double(bytes[(place * channels + channel) * 6 + pixel]) / Double(highest)
              return isNormalised ? (value - mean[channel]) / (2 * mean[channel]) : value
            }
          }
        }
        let error = relativeError(tensor.doubles(), wanted)
        #expect(error < 1e-6, "\(channels) channels of \(highest), \(isNormalised): \(error)")
      }
    }
  }

  @Test("that are floating point stay as they are, of every width")
  func floats() throws {
    let values: [Float] = [0.5, -1, 2, 0, 1.5, -0.25]
    for type in [ElementType.float16, .float32] {
      let tensor = Tensor(values, shape: [3, 1, 1, 2]).converted(to: type)
      let data = try Dataset(Checkpoint(tensors: ["input": tensor]), name: "made")
      let input = InputShape(channels: 1, height: 1, width: 2, mean: [0.5], deviation: [0.25])
      #expect(data.input([2, 1], for: input).floats() == [1.5, -0.25, 2, 0], "\(type)")
    }
  }

  @Test(
    "that are picture files are to the bit what a network sees of one of them",
    arguments: [1, 3]
  )
  func images(channels: Int) throws {
    let input = InputShape(
      channels: channels,
      height: 5,
      width: 7,
      mean: Array([0.5, 0.25, 0.125].prefix(channels)),
      deviation: Array([0.3, 0.2, 0.1].prefix(channels))
    )
    let images = [(9, 4), (7, 5), (1, 1)].map { width, height in
      Image(
        width: width,
        height: height,
        color: .rgb,
        samples: (0..<width * height * 3).map { UInt8($0 * 37 % 251) }
      )
    }
    let data = Dataset(try images.map { try input.framed($0) }, name: "folder")
    #expect(data.labels == nil && data.isHeldOut == nil && data.count == 3)
    for (place, image) in images.enumerated() {
      let (found, wanted) = (data.input([place], for: input), try input.tensor(of: image))
      #expect(found.shape == wanted.shape && found.floats() == wanted.floats(), "picture \(place)")
    }
  }

  @Test("have labels of every integer type, or in the metadata")
  func labels() throws {
    let pictures = Tensor([0, 1, 2], shape: [3, 1, 1, 1])
    let tensors: [Tensor] = [
      .numbers([2, 0, 255] as [UInt8], as: .uint8), .numbers([2, 0, 255] as [Int32], as: .int32),
      .numbers([2, 0, 255] as [Int64], as: .int64),
    ]
    for labels in tensors {
      let checkpoint = Checkpoint(tensors: ["a": pictures, "labels": labels])
      #expect(try Dataset(checkpoint, name: "").labels == [2, 0, 255], "\(labels.elementType)")
    }
    let written = Checkpoint(tensors: ["a": pictures], metadata: ["labels": " 2 0\n255"])
    #expect(try Dataset(written, name: "").labels == [2, 0, 255])
    #expect(try Dataset(Checkpoint(tensors: ["a": pictures]), name: "").labels == nil)
  }

  @Test("of one picture of levels are normalised as the network wants it")
  func onePicture() throws {
    let shape = InputShape(channels: 1, height: 2, width: 3, mean: [0.3], deviation: [0.4])
    for highest in [1, 16, 255] {
      let levels = (0..<6).map { UInt8($0 * highest / 5) }
      let one = Dataset(levels: levels, of: highest, height: 2, width: 3, name: "one")
      let wanted = levels.map { (Double($0) / Double(highest) - 0.3) / 0.4 }
      let input = one.input([0], for: shape)
      #expect(input.shape == [1, 1, 2, 3], "\(highest)")
      for (value, want) in zip(input.doubles(), wanted) {
        #expect((value - want).magnitude < 1e-6, "\(highest)")
      }
    }
  }

  @Test("tell nothing of training where a network was not trained on them")
  func withoutSplit() throws {
    let one = Dataset(levels: [0, 1], of: 1, height: 1, width: 2, name: "one")
    let split = Dataset(name: "split", values: one.values, labels: [3], isHeldOut: [true])
    #expect(split.places(in: .heldOut) == [0] && split.withoutSplit.places(in: .heldOut).isEmpty)
    #expect(split.withoutSplit.isHeldOut == nil && split.withoutSplit.labels == [3])
  }

  @Test("are judged by all pictures where none was held out")
  func nothingHeldOut() throws {
    let pictures = Tensor([0, 1, 2], shape: [3, 1, 1, 1])
    for (mark, judged) in [(0 as UInt8, Dataset.Part.everything), (1, .heldOut)] {
      let held = Tensor.bytes([mark, mark, mark], shape: [3], as: .bool)
      let checkpoint = Checkpoint(tensors: ["a": pictures, "held_out": held])
      let data = try Dataset(checkpoint, name: "")
      #expect(data.judged == judged && data.places(in: data.judged) == [0, 1, 2], "\(mark)")
    }
  }
}
