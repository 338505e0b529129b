/// Tensors inside a block that its scheme does not explain.
struct StrangeTensors {
  /// Modules beside the branches that hold some, which may do anything with the sum; those of a pickled block
  /// are told by their classes instead.
  let modules: [String]

  /// Looks through the names of the block that `reader` reads.
  ///
  /// - Throws: `OpaqueReason` for one among the branches or of the block itself, such as a factor: the kernels
  ///   may depend on it.
  init(_ reader: BlockReader) throws(OpaqueReason) {
    let found = reader.found
    let words = Set(found.branches.flatMap(\.pattern.words))
    var modules: Set<String> = []
    for name in found.names.subtracting(found.explained).sorted() {
      if found.isTraining && found.isInFoldedPlace(name) { continue }
      if IgnoredTensor.isWithoutMeaningInBlock(found.name(name), in: reader.source.set) { continue }
      let word = name.prefix { $0 != "." }
      guard word != name[...], !words.contains(word) else { throw .unknown(found.name(name)) }
      modules.insert(String(word))
    }
    self.modules = reader.facts("") == nil ? modules.sorted() : []
  }
}
