// The allocator's functions once more, in front of those of the C library, which do the work: only a failure
// is handled here. A program may define them; the library's own stay reachable under these names.

#include "cmemory.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static int exit_status;

// Of CNcurses and CPlatform; both may be called at any time.
void rv_emergency_restore(void);
void cp_remove_temporaries(void);
void cp_when_out_of_memory(void (*handler)(size_t size));

static void write_text(const char *text) {
  ssize_t ignored = write(STDERR_FILENO, text, strlen(text));
  (void)ignored;
}

static void write_number(size_t value) {
  char digits[24];
  char *start = digits + sizeof digits - 1;
  *start = 0;
  do *--start = (char)('0' + value % 10);
  while ((value /= 10) > 0);
  write_text(start);
}

static void end(size_t size) {
  rv_emergency_restore();
  cp_remove_temporaries();
  write_text("repvgg-tui: no memory for ");
  write_number(size);
  write_text(" bytes; end other programs, or take a smaller network or input\n");
  _exit(exit_status);
}

void cm_end_when_out_of_memory(int status) {
  exit_status = status;
  cp_when_out_of_memory(end);
}

// The sanitizers have allocators of their own.
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static void *checked(void *memory, size_t size) {
  // Before anybody asked for it, and for no bytes, a failure is the caller's.
  if (memory == NULL && size > 0 && exit_status != 0) end(size);
  return memory;
}

void *malloc(size_t size) { return checked(__libc_malloc(size), size); }

void *calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) bytes = (size_t)-1;
  return checked(__libc_calloc(count, size), bytes);
}

void *realloc(void *old, size_t size) { return checked(__libc_realloc(old, size), size); }

void *aligned_alloc(size_t alignment, size_t size) {
  return checked(__libc_memalign(alignment, size), size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
  *memory = checked(__libc_memalign(alignment, size), size);
  return *memory == NULL && size > 0 ? ENOMEM : 0;
}

#endif
