internal import RepCore
internal import Words

/// A way to run a network, as far as memory goes.
enum MemoryForm: Hashable, Sendable, CaseIterable {
  /// Every branch, norm and sum as written.
  case written
  /// The training form, each branch added to one map at once.
  case fused
  /// One convolution a block.
  case deploy

  /// The way of the form that is shown, and the one that it is compared with; nil where there is but one.
  static func shown(_ shared: Shared) -> (top: MemoryForm, bottom: MemoryForm?) {
    guard shared.document.hasTrainingForm else { return (.deploy, nil) }
    let train: MemoryForm = shared.live.branches == .fused ? .fused : .written
    return shared.form == .train ? (train, .deploy) : (.deploy, train)
  }

  /// All ways that a document has.
  static func all(of document: Document) -> [MemoryForm] {
    document.hasTrainingForm ? allCases : [.deploy]
  }

  /// The shapes that are run.
  func architecture(of document: Document) -> Architecture {
    self == .deploy ? document.deployed : document.stored
  }

  private var branches: BranchExecution { self == .fused ? .fused : .written }

  /// What has to be found out for it: the plan of this machine, or, beside illustrated times, that of the machine
  /// they were imagined on.
  func need(_ shared: Shared) -> MemorySubject {
    let isSample = shared.live.isIllustrated
    var settings = shared.live.settings
    settings.branches = branches
    var options = settings.options(for: shared.input?.tensor)
    if isSample { options.instructionSet = .portable }
    return MemorySubject(form: self, options: options, isMeasured: !isSample)
  }
}

/// Which timeline is meant.
struct MemorySubject: Need {
  let form: MemoryForm
  let options: PlanOptions
  /// Whether the choices that were measured on this machine count.
  let isMeasured: Bool

  func find(in document: Document, _ context: JobContext) throws -> MemoryTimeline? {
    let cache = isMeasured ? PlanCache.user : nil
    return try MemoryTimeline(form.architecture(of: document), options, cache: cache)
  }
}
