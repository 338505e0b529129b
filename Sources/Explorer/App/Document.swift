public import RepCore

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

  private let extents: [BlockPath: (height: Int, width: Int)]

  /// Opens `network`; `title` names it on the screen.
  public init(_ network: Network, title: String) {
    self.network = network
    self.title = title
    stored = network.architecture
    deployed = stored.deployed
    let sizes = zip(stored.blocks.map(\.path), stored.extents())
    extents = Dictionary(uniqueKeysWithValues: sizes.map { ($0, $1) })
  }

  /// Whether the training form is there to be shown: some block still has its branches.
  public var hasTrainingForm: Bool { stored.form != .deploy }

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

  /// What a stage is called: by its number, or, where blocks stand alone, by the module they are in.
  public func title(of stage: Int) -> String {
    guard stored.wiring == .separate, let name = stored.stages[stage].blocks.first?.name else {
      return "stage \(stage)"
    }
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// All block paths in order of execution.
  public var paths: [BlockPath] { stored.blocks.map(\.path) }
}
