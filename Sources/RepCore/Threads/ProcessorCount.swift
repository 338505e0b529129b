internal import CPlatform

/// Number of processors that this process may use: those of its affinity, as `taskset` sets it, and no more
/// than the quota of its control group pays for, as containers have one.
public func processorCount() -> Int {
  let allowed = max(1, Int(cp_allowed_processors()))
  return ControlGroup.processorQuota.map { min(allowed, $0) } ?? allowed
}
