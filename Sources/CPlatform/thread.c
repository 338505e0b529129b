#define _GNU_SOURCE
#include "thread.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { SIGNAL_STACK = 64 << 10 };

typedef struct {
  void (*body)(void *);
  void *context;
  void *stack;
} start;

static void *run(void *argument) {
  start *begun = argument;
  stack_t own = {.ss_sp = begun->stack, .ss_size = SIGNAL_STACK}, none = {.ss_flags = SS_DISABLE};
  sigaltstack(&own, NULL);
  begun->body(begun->context);
  sigaltstack(&none, NULL);
  munmap(begun->stack, SIGNAL_STACK);
  free(begun);
  return NULL;
}

// Of a stop and a continuation, what came last counts; only where one thread takes both is that what is handled
// last.
static void leave_job_control_to_others(sigset_t *before) {
  sigset_t job_control;
  sigemptyset(&job_control);
  sigaddset(&job_control, SIGTSTP);
  sigaddset(&job_control, SIGCONT);
  pthread_sigmask(SIG_BLOCK, &job_control, before);
}

int cp_thread_start(pthread_t *thread, void (*body)(void *), void *context) {
  start *begun = malloc(sizeof *begun);
  if (begun == NULL) return ENOMEM;
  void *stack = mmap(NULL, SIGNAL_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (stack == MAP_FAILED) {
    free(begun);
    return ENOMEM;
  }
  *begun = (start){.body = body, .context = context, .stack = stack};
  sigset_t before;
  leave_job_control_to_others(&before);
  int status = pthread_create(thread, NULL, run, begun);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (status != 0) {
    munmap(stack, SIGNAL_STACK);
    free(begun);
  }
  return status;
}
