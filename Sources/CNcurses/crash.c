// Giving the terminal back when the program crashes, and keeping its last words.
//
// Swift prints "Fatal error: ..." to standard error before it traps, that is into a screen which is
// about to vanish. So standard error goes to a file in memory while curses runs, and is replayed
// onto the restored screen. Then the handler that was there before runs, which prints the backtrace.

#include <mapping.h>
#include <signal.h>
#include <stddef.h>

#include "state.h"

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction before[FATAL];
static bool is_installed;

static void chain(const struct sigaction *earlier, int number, siginfo_t *info, void *context) {
  if (earlier->sa_flags & SA_SIGINFO) {
    earlier->sa_sigaction(number, info, context);
  } else if (earlier->sa_handler != SIG_DFL && earlier->sa_handler != SIG_IGN) {
    earlier->sa_handler(number);
  }
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  // A mapped file that was cut short is no crash.
  if (cp_mapping_mend(number, info)) return;
  if (rv_begin_dying()) {
    rv_give_back();
    for (int i = 0; i < FATAL; i++) {
      if (fatal[i] == number) chain(&before[i], number, info, context);
    }
  }
  rv_raise(number);
}

// A stack of its own lets the handler run after the thread's stack overflowed; other threads get theirs when
// they start.
static void give_stack(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) != 0 || !(now.ss_flags & SS_DISABLE)) return;
  static char memory[65536];
  stack_t mine = {.ss_sp = memory, .ss_size = sizeof memory};
  sigaltstack(&mine, NULL);
}

void rv_install_crash_handlers(void) {
  give_stack();
  rv_install_hold();
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
  rv_remove_hold();
  is_installed = false;
}
