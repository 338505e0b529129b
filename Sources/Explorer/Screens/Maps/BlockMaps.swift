internal import RepCore
internal import Words

/// What one block makes of one picture, in every way that the network can be run, and what the network makes of it.
struct BlockMaps: Sendable {
  /// The picture that was run.
  let picture: InputPicture
  /// The map behind the block in the training form; nil where there is none.
  let train: ChannelMaps?
  /// The map behind the block in the deploy form.
  let deploy: ChannelMaps
  /// The map that enters the block in the deploy form; of the first block the picture, nil where no block's map
  /// is known to enter it.
  let entering: ChannelMaps?
  /// Training less deploy; nil where there is but one form.
  let difference: ChannelMaps?
  /// What each branch gives to the sum; empty where the block has none.
  let branches: [(id: BranchID, maps: ChannelMaps)]
  /// The branches added up.
  let sum: ChannelMaps?
  /// The largest difference of the forms in parts of the largest value; nil where there is but one form.
  let error: Double?
  /// The probability of each class in each form; empty where there are no classes.
  let probabilities: [Form: [Double]]
  /// The largest magnitude in the maps of both forms, in the difference, and in the branches and their sum.
  let limit: Double, differenceLimit: Double, branchLimit: Double

  /// Runs both forms of `document` on `input`, `1 x C x H x W`.
  ///
  /// - Throws: `PlanError`, `SessionError`, `MemoryError`: why the maps cannot be had; `CancellationError`.
  init(
    of path: BlockPath,
    in document: Document,
    on input: Tensor,
    _ options: PlanOptions,
    _ context: JobContext = JobContext()
  ) throws {
    let forms = try document.forms.map { form in
      try ObservedForm.kept(form, of: document, options, context)
    }
    var seen: [Form: Observations] = [:]
    var own: Set<ObservedValue> = []
    let before = document.paths.firstIndex(of: path).flatMap {
      $0 > 0 ? document.paths[$0 - 1] : nil
    }
    for form in forms {
      let values = form.observable.filter { $0.path == path }
      let entering = form.form == .deploy && !document.isSeparate ? before : nil
      let ends = [entering, path].compactMap { $0 }.map { ObservedValue.block($0) }
      seen[form.form] = try form.run(input, observing: values.union(ends), context)
      if form.form == .train { own = values }
    }
    func map(_ value: ObservedValue, _ form: Form) -> ChannelMaps? {
      seen[form]?[value].map { ChannelMaps($0) }
    }
    guard let deploy = map(.block(path), .deploy) else {
      preconditionFailure("a run hands out what was asked for")
    }
    picture = InputPicture(input, of: document.stored.input)
    entering =
      document.isSeparate
      ? nil : before.map { map(.block($0), .deploy) } ?? ChannelMaps(input)
    (self.deploy, train) = (deploy, map(.block(path), .train))
    difference = train?.subtracting(deploy)
    let ids = document.network.block(at: path)?.branches.map(\.id) ?? []
    let watched = ids.filter { own.contains(.branch(path, $0)) }
    branches = watched.compactMap { id in map(.branch(path, id), .train).map { (id, $0) } }
    sum = branches.dropFirst().reduce(branches.first?.maps) { $0?.adding($1.maps) }
    error = train.map {
      Difference(of: deploy.all, from: $0.all).maximumRelative
    }
    probabilities =
      document.isSeparate
      ? [:] : seen.mapValues { softmax($0.logits.floats()) }
    func largest(_ maps: [ChannelMaps?]) -> Double {
      largestMagnitude(maps.lazy.compactMap(\.self).flatMap(\.all))
    }
    limit = largest([train, deploy])
    differenceLimit = largest([difference])
    branchLimit = largest(branches.map(\.maps) + [sum])
  }
}
