import Testing

@testable import RepCore

@Suite("The sets of a checkpoint")
struct SetFinderTests {
  @Test(
    "are found under the names of the wrapper, averaged weights first",
    arguments: [
      ("zip", [""]), ("scalars", [""]), ("parameters", [""]), ("module", [""]),
      ("wrapper", ["ema", "model"]), ("legacy-wrapper", ["ema", "model"]),
      ("state-dict-half", ["state_dict"]), ("data-parallel", ["state_dict"]),
      ("module-yolo", ["ema", "model"]), ("module-held", ["net.ema"]),
    ]
  )
  func names(file: String, names: [String]) throws {
    #expect(try Saved.read(file).sets.map(\.name) == names, "\(file)")
  }

  @Test("keep their prefixes")
  func prefixes() throws {
    for file in ["data-parallel", "module-parallel"] {
      let set = try Saved.set(file)
      #expect(set.names.allSatisfy { $0.hasPrefix("module.") }, "\(file)")
    }
  }

  @Test("are what a script of pickle operations says", arguments: Case.all)
  func scripts(it: Case) throws {
    let pickle = Pickle.protocol2(it.value)
    let names = try PyTorchFile(reading: Storage(copying: Archive.checkpoint(pickle))).sets
      .map { "\($0.name): \($0.names.joined(separator: " "))" }
    #expect(names == it.sets, "\(it.value)")
  }

  struct Case: Sendable {
    let value: Pickle.Value
    let sets: [String]

    static let state: Pickle.Value = .dictionary([("a", .tensor())])

    static let all: [Case] = [
      Case(value: state, sets: [": a"]),
      Case(value: .list([state, .integer(3)]), sets: ["0: a"]),
      // In the order of preference, however they stand in the file.
      Case(
        value: .dictionary([
          ("x", state), ("model", state), ("state_dict", state), ("ema", state),
          ("model_ema", state), ("state_dict_ema", state), ("b", state),
        ]),
        sets: ["state_dict_ema", "model_ema", "ema", "state_dict", "model", "x", "b"].map {
          "\($0): a"
        }
      ),
      // A tensor beside sets is no weight, but a dot makes its dictionary a state_dict.
      Case(value: .dictionary([("model", state), ("loss", .tensor())]), sets: ["model: a"]),
      Case(
        value: .dictionary([("extra", state), ("conv.weight", .tensor()), ("scale", .tensor())]),
        sets: [": conv.weight scale"]
      ),
      // Optimizers, by their name and by their keys.
      Case(
        value: .dictionary([
          ("optimizer", .dictionary([("m", state)])), ("other", state),
          ("sgd", .dictionary([("state", state), ("param_groups", .list([]))])),
        ]),
        sets: ["other: a"]
      ),
      // Nested wrappers.
      Case(
        value: .dictionary([
          (
            "checkpoint",
            .dictionary([("model", state), ("ema", .dictionary([("module", state)]))])
          )
        ]),
        sets: ["checkpoint.ema.module: a", "checkpoint.model: a"]
      ),
      // A later value of a key replaces an earlier one.
      Case(value: .dictionary([("a", .tensor()), ("b", .tensor()), ("a", .none)]), sets: [": b"]),
    ]
  }
}
