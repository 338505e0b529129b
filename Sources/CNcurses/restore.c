// Giving the terminal back from a signal handler: only calls that are safe there, and none that waits for a
// terminal that nobody reads.

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "state.h"

// As long as anybody would wait for a terminal that takes nothing.
enum { PATIENCE_MILLISECONDS = 250 };

static struct termios modes;
static bool has_modes;

static bool has_alternate_screen;
static char restore_string[256];
static size_t restore_length;

static int real_errors = -1;
static int captured_errors = -1;

// MARK: Modes

void rv_save_modes(void) { has_modes = tcgetattr(STDIN_FILENO, &modes) == 0; }

void rv_restore_modes(void) {
  if (has_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

bool rv_has_alternate_screen(void) { return has_alternate_screen; }

void rv_note_restore_string(void) {
  const char *leave = tigetstr("rmcup");
  has_alternate_screen = leave != NULL && leave != (char *)-1;
  const char *text = has_alternate_screen
                         // Mouse, focus and paste reports off, cursor on, colours and keypad reset.
                         ? "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1015l\033[?2004l"
                           "\033[?1004l\033[?2026l\033[?25h\033[0m\033[?1l\033>\033[?1049l\r\n"
                         : "\r\n";
  restore_length = strlen(text);
  memcpy(restore_string, text, restore_length);
}

// MARK: Writing without waiting

void rv_doze(int milliseconds) {
  struct timespec time = {.tv_nsec = milliseconds * 1000000L};
  nanosleep(&time, NULL);
}

// Writes what the file takes within `deadline`. The terminal may be clogged, or another thread may be inside
// of a write to it.
static void write_until(int64_t deadline, int file, const char *bytes, size_t count) {
  int flags = fcntl(file, F_GETFL);
  if (flags >= 0) fcntl(file, F_SETFL, flags | O_NONBLOCK);
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && (errno == EAGAIN || errno == EINTR) && rv_milliseconds() < deadline) {
      rv_doze(2);
    } else {
      break;
    }
  }
  // The shell has the same terminal open.
  if (flags >= 0) fcntl(file, F_SETFL, flags);
}

// MARK: Standard error

void rv_capture_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  captured_errors = memfd_create("stderr", MFD_CLOEXEC);
  if (real_errors < 0 || captured_errors < 0) return;
  dup2(captured_errors, STDERR_FILENO);
}

static void replay_errors(void) {
  if (real_errors < 0 || captured_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  int64_t deadline = rv_milliseconds() + PATIENCE_MILLISECONDS;
  char bytes[1024];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(captured_errors, bytes, sizeof bytes, place)) > 0) {
    write_until(deadline, STDERR_FILENO, bytes, (size_t)count);
    place += count;
  }
}

void rv_release_errors(void) {
  replay_errors();
  if (real_errors >= 0) close(real_errors);
  if (captured_errors >= 0) close(captured_errors);
  real_errors = captured_errors = -1;
}

// MARK: All at once

void rv_emergency_restore(void) {
  // In the background the terminal is another program's, and touching it would stop us.
  pid_t owner = tcgetpgrp(STDIN_FILENO);
  if (owner < 0 || owner == getpgrp()) {
    int64_t deadline = rv_milliseconds() + PATIENCE_MILLISECONDS;
    write_until(deadline, STDOUT_FILENO, restore_string, restore_length);
    if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
  replay_errors();
}
