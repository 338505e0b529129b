internal import RepCore

extension BlockFacts {
  /// Every fact as `{"value": …, "source": …}`.
  var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "stride", value: stride.json { .integer($0) }),
      .init(key: "groups", value: groups.json { .integer($0) }),
    ]
    if let activation {
      members.append(.init(key: "activation", value: activation.json { .string($0.title) }))
    }
    let norms = epsilons.map { $0.json { .number($0) } }
    if !norms.isEmpty { members.append(.init(key: "epsilons", value: .array(norms))) }
    if let identity {
      members.append(.init(key: "identity", value: identity.json { .bool($0) }))
    }
    if let isParallel {
      members.append(.init(key: "parallel", value: isParallel.json { .bool($0) }))
    }
    return .object(members)
  }
}

extension Fact {
  fileprivate func json(_ value: (Value) -> JSON) -> JSON {
    ["value": value(self.value), "source": .string(source.title)]
  }
}
