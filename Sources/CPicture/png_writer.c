// PNG of 8 bits, RGB or with a palette, into memory. No times and no texts, so that only the library's version
// decides the bytes.

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cpicture.h"

struct pic_writer {
  png_structp png;
  png_infop info;
  size_t row;
  uint8_t *bytes;
  size_t count;
  size_t room;
  pic_status state;
  pic_reason reason;
  char message[200];
  // Where a fault inside the library leads to; set anew by every function that calls it.
  jmp_buf fault;
};

static _Noreturn void leave(pic_writer *writer, pic_reason reason) {
  writer->state = PIC_UNSUPPORTED;
  writer->reason = reason;
  longjmp(writer->fault, 1);
}

static void report(png_structp png, png_const_charp message) {
  pic_writer *writer = png_get_error_ptr(png);
  snprintf(writer->message, sizeof writer->message, "%s", message);
  leave(writer, PIC_SAID);
}

static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void append(png_structp png, png_bytep bytes, size_t count) {
  pic_writer *writer = png_get_io_ptr(png);
  if (count > writer->room - writer->count) {
    size_t room = 2 * writer->room + count;
    uint8_t *larger = realloc(writer->bytes, room);
    if (larger == NULL) leave(writer, PIC_NO_MEMORY);
    writer->bytes = larger;
    writer->room = room;
  }
  memcpy(writer->bytes + writer->count, bytes, count);
  writer->count += count;
}

static void flush(png_structp png) { (void)png; }

static void write_header(pic_writer *writer, size_t width, size_t height, const uint8_t *palette,
                         size_t colors) {
  png_structp png = writer->png;
  png_set_write_fn(png, writer, append, flush);
  int color = colors > 0 ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB;
  png_set_user_limits(png, PIC_LARGEST_SIDE, PIC_LARGEST_SIDE);
  png_set_IHDR(png, writer->info, (png_uint_32)width, (png_uint_32)height, 8, color, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, writer->info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (colors > 0) {
    png_color entries[PNG_MAX_PALETTE_LENGTH];
    for (size_t i = 0; i < colors; i++, palette += 3) {
      entries[i] = (png_color){palette[0], palette[1], palette[2]};
    }
    png_set_PLTE(png, writer->info, entries, (int)colors);
  }
  png_write_info(png, writer->info);
}

pic_writer *pic_create_png(size_t width, size_t height, const uint8_t *palette, size_t colors) {
  pic_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return NULL;
  writer->row = width * (colors > 0 ? 1 : 3);
  if (setjmp(writer->fault) != 0) return writer;
  if (colors > PNG_MAX_PALETTE_LENGTH) leave(writer, PIC_TOO_MANY_COLORS);
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, report, ignore);
  if (writer->png != NULL) writer->info = png_create_info_struct(writer->png);
  if (writer->info == NULL) leave(writer, PIC_NO_START);
  write_header(writer, width, height, palette, colors);
  return writer;
}

pic_status pic_write(pic_writer *writer, const uint8_t *rows, size_t count) {
  if (writer->state != PIC_OK || setjmp(writer->fault) != 0) return writer->state;
  for (size_t y = 0; y < count; y++) png_write_row(writer->png, rows + y * writer->row);
  return PIC_OK;
}

pic_status pic_finish(pic_writer *writer) {
  if (writer->state != PIC_OK || setjmp(writer->fault) != 0) return writer->state;
  png_write_end(writer->png, NULL);
  return PIC_OK;
}

pic_status pic_writer_state(const pic_writer *writer) { return writer->state; }
pic_reason pic_writer_fault(const pic_writer *writer) { return writer->reason; }
const char *pic_writer_message(const pic_writer *writer) { return writer->message; }
const uint8_t *pic_written(const pic_writer *writer) { return writer->bytes; }
size_t pic_written_count(const pic_writer *writer) { return writer->count; }

void pic_discard(pic_writer *writer) {
  png_destroy_write_struct(&writer->png, &writer->info);
  free(writer->bytes);
  free(writer);
}
