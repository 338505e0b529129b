// The seam between the engine and its kernels: plain layouts and function pointers.
//
// A kernel gets its arguments and the number of one unit of work; units are independent, so that any
// thread may run any of them in any order. All distances are counted in floats.
#ifndef CPLATFORM_KERNELS_H
#define CPLATFORM_KERNELS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// Channels that lie together in a blocked map; short last blocks are filled with zeros.
#define CP_BLOCK 16

/// Activations `N x C/16 x H x W x 16` (blocked) or `N x C x H x W` (planar), perhaps with a halo.
typedef struct cp_map {
  /// Pixel (0, 0) of the first block of the first picture; the halo lies before it.
  float *origin;
  /// Distance between pictures.
  intptr_t picture;
  /// Distance between blocks, or between planes.
  intptr_t block;
  /// Distance between rows.
  intptr_t row;
  /// Distance between pixels: 16, or 1 in a planar map.
  intptr_t pixel;
  /// Pixels of zeros around each plane.
  intptr_t halo;
} cp_map;

/// A convolution of any size, stride and grouping, with bias and perhaps ReLU.
typedef struct cp_convolution {
  cp_map input;
  cp_map output;
  /// `blocks x runs x run x 16`: one sequential stream for each output block.
  const float *weights;
  /// `blocks x 16`.
  const float *bias;
  /// Where each run of consecutive input values starts, counted from the pixel below the window's
  /// centre; `runs` entries.
  const intptr_t *run_starts;
  /// Where the channels that an output block sees start; `blocks` entries.
  const intptr_t *input_starts;
  intptr_t runs;
  intptr_t run;
  intptr_t stride;
  /// Extents of the output.
  intptr_t batch, blocks, height, width;
  /// How the work is split: output blocks and pixels of one unit.
  intptr_t unit_blocks, unit_pixels;
  /// Whether neighbouring units share weights (1) or pixels (0).
  intptr_t pixels_first;
  intptr_t relu;
} cp_convolution;

/// An operation that treats every pixel alike, in place or from one map to another.
typedef struct cp_pointwise {
  cp_map input;
  /// The second summand; ignored by other operations.
  cp_map other;
  cp_map output;
  /// `blocks x 16`; for a gate `batch x blocks x 16`.
  const float *scale;
  /// `blocks x 16`.
  const float *shift;
  intptr_t batch, blocks, height, width;
  /// Rows of one unit; rows count through all blocks of all pictures.
  intptr_t unit_rows;
  intptr_t relu;
} cp_pointwise;

/// The mean of every channel: from a map to `batch x blocks x 16`.
typedef struct cp_pool {
  cp_map input;
  float *output;
  intptr_t batch, blocks, height, width;
  /// Planes of one unit.
  intptr_t unit_planes;
} cp_pool;

/// What follows a linear map.
enum cp_linear_end { CP_LINEAR_PLAIN = 0, CP_LINEAR_RELU = 1, CP_LINEAR_SIGMOID = 2 };

/// A matrix times vectors: `batch x depth` to `batch x blocks x 16`.
typedef struct cp_linear {
  const float *input;
  float *output;
  /// `blocks x depth x 16`.
  const float *weights;
  /// `blocks x 16`.
  const float *bias;
  intptr_t batch, blocks, depth;
  /// Output blocks of one unit.
  intptr_t unit_blocks;
  intptr_t end;
} cp_linear;

/// Copies dense pictures `N x C x H x W` into a map.
typedef struct cp_input {
  const float *source;
  cp_map output;
  intptr_t batch, channels, height, width;
  /// Rows of one unit; rows count through all planes, or all blocks, of all pictures.
  intptr_t unit_rows;
} cp_input;

/// Runs unit number `unit` of the work that `arguments` describes.
typedef void (*cp_kernel)(const void *arguments, intptr_t unit);

/// The kernels of one instruction set.
typedef struct cp_kernel_set {
  /// Pixels and channel blocks of the convolution's register tile.
  intptr_t tile_pixels, tile_blocks;
  /// `cp_convolution`
  cp_kernel convolve;
  /// `cp_pointwise`: `output = input * scale + shift`
  cp_kernel scale_shift;
  /// `cp_pointwise`: `output = input + other`
  cp_kernel add;
  /// `cp_pointwise`: `output = max(input, 0)`
  cp_kernel rectify;
  /// `cp_pointwise`: `output = input * scale[picture]`
  cp_kernel gate;
  /// `cp_pool`
  cp_kernel pool;
  /// `cp_linear`
  cp_kernel linear;
  /// `cp_input` into a planar map
  cp_kernel input_planar;
  /// `cp_input` into a blocked map
  cp_kernel input_blocked;
} cp_kernel_set;

#pragma clang assume_nonnull end

/// The logistic function.
float cp_sigmoid(float x);

#endif
