#include "csample.h"

// Tensors start on 64-byte boundaries of their files, and so they do in memory.
_Alignas(64) static const unsigned char sample[] = {
#embed "../../Samples/digits.rvg"
};

_Alignas(64) static const unsigned char digits[] = {
#embed "../../Samples/digits-data.safetensors"
};

const unsigned char *sample_bytes(void) { return sample; }

size_t sample_size(void) { return sizeof sample; }

const unsigned char *digits_bytes(void) { return digits; }

size_t digits_size(void) { return sizeof digits; }
