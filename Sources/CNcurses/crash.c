// Giving the terminal back when the program dies, and keeping its last words.
//
// Swift prints "Fatal error: ..." to standard error before it traps, that is into a screen which is
// about to vanish. So standard error goes to a file in memory while curses runs, and is replayed
// onto the restored screen. Then the handler that was there before runs, which prints the backtrace.

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "state.h"

static struct termios modes;
static bool has_modes;

static char restore_string[256];
static size_t restore_length;

static int real_errors = -1;
static int captured_errors = -1;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction before[FATAL];
static bool is_installed;

// MARK: Modes

void rv_save_modes(void) { has_modes = tcgetattr(STDIN_FILENO, &modes) == 0; }

void rv_restore_modes(void) {
  if (has_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

void rv_note_restore_string(void) {
  const char *leave = tigetstr("rmcup");
  bool has_alternate_screen = leave != NULL && leave != (char *)-1;
  const char *text = has_alternate_screen
                         // Mouse, focus and paste reports off, cursor on, colours and keypad reset.
                         ? "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1015l\033[?2004l"
                           "\033[?1004l\033[?2026l\033[?25h\033[0m\033[?1l\033>\033[?1049l\r\n"
                         : "\r\n";
  restore_length = strlen(text);
  memcpy(restore_string, text, restore_length);
}

// MARK: Standard error

void rv_capture_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  real_errors = dup(STDERR_FILENO);
  captured_errors = memfd_create("stderr", MFD_CLOEXEC);
  if (real_errors < 0 || captured_errors < 0) return;
  dup2(captured_errors, STDERR_FILENO);
}

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// Only calls that are safe in a signal handler.
static void replay_errors(void) {
  if (real_errors < 0 || captured_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  char bytes[1024];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(captured_errors, bytes, sizeof bytes, place)) > 0) {
    write_all(STDERR_FILENO, bytes, (size_t)count);
    place += count;
  }
}

void rv_release_errors(void) {
  replay_errors();
  if (real_errors >= 0) close(real_errors);
  if (captured_errors >= 0) close(captured_errors);
  real_errors = captured_errors = -1;
}

// MARK: Fatal signals

void rv_emergency_restore(void) {
  write_all(STDOUT_FILENO, restore_string, restore_length);
  if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  replay_errors();
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  static atomic_flag is_dying = ATOMIC_FLAG_INIT;
  if (atomic_flag_test_and_set(&is_dying)) {
    rv_raise(number);
    return;
  }
  rv_emergency_restore();
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] != number) continue;
    bool is_default = !(before[i].sa_flags & SA_SIGINFO) &&
                      (before[i].sa_handler == SIG_DFL || before[i].sa_handler == SIG_IGN);
    if (is_default) {
      rv_raise(number);
    } else if (before[i].sa_flags & SA_SIGINFO) {
      before[i].sa_sigaction(number, info, context);
    } else {
      before[i].sa_handler(number);
    }
  }
}

// A stack of its own lets the handler run after the thread's stack overflowed.
static void give_stack(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) != 0 || !(now.ss_flags & SS_DISABLE)) return;
  static char memory[65536];
  stack_t mine = {.ss_sp = memory, .ss_size = sizeof memory};
  sigaltstack(&mine, NULL);
}

void rv_install_crash_handlers(void) {
  give_stack();
  struct sigaction action = {
      .sa_sigaction = on_fatal,
      .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER,
  };
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &before[i]);
  is_installed = true;
}

void rv_remove_crash_handlers(void) {
  if (!is_installed) return;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before[i], NULL);
  is_installed = false;
}
