internal import RepCore

// What the Winograd screen is about, and has to be found out.

extension WinogradScreen {
  /// What the selected block is to be computed by.
  func chosen(_ shared: Shared) -> BlockChoice {
    BlockChoice(shared.live.algorithms[shared.selection.block])
  }

  /// The tile that the screen is about.
  ///
  /// Beside illustrated times its input is that of the portable kernels on one thread, so that pictures are the same
  /// everywhere.
  func tile(_ shared: Shared) -> TileSubject {
    let isSample = shared.live.isIllustrated
    let source = BlockSource(
      block: shared.selection.block,
      picture: PictureShelf(shared)[picture],
      threads: isSample ? 1 : shared.live.threads,
      kernels: isSample ? .portable : nil
    )
    return TileSubject(
      source: source,
      output: shared.selection.output,
      place: place,
      algorithm: size,
      hasWrongSign: shared.mistakeInBlock == .winograd
    )
  }

  /// How all but the selected block is computed, for the pictures that are run.
  private func options(_ shared: Shared) -> PlanOptions {
    var settings = shared.live.settings
    settings.algorithms[shared.selection.block] = nil
    var options = settings.options(for: shared.input?.tensor)
    options.batch = 1
    if shared.live.isIllustrated { options.instructionSet = .portable }
    return options
  }

  /// What plans make of the selected block.
  func outlook(_ shared: Shared) -> OutlookSubject {
    OutlookSubject(
      block: shared.selection.block,
      options: options(shared),
      isMeasured: !shared.live.isIllustrated
    )
  }

  /// What the selected block takes.
  func trial(_ shared: Shared) -> TrialSubject {
    TrialSubject(
      block: shared.selection.block,
      picture: PictureShelf(shared)[picture],
      options: options(shared)
    )
  }

  /// Whether it was asked to be measured.
  func isTried(_ shared: Shared) -> Bool { asked.contains(trial(shared)) }

  func needs(_ shared: Shared) -> [any Need] {
    [tile(shared), outlook(shared)] + (isTried(shared) ? [trial(shared)] : [])
  }
}
