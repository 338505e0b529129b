#include "csample.h"

// Tensors start on 64-byte boundaries of the file, and so they do in memory.
_Alignas(64) static const unsigned char bytes[] = {
#embed "../../Samples/digits.rvg"
};

const unsigned char *sample_bytes(void) { return bytes; }

size_t sample_size(void) { return sizeof bytes; }
