public import Canvas
internal import RepCore
public import Words

/// Where the screen is written to.
public enum ShotTarget: Hashable, Sendable {
  /// This file, in the place of what is there; its ending says what kind of file.
  case file(String)
  /// A new picture in the working folder: this name, then the first number that is free.
  case numbered(String)
}

/// Writes a screen to a file, with what the picture says beyond it, and returns a sentence that says so.
public typealias ExplorerWriter = (Grid, Annotations, ShotTarget, Look) throws -> Text

extension State {
  /// A name for pictures of the screen that says what they show: `repvgg-tui-digits-block-stage1.1`.
  var shotName: String {
    let document = shared.document
    let model = document.title.split(separator: ".").dropLast().joined(separator: ".")
    let title = (model.isEmpty ? document.title : model).prefix(60)
    var parts = ["repvgg-tui", String(title), screen.rawValue]
    if ScreenRegistry.type(of: screen).isAboutBlock { parts.append("\(shared.selection.block)") }
    return parts.joined(separator: "-").fitForFileName
  }
}

extension String {
  /// The text with a dash for all but ASCII letters, digits, dots and underscores, and not too long for a
  /// file's name.
  fileprivate var fitForFileName: String {
    let safe = unicodeScalars.map { scalar in
      let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
      return isLetter || ("0"..."9").contains(scalar) || scalar == "." || scalar == "_"
        ? Character(scalar) : "-"
    }
    return String(safe.prefix(100))
  }
}
