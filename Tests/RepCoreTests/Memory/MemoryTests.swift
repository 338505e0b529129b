import Testing
import Words

@testable import RepCore

@Suite("Memory")
struct MemoryTests {
  @Test("that no machine has is refused by a sentence with all of it")
  func beyond() {
    let error = #expect(throws: MemoryError.self) {
      try RepCore.Memory.require(1 << 50, for: .activations)
    }
    #expect(error?.description == "no memory for 1073741824 MiB of activations")
    #expect(throws: MemoryError.self) { try RepCore.Memory.require(.max, for: .weights) }
    #expect(throws: Never.self) { try RepCore.Memory.require(1 << 20, for: .times) }
  }

  @Test("that the system has is told by the kernel's own words")
  func system() {
    let text = "MemTotal: 100 kB\nMemFree:  1 kB\nMemAvailable:   30 kB\nSwapFree:  12 kB\n"
    #expect(RepCore.Memory.systemFree(text) == 42 << 10)
    #expect(RepCore.Memory.systemFree("MemAvailable: 30 kB\n") == 30 << 10)
    #expect(RepCore.Memory.systemFree("MemTotal: 100 kB\n") == nil)
  }

  @Test("of a plan, a session, a fold and a check is asked for before it is taken")
  func demands() throws {
    let side = 1 << 16
    let recipe = Recipe(
      name: "wide",
      widths: [64],
      depths: [1],
      strides: [1],
      classes: 2,
      input: InputShape(channels: 3, height: side, width: side)
    )
    let network = Network(random: Architecture(recipe), seed: 1)
    for options in [PlanOptions(threads: 1), PlanOptions(threads: 1, batch: 4096)] {
      #expect(throws: PlanError.self, "\(options)") { try Plan(network, options) }
    }
    let error = #expect(throws: (any Error).self) { try Verification(network) }
    #expect(
      error.map { "\($0)".hasPrefix("no memory for ") } == true,
      "\(String(describing: error))"
    )
  }
}

@Suite("The control group")
struct ControlGroupTests {
  @Test("pays for whole processors, at least one, or for all")
  func quota() {
    let cases: [(String, Int?)] = [
      ("max 100000\n", nil), ("200000 100000\n", 2), ("150000 100000\n", 1), ("50000 100000\n", 1),
      ("1600000 100000", 16), ("", nil), ("-1 100000", nil), ("100000", nil), ("100000 0", nil),
    ]
    for (text, processors) in cases {
      #expect(ControlGroup.processors(text) == processors, "'\(text)'")
    }
  }

  @Test("and the affinity leave at least one processor")
  func count() { #expect(processorCount() >= 1) }
}
