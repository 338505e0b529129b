// The sample network and its data, built into the program so that it opens without any file.
#ifndef CSAMPLE_H
#define CSAMPLE_H

#include <stddef.h>

/// The bytes of Samples/digits.rvg, aligned for its tensors.
const unsigned char *sample_bytes(void);

/// How many bytes there are.
size_t sample_size(void);

/// The bytes of Samples/digits-data.safetensors: the digits that the sample was trained and judged on.
const unsigned char *digits_bytes(void);

/// How many bytes there are.
size_t digits_size(void);

#endif
