// Cells and the pairs of colours that they name.

#include <wchar.h>

#include "state.h"

enum { MOST_CELLS = 512 };

static bool has_defaults;

int rv_colors(void) { return rv_screen != NULL && has_colors() ? COLORS : 0; }

int rv_pairs(void) { return rv_screen != NULL && has_colors() ? COLOR_PAIRS : 0; }

void rv_start_colors(void) {
  if (!has_colors()) return;
  start_color();
  has_defaults = use_default_colors() == OK;
}

void rv_define_pair(int pair, int foreground, int background) {
  if (rv_screen == NULL || !has_colors()) return;
  if (!has_defaults) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  init_extended_pair(pair, foreground, background);
}

void rv_forget_pairs(void) {
  if (rv_screen == NULL || !has_colors()) return;
  reset_color_pairs();
  rv_invalidate();
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
  int pair = cell->pair;
  cchar_t result;
  // The last argument holds pairs beyond the range of a short.
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

void rv_invalidate(void) {
  if (rv_screen != NULL) clearok(curscr, TRUE);
}

void rv_flush(void) {
  if (rv_screen == NULL) return;
  wnoutrefresh(stdscr);
  doupdate();
}
