/// What a reader is told beside the file.
public struct ReadingOptions: Hashable, Sendable {
  /// Which set of tensors to read, where the file holds several; nil for the first that opens.
  public var set: String?
  /// Epsilon of every norm; nil for what the file says, or the usual value of its code.
  public var epsilon: Double?
  /// Rows and columns of the maps that blocks which stand alone are tried on.
  public var extent: Int
  /// Strides of blocks whose tensors do not tell them.
  public var strides: StrideChoice?
  /// Whether the input itself is added where an identity would leave no tensor; nil for what the file
  /// says, or where channels allow it.
  public var addsIdentity: Bool?
  /// The activation of every block; nil for what the file says, or the usual one.
  public var activation: Activation?
  /// The names to go by; nil for all that are known.
  public var scheme: SchemeChoice?

  /// What to read; by default the first set with the usual values.
  public init(set: String? = nil, epsilon: Double? = nil, extent: Int = 56) {
    self.set = set
    self.epsilon = epsilon
    self.extent = extent
  }
}

/// Which naming schemes count.
public enum SchemeChoice: Hashable, Sendable {
  /// Only the one of this name, also where its names could mean a sequence.
  case named(String)
  /// All but those whose names could mean a sequence.
  case none

  /// The names that can be chosen.
  public static var names: [String] { BlockPattern.all.map(\.id) }
}

/// Strides as a user says them: of stages, of named blocks, or one for all.
public struct StrideChoice: Hashable, Sendable {
  /// Of each stage's first block; a single one is for every block that stands alone.
  public var stages: [Int]
  /// Of blocks by name.
  public var blocks: [String: Int]

  /// Strides of stages and of blocks.
  public init(stages: [Int] = [], blocks: [String: Int] = [:]) {
    self.stages = stages
    self.blocks = blocks
  }

  /// The stride of the block `name`, which stands alone; nil where nothing is said.
  func alone(_ name: String) -> Int? { blocks[name] ?? (stages.count == 1 ? stages[0] : nil) }

  /// The stride of a block in a chain; nil where nothing is said.
  func chained(_ path: BlockPath, _ name: String) -> Int? {
    if let told = blocks[path.description] ?? blocks[name] { return told }
    return path.block == 0 && stages.indices.contains(path.stage) ? stages[path.stage] : nil
  }
}
