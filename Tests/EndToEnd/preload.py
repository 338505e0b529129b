"""Libraries that are loaded into the program before its own, to make the system fail where it seldom does."""

import os
import shutil
import subprocess

from program import environment, scratch

# No thread can be started after the first THREADS_LEFT; what the main thread is does not count.
NO_THREADS = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

typedef int start(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *), void *context) {
  static atomic_int started;
  const char *most = getenv("THREADS_LEFT");
  if (most != NULL && atomic_fetch_add(&started, 1) >= atoi(most)) return EAGAIN;
  return ((start *)dlsym(RTLD_NEXT, "pthread_create"))(thread, attributes, body, context);
}
"""

# Stops the program when it has mapped its STOP_AT-th file and read nothing of it yet.
STOP = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>

int madvise(void *start, size_t length, int advice) {
  static int files;
  const char *number = getenv("STOP_AT");
  if (advice == MADV_WILLNEED && number != NULL && ++files == atoi(number)) raise(SIGSTOP);
  return ((int (*)(void *, size_t, int))dlsym(RTLD_NEXT, "madvise"))(start, length, advice);
}
"""

# A thread that works behind the screen lowers its priority first thing; here it overflows its stack instead.
OVERFLOW = r"""
#define _GNU_SOURCE
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static volatile int depth;

__attribute__((noinline)) static int deeper(int value) {
  volatile char bytes[4096];
  memset((void *)bytes, value, sizeof bytes);
  depth++;
  int below = deeper(value + 1);
  return below + bytes[value & 4095];
}

int setpriority(__priority_which_t which, id_t who, int priority) {
  (void)which, (void)who, (void)priority;
  return getpid() == gettid() ? 0 : deeper(1);
}
"""

# A crash that takes its time when it has left the screen, as one does whose report is written.
SLOW_CRASH = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <termios.h>
#include <unistd.h>

int tcsetattr(int file, int when, const struct termios *modes) {
  if (getpid() != gettid()) usleep(400000);
  return ((int (*)(int, int, const struct termios *))dlsym(RTLD_NEXT, "tcsetattr"))(file, when, modes);
}
"""


def preloaded(name, source, **changes):
    """The environment in which `source`, some C, is loaded before the program's libraries."""
    library = scratch(f"{name}.so")
    if not os.path.exists(library):
        compiler = shutil.which("clang") or shutil.which("cc")
        subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-x", "c", "-", "-o", library, "-ldl"],
                       input=source.encode(), check=True)
    return environment(LD_PRELOAD=library, **changes)
