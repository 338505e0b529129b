internal import Canvas
internal import RepCore
internal import Words

/// Screen: one tile of a block through Winograd's algorithm, step by step, and the block by every algorithm.
struct WinogradScreen: Screen {
  static let id = ScreenID.winograd
  static let title = Text(name: "Winograd")
  static let group = ScreenGroup.run
  static let isAboutBlock = true

  /// The step that is looked at.
  private(set) var step = WinogradStep.kernel
  /// Whose tiles are looked at.
  private(set) var size = ConvolutionAlgorithm.winogradF2
  /// The tile; nil for the one in the middle.
  private(set) var place: TilePlace?
  /// The entry under the cursor of what the step makes, as far as there is one.
  private(set) var cell = WinogradFigures.Cell()
  /// Which picture of the shelf is run.
  private(set) var picture = 0
  /// What was asked to be measured.
  private(set) var asked: Set<TrialSubject> = []

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .tile,
      .number("ROW"),
      .number("COL"),
      does: Text(en: "look at a tile of the map", vi: "xem một ô tile của bản đồ")
    ),
    .init(.nextTile, does: Text(en: "the next tile", vi: "ô tile kế tiếp")),
    .init(.previousTile, does: Text(en: "the tile before", vi: "ô tile trước đó")),
    .init(
      .tiles,
      .choice(WinogradScreen.sizes).optional,
      does: Text(
        en: "look at tiles of two, four or six; without a word, the next",
        vi: "xem ô tile hai, bốn hoặc sáu; không có từ nào thì cỡ kế tiếp"
      )
    ),
    .init(
      .cell,
      .number("ROW"),
      .number("COL"),
      does: Text(en: "look at an entry of the matrix", vi: "xem một ô của ma trận")
    ),
    .init(
      .algorithm,
      .choice(BlockChoice.self).optional,
      does: Text(
        en: "compute the block so, on all screens; without a word, the next way",
        vi: "tính khối như vậy, ở mọi màn hình; không có từ nào thì cách kế tiếp"
      )
    ),
    .init(
      .strongest,
      does: Text(
        en: "look at the input channel that gives the tile the most",
        vi: "xem kênh vào đóng góp nhiều nhất cho ô tile"
      )
    ),
    .init(
      .trial,
      does: Text(
        en: "measure the selected block under each algorithm",
        vi: "đo khối đang chọn theo từng thuật toán"
      )
    ),
  ]

  /// The sizes of tiles, as they are typed.
  private static let sizes = [BlockChoice.f2, .f4, .f6].map(\.rawValue)

  static let keys: [KeyBinding] = [
    .init("space", runs: "step +1", label: Text(en: "forward", vi: "tiến"), isEssential: true),
    .init("backspace", runs: "step -1", label: Text(en: "back", vi: "lùi"), isEssential: true),
    .init("m", runs: "tiles", label: Text(en: "tile size", vi: "cỡ ô tile")),
    .init("a", runs: "algorithm", label: Text(en: "compute by", vi: "tính theo")),
    .init("e", runs: "trial", label: Text(en: "measure", vi: "đo")),
    .init("n", runs: "next-tile", label: Text(en: "tile", vi: "ô tile")),
    .init("N", runs: "previous-tile"),
    .init("h", "left", runs: "left"),
    .init("l", "right", runs: "right"),
    .init("k", "up", runs: "up"),
    .init("j", "down", runs: "down"),
    .init("<", runs: "previous-input", label: Text(en: "in", vi: "vào")),
    .init(">", runs: "next-input"),
    .init("i", runs: "strongest", label: Text(en: "strongest", vi: "mạnh nhất")),
    .init(",", runs: "previous-output", label: Text(en: "out", vi: "ra")),
    .init(".", runs: "next-output"),
    .init("v", runs: "next-picture", label: Text(en: "picture", vi: "ảnh")),
    .init("V", runs: "previous-picture"),
    .init("enter", runs: "screen live"),
  ]

  static let panes = [PaneID.tile, .matrices, .counts, .algorithms]

  static let glossary: [Term] = [.winograd, .tile, .polyphase, .kernel, .featureMap]
}

// MARK: - Commands

extension WinogradScreen {
  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      moveCell(direction, count, shared)
      return []
    }
    switch command.name {
    case .step: goToStep(command, &shared)
    case .first: step = .kernel
    case .last: step = .check
    case .cell: cell = .init(row: command.number(0) ?? 0, column: command.number(1) ?? 0)
    case .tile: look(at: command, &shared)
    case .nextTile: moveTile(1, &shared)
    case .previousTile: moveTile(-1, &shared)
    case .tiles:
      let sizes = [ConvolutionAlgorithm.winogradF2, .winogradF4, .winogradF6]
      let next = sizes[((sizes.firstIndex(of: size) ?? 0) + 1) % sizes.count]
      (size, place) = (command.choice(BlockChoice.self)?.algorithm ?? next, nil)
    case .algorithm: return choose(command.choice(BlockChoice.self), &shared)
    case .trial: return tryAll(&shared)
    case .strongest:
      guard let sight = shared.answers[tile(shared)] else { break }
      shared.selection.input = sight.trace.strongestPair
      shared.notice = WinogradWords.strongest
    case .nextInput: shared.selection.input += 1
    case .previousInput: shared.selection.input = max(shared.selection.input - 1, 0)
    case .nextOutput: shared.selection.output += 1
    case .previousOutput: shared.selection.output = max(shared.selection.output - 1, 0)
    case .nextPicture: movePicture(1, &shared)
    case .previousPicture: movePicture(-1, &shared)
    case .enter: return [.perform(.show(.live))]
    case .back: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private mutating func goToStep(_ command: Command, _ shared: inout Shared) {
    let steps = WinogradStep.allCases
    let wanted: Int
    switch command.arguments.first {
    case .number(let number)?: wanted = number - 1
    case .change(let change)?: wanted = step.rawValue + change
    default: return
    }
    if case .number(let number)? = command.arguments.first, !steps.indices.contains(wanted) {
      return shared.refuse(WinogradWords.noStep(number, of: steps.count))
    }
    if !steps.indices.contains(wanted) {
      shared.notice = wanted < 0 ? StepWords.first : StepWords.last
    }
    step = steps[min(max(wanted, 0), steps.count - 1)]
  }

  private mutating func moveCell(_ direction: Direction, _ count: Int, _ shared: Shared) {
    guard let figures = WinogradFigures(shared, self) else { return }
    let made = figures.made
    cell = figures.cell
    switch direction {
    case .left: cell.column = max(cell.column - count, 0)
    case .right: cell.column = min(cell.column + count, made.columns - 1)
    case .up: cell.row = max(cell.row - count, 0)
    case .down: cell.row = min(cell.row + count, made.rows - 1)
    }
  }

  private mutating func look(at command: Command, _ shared: inout Shared) {
    guard let sight = shared.answers[tile(shared)] else { return }
    let (row, column) = (command.number(0) ?? 0, command.number(1) ?? 0)
    guard row < sight.tiles.rows.count, column < sight.tiles.columns.count else {
      return shared.refuse(WinogradWords.noTile(row, column, of: sight))
    }
    place = TilePlace(row: row, column: column)
  }

  /// Looks at the tile `step` places further, row by row, around the ends.
  private mutating func moveTile(_ step: Int, _ shared: inout Shared) {
    guard let sight = shared.answers[tile(shared)] else { return }
    let (columns, count) = (
      sight.tiles.columns.count, sight.tiles.rows.count * sight.tiles.columns.count
    )
    guard count > 1 else { return shared.refuse(WinogradWords.oneTile) }
    let next = (sight.place.row * columns + sight.place.column + step + count) % count
    place = TilePlace(row: next / columns, column: next % columns)
  }

  /// Goes to the picture `step` places further, around the ends.
  private mutating func movePicture(_ step: Int, _ shared: inout Shared) {
    let count = PictureShelf(shared).count
    guard count > 1 else { return shared.refuse(MapsWords.onePicture) }
    picture = (picture + step + count) % count
  }

  /// Lets the selected block be computed so from now on, where it can be.
  private func choose(_ wanted: BlockChoice?, _ shared: inout Shared) -> [Effect] {
    let path = shared.selection.block
    guard let shape = shared.document.shape(of: path, in: .deploy) else { return [] }
    let outlook = shared.answers[outlook(shared)]
    func obstacle(_ choice: BlockChoice) -> ChoiceObstacle? {
      guard let algorithm = choice.algorithm,
        case .failure(let obstacle)? = outlook?.each[algorithm]
      else { return nil }
      return obstacle
    }
    let all = BlockChoice.allCases
    let here = all.firstIndex(of: chosen(shared)) ?? 0
    let behind = (1...all.count).map { all[(here + $0) % all.count] }
    let choice = wanted ?? behind.first { obstacle($0) == nil } ?? .auto
    let name = choice.title(stride: shape.stride)
    if let obstacle = obstacle(choice) {
      shared.refuse(WinogradWords.refused(name, of: shape.title, obstacle))
      return []
    }
    shared.live.algorithms[path] = choice.algorithm
    shared.notice = WinogradWords.chosen(choice, name, of: shape.title)
    return [.engine]
  }

  /// Asks for a measurement; the engine, which would disturb it, pauses.
  private mutating func tryAll(_ shared: inout Shared) -> [Effect] {
    asked.insert(trial(shared))
    guard shared.live.isRunning else { return [] }
    shared.live.isRunning = false
    return [.engine]
  }
}

// MARK: - What it shows

extension WinogradScreen {
  mutating func settle(_ shared: Shared) { picture = min(picture, PictureShelf(shared).count - 1) }

  /// How the entry under the cursor was made.
  func explained(_ shared: Shared) -> Explanation? {
    WinogradFigures(shared, self).map { .entry($0) }
  }

  /// What the step makes, row by row.
  func copied(_ shared: Shared) -> String? {
    guard let made = WinogradFigures(shared, self)?.made else { return nil }
    return (0..<made.rows).map { row in
      (0..<made.columns).map { "\(made[row, $0])" }.joined(separator: "\t")
    }
    .joined(separator: "\n")
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    WinogradView(shared, self).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    WinogradView(shared, self).textPane(in: Rect(size: size))
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    WinogradView(shared, self).regions(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    WinogradView(shared, self).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = WinogradView(shared, self)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }
}

extension ScreenID {
  /// A tile through Winograd's algorithm.
  static let winograd = ScreenID("winograd")
}

extension PaneID {
  /// The matrices of the step.
  static let tile = PaneID("tile", vi: "ô tile")
  /// How a number comes about.
  static let matrices = PaneID("matrices", vi: "ma trận")
  /// The products counted.
  static let counts = PaneID("counts", vi: "đếm phép nhân")
  /// The block by each algorithm.
  static let algorithms = PaneID("algorithms", vi: "các thuật toán")
}

extension Command {
  /// Looks at an entry of the matrix that the step makes, both from 0.
  static func cell(_ row: Int, _ column: Int) -> Command {
    Command(.cell, [.number(row), .number(column)])
  }

  /// Computes the selected block so.
  static func algorithm(_ choice: BlockChoice) -> Command {
    Command(.algorithm, [.word(choice.rawValue)])
  }
}

extension Command.Name {
  static let tile = Self("tile"), tiles = Self("tiles"), cell = Self("cell")
  static let nextTile = Self("next-tile"), previousTile = Self("previous-tile")
  static let algorithm = Self("algorithm"), trial = Self("trial"), strongest = Self("strongest")
}
