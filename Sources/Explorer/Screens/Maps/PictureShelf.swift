internal import RepCore
internal import Words

/// The pictures that maps can be of, in order: the one that was given, then those of the data that networks are
/// judged by; seeded values where there is neither.
struct PictureShelf {
  private let given: ShownInput?
  private let data: Dataset?
  private let places: [Int]

  init(_ shared: Shared) {
    (given, data) = (shared.input, shared.document.data)
    places = data.map { $0.places(in: $0.judged) } ?? []
  }

  /// How many there are; at least one.
  var count: Int { max((given == nil ? 0 : 1) + places.count, 1) }

  /// The picture at `index`.
  subscript(index: Int) -> MapsPicture {
    if index == 0, let given { return .given(GivenPicture(given)) }
    return place(of: index).map { .data($0) } ?? .seeded
  }

  private func place(of index: Int) -> Int? {
    let index = index - (given == nil ? 0 : 1)
    return places.indices.contains(index) ? places[index] : nil
  }

  /// The class that the picture at `index` is known to have.
  func label(of index: Int) -> Int? {
    place(of: index).flatMap { place in data?.labels.map { $0[place] } }
  }

  /// Whether what is run is no picture.
  var isSeeded: Bool { given == nil && places.isEmpty }

  /// What the picture at `index` is called.
  func title(of index: Int) -> Text {
    if index == 0, let given { return Text(name: given.name) }
    guard let data, place(of: index) != nil else { return MapsWords.noPicture }
    let number = index + (given == nil ? 1 : 0)
    return MapsWords.picture(number, of: places.count, heldOut: data.judged == .heldOut)
  }
}
