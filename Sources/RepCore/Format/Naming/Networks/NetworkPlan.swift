/// The blocks of a known network, stage by stage, as its layout has them.
struct NetworkPlan {
  let layout: NetworkLayout
  /// Words in front of every block's name, as `module.`.
  let wrapper: String
  /// The blocks of each stage.
  let stages: [[FoundBlock]]

  /// Words that packaging puts in front of the names of a network.
  private static let wrappers = ["module.", "_orig_mod.", "model.", "backbone.", "encoder."]

  /// Which blocks are missing: the name of the one behind the gap.
  struct Gap: Error { let block: String }

  /// The layout that all `blocks` fit behind one prefix, whatever it is; nil without one.
  ///
  /// - Throws: `Gap` where blocks in between are missing.
  init?(_ blocks: [FoundBlock]) throws(Gap) {
    guard let first = blocks.first?.prefix else { return nil }
    for layout in NetworkLayout.allCases {
      for wrapper in [""] + first.modulesBefore {
        let places = blocks.compactMap { block in
          block.prefix.hasPrefix(wrapper)
            ? layout.place(of: String(block.prefix.dropFirst(wrapper.count))).map { ($0, block) }
            : nil
        }
        guard places.count == blocks.count else { continue }
        self.layout = layout
        self.wrapper = wrapper
        stages = try Self.stages(places)
        return
      }
    }
    return nil
  }

  /// The known words of packaging that stand in front of all of `blocks`.
  static func wrapper(of blocks: [FoundBlock]) -> String {
    var wrapper = ""
    while let next = wrappers.first(where: { word in
      blocks.allSatisfy { $0.prefix.hasPrefix(wrapper + word) }
    }) { wrapper += next }
    return wrapper
  }

  private static func stages(
    _ places: [(NetworkLayout.Place, FoundBlock)]
  ) throws(Gap) -> [[FoundBlock]] {
    var stages: [[FoundBlock]] = []
    var expected = NetworkLayout.Place(stage: 0, half: 0, block: 0)
    for (place, found) in places.sorted(by: { $0.0 < $1.0 }) {
      let starts = place.stage == stages.count && place.half == 0 && place.block == 0
      let splits = place.stage == expected.stage && place.half == expected.half + 1
      guard starts || place == expected || splits && place.block == 0 else {
        throw Gap(block: found.prefix)
      }
      if starts { stages.append([]) }
      stages[place.stage].append(found)
      expected = NetworkLayout.Place(stage: place.stage, half: place.half, block: place.block + 1)
    }
    return stages
  }
}
