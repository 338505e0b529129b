internal import Canvas
internal import Words

extension Arguments {
  /// What a picture of a screen of `size` says beyond the screen, and the pane that it is cut to, if it is a pane.
  func annotations(
    on size: Size
  ) throws(CommandLineError) -> (annotations: Annotations, pane: String?) {
    let screen = Rect(size: size)
    var annotations = Annotations(caption: text("--caption"))
    let pane = text("--crop").flatMap { $0.contains { !$0.isLetter } ? nil : $0 }
    if pane == nil, let text = text("--crop") {
      annotations.crop = try area(text, of: "--crop", in: screen)
    }
    let shown = annotations.crop ?? screen
    for text in texts("--highlight") {
      annotations.highlights.append(try area(text, of: "--highlight", in: shown))
    }
    for text in texts("--callout") { annotations.callouts.append(try cell(text, in: shown)) }
    guard annotations.callouts.count <= Annotations.mostCallouts else {
      let most = Annotations.mostCallouts
      throw .usage(
        Text(en: "--callout can be given \(most) times", vi: "--callout chỉ có thể lặp \(most) lần")
      )
    }
    return (annotations, pane)
  }

  /// `12,3` as a cell.
  private func cell(_ text: String, in shown: Rect) throws(CommandLineError) -> Point {
    let numbers = Arguments.numbers(text, ",")
    if numbers.count == 2, let x = numbers[0], let y = numbers[1] {
      let cell = Point(x: x, y: y)
      if shown.contains(cell) { return cell }
    }
    let example = "\(shown.x),\(shown.y)"
    throw .usage(
      "--callout",
      takes: Text(en: "a column and a row ", vi: "một cột và một hàng ") + shown.limits
        + Text(en: ", such as \(example)", vi: ", như \(example)"),
      not: text
    )
  }

  /// `12,3,40x5` as cells.
  private func area(
    _ text: String,
    of option: String,
    in shown: Rect
  ) throws(CommandLineError) -> Rect {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 3, let x = Int(parts[0]), let y = Int(parts[1]) {
      let extents = Arguments.numbers(String(parts[2]), "x")
      if extents.count == 2, let width = extents[0], let height = extents[1], width > 0, height > 0,
        shown.contains(Point(x: x, y: y)), width <= shown.maxX - x, height <= shown.maxY - y
      {
        return Rect(x: x, y: y, width: width, height: height)
      }
    }
    let size = "\(min(shown.width, 40))x\(min(shown.height, 10))"
    let example = "\(shown.x),\(shown.y),\(size)"
    throw .usage(
      option,
      takes: Text(en: "cells ", vi: "các ô ") + shown.limits
        + Text(en: ", such as \(example)", vi: ", như \(example)"),
      not: text
    )
  }

  private static func numbers(_ text: String, _ separator: Character) -> [Int?] {
    text.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) }
  }
}

extension Rect {
  /// Which columns and rows there are, in words.
  var limits: Text {
    Text(
      en: "of columns \(x) to \(maxX - 1) and rows \(y) to \(maxY - 1)",
      vi: "trong cột \(x) đến \(maxX - 1) và hàng \(y) đến \(maxY - 1)"
    )
  }
}
