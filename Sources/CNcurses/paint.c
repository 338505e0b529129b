// Cells and their colours.
//
// Colours of curses come in numbered pairs. We keep our own table of pairs, since alloc_pair of
// ncurses 6.4 crashes without colours and does not recycle. When the pairs run out they all begin
// anew, with a full repaint: pairs of cells that stay on the screen must never change.

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "state.h"

enum { SIDE = 257, MOST_PAIRS = 4096, MOST_CELLS = 512 };

static uint16_t pairs[SIDE * SIDE];
static int pair_count;
static bool has_defaults;
static bool ran_out;

int rv_colors(void) { return rv_screen != NULL && has_colors() ? COLORS : 0; }

void rv_start_colors(void) {
  rv_forget_pairs();
  if (!has_colors()) return;
  start_color();
  has_defaults = use_default_colors() == OK;
}

void rv_forget_pairs(void) {
  memset(pairs, 0, sizeof pairs);
  pair_count = 0;
  ran_out = false;
}

// The pair of two colours; 0, the default pair, where there are no more.
static int pair_of(int foreground, int background) {
  uint16_t *known = &pairs[(foreground + 1) * SIDE + background + 1];
  if (*known != 0) return *known;
  int most = COLOR_PAIRS - 1 < MOST_PAIRS ? COLOR_PAIRS - 1 : MOST_PAIRS;
  if (pair_count >= most) {
    ran_out = true;
    return 0;
  }
  if (!has_defaults) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  if (init_extended_pair(pair_count + 1, foreground, background) != OK) return 0;
  *known = (uint16_t)++pair_count;
  return pair_count;
}

static attr_t attributes_of(const rv_cell *cell) {
  attr_t attributes = A_NORMAL;
  if (cell->attributes & RV_BOLD) attributes |= A_BOLD;
  if (cell->attributes & RV_DIM) attributes |= A_DIM;
  if (cell->attributes & RV_UNDERLINE) attributes |= A_UNDERLINE;
  if (cell->attributes & RV_REVERSE) attributes |= A_REVERSE;
  if (cell->attributes & RV_ITALIC) attributes |= A_ITALIC;
  return attributes;
}

static cchar_t converted(const wchar_t *text, const rv_cell *cell) {
  attr_t attributes = attributes_of(cell);
  int foreground = cell->foreground, background = cell->background, pair = 0;
  if (has_colors() && (foreground >= 0 || background >= 0)) {
    // Where there are eight colours, the bright ones are bold.
    if (foreground >= COLORS) {
      if (foreground >= 8) attributes |= A_BOLD;
      foreground %= 8;
    }
    if (background >= COLORS) background %= 8;
    pair = pair_of(foreground, background);
  }
  cchar_t result;
  if (setcchar(&result, text, attributes, 0, &pair) != OK) {
    setcchar(&result, L"?", attributes, 0, &pair);
  }
  return result;
}

void rv_put_row(int x, int y, const rv_cell *cells, int count) {
  if (rv_screen == NULL || y < 0 || y >= LINES || x < 0) return;
  if (count > COLS - x) count = COLS - x;
  cchar_t run[MOST_CELLS];
  int used = 0, start = x;
  for (int i = 0; i < count; i++) {
    const rv_cell *cell = &cells[i];
    if (cell->columns == 0) continue;
    if (used + 2 > MOST_CELLS) {
      mvadd_wchnstr(y, start, run, used);
      used = 0;
      start = x + i;
    }
    wchar_t text[6] = {0};
    for (int k = 0; k < 5 && cell->text[k] != 0; k++) text[k] = (wchar_t)cell->text[k];
    if (wcwidth(text[0]) == cell->columns) {
      run[used++] = converted(text, cell);
      continue;
    }
    // The C library sees another width: a sign that cannot shift the rest of the row.
    run[used++] = converted(L"?", cell);
    if (cell->columns == 2) run[used++] = converted(L" ", cell);
  }
  if (used > 0) mvadd_wchnstr(y, start, run, used);
}

bool rv_flush(void) {
  if (rv_screen == NULL) return true;
  if (ran_out) {
    reset_color_pairs();
    rv_forget_pairs();
    clearok(curscr, TRUE);
    return false;
  }
  wnoutrefresh(stdscr);
  doupdate();
  return true;
}
