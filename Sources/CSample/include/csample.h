// The sample networks and their data, built into the program so that they open without any file.
#ifndef CSAMPLE_H
#define CSAMPLE_H

#include <stddef.h>

/// The bytes of Samples/digits.rvg, aligned for its tensors.
const unsigned char *sample_bytes(void);

/// How many bytes there are.
size_t sample_size(void);

/// The bytes of Samples/digits-qa.rvg, a network of quantization-aware blocks, aligned for its tensors.
const unsigned char *aware_bytes(void);

/// How many bytes there are.
size_t aware_size(void);

/// The bytes of Samples/digits-data.safetensors: the digits that the sample was trained and judged on.
const unsigned char *digits_bytes(void);

/// How many bytes there are.
size_t digits_size(void);

#endif
