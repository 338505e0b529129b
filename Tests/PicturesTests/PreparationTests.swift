import RepCore
import Testing
import Words

@testable import Pictures

@Suite("Pictures brought to a network's input")
struct PreparationTests {
  /// A way to prepare a picture, as make_pictures.py wrote it.
  private static func shape(_ text: String) throws -> InputShape {
    let values = try #require(try JSON(parsing: text).elements, "\(text)")
    let channels = try #require(values[0].integer)
    let isNormalised = try #require(values[5].bool as Bool?)
    let mean = channels == 3 ? [0.485, 0.456, 0.406] : [0.3054]
    let deviation = channels == 3 ? [0.229, 0.224, 0.225] : [0.3762]
    let name = try #require(values[4].text)
    return InputShape(
      channels: channels,
      height: try #require(values[1].integer),
      width: try #require(values[2].integer),
      mean: isNormalised ? mean : [],
      deviation: isNormalised ? deviation : [],
      preprocessing: Preprocessing(
        fit: values[3].double.map { .cropped(share: $0) } ?? .stretched,
        interpolation: try #require(Preprocessing.Interpolation(rawValue: name))
      )
    )
  }

  @Test("are what torchvision and timm make of them, to the last bit")
  func torchvision() throws {
    let results = try PictureFixture.results("prepared")
    #expect(results.tensors.count == 63)
    for (name, expected) in results.tensors.sorted(by: { $0.key < $1.key }) {
      let text = try #require(results.metadata[name])
      let shape = try Self.shape(text)
      let file = name.split(separator: ".").dropLast().joined(separator: ".")
      let tensor = try shape.tensor(of: PictureFixture.image(file))
      #expect(tensor.shape == [1] + expected.shape, "\(name) \(text)")
      let worst = zip(tensor.floats(), expected.floats()).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst == 0, "\(name) \(text): \(worst)")
    }
  }

  @Test("follow the convention for the network's size where nothing is said")
  func convention() throws {
    for (size, fit) in [
      (8, Preprocessing.Fit.stretched), (127, .stretched), (128, .cropped(share: 0.875)),
      (224, .cropped(share: 0.875)), (320, .cropped(share: 0.875)),
    ] {
      let preprocessing = InputShape.imageNet(size: size).effectivePreprocessing
      #expect(preprocessing == Preprocessing(fit: fit, interpolation: .bilinear), "\(size)")
    }
    let image = try PictureFixture.image("rgb.png")
    #expect(
      InputShape.imageNet(size: 224).preparation(of: image).en
        == "resized to 256x407 (bilinear), middle 224x224, normalised"
    )
    #expect(
      InputShape(channels: 1, height: 8, width: 8).preparation(of: image).en
        == "resized to 8x8 (bilinear), values 0 to 1"
    )
  }

  @Test("are refused by networks of other channels or absurd sizes")
  func refusal() throws {
    let image = try PictureFixture.image("rgb.png")
    for shape in [
      InputShape(channels: 4), InputShape(channels: 2), InputShape(height: 65_536, width: 65_536),
    ] {
      let error = #expect(throws: FormatError.self) { try shape.tensor(of: image) }
      #expect(error?.kind == .unsupported, "\(shape)")
    }
  }

  @Test("cost memory for what is seen only, however long they are")
  func longPicture() throws {
    // Scaled whole, this would be 256 x 16,776,960 pixels.
    let image = Image(
      width: 65_535,
      height: 1,
      color: .grey,
      samples: (0..<65_535).map { UInt8(truncatingIfNeeded: $0) }
    )
    let tensor = try InputShape.imageNet(size: 224).tensor(of: image)
    #expect(tensor.shape == [1, 3, 224, 224])
  }
}
