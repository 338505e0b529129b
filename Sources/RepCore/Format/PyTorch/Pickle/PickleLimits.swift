/// How much one pickle may hold; real checkpoints hold some ten values per tensor.
struct PickleLimits {
  /// Most values, which bounds memory.
  var values = 1 << 22
  /// Most operations, which bounds time, the stack and the items of containers.
  var operations = 1 << 24
}
