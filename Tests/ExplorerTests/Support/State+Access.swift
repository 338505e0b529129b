import Canvas
import RepCore
import Words

@testable import Explorer

// Short ways to what tests look at.

extension State {
  var document: Document { shared.document }
  var form: Form { shared.form }
  var selection: BlockPath { shared.selection.block }
  var selectedBlock: Block? { shared.selectedBlock }
  var selectedShape: BlockShape? { shared.selectedShape }
  var live: LiveState { shared.live }
  var look: Look { shared.look }
  var pen: Pen { shared.pen }
  var search: String? { shared.search }

  /// The sentence in the status line.
  var notice: String? { shared.notice?[shared.language] }

  var tree: TreeScreen { screen() }
  var kernels: KernelsScreen { screen() }
  var fold: FoldScreen { screen() }
  var file: FileScreen { screen() }
  var liveScreen: LiveScreen { screen() }

  /// The visible rows of the tree.
  var treeRows: [TreeNode] { tree.rows(shared) }

  var blockView: BlockView { BlockView(shared: shared) }
  var kernelsView: KernelsView { KernelsView(shared, kernels.choices) }
  var foldView: FoldView { FoldView(shared, fold.choices) }
  var foldMoment: PairAtStep? { PairAtStep(shared, fold.choices) }
  var liveView: LiveView { LiveView(shared, cursor: liveScreen.cursor) }
  var fileView: FileView { FileView(shared: shared, screen: file) }

  var help: HelpLayer? { layer() }
  var chooser: SetsLayer? { layer() }
  var palette: PaletteLayer? { layer() }
  var searching: SearchLayer? { layer() }

  /// The pane of text that scrolls, as it is drawn; nil where there is none.
  var textOfPane: String? {
    guard let area = current.textPane(shared, in: shared.body)?.area else { return nil }
    var pane = Grid(size: area.size)
    pane.copy(current.frame(shared, in: shared.body).grid, area, to: .zero)
    return pane.lines.joined(separator: "\n")
  }

  private func screen<Wanted: Screen>() -> Wanted {
    guard let screen = screen(Wanted.id) as? Wanted else {
      preconditionFailure("\(Wanted.id) is no \(Wanted.self)")
    }
    return screen
  }

  private func layer<Wanted: Layer>() -> Wanted? { layers.lazy.compactMap { $0 as? Wanted }.first }
}

extension ScreenID {
  /// All screens, in the order of their digits.
  static let all = ScreenRegistry.all.map { $0.id }
}

extension Command {
  static let nextBranch = named(.nextBranch), diagonal = named(.diagonal)
  static let expandAll = named(.expandAll), collapseAll = named(.collapseAll)
  static let searchNext = named(.searchNext), searchPrevious = named(.searchPrevious)
  static let sampleTiming = named(.sampleTiming), clear = named(.clear)
  static let help = named(.help), first = named(.first), last = named(.last)
  static let enter = named(.enter), back = named(.back)
  static let reload = named(.reload), quit = named(.quit)

  /// Reads in `language`.
  static func language(_ language: Language) -> Command {
    Command(.language, [.word(language.rawValue)])
  }

  /// The next block, or the previous one.
  static func neighbour(_ step: Int) -> Command { named(step > 0 ? .nextBlock : .previousBlock) }
}

extension [Effect] {
  /// What is to be read, where that is asked for first.
  var reading: ReadingRequest? { if case .read(let request)? = first { request } else { nil } }
}
