/// Copies maps out of a run, each behind the step that completes it.
final class MapWatch {
  /// What was copied so far, `N x C x H x W` each.
  private(set) var maps: [ObservedValue: Tensor] = [:]
  private let due: [Int: [(value: ObservedValue, buffer: BufferID)]]
  private let layouts: [BufferID: MapLayout]

  /// Waits for `values` of runs of `plan`.
  ///
  /// - Throws: `SessionError.unobservable` where the plan never has one of them; `SessionError.noMemory`.
  init(_ values: Set<ObservedValue>, in plan: Plan) throws(SessionError) {
    var due: [Int: [(value: ObservedValue, buffer: BufferID)]] = [:]
    var layouts: [BufferID: MapLayout] = [:]
    var bytes = 0
    for value in values {
      let place = try plan.place(of: value)
      due[place.step, default: []].append((value, place.buffer))
      let layout = plan.buffers[place.buffer].layout
      layouts[place.buffer] = layout
      bytes += layout.compulsoryBytes
    }
    do { try Memory.require(bytes, for: .activations) } catch { throw .noMemory(error) }
    (self.due, self.layouts) = (due, layouts)
  }

  /// Copies what `step`, which is done, has completed.
  func copy(from program: Program, after step: Int) {
    for (value, buffer) in due[step] ?? [] {
      maps[value] = layouts[buffer].map { program.copy(buffer, $0) }
    }
  }
}
