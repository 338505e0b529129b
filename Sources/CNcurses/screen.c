// The life of the screen: taking the terminal, its size, giving it back.

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "state.h"

SCREEN *rv_screen;
WINDOW *rv_input;

static mmask_t wanted_mouse;

bool rv_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

bool rv_is_utf8(void) {
  // Only letters: LC_ALL would also change the decimal point.
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// Debian's ncurses-base does not know many of today's terminals; all of them understand xterm.
static SCREEN *open_any(void) {
  const char *names[] = {getenv("TERM"), "xterm-256color", "xterm", "ansi", "vt100"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i] == NULL || *names[i] == 0) continue;
    SCREEN *screen = newterm(names[i], stdout, stdin);
    if (screen == NULL) continue;
    const char *address = tigetstr("cup");
    if (address != NULL && address != (char *)-1) return screen;
    // A terminal that says of itself that it cannot place the cursor, such as "dumb".
    endwin();
    delscreen(screen);
    return NULL;
  }
  return NULL;
}

static void set_modes(bool mouse) {
  raw();
  noecho();
  nonl();
  curs_set(0);
  set_escdelay(25);
  // Pending input must not cut an update in half.
  typeahead(-1);
  // Keys are read from a pad: reading from stdscr would also paint it.
  rv_input = newpad(1, 1);
  keypad(rv_input, TRUE);
  nodelay(rv_input, TRUE);
  rv_define_keys();
  mmask_t pressed = BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | BUTTON4_PRESSED |
                    BUTTON5_PRESSED;
  wanted_mouse = mouse ? pressed : 0;
  mousemask(wanted_mouse, NULL);
  // No waiting for a double click.
  mouseinterval(0);
}

bool rv_open(bool mouse) {
  if (rv_screen != NULL) return true;
  if (!rv_is_terminal()) return false;
  static bool is_registered;
  if (!is_registered) is_registered = atexit(rv_close) == 0;
  rv_is_utf8();
  // The real size counts, not what LINES and COLUMNS of the environment say.
  use_tioctl(TRUE);
  rv_save_modes();
  // Before newterm, so that curses does not install its own.
  if (!rv_install_signals()) return false;
  rv_screen = open_any();
  if (rv_screen == NULL) {
    rv_remove_signals();
    return false;
  }
  set_modes(mouse);
  rv_start_colors();
  rv_note_restore_string();
  rv_capture_errors();
  rv_install_crash_handlers();
  return true;
}

void rv_close(void) {
  if (rv_screen == NULL) return;
  // What was typed ahead is not meant for the shell.
  flushinp();
  mousemask(0, NULL);
  endwin();
  rv_restore_modes();
  rv_remove_crash_handlers();
  rv_remove_signals();
  delwin(rv_input);
  delscreen(rv_screen);
  rv_screen = NULL;
  rv_input = NULL;
  rv_release_errors();
}

void rv_suspend(void) {
  if (rv_screen == NULL) return;
  mousemask(0, NULL);
  endwin();
  rv_restore_modes();
  rv_stop_process();
  rv_reenter();
}

void rv_reenter(void) {
  reset_prog_mode();
  mousemask(wanted_mouse, NULL);
  rv_apply_size();
  // The next update starts from an empty screen, whatever was written meanwhile.
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
}

void rv_apply_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row == LINES && size.ws_col == COLS) return;
  resizeterm(size.ws_row, size.ws_col);
}

void rv_size(int *width, int *height) {
  *width = rv_screen == NULL ? 0 : COLS;
  *height = rv_screen == NULL ? 0 : LINES;
}
