// Every kernel of the engine, compiled once for each instruction set (see Package.swift).
//
// Only pointers, integers, SIMD vectors and InlineArray: generic code of the standard library would be
// emitted into the AVX-512 module as weak symbols, and the linker might then keep that copy for
// everybody. No allocation, no state. Nothing depends on which thread runs a unit, so a plan's results
// are the same bits every time.

public import CPlatform

/// The kernels of the instruction set that this module was compiled for.
///
/// The pointers may be called only on a CPU that has the set.
@inline(never)
public func kernelSet() -> cp_kernel_set {
  cp_kernel_set(
    tile_pixels: tilePixels,
    tile_blocks: tileBlocks,
    product_tiles: productTiles,
    stem_columns: stemColumns,
    convolve: convolve,
    stem: stemKernel,
    depthwise: depthwise,
    winograd_fused: winogradFused,
    winograd_values: winogradValues,
    winograd_products: winogradProducts,
    winograd_weights: winogradWeights,
    scale_shift: scaleShift,
    add: add,
    rectify: rectify,
    leaky_rectify: leakyRectify,
    rectify6: rectify6,
    hardswish: hardswish,
    silu: silu,
    gate: gate,
    pool: pool,
    linear: linear,
    input_planar: inputPlanar,
    input_blocked: inputBlocked,
    trial_sums: trialSums,
    trial_products: trialProducts,
    trial_reads: trialReads,
    trial_triad: trialTriad
  )
}
