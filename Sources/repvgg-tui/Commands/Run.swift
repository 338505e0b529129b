internal import Canvas
internal import RepCore

/// The command `run`: the classes of an input.
func run(_ arguments: Arguments) throws -> CommandLineError.Status {
  let file = try arguments.required("--input", "IN")
  let form = try arguments.choice("--form", of: Form.self) ?? .deploy
  let top = try arguments.integer("--top", in: 1...1_000_000) ?? 5
  let threads = try arguments.threads()
  let stored = try ModelFile.open(arguments.operands[0], arguments.reading())
  guard stored.head != nil else {
    throw CommandLineError(
      .unreadable,
      "\(arguments.operands[0]): the graph around its blocks is not known, so it cannot be run; "
        + "verify and bench take the blocks one by one"
    )
  }
  let input = try inputTensor(file, for: stored)
  let model = try network(stored, in: form)
  let options = PlanOptions(
    threads: threads,
    batch: input.shape[0],
    height: input.shape[2],
    width: input.shape[3]
  )
  let logits = try Session(Plan.cached(model, options)).run(input)
  if let output = arguments.text("--output") {
    try Checkpoint(tensors: ["logits": logits]).write(to: output)
  }
  let ranking = Ranking(logits, labels: model.labels, top: top)
  Standard.print(arguments.has("--json") ? ranking.json(form).encodedPretty() : ranking.text)
  return .success
}

/// The classes with the largest logits of each picture.
private struct Ranking {
  private struct Place {
    let index: Int
    let label: String?
    let logit: Float
    let probability: Double
  }

  private let pictures: [[Place]]

  init(_ logits: Tensor, labels: [String]?, top: Int) {
    pictures = (0..<logits.shape[0]).map { picture in
      let row = logits.slice(picture..<picture + 1).floats()
      let weights = softmax(row)
      return row.indices.sorted { (row[$0], $1) > (row[$1], $0) }.prefix(top)
        .map { index in
          let label = labels.flatMap { $0.indices.contains(index) ? $0[index] : nil }
          return Place(
            index: index,
            label: label,
            logit: row[index],
            probability: weights[index]
          )
        }
    }
  }

  func json(_ form: Form) -> JSON {
    let rows: [JSON] = pictures.map { places in
      .array(
        places.map { place in
          [
            "class": .integer(place.index),
            "label": place.label.map { .string($0) } ?? .null,
            "logit": .number(Double(place.logit)),
            "probability": .number(place.probability),
          ]
        }
      )
    }
    return ["form": .string(form.rawValue), "pictures": .array(rows)]
  }

  var text: String {
    pictures.enumerated().map { picture, places in
      let lines = places.map { place in
        let name = place.label.map { " (\($0))" } ?? ""
        return "  class \(place.index)\(name)  logit \(Numbers.signed(Double(place.logit), 4))"
          + "  \(Numbers.percent(place.probability))"
      }
      return (["picture \(picture)"] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
