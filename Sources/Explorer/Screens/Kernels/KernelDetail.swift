/// What the lower pane of the kernel screen shows.
public enum KernelDetail: String, Hashable, Sendable, CaseIterable {
  case grid
  case norms
  case bias
}
