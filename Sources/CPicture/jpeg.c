// JPEG as 8-bit grey or RGB, upright or not as it lies in the file: the orientation that a camera notes
// is not applied. CMYK is taken as Adobe writes it, inverted, and mixed to RGB.

#include <stdio.h>
#include <stdlib.h>
// jpeglib.h needs stdio.h before it.
#include <jpeglib.h>
#include <jerror.h>

#include "reader.h"

// A file of many scans over a large picture could keep the decoder busy for hours.
enum { MOST_SCANS = 100 };

typedef struct {
  pic_reader base;
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  // One row of CMYK; NULL for other pictures.
  uint8_t *inks;
} jpeg_reader;

static _Noreturn void report(j_common_ptr jpeg) {
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  switch (jpeg->err->msg_code) {
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE:
      pic_leave(jpeg->client_data, PIC_UNSUPPORTED, PIC_MEMORY_LIMIT);
    case JERR_IMAGE_TOO_BIG:
    case JERR_BAD_PRECISION:
    case JERR_SOF_UNSUPPORTED:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
      pic_leave_saying(jpeg->client_data, PIC_UNSUPPORTED, message);
    default:
      pic_leave_saying(jpeg->client_data, PIC_DAMAGED, message);
  }
}

// The library fills what is missing with grey and only warns; here it is a fault.
static void judge(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
      pic_leave(jpeg->client_data, PIC_DAMAGED, PIC_ENDS_EARLY);
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
      report(jpeg);
  }
}

static void watch(j_common_ptr common) {
  jpeg_reader *reader = common->client_data;
  if (reader->jpeg.input_scan_number > MOST_SCANS) {
    pic_leave(&reader->base, PIC_UNSUPPORTED, PIC_TOO_MANY_SCANS);
  }
}

static uint8_t product(unsigned a, unsigned b) {
  unsigned scaled = a * b + 128;
  return (uint8_t)((scaled + (scaled >> 8)) >> 8);
}

// Inverted ink is what the ink leaves of the light; black darkens what the colours leave.
static void mix(const uint8_t *inks, uint8_t *rgb, size_t width) {
  for (size_t x = 0; x < width; x++, inks += 4, rgb += 3) {
    unsigned light = inks[3];
    for (int c = 0; c < 3; c++) rgb[c] = (uint8_t)(light - product(255u - inks[c], light));
  }
}

static pic_status read_rows(pic_reader *base, uint8_t *samples) {
  jpeg_reader *reader = (jpeg_reader *)base;
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  if (setjmp(base->fault) != 0) return base->state;
  if (jpeg->out_color_space == JCS_CMYK) {
    reader->inks = malloc(base->width * 4);
    if (reader->inks == NULL) pic_leave(base, PIC_UNSUPPORTED, PIC_NO_MEMORY);
  }
  jpeg_start_decompress(jpeg);
  while (jpeg->output_scanline < jpeg->output_height) {
    uint8_t *target = samples + jpeg->output_scanline * base->width * base->channels;
    JSAMPROW row = reader->inks != NULL ? reader->inks : target;
    jpeg_read_scanlines(jpeg, &row, 1);
    if (reader->inks != NULL) mix(reader->inks, target, base->width);
  }
  jpeg_finish_decompress(jpeg);
  return PIC_OK;
}

static void close_reader(pic_reader *base) {
  jpeg_reader *reader = (jpeg_reader *)base;
  jpeg_destroy_decompress(&reader->jpeg);
  free(reader->inks);
  free(reader);
}

static void read_header(jpeg_reader *reader, const void *bytes, size_t count) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  jpeg_create_decompress(jpeg);
  jpeg->client_data = reader;
  jpeg->progress = &reader->progress;
  // Coefficients of a progressive picture take two bytes a sample.
  jpeg->mem->max_memory_to_use = (long)(4 * reader->base.most_samples);
  jpeg_mem_src(jpeg, bytes, count);
  jpeg_read_header(jpeg, TRUE);
  size_t channels = 3;
  switch (jpeg->num_components) {
    case 1:
      jpeg->out_color_space = JCS_GRAYSCALE;
      channels = 1;
      break;
    case 3:
      jpeg->out_color_space = JCS_RGB;
      break;
    case 4:
      jpeg->out_color_space = JCS_CMYK;
      break;
    default:
      pic_leave(&reader->base, PIC_UNSUPPORTED, PIC_COMPONENTS);
  }
  pic_set_extents(&reader->base, jpeg->image_width, jpeg->image_height, channels);
}

pic_reader *pic_open_jpeg(const void *bytes, size_t count, size_t most_samples) {
  jpeg_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->base.most_samples = most_samples;
  reader->base.read = read_rows;
  reader->base.close = close_reader;
  reader->jpeg.err = jpeg_std_error(&reader->errors);
  reader->errors.error_exit = report;
  reader->errors.emit_message = judge;
  reader->progress.progress_monitor = watch;
  reader->jpeg.client_data = reader;
  if (setjmp(reader->base.fault) != 0) return &reader->base;
  read_header(reader, bytes, count);
  return &reader->base;
}
