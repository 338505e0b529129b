/// The classes that a network gives to pictures.
public struct Classification: Hashable, Sendable {
  /// Which pictures, by their places in the data.
  public let places: [Int]
  /// The class of each of them, that of the largest logit; nil where a logit is no finite number.
  public let classes: [Int?]

  init(places: [Int], classes: [Int?]) {
    precondition(
      places.count == classes.count,
      "\(classes.count) classes for \(places.count) pictures"
    )
    (self.places, self.classes) = (places, classes)
  }

  /// Runs `network`, in whatever form its blocks are, on the pictures at `places`.
  ///
  /// - Parameters:
  ///   - network: A chain that the pictures fit.
  ///   - places: Which pictures of `data`.
  ///   - data: What it is tried on.
  ///   - threads: Threads that work on it.
  ///   - progress: Told after each batch how many pictures are done, of how many.
  ///   - isCancelled: Asked before each step of the engine.
  /// - Throws: `FormatError.Kind.mismatch` where the pictures do not fit; `PlanError`; `SessionError`, which is
  ///   `cancelled` where `isCancelled` says so.
  public init(
    of network: Network,
    on places: [Int],
    in data: Dataset,
    threads: Int = PlanOptions().threads,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    if let mismatch = data.mismatch(with: network) { throw FormatError(.mismatch, mismatch) }
    let batch = Classification.batch(of: places.count, in: data)
    let options = PlanOptions(
      threads: threads,
      batch: batch,
      height: data.height,
      width: data.width
    )
    let session = try Session(Plan(network, options))
    var classes: [Int?] = []
    for start in stride(from: 0, to: places.count, by: batch) {
      let chosen = places[start..<min(start + batch, places.count)]
      // One plan does for all: the last batch is filled up with a picture that does not count.
      let filled = chosen + repeatElement(places[start], count: batch - chosen.count)
      let input = data.input(filled, for: network.input)
      let logits = try session.run(input, isCancelled: isCancelled)
      classes += chosen.indices.map { logits.topClass(of: $0 - start) }
      progress(classes.count, places.count)
    }
    self.init(places: places, classes: classes)
  }

  /// The most pictures of one batch, after which progress is told.
  private static let mostPictures = 64
  /// The most values of one batch: one picture of ImageNet's size, or two.
  private static let mostValues = 1 << 18

  private static func batch(of pictures: Int, in data: Dataset) -> Int {
    let size = data.channels * data.height * data.width
    return min(mostPictures, max(1, mostValues / size), max(1, pictures))
  }
}

extension Tensor {
  /// The place of the first of the largest logits of a picture, `N x classes`; nil where one is no finite number.
  func topClass(of picture: Int) -> Int? {
    let logits = slice(picture..<picture + 1).floats()
    return logits.allSatisfy(\.isFinite) ? logits.placesOfLargest(1).first : nil
  }
}
