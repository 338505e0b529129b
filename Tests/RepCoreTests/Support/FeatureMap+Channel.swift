@testable import RepCore

extension FeatureMap {
  /// All values of one channel, of all pictures.
  func channel(_ channel: Int) -> [Scalar] {
    (0..<batch).flatMap { picture in
      let start = (picture * channels + channel) * height * width
      return values[start..<start + height * width]
    }
  }
}
