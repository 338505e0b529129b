public import RepCore
internal import Words

/// What is open: a network as its file holds it, and what can be said about both of its forms.
///
/// Nothing here waits: shapes are known at once, kernels are folded pair by pair when a screen asks.
public struct Document: Sendable {
  /// The network as stored.
  public let network: Network
  /// Its shapes as stored.
  public let stored: Architecture
  /// Its shapes with every block folded.
  public let deployed: Architecture
  /// The file's name for the title, without its folders.
  public let title: String
  /// Where it was read from; nil for a network that was made in memory.
  public let source: ModelSource?
  /// What there is to say about the file; nil for a network that was made in memory.
  public let opened: ModelFile.Opened?
  /// How the file was read.
  public let options: ReadingOptions
  /// The pictures that the network is tried on; nil where there are none that fit it.
  public var data: Dataset?
  /// The file's tensors that belong to no block.
  let opaque: [OpaqueTensor]

  /// Where blocks stand alone, the modules that they stand in; of a chain, none.
  let modules: ModuleTree
  /// What is wrong with the norms of blocks; kernels are looked at when a block is checked.
  let normFaults: [BlockPath: [WeightFault]]

  private let extents: [BlockPath: (height: Int, width: Int)]

  /// Shows what was read of a file.
  ///
  /// - Parameters:
  ///   - opened: The network with what there is to say about its file.
  ///   - title: Names the file on the screen.
  ///   - source: Where it was read from.
  ///   - options: How the file was read, so that another of its sets can be read in the same way.
  public init(
    _ opened: ModelFile.Opened,
    title: String,
    from source: ModelSource? = nil,
    options: ReadingOptions = ReadingOptions()
  ) {
    self.init(opened.network, opened, title: title, from: source, options: options)
  }

  /// Shows `network`, which comes from no file; `title` names it on the screen.
  public init(_ network: Network, title: String, from source: ModelSource? = nil) {
    self.init(network, nil, title: title, from: source, options: ReadingOptions())
  }

  private init(
    _ network: Network,
    _ opened: ModelFile.Opened?,
    title: String,
    from source: ModelSource?,
    options: ReadingOptions
  ) {
    self.source = source
    self.network = network
    self.opened = opened
    self.title = title
    self.options = options
    opaque = opened?.opaqueTensors ?? []
    stored = network.architecture
    deployed = stored.deployed
    let alone = stored.wiring == .separate ? stored.blocks : []
    modules = ModuleTree(alone.map { ($0.path, $0.title) })
    normFaults = Dictionary(
      uniqueKeysWithValues: network.blocks.map { ($0.path, $0.normFaults) }.filter { !$1.isEmpty }
    )
    let sizes = zip(stored.blocks.map(\.path), stored.extents())
    extents = Dictionary(uniqueKeysWithValues: sizes.map { ($0, $1) })
  }

  /// Whether the training form is there to be shown: some block still has its branches.
  public var hasTrainingForm: Bool { stored.form != .deploy }

  /// The forms that can be run, the training form first.
  var forms: [Form] { hasTrainingForm ? Form.allCases : [.deploy] }

  /// Whether the blocks stand alone, because the graph around them is not known.
  public var isSeparate: Bool { stored.wiring == .separate }

  /// The sets of tensors in the file; more than one where there is something to choose.
  public var sets: [String] { opened?.sets ?? [] }

  /// The shapes of a form; a file that holds only folded blocks has nothing else to show.
  public func architecture(in form: Form) -> Architecture { form == .train ? stored : deployed }

  /// A block's shape in a form.
  public func shape(of path: BlockPath, in form: Form) -> BlockShape? {
    guard let block = network.block(at: path)?.shape else { return nil }
    return form == .train ? block : block.deployed
  }

  /// Height and width of the map that enters a block.
  public func inputExtent(of path: BlockPath) -> (height: Int, width: Int) {
    extents[path] ?? (0, 0)
  }

  /// Height and width of the map that leaves a block.
  public func outputExtent(of path: BlockPath) -> (height: Int, width: Int) {
    let extent = inputExtent(of: path)
    guard let block = network.block(at: path)?.shape else { return extent }
    return (block.outputExtent(extent.height), block.outputExtent(extent.width))
  }

  /// All block paths in order of execution.
  public var paths: [BlockPath] { stored.blocks.map(\.path) }
}

// MARK: - Words

extension Document {
  /// What a stage is called: by its number, or, where blocks stand alone, by the module they are in.
  public func title(of stage: Int) -> String {
    guard isSeparate, let name = stored.stages[stage].blocks.first?.name else {
      return "stage \(stage)"
    }
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// What a block is called below the module that it stands in.
  func shortTitle(of path: BlockPath) -> String { modules.label(of: path) ?? title(of: path) }

  /// What a block is called.
  func title(of path: BlockPath) -> String {
    network.block(at: path)?.shape.title ?? path.description
  }

  /// What the network is, where it is none: `12 re-parameterizable blocks in an unknown graph`.
  var separateTitle: Text {
    Text(
      en: "\(counted(stored.blocks.count, "re-parameterizable block")) in an unknown graph",
      vi: "\(stored.blocks.count) khối tham số hóa lại được trong một đồ thị chưa biết"
    )
  }

  /// The size of the maps that blocks which stand alone are tried on: `56x56`.
  var trialExtent: String { "\(stored.input.height)x\(stored.input.width)" }
}

// MARK: - Damage

extension Shared {
  /// What is known to be wrong with the weights of a block: with its norms at once, with its kernels when it
  /// was checked.
  func faults(of path: BlockPath) -> [WeightFault] {
    answers.check(of: path)?.faults ?? document.normFaults[path] ?? []
  }

  /// What is known to be wrong with any block and with the classifier, in order of execution.
  var faults: [WeightFault] {
    let found = answers.checks.filter { !$0.faults.isEmpty }.map(\.path)
    let damaged = Set(document.normFaults.keys).union(found)
    return damaged.sorted().flatMap { faults(of: $0) } + answers.headFaults
  }
}
