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

// How a signal is taken while the terminal is ours.
typedef enum {
  NOT_TAKEN,
  NEWS,             // about the terminal or the job: even if the parent ignores it
  END,              // ends the program, unless the parent ignores it
  END_UNLESS_HEARD  // ends the program, unless the parent ignores it or somebody listens to it
} way;

enum { SIGNALS = NSIG };
static struct sigaction before[SIGNALS];
static bool is_taken[SIGNALS];

// Everything that can be sent and by default ends a process; the crashes are in crash.c.
static way way_of(int number) {
  switch (number) {
    case SIGWINCH:
    case SIGCONT:
    // Our own clock, see on_end.
    case SIGALRM:
    // The program ignores it, so that a limit on the size of files is an error of writing.
    case SIGXFSZ: return NEWS;
    case SIGINT:
    case SIGTERM:
    case SIGHUP:
    case SIGQUIT:
    case SIGTSTP: return END;
    case SIGUSR1:
    case SIGUSR2:
    case SIGPIPE:
    case SIGVTALRM:
    case SIGPROF:
    case SIGIO:
    case SIGPWR:
    case SIGSTKFLT:
    case SIGXCPU: return END_UNLESS_HEARD;
    default: return number >= SIGRTMIN && number <= SIGRTMAX ? END_UNLESS_HEARD : NOT_TAKEN;
  }
}

static void notify(void) {
  char byte = 0;
  // A full pipe is as good as one more byte: it will be read.
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
}

static void on_end(int number) {
  int first = 0;
  if (atomic_compare_exchange_strong(&ending, &first, number)) {
    notify();
    // The screen's thread may be held by a terminal that nobody reads, or by long work.
    alarm(1);
  } else {
    // The second is over, or somebody asked again: nobody listens any more.
    rv_die(number == SIGALRM ? first : number);
  }
}

static bool is_default(const struct sigaction *action) {
  return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == SIG_DFL;
}

static bool is_ignored(const struct sigaction *action) {
  return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == SIG_IGN;
}

static void on_signal(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  switch (number) {
    case SIGWINCH:
      atomic_store(&resized, true);
      notify();
      break;
    // Of the two, what came last counts.
    case SIGTSTP:
      atomic_store(&continued, false);
      atomic_store(&stopped, true);
      notify();
      break;
    case SIGCONT:
      atomic_store(&stopped, false);
      atomic_store(&continued, true);
      notify();
      break;
    case SIGXFSZ:
      // The kernel sends it in our own name when a file that is written meets the limit.
      if (info->si_pid != getpid()) on_end(number);
      break;
    case SIGALRM:
      if (atomic_load(&ending) != 0 || !is_ignored(&before[SIGALRM])) on_end(number);
      break;
    default: on_end(number);
  }
  errno = saved;
}

static sigset_t job_control(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTSTP);
  sigaddset(&signals, SIGCONT);
  return signals;
}

static bool wants(int number, const struct sigaction *earlier) {
  switch (way_of(number)) {
    case NEWS: return true;
    // What the parent ignores stays ignored, as nohup wants it.
    case END: return !is_ignored(earlier);
    case END_UNLESS_HEARD: return is_default(earlier);
    default: return false;
  }
}

bool rv_install_signals(void) {
  if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  atomic_store(&ending, 0);
  struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_RESTART | SA_SIGINFO | SA_ONSTACK};
  // A handler that interrupts another one's first step ends before it: what came last would not count.
  action.sa_mask = job_control();
  for (int number = 1; number < SIGNALS; number++) {
    if (way_of(number) == NOT_TAKEN || sigaction(number, NULL, &before[number]) != 0) continue;
    is_taken[number] =
        wants(number, &before[number]) && sigaction(number, &action, NULL) == 0;
  }
  return true;
}

void rv_remove_signals(void) {
  alarm(0);
  for (int number = 1; number < SIGNALS; number++) {
    if (is_taken[number]) sigaction(number, &before[number], NULL);
    is_taken[number] = false;
  }
}

void rv_stop_process(void) {
  sigset_t held = job_control(), before_it;
  pthread_sigmask(SIG_BLOCK, &held, &before_it);
  // Continued before we got to it: nobody would do so again.
  if (atomic_exchange(&continued, false)) {
    pthread_sigmask(SIG_SETMASK, &before_it, NULL);
    return;
  }
  // A stop that came meanwhile is this one.
  atomic_store(&stopped, false);
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &ours);
  // The whole group, so that the shell sees a pipeline stop as one; it is held until the mask is lifted.
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before_it, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  // We know that we were continued, and read the size ourselves.
  atomic_store(&continued, false);
  atomic_store(&resized, false);
}

void rv_wake(void) {
  int saved = errno;
  if (!atomic_exchange(&woken, true)) notify();
  errno = saved;
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
