// The life of the screen: taking the terminal, its size, giving it back.

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

// After curses.h, which the own header includes.
#include "state.h"
#include <term.h>

SCREEN *rv_screen;

static bool wants_mouse;

bool rv_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

bool rv_is_utf8(void) {
  // Only letters: LC_ALL would also change the decimal point.
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool rv_has_direct_color(void) {
  int problem = 0;
  if (setupterm(NULL, STDOUT_FILENO, &problem) != OK) return false;
  char *text = tigetstr("RGB");
  bool has = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (text != NULL && text != (char *)-1);
  del_curterm(cur_term);
  return has;
}

// Opens the terminal that `entry` describes; only this call sees it.
static SCREEN *open_own(const char *name, const char *entry) {
  const char *set = getenv("TERMINFO");
  char *before = set == NULL ? NULL : strdup(set);
  setenv("TERMINFO", entry, 1);
  SCREEN *screen = newterm(name, stdout, stdin);
  if (before == NULL) unsetenv("TERMINFO");
  else setenv("TERMINFO", before, 1);
  free(before);
  return screen;
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

void rv_send(const char *text) {
  if (rv_screen == NULL || !rv_has_alternate_screen()) return;
  // Curses writes all it has at the end of each update, so that this comes between two of them.
  for (size_t rest = strlen(text); rest > 0;) {
    ssize_t count = write(STDOUT_FILENO, text, rest);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) {
      text += count;
      rest -= (size_t)count;
    }
  }
}

// What curses does not know of: pastes are marked, and the mouse is told where it is wanted.
static void enter_modes(void) {
  rv_send("\033[?2004h");
  if (wants_mouse) rv_send("\033[?1000h\033[?1006h");
}

static void leave_modes(void) { rv_send("\033[?1000l\033[?1006l\033[?2004l"); }

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  curs_set(0);
  // Pending input must not cut an update in half.
  typeahead(-1);
  enter_modes();
}

bool rv_open(const char *name, const char *entry, bool mouse) {
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
  if (name != NULL && entry != NULL) rv_screen = open_own(name, entry);
  if (rv_screen == NULL) rv_screen = open_any();
  if (rv_screen == NULL) {
    rv_remove_signals();
    return false;
  }
  wants_mouse = mouse;
  rv_note_restore_string();
  set_modes();
  rv_start_colors();
  rv_capture_errors();
  rv_install_crash_handlers();
  return true;
}

void rv_close(void) {
  if (rv_screen == NULL) return;
  // What was typed ahead is not meant for the shell.
  flushinp();
  leave_modes();
  endwin();
  rv_restore_modes();
  rv_remove_crash_handlers();
  rv_remove_signals();
  delscreen(rv_screen);
  rv_screen = NULL;
  rv_release_errors();
}

void rv_suspend(void) {
  if (rv_screen == NULL) return;
  leave_modes();
  endwin();
  rv_restore_modes();
  rv_stop_process();
  rv_reenter();
}

void rv_reenter(void) {
  reset_prog_mode();
  enter_modes();
  rv_apply_size();
  // The next update starts from an empty screen, whatever was written meanwhile.
  rv_invalidate();
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
