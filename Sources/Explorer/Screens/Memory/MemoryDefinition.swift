internal import RepCore
internal import Words

/// What is counted.
enum MemoryDefinition: String, Hashable, Sendable, CaseIterable {
  /// The values of maps that live in a step.
  case maps
  /// The same without the map that the block reads, as the paper counts.
  case extra
  /// All bytes of the engine, padding included.
  case all

  /// The one behind it, around the end.
  var next: MemoryDefinition {
    let all = MemoryDefinition.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// The bytes of each step.
  func bytes(of timeline: MemoryTimeline) -> [Int] {
    switch self {
    case .maps: timeline.maps
    case .extra: timeline.extra
    case .all: timeline.bands.map(\.total)
    }
  }

  /// What it counts, in a sentence.
  var words: Text {
    switch self {
    case .maps:
      Text(
        en: "counted: the values of every map that lives, float32, without padding",
        vi: "đếm: giá trị của mọi bản đồ đang giữ, float32, không kể padding"
      )
    case .extra:
      Text(
        en: "counted as in the paper's Figure 3: without the map that the block reads",
        vi: "đếm như hình 3 của bài báo: không kể bản đồ mà khối đọc"
      )
    case .all:
      Text(
        en: "counted: all bytes of the engine: maps, halo, alignment, Winograd values",
        vi: "đếm: mọi byte của engine: bản đồ, viền, căn chỉnh, giá trị Winograd"
      )
    }
  }
}
