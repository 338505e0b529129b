// The seam between the engine and its kernels: plain layouts and function pointers.
//
// A kernel gets its arguments, the number of one unit of work and memory that only this thread uses
// meanwhile; units are independent, so that any thread may run any of them in any order. All distances
// are counted in floats.
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

/// Where a step that makes a map also puts the mean of every channel: `batch x blocks x 16`.
typedef struct cp_means {
  /// Null where nobody wants the means.
  float *_Nullable target;
  /// Distance between pictures.
  intptr_t picture;
} cp_means;

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
  /// Whether the result is added to what the output holds, before the ReLU.
  intptr_t adds;
  intptr_t relu;
  /// Only where a unit has all pixels.
  cp_means means;
} cp_convolution;

/// A convolution of each channel by itself, with bias and perhaps ReLU.
typedef struct cp_depthwise {
  cp_map input;
  cp_map output;
  /// `blocks x taps x 16`.
  const float *weights;
  /// `blocks x 16`.
  const float *bias;
  /// Where each tap lies, counted from the pixel below the window's centre; `taps` entries.
  const intptr_t *tap_starts;
  intptr_t taps;
  intptr_t stride;
  /// Extents of the output.
  intptr_t batch, blocks, height, width;
  /// Rows of one unit; rows count through all blocks of all pictures.
  intptr_t unit_rows;
  /// Whether the result is added to what the output holds, before the ReLU.
  intptr_t adds;
  intptr_t relu;
} cp_depthwise;

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
  int32_t relu;
  /// Factor of negative values; ignored but by `leaky_rectify`.
  float slope;
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

/// Copies the first planes of dense pictures into a map.
typedef struct cp_input {
  /// `N x source_channels x H x W`.
  const float *source;
  /// Planes of a picture, `channels` of which are read: blocks that stand alone need not read all.
  intptr_t source_channels;
  cp_map output;
  intptr_t batch, channels, height, width;
  /// Rows of one unit; rows count through all planes, or all blocks, of all pictures.
  intptr_t unit_rows;
} cp_input;

/// A 3x3 convolution of stride 2 that reads the pictures itself, polyphase along the rows alone: two rows of
/// outputs need five products in place of six. With bias and perhaps ReLU.
typedef struct cp_stem {
  /// `N x source_channels x H x W`.
  const float *source;
  /// Planes of a picture, `channels` of which are read.
  intptr_t source_channels;
  cp_map output;
  /// `blocks x channels x 3 x 4 x 16`: for each column of the kernel the weights of the sum and of the
  /// difference of two odd rows, the kernel's last row, and its middle row.
  const float *weights;
  /// `blocks x 16`.
  const float *bias;
  intptr_t channels;
  /// Extents of the pictures.
  intptr_t source_height, source_width;
  /// Extents of the output.
  intptr_t blocks, height, width;
  /// Floats of a row in the thread's own memory, where a unit has
  /// `CP_STEM_ROWS x channels + 1` rows and `CP_STEM_SPARE` floats.
  intptr_t pitch;
  intptr_t relu;
} cp_stem;

/// Rows that two rows of outputs need of each channel.
#define CP_STEM_ROWS 5

/// Floats where a tile puts the second row of outputs where there is none.
#define CP_STEM_SPARE 128

/// The planes of a tile block: for each pair (row point, column point), the column's running faster, the
/// values and products of all tiles that have both. Arrays side by side, so that the addresses of a row
/// of pairs are computed together.
typedef struct cp_planes {
  /// Tiles, each one column of the plane's product.
  const intptr_t *tiles;
  /// Tiles in one row of them.
  const intptr_t *row;
  /// Where the plane's values start: `input blocks x tiles x 16`.
  const intptr_t *values;
  /// Where the plane's products start: `group blocks x tiles x 16`.
  const intptr_t *products;
} cp_planes;

/// Consecutive tiles of one dimension: first those of the larger extent, then those of the smaller.
typedef struct cp_tile_range {
  /// The first output that the tiles cover.
  intptr_t start;
  intptr_t large_extent, large_count, small_extent, small_count;
} cp_tile_range;

/// Tiles that are transformed together: a rectangle of them in some pictures.
typedef struct cp_tile_block {
  intptr_t picture, pictures;
  cp_tile_range rows, columns;
  cp_planes planes;
  /// Where the block's values start in `cp_winograd.values`.
  intptr_t values;
} cp_tile_block;

/// Output blocks whose products are computed together; one stream of weights.
typedef struct cp_product_group {
  intptr_t first_block, blocks;
  /// The first input block that they see.
  intptr_t input_block;
  /// Where their weights start: `planes x input channels x blocks x 16`.
  intptr_t weights;
} cp_product_group;

// Families of tiles that share one set of transformed weights, of the rows and of the columns. Plain
// numbers, because an imported enum would bring weak code into the kernel modules; `FamilyPair` is theirs.

/// Stride 1: F(2,3) with F(1,3).
#define CP_WINOGRAD_F2 0
/// Stride 1: F(4,3) with F(3,3) and F(2,3).
#define CP_WINOGRAD_F4 1
/// Stride 1: F(6,3) with F(4,3) and F(2,3).
#define CP_WINOGRAD_F6 2
/// Stride 2: F(2,2) with F(1,2) on the odd samples.
#define CP_WINOGRAD_P2 3
/// Stride 2: F(4,2) with F(3,2) and F(2,2) on the odd samples.
#define CP_WINOGRAD_P4 4
/// Stride 1: F(4,3) and its family for the rows, F(6,3) and its family for the columns.
#define CP_WINOGRAD_F4_F6 5
/// Stride 2: four outputs for the rows, two for the columns.
#define CP_WINOGRAD_P4_P2 6

/// Floats of weights that Winograd's products ask for ahead of those in use.
#define CP_WEIGHTS_AHEAD (24 << 10)

/// Floats at the start of a thread's own memory that hold addresses; rows in between follow.
#define CP_WINOGRAD_TABLES 256

/// A 3x3 convolution of stride 1 or 2 by Winograd's algorithm, with bias and perhaps ReLU.
typedef struct cp_winograd {
  cp_map input;
  cp_map output;
  /// A stream for each group.
  const float *weights;
  /// `blocks x 16`.
  const float *bias;
  const cp_tile_block *tile_blocks;
  const cp_product_group *groups;
  intptr_t tile_block_count, group_count;
  intptr_t family;
  /// Points of the largest tile of rows and of columns, with stride 2 the even samples counted as one:
  /// the planes of weights are pairs of them.
  intptr_t row_points, column_points;
  /// Blocks of the whole input, and those of them that one group reads.
  intptr_t input_blocks, depth;
  /// Chains of additions that the depth is cut into, at most as many as it has blocks.
  intptr_t chunks;
  /// Extents of the output.
  intptr_t height, width;
  /// Transformed input of all tile blocks, when the threads share it; else each unit makes its own.
  float *_Nullable values;
  /// How the work is split: input blocks of a unit of the transform, groups of a unit of products.
  intptr_t unit_input_blocks, unit_groups;
  /// For each unit of the transform the weights that its thread should ask for meanwhile, because its
  /// first products need them, and how many lines of 64 bytes.
  const float *_Nullable const *_Nonnull unit_weights;
  intptr_t unit_lines;
  /// Where a thread keeps values and products in its own memory, behind tables and rows in between.
  intptr_t own_values, own_products;
  /// Whether the result is added to what the output holds, before the ReLU.
  intptr_t adds;
  intptr_t relu;
  /// Whether no step of this run has written where the output lies, so that it comes from memory.
  intptr_t is_fresh;
  /// Only where there is one tile block.
  cp_means means;
} cp_winograd;

/// Turns kernels into the weights of a `cp_winograd`.
typedef struct cp_winograd_weights {
  /// `output channels x depth channels x 3 x 3`.
  const float *source;
  float *target;
  const cp_product_group *groups;
  intptr_t group_count;
  intptr_t family;
  intptr_t row_points, column_points;
  intptr_t output_channels, depth_channels;
} cp_winograd_weights;

/// A trial of what the processor and its memory give at most; no step of a plan.
typedef struct cp_trial {
  /// `units x unit_values`: what is gone over; for the triad that is written, with two more of its kind
  /// behind it.
  float *values;
  /// Floats that one unit goes over, a multiple of `CP_TRIAL_VALUES`.
  intptr_t unit_values;
  /// Floats from one array of the triad to the next.
  intptr_t part;
  /// How often a unit does what it does.
  intptr_t rounds;
  /// Of every product, and what is added to it; the triad's factor.
  float factor, addend;
  /// `units x trial_sums x 16` sums of products, `units x 16` sums of what was read; the triad has none.
  float *results;
} cp_trial;

/// Floats that a trial reads between two looks at its counter.
#define CP_TRIAL_VALUES 128

/// Runs unit number `unit` of the work that `arguments` describes; `scratch` is the thread's own.
typedef void (*cp_kernel)(const void *arguments, intptr_t unit, float *scratch);

/// The kernels of one instruction set.
typedef struct cp_kernel_set {
  /// Pixels and channel blocks of the convolution's register tile.
  intptr_t tile_pixels, tile_blocks;
  /// Largest register tile of Winograd's products: tiles for 1, 2, 3 and 4 output blocks, 0 where there
  /// is none.
  intptr_t product_tiles[5];
  /// Columns of the stem's register tile, and so of its output at least; 0 where there is none.
  intptr_t stem_columns;
  /// `cp_convolution`
  cp_kernel convolve;
  /// `cp_stem`: two rows of the output of a picture
  cp_kernel _Nullable stem;
  /// `cp_depthwise`
  cp_kernel depthwise;
  /// `cp_winograd`: a tile block's values, products and outputs
  cp_kernel winograd_fused;
  /// `cp_winograd`: the values of some input blocks of a tile block
  cp_kernel winograd_values;
  /// `cp_winograd`: products and outputs of some groups of a tile block
  cp_kernel winograd_products;
  /// `cp_winograd_weights`: the weights of one group
  cp_kernel winograd_weights;
  /// `cp_pointwise`: `output = input * scale + shift`
  cp_kernel scale_shift;
  /// `cp_pointwise`: `output = input + other`
  cp_kernel add;
  /// `cp_pointwise`: `output = max(input, 0)`
  cp_kernel rectify;
  /// `cp_pointwise`: `output = input < 0 ? slope * input : input`
  cp_kernel leaky_rectify;
  /// `cp_pointwise`: `output = min(max(input, 0), 6)`
  cp_kernel rectify6;
  /// `cp_pointwise`: `output = input * min(max(input + 3, 0), 6) / 6`
  cp_kernel hardswish;
  /// `cp_pointwise`: `output = input * sigmoid(input)`
  cp_kernel silu;
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
  /// Vectors of 16 sums in a trial of products.
  intptr_t trial_sums;
  /// `cp_trial`: `sum = sum * factor + addend` in registers alone, as fast as there is
  cp_kernel trial_products;
  /// `cp_trial`: the sum of what is read
  cp_kernel trial_reads;
  /// `cp_trial`: `first = second + factor * third`
  cp_kernel trial_triad;
} cp_kernel_set;

#pragma clang assume_nonnull end

/// The logistic function.
float cp_sigmoid(float x);

#endif
