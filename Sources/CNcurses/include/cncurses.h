// What the explorer needs of a terminal, and nothing else of curses.
//
// All functions belong to one thread, but rv_wake, which any thread may call. One terminal at a time.

#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// One cell. `text` is a letter with up to four marks, zero-terminated where shorter.
typedef struct {
  uint32_t text[5];
  int16_t foreground;  // 0-255, or -1 for the terminal's own
  int16_t background;
  uint8_t attributes;  // the bits below
  uint8_t columns;     // 1 or 2; 0 for the right half of a wide letter, which is skipped
} rv_cell;

enum { RV_BOLD = 1, RV_DIM = 2, RV_UNDERLINE = 4, RV_REVERSE = 8, RV_ITALIC = 16 };

typedef enum {
  RV_NONE,       // the time ran out
  RV_CHARACTER,  // value is a code point of 32 or more
  RV_CONTROL,    // value is a lower-case letter or sign
  RV_KEY,        // value is an rv_key
  RV_FUNCTION,   // value is the number of the key
  RV_MOUSE,      // value is an rv_button, at x and y
  RV_RESIZE,     // the screen is blank and has the size x by y
  RV_WAKE,       // rv_wake was called
  RV_SUSPEND,    // SIGTSTP came: call rv_suspend
  RV_END         // value is the signal that came, or 0 if the terminal is gone
} rv_kind;

typedef enum {
  RV_UP, RV_DOWN, RV_LEFT, RV_RIGHT, RV_PAGE_UP, RV_PAGE_DOWN, RV_HOME, RV_END_KEY,
  RV_BACKSPACE, RV_DELETE, RV_INSERT, RV_TAB, RV_BACK_TAB, RV_ENTER, RV_ESCAPE
} rv_key;

typedef enum { RV_BUTTON_LEFT, RV_BUTTON_MIDDLE, RV_BUTTON_RIGHT, RV_WHEEL_UP, RV_WHEEL_DOWN } rv_button;

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

// Takes the terminal. Where $TERM is unknown, tries common ones. False if none works.
bool rv_open(bool mouse);

// Gives the terminal back as it was found; harmless when called again.
void rv_close(void);

// Stops the process until it is continued, then takes the terminal again; the screen is blank.
void rv_suspend(void);

// Ends the process by `signal`, so that its parent sees how it ended.
void rv_raise(int signal);

// Colours that the terminal has: 0, 8, 16, 256 or more.
int rv_colors(void);

// Columns and rows.
void rv_size(int *width, int *height);

// Puts `count` cells from column x of row y on.
void rv_put_row(int x, int y, const rv_cell *cells, int count);

// Sends to the terminal what has changed. False if there were too many pairs of colours; then the
// pairs begin anew, and every row must be put again.
bool rv_flush(void);

// Waits for an event; a timeout below zero waits for ever.
rv_event rv_next_event(int timeout_milliseconds);

// Makes rv_next_event return RV_WAKE.
void rv_wake(void);

#endif
