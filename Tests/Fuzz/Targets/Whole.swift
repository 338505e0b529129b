// A libFuzzer target: what opens can be planned, run, folded and written, and what was written opens again.
// Run by Scripts/fuzz.

import Glibc

/// Where folded files go: memory, and the same name every time.
private let path = "/dev/shm/repvgg-tui-fuzz-\(getpid())"

/// Most values and multiply-adds of a network that is run: time goes into many networks, not into large ones.
private let mostValues = 1 << 16
private let mostMacs = 1 << 22

/// Reads `count` bytes as a model file and, if they are a small one, does everything with it.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let opened = try? ModelFile.read(Storage(copying: bytes), name: "fuzz") else { return 0 }
  let (network, architecture) = (opened.network, opened.network.architecture)
  guard architecture.parameters <= mostValues, architecture.macs(height: 5, width: 9) <= mostMacs,
    architecture.blocks.count <= 64
  else { return 0 }
  guard let folded = try? network.folded(threads: 1) else {
    preconditionFailure("there is memory for a small network")
  }
  precondition(folded.form == .deploy, "something was left unfolded")
  for (network, branches) in [
    (network, BranchExecution.written), (network, .fused), (folded, .written),
  ] {
    run(network, branches)
  }
  write(folded, opened)
  return 0
}

private func run(_ network: Network, _ branches: BranchExecution) {
  let options = PlanOptions(threads: 1, batch: 2, height: 5, width: 9, branches: branches)
  do {
    let plan = try Plan(network, options)
    let input = Tensor.normal(shape: plan.inputShape, seed: 1)
    let first = try Session(plan).run(input)
    precondition(first.shape == [2, plan.classes], "other logits than the plan says")
  } catch {
    // Nothing runs as something else: padding, activations and layers that the engine lacks are said.
    guard let error = error as? PlanError, case .block(let path, let obstacles) = error.kind,
      let block = network.block(at: path), !block.shape.runs, !obstacles.isEmpty
    else { preconditionFailure("a small network does not run: \(error)") }
  }
}

private func write(_ folded: Network, _ opened: ModelFile.Opened) {
  defer { unlink(path) }
  do {
    try ModelFile.write(folded: folded, of: opened, to: path)
    guard folded.head != nil else { return }
    let again = try ModelFile.open(path).architecture
    precondition(again == folded.architecture, "another network was written")
  } catch {
    preconditionFailure("what was folded is not written and read: \(error)")
  }
}
