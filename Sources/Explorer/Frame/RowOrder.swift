/// What rows are ordered by: those of the tree among their siblings, those of the live screen all.
enum RowOrder: String, Hashable, Sendable, CaseIterable {
  case execution
  case time
  case macs
  case parameters
}
