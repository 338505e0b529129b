#include "reader.h"

#include <stdio.h>

void pic_fail(pic_reader *reader, pic_status state, const char *message) {
  if (reader->state != PIC_OK) return;
  reader->state = state;
  snprintf(reader->message, sizeof reader->message, "%s", message);
}

void pic_leave(pic_reader *reader, pic_status state, const char *message) {
  pic_fail(reader, state, message);
  longjmp(reader->fault, 1);
}

void pic_set_extents(pic_reader *reader, size_t width, size_t height, size_t channels) {
  if (width == 0 || height == 0) pic_leave(reader, PIC_DAMAGED, "has no pixels");
  if (width > PIC_LARGEST_SIDE || height > PIC_LARGEST_SIDE ||
      width * height > reader->most_samples / channels) {
    char message[sizeof reader->message];
    snprintf(message, sizeof message, "has %zu x %zu pixels, which is too large; make it smaller",
             width, height);
    pic_leave(reader, PIC_UNSUPPORTED, message);
  }
  reader->width = width;
  reader->height = height;
  reader->channels = channels;
}

pic_status pic_state(const pic_reader *reader) { return reader->state; }
const char *pic_message(const pic_reader *reader) { return reader->message; }
size_t pic_width(const pic_reader *reader) { return reader->width; }
size_t pic_height(const pic_reader *reader) { return reader->height; }
size_t pic_channels(const pic_reader *reader) { return reader->channels; }

pic_status pic_read(pic_reader *reader, uint8_t *samples) {
  if (reader->state == PIC_OK) reader->state = reader->read(reader, samples);
  return reader->state;
}

void pic_close(pic_reader *reader) { reader->close(reader); }
