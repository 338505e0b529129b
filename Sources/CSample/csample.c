#include "csample.h"

// Tensors start on 64-byte boundaries of their files, and so they do in memory.
_Alignas(64) static const unsigned char sample[] = {
#embed "../../Samples/digits.rvg"
};

_Alignas(64) static const unsigned char aware[] = {
#embed "../../Samples/digits-qa.rvg"
};

_Alignas(64) static const unsigned char digits[] = {
#embed "../../Samples/digits-data.safetensors"
};

const unsigned char *sample_bytes(void) { return sample; }

size_t sample_size(void) { return sizeof sample; }

const unsigned char *aware_bytes(void) { return aware; }

size_t aware_size(void) { return sizeof aware; }

const unsigned char *digits_bytes(void) { return digits; }

size_t digits_size(void) { return sizeof digits; }
