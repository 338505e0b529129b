/// What the lower pane of the kernel screen shows.
enum KernelDetail: String, Hashable, Sendable, CaseIterable {
  case grid
  case norms
  case bias
}
