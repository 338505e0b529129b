internal import Words

/// Why a plan never has a value in memory as it was asked for.
public enum ObservationObstacle: Hashable, Sendable {
  /// The network has no such block, or the block no such branch.
  case unknown
  /// The block stands alone and does not run, for these reasons.
  case stopped([RunObstacle])
  /// The deploy form has one convolution in place of all branches.
  case folded
  /// The branch adds itself to the sum at once, or the activation is part of it.
  case fused
}

extension ObservationObstacle {
  /// What is wrong with `value`, and what to do.
  func words(for value: ObservedValue) -> Text {
    let path = value.path
    let name =
      switch value {
      case .block: Text(name: path.description)
      case .branch(_, let branch): Text(name: "\(path) \(branch)")
      }
    return name + Text(name: ": ") + reason
  }

  private var reason: Text {
    switch self {
    case .unknown:
      Text(
        en: "there is no such map; name a block and a branch of the network",
        vi: "không có bản đồ này; hãy chọn một khối và một nhánh của mạng"
      )
    case .stopped(let obstacles):
      Text(en: "the block does not run: ", vi: "khối không chạy được: ")
        + obstacles.map(\.words).joined(separator: ", ")
    case .folded:
      Text(
        en: "the deploy form has no branches; observe the training form",
        vi: "dạng inference không còn nhánh; hãy xem dạng huấn luyện"
      )
    case .fused:
      Text(
        en: "the branch is one step with the sum or the activation and has no map of its own; "
          + "run the branches as written",
        vi: "nhánh gộp làm một bước với tổng hoặc hàm kích hoạt nên không có bản đồ riêng; "
          + "hãy chạy các nhánh như đã viết"
      )
    }
  }
}

extension Plan {
  /// What a run can hand out beside the logits: every block that runs, and each branch that has a map of its own.
  public var observable: Set<ObservedValue> { Set(places.keys) }

  /// Where `value` lies when it is complete.
  ///
  /// - Throws: `SessionError.unobservable` where this plan never has it.
  func place(of value: ObservedValue) throws(SessionError) -> ObservedPlace {
    if let place = places[value] { return place }
    throw .unobservable(value, obstacle(to: value))
  }

  private func obstacle(to value: ObservedValue) -> ObservationObstacle {
    if let block = stopped.first(where: { $0.path == value.path }) {
      return .stopped(block.obstacles)
    }
    guard case .branch(let path, let branch) = value, places[.block(path)] != nil else {
      return .unknown
    }
    let isThere = steps.contains { $0.blockPath == path && $0.branch == branch }
    if isThere { return branch.role == .folded ? .folded : .fused }
    let isFolded = steps.contains { $0.blockPath == path && $0.branch?.role == .folded }
    return isFolded ? .folded : .unknown
  }
}
