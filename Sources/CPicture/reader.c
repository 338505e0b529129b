#include "reader.h"

#include <stdio.h>

void pic_leave(pic_reader *reader, pic_status state, pic_reason reason) {
  if (reader->state == PIC_OK) {
    reader->state = state;
    reader->reason = reason;
  }
  longjmp(reader->fault, 1);
}

void pic_leave_saying(pic_reader *reader, pic_status state, const char *message) {
  if (reader->state == PIC_OK) snprintf(reader->message, sizeof reader->message, "%s", message);
  pic_leave(reader, state, PIC_SAID);
}

void pic_set_extents(pic_reader *reader, size_t width, size_t height, size_t channels) {
  reader->width = width;
  reader->height = height;
  reader->channels = channels;
  if (width == 0 || height == 0) pic_leave(reader, PIC_DAMAGED, PIC_NO_PIXELS);
  if (width > PIC_LARGEST_SIDE || height > PIC_LARGEST_SIDE ||
      width * height > reader->most_samples / channels) {
    pic_leave(reader, PIC_UNSUPPORTED, PIC_TOO_LARGE);
  }
}

pic_status pic_state(const pic_reader *reader) { return reader->state; }
pic_reason pic_fault(const pic_reader *reader) { return reader->reason; }
const char *pic_message(const pic_reader *reader) { return reader->message; }
size_t pic_width(const pic_reader *reader) { return reader->width; }
size_t pic_height(const pic_reader *reader) { return reader->height; }
size_t pic_channels(const pic_reader *reader) { return reader->channels; }

pic_status pic_read(pic_reader *reader, uint8_t *samples) {
  if (reader->state == PIC_OK) reader->state = reader->read(reader, samples);
  return reader->state;
}

void pic_close(pic_reader *reader) { reader->close(reader); }
