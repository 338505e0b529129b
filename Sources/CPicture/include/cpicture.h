// What the program needs of libpng and libjpeg, and nothing else of them.
//
// A reader decodes one picture from memory into rows of 8-bit samples, a writer makes a PNG in memory of
// such rows; neither opens a file. A fault ends in a status and a message; the libraries' jumps never leave
// this target.
#ifndef CPICTURE_H
#define CPICTURE_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
  PIC_OK,
  PIC_DAMAGED,      // the bytes contradict their format, or end early
  PIC_UNSUPPORTED,  // sound, but of a sort that is not read, or too large
} pic_status;

// What went wrong. Only the libraries' own messages are words; all others are for the caller to find.
typedef enum {
  PIC_NOTHING,
  PIC_SAID,             // what the message says
  PIC_ENDS_EARLY,
  PIC_NO_PIXELS,
  PIC_TOO_LARGE,        // more pixels than are read
  PIC_TOO_MANY_SCANS,
  PIC_COMPONENTS,       // neither one, three nor four
  PIC_LAYOUT,           // samples lie in a way that is not read
  PIC_TOO_MANY_COLORS,  // for a palette
  PIC_MEMORY_LIMIT,     // a smaller picture would do
  PIC_NO_MEMORY,
  PIC_NO_START,         // the library does not start
} pic_reason;

// Pixels of a side at most.
enum { PIC_LARGEST_SIDE = 65535 };

// A picture that is being read; never NULL unless memory ran out.
typedef struct pic_reader pic_reader;

// Starts reading the file of `count` bytes at `bytes`, which must stay in place until the reader is
// closed. A picture of more than `most_samples` samples is refused before memory is taken for it.
pic_reader *pic_open_png(const void *bytes, size_t count, size_t most_samples);
pic_reader *pic_open_jpeg(const void *bytes, size_t count, size_t most_samples);

// How it went so far, what went wrong, and what the library said of it.
pic_status pic_state(const pic_reader *reader);
pic_reason pic_fault(const pic_reader *reader);
const char *pic_message(const pic_reader *reader);

// Pixels of a row, rows, and samples of a pixel: 1 for grey, 3 for RGB.
size_t pic_width(const pic_reader *reader);
size_t pic_height(const pic_reader *reader);
size_t pic_channels(const pic_reader *reader);

// Decodes all rows into the width x height x channels bytes at `samples`.
pic_status pic_read(pic_reader *reader, uint8_t *samples);

void pic_close(pic_reader *reader);

// A PNG that is being written into memory; never NULL unless memory ran out.
typedef struct pic_writer pic_writer;

// Starts a picture of 8 bits: with a palette of `colors` times red, green and blue, at most 256, and a byte a
// pixel; or without one, if `colors` is 0, and three bytes a pixel.
pic_writer *pic_create_png(size_t width, size_t height, const uint8_t *palette, size_t colors);

// Writes `count` rows of pixels that lie behind each other.
pic_status pic_write(pic_writer *writer, const uint8_t *rows, size_t count);

// Ends the picture, all of whose rows are written.
pic_status pic_finish(pic_writer *writer);

// How it went so far, what went wrong, and what the library said of it.
pic_status pic_writer_state(const pic_writer *writer);
pic_reason pic_writer_fault(const pic_writer *writer);
const char *pic_writer_message(const pic_writer *writer);

// The file so far; it stays in place until the next call that writes.
const uint8_t *pic_written(const pic_writer *writer);
size_t pic_written_count(const pic_writer *writer);

void pic_discard(pic_writer *writer);

#endif
