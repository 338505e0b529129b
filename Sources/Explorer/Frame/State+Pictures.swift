public import Canvas
internal import RepCore
public import Words

// Pictures of the screen: which part of it, what they say below it, what is framed in them.

/// What stands below a picture.
enum PictureCaption: Hashable, Sendable {
  /// The sentence that the screen says of itself.
  case sentence
  /// What the user wrote.
  case text(String)
}

extension State {
  /// Carries out a command about pictures; nil where it is none.
  mutating func performOnPictures(_ command: Command) -> [Effect]? {
    switch command.name {
    case .shot: return shoot(command)
    case .caption: caption(command.text)
    case .highlight: highlight(command.pane)
    case .wait: return [.wait(seconds: command.number() ?? 1)]
    default: return nil
    }
    return []
  }

  private mutating func shoot(_ command: Command) -> [Effect] {
    if let pane = command.pane, let reason = reasonAgainst(pane, isShown: true) {
      shared.refuse(reason)
      return []
    }
    let file = command.text.map { ShotTarget.file(UserFolder.expandingTilde(in: $0)) }
    return [.shot(file ?? .numbered(shotName), of: command.pane)]
  }

  private mutating func highlight(_ pane: PaneID?) {
    if let pane, let reason = reasonAgainst(pane, isShown: true) { return shared.refuse(reason) }
    shared.highlighted = pane
    shared.notice =
      pane.map { Text(en: "pictures frame ", vi: "hình đóng khung ") + $0.words }
      ?? Text(en: "pictures frame nothing", vi: "hình không đóng khung gì")
  }

  private mutating func caption(_ text: String?) {
    switch text {
    case "off": shared.caption = nil
    case let text?: shared.caption = .text(text)
    case nil: shared.caption = .sentence
    }
    shared.notice =
      shared.caption == nil
      ? Text(en: "pictures have no caption", vi: "hình không có chú thích")
      : Text(en: "pictures have a caption", vi: "hình có chú thích")
  }

  /// Where a pane stands on the whole screen; nil where it is not shown.
  func area(of pane: PaneID) -> Rect? {
    guard isLargeEnough else { return nil }
    let area = current.layout(shared, in: shared.body)[pane]
    return area.isEmpty
      ? nil : Rect(origin: area.origin.moved(dy: State.rowsAbove), size: area.size)
  }

  /// Where the pane of this name stands on the whole screen; nil where it is not shown.
  public func area(ofPane name: String) -> Rect? { area(of: PaneID(rawValue: name)) }

  /// Why the pane of this name is not shown; nil where it is.
  public func reasonAgainst(paneNamed name: String) -> Text? {
    reasonAgainst(PaneID(rawValue: name), isShown: true)
  }

  /// What a picture of the screen, or of one of its panes, says beyond it.
  func annotations(of pane: PaneID?) -> Annotations {
    Annotations(
      crop: pane.flatMap { area(of: $0) },
      caption: captionWords,
      highlights: shared.highlighted.flatMap { area(of: $0) }.map { [$0] } ?? []
    )
  }

  /// What a picture of the screen says beyond it.
  public var annotations: Annotations { annotations(of: nil) }

  private var captionWords: String? {
    switch shared.caption {
    case nil: nil
    case .text(let text)?: text
    case .sentence?: current.frame(shared, in: shared.body).status
    }
  }
}

extension Command {
  /// The seconds of a `wait`; nil for every other command.
  public var waitedSeconds: Int? { name == .wait ? number() : nil }
}

extension Command.Name {
  static let caption = Self("caption"), highlight = Self("highlight"), wait = Self("wait")
}
