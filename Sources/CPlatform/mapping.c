// Mapped files that change. Touching a page behind the new end of a file raises SIGBUS. The handler puts zeros
// in its place, raises a flag and returns, so that the reader goes on: it reads a wrong value, but whoever
// asks for the flag before he uses what was read never does.

#define _GNU_SOURCE
#include "mapping.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct cp_mapping {
  // 0 while the entry is free.
  atomic_uintptr_t start;
  atomic_size_t length;
  atomic_bool is_torn;
  atomic_bool is_taken;
  // Entries are never freed, so that a handler can walk along them at any moment.
  struct cp_mapping *next;
};

static _Atomic(cp_mapping *) all;
static uintptr_t page = 4096;
static struct sigaction before;

bool cp_mapping_mend(int signal, const siginfo_t *info) {
  // A signal that somebody sent has no address.
  if (signal != SIGBUS || info->si_code <= 0) return false;
  uintptr_t address = (uintptr_t)info->si_addr;
  for (cp_mapping *mapping = atomic_load(&all); mapping != NULL; mapping = mapping->next) {
    uintptr_t start = atomic_load(&mapping->start);
    uintptr_t end = start + atomic_load(&mapping->length);
    if (start == 0 || address < start || address >= end) continue;
    int saved = errno;
    uintptr_t first = address / page * page;
    // To the end at once: one fault for each page would take long, and an area for each is not to be had.
    void *zeros = mmap((void *)first, end - first, PROT_READ,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
    errno = saved;
    if (zeros == MAP_FAILED) return false;
    atomic_store(&mapping->is_torn, true);
    return true;
  }
  return false;
}

static void on_fault(int signal, siginfo_t *info, void *context) {
  if (cp_mapping_mend(signal, info)) return;
  if (before.sa_flags & SA_SIGINFO) {
    before.sa_sigaction(signal, info, context);
  } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
    before.sa_handler(signal);
  } else {
    // It waits until this handler returns, and then ends the process as if we had never been there.
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
    raise(signal);
  }
}

static void install(void) {
  long size = sysconf(_SC_PAGESIZE);
  if (size > 0) page = (uintptr_t)size;
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

static cp_mapping *free_entry(void) {
  for (cp_mapping *mapping = atomic_load(&all); mapping != NULL; mapping = mapping->next) {
    if (!atomic_exchange(&mapping->is_taken, true)) return mapping;
  }
  cp_mapping *mapping = calloc(1, sizeof *mapping);
  if (mapping == NULL) return NULL;
  atomic_store(&mapping->is_taken, true);
  mapping->next = atomic_load(&all);
  while (!atomic_compare_exchange_weak(&all, &mapping->next, mapping)) {
  }
  return mapping;
}

cp_mapping *cp_mapping_watch(const void *start, size_t length) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  cp_mapping *mapping = free_entry();
  if (mapping == NULL) return NULL;
  atomic_store(&mapping->is_torn, false);
  atomic_store(&mapping->length, length);
  atomic_store(&mapping->start, (uintptr_t)start);
  return mapping;
}

bool cp_mapping_is_torn(const cp_mapping *mapping) { return atomic_load(&mapping->is_torn); }

void cp_mapping_forget(cp_mapping *mapping) {
  atomic_store(&mapping->start, 0);
  atomic_store(&mapping->is_taken, false);
}
