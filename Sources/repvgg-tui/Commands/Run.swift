internal import RepCore
internal import Words

/// The command `run`: the classes of an input.
func run(_ arguments: Arguments) throws -> CommandLineError.Status {
  let file = try arguments.required("--input", "IN")
  let form = try arguments.choice("--form", of: Form.self) ?? .deploy
  let top = try arguments.integer("--top", in: 1...1_000_000) ?? 5
  let threads = try arguments.threads()
  let opened = try ModelFile.inspect(arguments.operands[0], arguments.reading())
  let stored = opened.network
  guard stored.head != nil else {
    Notes(opened).tell()
    throw CommandLineError(
      .unreadable,
      Text(
        en: "\(arguments.operands[0]): the graph around its blocks is not known, "
          + "so it cannot be run; verify and bench take the blocks one by one",
        vi: "\(arguments.operands[0]): chưa biết đồ thị quanh các khối nên không chạy được; "
          + "verify và bench xét từng khối một"
      )
    )
  }
  let labels = try arguments.text("--labels").map { try readLabels($0, for: stored) }
  let input = try NetworkInput(file, for: stored)
  DamageWarning.tell(of: opened)
  let model = try network(stored, in: form)
  let options = PlanOptions(
    threads: threads,
    batch: input.tensor.shape[0],
    height: input.tensor.shape[2],
    width: input.tensor.shape[3]
  )
  let logits = try Session(Plan.cached(model, options)).run(input.tensor)
  if let output = arguments.text("--output") {
    try Checkpoint(tensors: ["logits": logits]).write(to: output)
  }
  let ranking = Ranking(
    logits,
    labels: labels ?? model.labels,
    top: top,
    form: form,
    preparation: input.preparation
  )
  let notes = Notes(opened, about: .kernels, .outputs, on: input.givenExtent)
  if arguments.has("--json") {
    try Standard.print(notes.json(after: ranking.json))
  } else {
    notes.tell()
    try Standard.print(ranking.lines)
  }
  return .success
}

/// The labels of the file at `path`.
///
/// - Throws: `CommandLineError` of wrong usage when they are not as many as the classes.
private func readLabels(_ path: String, for network: Network) throws -> [String] {
  let (labels, classes) = (try LabelFile.read(path), network.architecture.classes)
  guard labels.count == classes else {
    throw CommandLineError.usage(
      Text(
        en: "\(path): holds \(labels.count) labels, the network has \(classes) classes; "
          + "write one a line",
        vi: "\(path): có \(labels.count) nhãn, mạng có \(classes) lớp; hãy ghi mỗi dòng một nhãn"
      )
    )
  }
  return labels
}
