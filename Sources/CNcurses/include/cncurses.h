// What the explorer needs of a terminal, and nothing else of curses: cells out, raw bytes in.
//
// All functions belong to one thread, but rv_wake, which any thread may call. One terminal at a time.

#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// One cell. `text` is a letter with up to four marks, zero-terminated where shorter.
typedef struct {
  uint32_t text[5];
  int32_t pair;        // of colours, see rv_define_pair; 0 is the terminal's own
  uint8_t attributes;  // the bits below
  uint8_t columns;     // 1 or 2; 0 for the right half of a wide letter, which is skipped
} rv_cell;

enum { RV_BOLD = 1, RV_DIM = 2, RV_UNDERLINE = 4, RV_REVERSE = 8, RV_ITALIC = 16 };

typedef enum {
  RV_NONE,     // the time ran out
  RV_BYTES,    // value bytes were read
  RV_ROOM,     // the terminal takes output again
  RV_RESIZE,   // the screen is blank and has the size x by y
  RV_WAKE,     // rv_wake was called
  RV_SUSPEND,  // SIGTSTP came: call rv_suspend
  RV_END       // value is the signal that came, or 0 if the terminal is gone
} rv_kind;

typedef struct {
  rv_kind kind;
  int32_t value;
  int32_t x;
  int32_t y;
} rv_event;

// Whether standard input and output are both a terminal.
bool rv_is_terminal(void);

// Whether the locale of the environment writes UTF-8.
bool rv_is_utf8(void);

// Whether terminfo says of $TERM that its colours are red, green and blue.
bool rv_has_direct_color(void);

// Takes the terminal. `name` and `entry` are a terminfo entry of our own to try before $TERM, or null; where
// $TERM is unknown, common ones are tried. False if none works.
bool rv_open(const char *name, const char *entry, bool mouse);

// Gives the terminal back as it was found; harmless when called again.
void rv_close(void);

// Stops the process until it is continued, then takes the terminal again; the screen is blank.
void rv_suspend(void);

// Ends the process by `signal`, so that its parent sees how it ended.
void rv_raise(int signal);

// Colours that the terminal has: 0, 8, 16, 256 or more.
int rv_colors(void);

// Pairs of colours that can be told apart, the terminal's own among them.
int rv_pairs(void);

// Columns and rows.
void rv_size(int *width, int *height);

// Makes `pair`, which is above 0, two colours; -1 is the terminal's own.
void rv_define_pair(int pair, int foreground, int background);

// Forgets all pairs; the screen is blank.
void rv_forget_pairs(void);

// Puts `count` cells from column x of row y on.
void rv_put_row(int x, int y, const rv_cell *cells, int count);

// Makes the screen blank, so that the next flush paints everything.
void rv_invalidate(void);

// Sends to the terminal what has changed.
void rv_flush(void);

// Sends `text` as it is, between two flushes, to a terminal that is more than a simple one.
void rv_send(const char *text);

// Whether the terminal takes output without waiting.
bool rv_has_room(void);

// Whether bytes wait to be read.
bool rv_has_input(void);

// Waits for bytes alone and reads them; how many, or 0.
int rv_read_input(int timeout_milliseconds, uint8_t *bytes, int capacity);

// A clock that never goes back.
int64_t rv_milliseconds(void);

// Waits for an event; a timeout below zero waits for ever. With a capacity of zero nothing is read, and only
// signals and rv_wake count; RV_ROOM only comes where it is wanted.
rv_event rv_next_event(int timeout_milliseconds, bool wants_room, uint8_t *bytes, int capacity);

// Makes rv_next_event return RV_WAKE.
void rv_wake(void);

#endif
