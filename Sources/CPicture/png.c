// PNG of every kind as 8-bit grey or RGB: palettes looked up, small grey stretched, of 16 bits the upper
// eight, transparency dropped, gamma ignored.

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "reader.h"

typedef struct {
  pic_reader base;
  png_structp png;
  png_infop info;
  const uint8_t *next;
  size_t left;
} png_reader;

static void report(png_structp png, png_const_charp message) {
  pic_leave_saying(png_get_error_ptr(png), PIC_DAMAGED, message);
}

// Warnings concern what is not used: times, texts, profiles.
static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void supply(png_structp png, png_bytep target, size_t count) {
  png_reader *reader = png_get_io_ptr(png);
  if (count > reader->left) pic_leave(&reader->base, PIC_DAMAGED, PIC_ENDS_EARLY);
  memcpy(target, reader->next, count);
  reader->next += count;
  reader->left -= count;
}

static pic_status read_rows(pic_reader *base, uint8_t *samples) {
  png_reader *reader = (png_reader *)base;
  if (setjmp(base->fault) != 0) return base->state;
  size_t row = base->width * base->channels;
  for (int pass = png_set_interlace_handling(reader->png); pass > 0; pass--) {
    for (size_t y = 0; y < base->height; y++) png_read_row(reader->png, samples + y * row, NULL);
  }
  png_read_end(reader->png, NULL);
  return PIC_OK;
}

static void close_reader(pic_reader *base) {
  png_reader *reader = (png_reader *)base;
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

static void read_header(png_reader *reader) {
  png_structp png = reader->png;
  png_set_user_limits(png, PIC_LARGEST_SIDE, PIC_LARGEST_SIDE);
  png_set_read_fn(png, reader, supply);
  png_read_info(png, reader->info);
  int color = png_get_color_type(png, reader->info);
  size_t channels = (color & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1;
  pic_set_extents(&reader->base, png_get_image_width(png, reader->info),
                  png_get_image_height(png, reader->info), channels);
  if (color == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
  if (color == PNG_COLOR_TYPE_GRAY) png_set_expand_gray_1_2_4_to_8(png);
  png_set_strip_16(png);
  png_set_strip_alpha(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, reader->info);
  if (png_get_rowbytes(png, reader->info) != reader->base.width * channels) {
    pic_leave(&reader->base, PIC_UNSUPPORTED, PIC_LAYOUT);
  }
}

pic_reader *pic_open_png(const void *bytes, size_t count, size_t most_samples) {
  png_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->base.most_samples = most_samples;
  reader->base.read = read_rows;
  reader->base.close = close_reader;
  reader->next = bytes;
  reader->left = count;
  if (setjmp(reader->base.fault) != 0) return &reader->base;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, report, ignore);
  if (reader->png != NULL) reader->info = png_create_info_struct(reader->png);
  if (reader->info == NULL) pic_leave(&reader->base, PIC_UNSUPPORTED, PIC_NO_START);
  read_header(reader);
  return &reader->base;
}
