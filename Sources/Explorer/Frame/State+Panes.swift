internal import Canvas
internal import Words

// Panes: one of them instead of all, and how far their text is scrolled.

extension State {
  /// Carries out a command about panes; nil where it is none.
  mutating func performOnPanes(_ command: Command) -> [Effect]? {
    switch command.name {
    case .zoom: zoom(command.pane)
    case .scroll: scroll(command)
    case .back where shared.zoomed != nil && layers.isEmpty: shared.zoomed = nil
    default: return nil
    }
    return []
  }

  /// Lets a pane fill the screen; without one the next, and behind the last all of them.
  private mutating func zoom(_ wanted: PaneID?) {
    let panes = current.panes(shared)
    if let wanted {
      if let reason = reasonAgainst(wanted, isShown: false) { return shared.refuse(reason) }
      shared.zoomed = shared.zoomed == wanted ? nil : wanted
    } else if let place = panes.firstIndex(where: { $0 == shared.zoomed }) {
      shared.zoomed = place + 1 < panes.count ? panes[place + 1] : nil
    } else {
      shared.zoomed = panes.first
    }
    shared.notice = shared.zoomed.map { pane in
      pane.words
        + Text(
          en: " fills the screen; z the next pane, Esc all of them",
          vi: " chiếm cả màn hình; z khung kế tiếp, Esc tất cả"
        )
    }
  }

  /// Why nothing can be done to a pane; nil where it can, if `isShown` only to one that is in sight already.
  func reasonAgainst(_ pane: PaneID, isShown: Bool) -> Text? {
    let panes = current.panes(shared)
    guard panes.contains(pane) else {
      let names = panes.map(\.description).joined(separator: ", ")
      return Text(
        en: "no pane '\(pane)' here; the panes are \(names)",
        vi: "ở đây không có khung '\(pane)'; các khung là \(names)"
      )
    }
    guard isShown, area(of: pane) == nil else { return nil }
    guard isLargeEnough else {
      return Text(en: "the screen is too small for panes", vi: "màn hình quá nhỏ cho các khung")
    }
    return Text(
      en: "\(pane) has no room on this screen; zoom \(pane) shows it",
      vi: "\(pane) không đủ chỗ trên màn hình này; zoom \(pane) hiện nó"
    )
  }

  private mutating func scroll(_ command: Command) {
    guard let (pane, area) = current.textPane(shared, in: shared.body) else {
      shared.notice = Text(en: "no text to scroll here", vi: "ở đây không có văn bản để cuộn")
      return
    }
    switch command.arguments.first {
    case .change(let step)?: shared.scroll = pane.scrolled(by: step, in: area)
    case .number(let line)?: shared.scroll = pane.scrolled(to: line - 1, in: area)
    default: break
    }
  }

  /// Leaves a pane that the screen has not.
  mutating func settlePanes() {
    if let zoomed = shared.zoomed, !current.panes(shared).contains(zoomed) { shared.zoomed = nil }
  }
}

extension Command {
  /// Scrolls the text of the screen by so many lines.
  static func scroll(_ step: Int) -> Command { Command(.scroll, [.change(step)]) }

  /// The pane that is named, in whichever place; nil where none is.
  var pane: PaneID? {
    for case .word(let name) in arguments { return PaneID(rawValue: name) }
    return nil
  }
}

extension Command.Name {
  static let zoom = Self("zoom"), scroll = Self("scroll")
}
