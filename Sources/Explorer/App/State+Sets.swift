internal import Canvas
public import RepCore

// A file that holds several sets of tensors: which one is looked at.

/// The list of a file's sets, while the user chooses one.
public struct SetChooser: Hashable, Sendable {
  /// The row under the cursor.
  public var cursor: Int
  /// Whether nothing was looked at before, so that there is nothing to go back to.
  public let isFirst: Bool
}

extension State {
  /// Asks which set to look at, as the first thing, where the file holds several.
  public mutating func askForSet() {
    guard document.sets.count > 1 else { return }
    chooser = SetChooser(cursor: openSetIndex, isFirst: true)
  }

  /// Opens the set `name`; without a name, or with one that is not there, shows which there are.
  mutating func openSet(_ name: String?) -> [Effect] {
    let sets = document.sets
    guard sets.count > 1 else {
      refuse("this file holds one set of tensors only")
      return []
    }
    guard let name else {
      chooser = SetChooser(cursor: openSetIndex, isFirst: false)
      return []
    }
    guard sets.contains(name) else {
      refuse("no set '\(name)'; there are \(sets.joined(separator: ", "))")
      return []
    }
    chooser = nil
    guard name != document.opened?.set else {
      notice = "set \(name) is open"
      opening = nil
      return missingCheck
    }
    var options = document.options
    options.set = name
    opening = options
    return [.open(options)]
  }

  /// Asks for the file anew, as it is now.
  mutating func reload() -> [Effect] {
    guard document.opened != nil else {
      notice = "this network comes from no file"
      return []
    }
    opening = document.options
    return [.open(document.options)]
  }

  /// What a command does while a set is chosen; nil where it does what it always does.
  mutating func choose(_ command: Command) -> [Effect]? {
    guard let list = chooser else { return nil }
    let last = document.sets.count - 1
    switch command {
    case .move(.up, let count): chooser?.cursor = max(list.cursor - count, 0)
    case .move(.down, let count): chooser?.cursor = min(list.cursor + count, last)
    case .page(.up), .first: chooser?.cursor = 0
    case .page(.down), .last: chooser?.cursor = last
    case .move, .page: break
    case .enter: return openSet(document.sets[list.cursor])
    case .back:
      chooser = nil
      return list.isFirst ? [.quit] : []
    default: return nil
    }
    return []
  }

  /// Takes over what was read with `options`, or the reason why it could not be.
  ///
  /// An answer that nobody waits for any more is dropped.
  ///
  /// - Returns: what the new document asks of the world; empty if there is none.
  public mutating func receive(
    _ result: Result<ModelFile.Opened, FormatError>,
    readWith options: ReadingOptions
  ) -> [Effect] {
    guard options == opening else { return [] }
    opening = nil
    let isReload = options == document.options
    switch result {
    case .failure(let error):
      let what = isReload ? "read it anew" : "open set \(options.set ?? "")"
      refuse("cannot \(what): \(error.message)")
      return []
    case .success(let opened):
      show(Document(opened, title: document.title, options: options))
      notice = isReload ? "read anew" : "set \(opened.set) is open"
      return missingCheck + [.engine]
    }
  }

  /// Puts `document` in place of the present one; screen and block stay where they can.
  private mutating func show(_ document: Document) {
    var next = State(document, size: size, look: look, processors: live.processors)
    next.screen = screen
    next.live.isRunning = live.isRunning
    next.live.threads = live.threads
    next.live.branches = live.branches
    if document.hasTrainingForm { next.form = form }
    if document.network.block(at: selection) != nil {
      next.select(selection)
      (next.block, next.kernels) = (block, kernels)
    }
    next.clamp()
    OpenedFiles.current?.replace(self.document.opened?.file, by: document.opened?.file)
    self = next
  }

  private var openSetIndex: Int {
    document.sets.firstIndex { $0 == document.opened?.set } ?? 0
  }
}
