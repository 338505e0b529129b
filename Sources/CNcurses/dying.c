// The end by a signal: one thread gives the terminal back, and no other paints or ends the process meanwhile.

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "state.h"

// How long the dying thread waits until the screen's thread is held.
enum { PATIENCE_MILLISECONDS = 250 };

// Ignored by default, so that nothing happens when somebody else sends it.
static const int hold_signal = SIGURG;

static atomic_int dying;  // the number of the thread that is at it
static atomic_bool is_held, is_restored;
static pthread_t screen_thread;
static pid_t screen_id;
static struct sigaction before;
static bool is_installed;

static _Noreturn void hold(void) {
  if (gettid() == screen_id) atomic_store(&is_held, true);
  for (;;) pause();
}

static void on_hold(int number) {
  (void)number;
  int saved = errno;
  int dead = atomic_load(&dying);
  if (dead != 0 && dead != gettid()) hold();
  errno = saved;
}

void rv_install_hold(void) {
  screen_thread = pthread_self();
  screen_id = gettid();
  struct sigaction action = {.sa_handler = on_hold, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(hold_signal, &action, &before);
  is_installed = true;
}

void rv_remove_hold(void) {
  if (is_installed) sigaction(hold_signal, &before, NULL);
  is_installed = false;
}

bool rv_begin_dying(void) {
  int self = gettid(), none = 0;
  if (!atomic_compare_exchange_strong(&dying, &none, self)) {
    if (none == self || atomic_load(&is_restored)) return false;
    hold();
  }
  if (self == screen_id) return true;
  // Whatever it paints after the screen was left would be painted over the shell.
  pthread_kill(screen_thread, hold_signal);
  int64_t deadline = rv_milliseconds() + PATIENCE_MILLISECONDS;
  while (!atomic_load(&is_held) && rv_milliseconds() < deadline) rv_doze(1);
  return true;
}

void rv_die(int number) {
  if (rv_begin_dying()) rv_give_back();
  rv_raise(number);
}

void rv_give_back(void) {
  rv_emergency_restore();
  atomic_store(&is_restored, true);
}

void rv_raise(int number) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}
