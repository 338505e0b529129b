// Bitmaps of characters for pictures, built into the program so that no font of the machine decides.
#ifndef CGLYPHS_H
#define CGLYPHS_H

#include <stddef.h>

/// The bytes of glyphs.bin, which Scripts/glyphs makes and Scripts/python/glyphs/make_glyphs.py describes.
const unsigned char *glyph_bytes(void);

/// How many bytes there are.
size_t glyph_size(void);

#endif
