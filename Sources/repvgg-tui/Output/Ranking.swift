internal import Canvas
internal import RepCore
internal import Words

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
  private let preparation: Text?

  /// Ranks the rows of `logits`, `N x classes`; `preparation` says what was done to the picture.
  init(_ logits: Tensor, labels: [String]?, top: Int, form: Form, preparation: Text?) {
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
      "preparation": preparation.map { .string($0.en) } ?? .null,
      "pictures": .array(rows),
    ]
  }

  var lines: [Text] {
    let note = preparation.map { Text(name: ": ") + $0 } ?? .none
    return pictures.enumerated().flatMap { picture, places in
      [Text(en: "picture \(picture)", vi: "ảnh \(picture)") + note] + places.map(line)
    }
  }

  private func line(_ place: Place) -> Text {
    let name = place.label.map { " (\($0))" } ?? ""
    let logit = Numbers.signed(Double(place.logit), 4)
    let probability =
      place.probability.map { Text(name: Numbers.percent($0)) }
      ?? Text(en: "no probability", vi: "không có xác suất")
    return Text(
      en: "  class \(place.index)\(name)  logit \(logit)  ",
      vi: "  lớp \(place.index)\(name)  logit \(logit)  "
    ) + probability
  }
}
