public import Canvas
public import Words

/// Screen 5: what was found in the file, and what became of every tensor in it.
public struct FileScreen: Screen {
  public static let id = ScreenID.file
  public static let title = Text(en: "File", vi: "Tệp")
  public static let group = ScreenGroup.look

  /// The first line that is shown.
  private(set) var offset = 0

  public init(_ shared: Shared) {}

  public static let keys: [KeyBinding] = [
    .init("enter", runs: "screen tree", label: Text(en: "tree", vi: "cây"))
  ]

  public static let glossary: [Term] = [.opaque, .assumed]

  public mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
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

  public mutating func settle(_ shared: Shared) {
    guard offset > 0 else { return }
    offset = min(offset, FileView(shared: shared, offset: offset).lastOffset)
  }

  public func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = FileView(shared: shared, offset: offset)
    return ScreenFrame(size, shared.pen, status: view.status) { grid, area in
      grid.draw(view, in: area, with: shared.pen)
    }
  }
}

extension ScreenID {
  /// What was found in the file.
  public static let file = ScreenID("file")
}
