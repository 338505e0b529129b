internal import Canvas
internal import Words

/// Screen 5: what was found in the file, and what became of every tensor in it.
struct FileScreen: Screen {
  static let id = ScreenID.file
  static let title = Text(en: "File", vi: "Tệp")
  static let group = ScreenGroup.look

  /// The first line that is shown.
  private(set) var offset = 0

  init(_ shared: Shared) {}

  static let keys: [KeyBinding] = [
    .init("enter", runs: "screen tree", label: Text(en: "tree", vi: "cây"))
  ]

  static let glossary: [Term] = [.opaque, .assumed]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .up: offset = max(offset - count, 0)
      case .down: offset += count
      case .left, .right: break
      }
      return []
    }
    switch command.name {
    case .first: offset = 0
    case .last: offset = .max / 2
    case .enter: return [.perform(.show(.tree))]
    default: return nil
    }
    return []
  }

  mutating func settle(_ shared: Shared) {
    guard offset > 0 else { return }
    offset = min(offset, FileView(shared: shared, offset: offset).lastOffset)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = FileView(shared: shared, offset: offset)
    return ScreenFrame(view, status: view.status, in: size, with: shared.pen)
  }
}

extension ScreenID {
  /// What was found in the file.
  static let file = ScreenID("file")
}
