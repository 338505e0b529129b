/// A screen that shows grids and a keyboard that tells events.
///
/// The explorer only knows this protocol; what a real terminal needs lives behind it.
public protocol Terminal {
  /// Columns and rows that can be painted now.
  var size: Size { get }
  /// How many colours it shows.
  var depth: ColorDepth { get }
  /// Which signs it shows.
  var glyphLevel: GlyphLevel { get }
  /// Makes a waiting `nextEvent` return `.wake`; may be called from any thread, at any time.
  var wake: @Sendable () -> Void { get }

  /// Shows `grid`; only what differs from the one before is painted, and a frame that another one follows at
  /// once may be skipped.
  mutating func present(_ grid: Grid)

  /// Declares the screen unknown, so that the next `present` paints everything.
  ///
  /// After a resize and a suspension that goes by itself.
  mutating func invalidate()

  /// Asks the terminal for its ground; where it knows, `.ground` comes some time later.
  mutating func askForGround()

  /// Puts `text` on the clipboard, where the terminal lets programs do that.
  mutating func copy(_ text: String)

  /// Calls the window `title`, where there is one.
  mutating func entitle(_ title: String)

  /// The next event, in order of arrival.
  ///
  /// - Parameter milliseconds: how long to wait; nil waits for ever, zero only looks.
  /// - Returns: the event, or nil when the time ran out.
  mutating func nextEvent(timeout milliseconds: Int?) -> Event?

  /// Gives the terminal back, stops the process until it is continued, and takes it again.
  ///
  /// Then everything must be painted again; the size may have changed.
  mutating func suspend()

  /// Gives the terminal back as it was found. Calling it twice does no harm.
  mutating func restore()
}

extension Terminal {
  /// There is no clipboard.
  public mutating func copy(_ text: String) {}

  /// There is no window.
  public mutating func entitle(_ title: String) {}
}
