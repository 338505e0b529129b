// What both formats' readers share.
#ifndef CPICTURE_READER_H
#define CPICTURE_READER_H

#include <setjmp.h>

#include "cpicture.h"

struct pic_reader {
  size_t width;
  size_t height;
  size_t channels;
  size_t most_samples;
  pic_status state;
  pic_reason reason;
  char message[200];
  // Where a fault inside the library leads to; set anew by every function that calls it.
  jmp_buf fault;
  pic_status (*read)(pic_reader *reader, uint8_t *samples);
  void (*close)(pic_reader *reader);
};

// Notes a fault, of which the first one counts, and jumps to `fault`.
_Noreturn void pic_leave(pic_reader *reader, pic_status state, pic_reason reason);

// The same with the library's own words.
_Noreturn void pic_leave_saying(pic_reader *reader, pic_status state, const char *message);

// Refuses extents that are zero or above the limits; `channels` samples a pixel.
void pic_set_extents(pic_reader *reader, size_t width, size_t height, size_t channels);

#endif
