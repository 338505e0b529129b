internal import Canvas
internal import RepCore

/// The classes with the largest logits of each picture.
struct Ranking {
  private struct Place {
    let index: Int
    let label: String?
    let logit: Float
    /// nil where a logit is no finite number.
    let probability: Double?
  }

  private let pictures: [[Place]]
  private let form: Form
  private let preparation: String?

  /// Ranks the rows of `logits`, `N x classes`; `preparation` says what was done to the picture.
  init(_ logits: Tensor, labels: [String]?, top: Int, form: Form, preparation: String?) {
    self.form = form
    self.preparation = preparation
    pictures = (0..<logits.shape[0]).map { picture in
      let row = logits.slice(picture..<picture + 1).floats()
      let weights = row.allSatisfy(\.isFinite) ? softmax(row) : nil
      return row.placesOfLargest(top)
        .map { index in
          let label = labels.flatMap { $0.indices.contains(index) ? $0[index] : nil }
          return Place(
            index: index,
            label: label,
            logit: row[index],
            probability: weights?[index]
          )
        }
    }
  }

  var json: JSON {
    let rows: [JSON] = pictures.map { places in
      .array(
        places.map { place in
          [
            "class": .integer(place.index),
            "label": place.label.map { .string($0) } ?? .null,
            "logit": .number(Double(place.logit)),
            "probability": place.probability.map { .number($0) } ?? .null,
          ]
        }
      )
    }
    return [
      "form": .string(form.rawValue),
      "preparation": preparation.map { .string($0) } ?? .null,
      "pictures": .array(rows),
    ]
  }

  var lines: [String] {
    let note = preparation.map { ": \($0)" } ?? ""
    return pictures.enumerated().flatMap { picture, places in
      let lines = places.map { place in
        let name = place.label.map { " (\($0))" } ?? ""
        return "  class \(place.index)\(name)  logit \(Numbers.signed(Double(place.logit), 4))"
          + "  \(place.probability.map { Numbers.percent($0) } ?? "no probability")"
      }
      return ["picture \(picture)\(note)"] + lines
    }
  }
}
