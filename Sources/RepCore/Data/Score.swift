/// How well a network does on pictures: two different things, of which neither can be taken for the other.
public enum Score: Hashable, Sendable {
  /// How many pictures get the class that they are labelled with.
  case accuracy(Tally)
  /// How many get the class that the whole network gives them, where nobody says which is right.
  case agreement(Tally)

  /// The accuracy of `classification` where the data have labels, else its agreement with `whole`, which is of
  /// the same pictures.
  public init(of classification: Classification, against whole: Classification, in data: Dataset) {
    self =
      if let labels = data.labels {
        .accuracy(classification.accuracy(by: labels))
      } else {
        .agreement(classification.agreement(with: whole))
      }
  }
}

extension Score {
  /// The count, whatever is counted.
  public var tally: Tally {
    switch self {
    case .accuracy(let tally), .agreement(let tally): tally
    }
  }
}

extension Classification {
  /// How many pictures get the class that `labels` have at their places; at least one picture.
  public func accuracy(by labels: [Int]) -> Tally {
    let hits = zip(places, classes).filter { $1 == labels[$0] }
    return Tally(hits: hits.count, count: places.count)
  }

  /// How many pictures get the same class in `other`, which is of the same pictures.
  public func agreement(with other: Classification) -> Tally {
    precondition(places == other.places, "two classifications are of different pictures")
    let hits = zip(classes, other.classes).filter { $0 != nil && $0 == $1 }
    return Tally(hits: hits.count, count: places.count)
  }
}
