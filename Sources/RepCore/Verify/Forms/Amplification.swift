/// How much a network itself makes of rounding: how far its logits move when its picture and all its
/// weights are moved by half a unit in the last place of a float32.
///
/// Everything is computed in double by the oracle, so that nothing but the network is measured. What any
/// float32 arithmetic loses on this network is of this size, and no error in a form.
public struct Amplification: Hashable, Sendable {
  /// Largest change of a logit relative to the largest logit, one for each seed of the noise.
  public let changes: [Double]

  /// The largest change of all seeds.
  public var change: Double { changes.max() ?? 0 }

  /// How many times larger the change is than the noise, which is 2^-24 of each number at most.
  public var factor: Double { change / 0x1p-24 }

  /// The largest relative error that float32 arithmetic may leave in the logits of this network: four times
  /// the change, as arithmetic rounds several times where the noise moves once.
  ///
  /// Nothing is allowed to a network whose logits are no numbers.
  public var allowance: Double { change.isFinite ? 4 * change : 0 }
}
