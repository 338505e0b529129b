#define _GNU_SOURCE
#include "memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

// Below this size a huge page would mostly be waste.
static const size_t huge = 2u << 20;

static size_t rounded(size_t size) {
  size_t page = size >= huge ? huge : 4096;
  return (size + page - 1) / page * page;
}

void *cp_allocate(size_t size) {
  if (size > SIZE_MAX - huge) return NULL;
  size_t length = rounded(size ? size : 1);
  void *memory = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
  // Only a wish: without huge pages everything works, a little slower.
  if (length >= huge) madvise(memory, length, MADV_HUGEPAGE);
  return memory;
}

void cp_free(void *memory, size_t size) {
  if (memory) munmap(memory, rounded(size ? size : 1));
}

static void (*when_out_of_memory)(size_t size);

void cp_when_out_of_memory(void (*handler)(size_t size)) { when_out_of_memory = handler; }

_Noreturn void cp_out_of_memory(size_t size) {
  if (when_out_of_memory) when_out_of_memory(size);
  abort();
}

size_t cp_resident_bytes(void) {
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file) return 0;
  unsigned long total = 0, resident = 0;
  int found = fscanf(file, "%lu %lu", &total, &resident);
  fclose(file);
  return found == 2 ? resident * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

size_t cp_resident_peak_bytes(void) {
  struct rusage usage;
  return getrusage(RUSAGE_SELF, &usage) ? 0 : (size_t)usage.ru_maxrss * 1024u;
}
