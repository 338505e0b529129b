// Signals, and calls of other threads, become flags and one byte in a pipe that the waiting thread
// polls: with engine threads running, the kernel may deliver a signal to any of them.

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "state.h"

static int ends[2] = {-1, -1};
static atomic_bool woken, resized, stopped, continued;
static atomic_int ending;

static const int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { HANDLED = sizeof handled / sizeof *handled };
static struct sigaction before[HANDLED];

static void notify(void) {
  int saved = errno;
  char byte = 0;
  // A full pipe is as good as one more byte: it will be read.
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void end_now(int number) {
  rv_emergency_restore();
  rv_raise(number);
}

static void on_signal(int number) {
  switch (number) {
    case SIGWINCH: atomic_store(&resized, true); break;
    case SIGTSTP: atomic_store(&stopped, true); break;
    case SIGCONT: atomic_store(&continued, true); break;
    default:
      // Asked a second time while the first is still waiting: nobody listens any more.
      if (atomic_exchange(&ending, number) != 0) end_now(number);
  }
  notify();
}

bool rv_install_signals(void) {
  if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  atomic_store(&ending, 0);
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < HANDLED; i++) {
    sigaction(handled[i], NULL, &before[i]);
    // What the parent ignores stays ignored, as nohup wants it.
    bool is_ignored = before[i].sa_handler == SIG_IGN;
    if (!is_ignored || handled[i] == SIGWINCH || handled[i] == SIGCONT) {
      sigaction(handled[i], &action, NULL);
    }
  }
  return true;
}

void rv_remove_signals(void) {
  for (int i = 0; i < HANDLED; i++) sigaction(handled[i], &before[i], NULL);
}

void rv_stop_process(void) {
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &ours);
  // The whole group, so that the shell sees a pipeline stop as one.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  // We know that we were continued, and read the size ourselves.
  atomic_store(&continued, false);
  atomic_store(&resized, false);
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

void rv_wake(void) {
  if (!atomic_exchange(&woken, true)) notify();
}

int rv_pipe_to_poll(void) { return ends[0]; }

rv_news rv_take_news(void) {
  char bytes[64];
  while (read(ends[0], bytes, sizeof bytes) > 0) {
  }
  return (rv_news){
      .wake = atomic_exchange(&woken, false),
      .resize = atomic_exchange(&resized, false),
      .suspend = atomic_exchange(&stopped, false),
      .resumed = atomic_exchange(&continued, false),
      .end = atomic_load(&ending),
  };
}
