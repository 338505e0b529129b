public import RepCore
internal import Words

/// What a frame shows and does not have: it is found out behind the screen, and shown when it is known.
public enum Need: Hashable, Sendable {
  /// The check of a block's fold.
  case check(BlockPath)
  /// What each branch of a block has of its folded kernel.
  case shares(BlockPath)
  /// What is wrong with the classifier's weights.
  case head
  /// What a tensor of the file holds, by its name.
  case tensor(String)
  /// What a folder holds; its path is empty, or ends with a slash.
  case folder(String)
  /// Which maps live when, in one way to run the network.
  case memory(MemorySubject)
  /// What a block makes of a picture.
  case maps(MapsSubject)
}

/// What was found out for a need.
enum Answer: Sendable {
  /// The check of a block.
  case check(BlockCheck)
  /// The shares of a block's branches.
  case shares(KernelShares)
  /// What is wrong with the classifier's weights; nothing where they are sound.
  case head([WeightFault])
  /// What a tensor holds.
  case tensor(TensorStatistics)
  /// What a folder holds.
  case folder(FolderListing)
  /// Which maps live when.
  case memory(MemoryTimeline)
  /// What a block makes of a picture.
  case maps(BlockMaps)
  /// Why it cannot be found out.
  case refused(Text)
  /// There is nothing to know: no such block, no numbers.
  case nothing
}

extension Need {
  /// Finds out what `document`, or the disk, says to it, on whichever thread.
  func answer(from document: Document) -> Answer {
    switch self {
    case .check(let path):
      document.network.block(at: path).map { .check(BlockCheck($0)) } ?? .nothing
    case .shares(let path):
      document.network.block(at: path).map { .shares(KernelShares(BlockFold($0))) } ?? .nothing
    case .head: .head(document.network.headFaults)
    case .tensor(let name):
      document.opened?.tensors[name].flatMap { TensorStatistics(of: $0) }.map { .tensor($0) }
        ?? .nothing
    case .folder(let path): .folder(FolderListing(UserFolder.expandingTilde(in: path)))
    case .memory(let subject): subject.answer(from: document)
    case .maps(let subject): subject.answer(from: document)
    }
  }
}

/// What was needed, and what is known by now; an answer takes some hundred bytes, that of a wide
/// block some numbers for each channel, maps megabytes, and a frame needs tens.
struct Answers: Sendable {
  private var known: [Need: Answer] = [:]
  /// What the frame that is shown lacks, what it wants first in front.
  private(set) var missing: [Need] = []

  /// The answer to a need, as soon as there is one.
  subscript(need: Need) -> Answer? { known[need] }

  /// The check of a block, as soon as it is done.
  func check(of path: BlockPath) -> BlockCheck? {
    if case .check(let check) = known[.check(path)] { check } else { nil }
  }

  /// What each branch has of a block's folded kernel, as soon as it is known.
  func shares(of path: BlockPath) -> KernelShares? {
    if case .shares(let shares) = known[.shares(path)] { shares } else { nil }
  }

  /// What is wrong with the classifier's weights, as soon as they were looked at.
  var headFaults: [WeightFault] {
    if case .head(let faults) = known[.head] { faults } else { [] }
  }

  /// What a tensor of the file holds, as soon as it is known and if it has numbers.
  func statistics(of name: String) -> TensorStatistics? {
    if case .tensor(let statistics) = known[.tensor(name)] { statistics } else { nil }
  }

  /// What a folder holds, as soon as it is known.
  func listing(of folder: String) -> FolderListing? {
    if case .folder(let listing) = known[.folder(folder)] { listing } else { nil }
  }

  /// Which maps live when, as soon as it is known.
  func timeline(_ need: Need) -> MemoryTimeline? {
    if case .memory(let timeline) = known[need] { timeline } else { nil }
  }

  /// Why something that was needed cannot be found out; nil where it can, or is not known yet.
  func refusal(of need: Need) -> Text? {
    if case .refused(let reason) = known[need] { reason } else { nil }
  }

  /// Forgets what folders hold: others write into them.
  mutating func forgetFolders() {
    known = known.filter { if case .folder = $0.key { false } else { true } }
  }

  /// The checks that are done.
  var checks: some Sequence<BlockCheck> {
    known.values.lazy.compactMap { if case .check(let check) = $0 { check } else { nil } }
  }

  /// Takes over an answer.
  ///
  /// Maps are large, so that only the last ones are kept.
  mutating func receive(_ answer: Answer, to need: Need) {
    if case .maps = need {
      known = known.filter { if case .maps = $0.key { false } else { true } }
    }
    known[need] = answer
    missing.removeAll { $0 == need }
  }

  /// Notes what the frame that is shown needs.
  ///
  /// - Returns: what it lacks now, in place of what was lacking before; nil where that is the same.
  mutating func lacking(_ needs: [Need]) -> [Need]? {
    let lacking = needs.filter { known[$0] == nil }
    guard lacking != missing else { return nil }
    missing = lacking
    return lacking
  }

  /// Forgets that anything was asked for, since nobody finds it out.
  mutating func giveUp() { missing = [] }
}
