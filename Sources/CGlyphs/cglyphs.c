#include "cglyphs.h"

static const unsigned char bytes[] = {
#embed "glyphs.bin"
};

const unsigned char *glyph_bytes(void) { return bytes; }

size_t glyph_size(void) { return sizeof bytes; }
