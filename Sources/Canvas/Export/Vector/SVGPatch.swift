/// A filled rectangle of a picture.
struct SVGPatch {
  /// What it is filled with.
  struct Fill: Hashable {
    let color: Color
    let opacity: Double
  }

  let x: Int
  let y: Int
  let width: Int
  let height: Int
  let fill: Fill

  /// All of `patches` as one path per fill, in the order in which fills first appear.
  ///
  /// One path instead of many elements keeps a full heat map near 100 kB.
  static func paths(_ patches: [SVGPatch]) -> String {
    var order: [Fill] = []
    var outlines: [Fill: String] = [:]
    for patch in patches {
      if outlines[patch.fill] == nil { order.append(patch.fill) }
      outlines[patch.fill, default: ""] +=
        "M\(patch.x) \(patch.y)h\(patch.width)v\(patch.height)h-\(patch.width)z"
    }
    return order.map { fill in
      let opacity = fill.opacity == 1 ? "" : " fill-opacity=\"\(Numbers.fixed(fill.opacity, 2))\""
      return "<path fill=\"\(fill.color.hex)\"\(opacity) d=\"\(outlines[fill] ?? "")\"/>\n"
    }.joined()
  }
}
