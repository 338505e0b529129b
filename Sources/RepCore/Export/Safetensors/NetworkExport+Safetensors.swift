public import Words

extension NetworkExport {
  /// Writes a safetensors file for PyTorch that appears under `path` whole or not at all.
  ///
  /// A module with these names loads it strictly: the counters of norms are there too, as zeros. Element
  /// types stay as they are, but for kernels and biases that shall be float16.
  ///
  /// - Parameters:
  ///   - path: Where it goes; a file there is replaced.
  ///   - naming: Whose names the tensors bear.
  ///   - progress: Told after each tensor how many of how many are written.
  /// - Returns: What the file cannot tell or keep, a sentence each.
  /// - Throws: `FormatError`: `unsupported` for values beyond float16 and blocks without a name,
  ///   `unwritable` for a file that cannot be written.
  public func writeSafetensors(
    to path: String,
    naming: ExportNaming,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FormatError) -> [Text] {
    let architecture = architecture
    let scheme = try naming.scheme(for: architecture)
    var (weights, counters) = ([NamedWeight](), [TensorSlot]())
    for block in blocks {
      let shape = shape(of: block)
      let slots = scheme.slots(of: shape)
      weights += self.weights(of: block, in: slots)
      counters += (slots.branches.map(\.norm) + [slots.postNorm]).compactMap { $0?.counter }
    }
    weights += head.weights(in: scheme.head)
    let range = try rangeNote(of: weights)

    var tensors: [String: LazyTensor] = [:]
    for weight in weights {
      let tensor = isHalf ? halved(weight).tensor : weight.tensor
      guard tensors.updateValue(tensor, forKey: weight.name) == nil else {
        throw FormatError(
          .unsupported,
          "two tensors would be called \(FormatError.clipped(weight.name)); these names know one "
            + "branch of its role; export the deploy form"
        )
      }
    }
    let zero = Tensor(storage: Storage(copying: [0]), byteOffset: 0, elementType: .int64, shape: [])
    for counter in counters { tensors[counter.name] = LazyTensor(zero) }
    // `pt` is what readers of safetensors in PyTorch ask for.
    let writer = SafetensorsWriter(
      tensors: tensors,
      metadata: ["format": "pt"].merging(facts) { own, _ in own }
    )
    try writer.write(to: path) { progress($0, tensors.count) }
    return [
      range, epsilonNote(architecture), behaviourNote(architecture),
      scheme.layout.noteAfterExport(form),
    ].compactMap(\.self)
  }

  /// Epsilon is in no tensor: code that loads the file brings its own.
  private func epsilonNote(_ architecture: Architecture) -> Text? {
    let norms = architecture.blocks.flatMap(\.norms)
    let others = Set(norms.map(\.epsilon)).subtracting([NormShape().epsilon]).sorted()
    guard !others.isEmpty else { return nil }
    let values = others.map { "\($0)" }.joined(separator: ", ")
    return Text(
      en: "norms have the epsilon \(values), which the file cannot tell; "
        + "set it in the code that loads it",
      vi: "các norm có epsilon \(values) mà tệp không ghi được; hãy đặt nó trong mã đọc tệp"
    )
  }
}

extension NetworkExport {
  /// Names say nothing of what follows the linear part: code that loads the file has a ReLU there.
  private func behaviourNote(_ architecture: Architecture) -> Text? {
    let blocks = architecture.blocks
    var places: [(fact: Text, blocks: [String])] = []
    for block in blocks {
      for fact in block.factsBeyondNames {
        let path = block.path.description
        if let index = places.firstIndex(where: { $0.fact == fact }) {
          places[index].blocks.append(path)
        } else {
          places.append((fact, [path]))
        }
      }
    }
    guard !places.isEmpty else { return nil }
    let list = places.map { place in
      let isEverywhere = place.blocks.count == blocks.count
      return isEverywhere
        ? place.fact + Text(en: " in every block", vi: " ở mọi khối")
        : place.fact + Text(en: " in ", vi: " ở ") + FormatError.listing(of: place.blocks)
    }
    return Text(
      en: "the names say a ReLU and zero padding, but the network has ",
      vi: "các tên nói là ReLU và padding số 0, nhưng mạng có "
    ) + list.joined(separator: ", ")
      + Text(
        en: "; set that in the code that loads the file",
        vi: "; hãy đặt điều đó trong mã đọc tệp"
      )
  }
}

extension BlockShape {
  /// What a reader of the block's tensors would not expect, a few words each.
  fileprivate var factsBeyondNames: [Text] {
    let isUsual = activation == .relu || !activation.runs
    let other =
      activation == .identity
      ? Text(en: "no activation", vi: "không có hàm kích hoạt") : Text(name: activation.title)
    return (isUsual ? [] : [other]) + obstacles.map { Text(name: "\($0)") }
  }
}

extension NetworkLayout {
  /// What the code of the scheme has beyond what is written, in words; nil for nothing.
  fileprivate func noteAfterExport(_ form: Form) -> Text? {
    guard self == .plus, form == .train else { return nil }
    return Text(
      en: "the auxiliary classifiers of RepVGGplus are not written; load without strict, "
        + "or the deploy form",
      vi: "các bộ phân lớp phụ của RepVGGplus không được ghi; hãy đọc không dùng strict, "
        + "hoặc dùng dạng inference"
    )
  }
}
