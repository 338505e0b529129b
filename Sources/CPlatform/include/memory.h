#ifndef CPLATFORM_MEMORY_H
#define CPLATFORM_MEMORY_H

#include <stddef.h>

/// Zeroed memory of `size` bytes on a 64-byte boundary, in huge pages where the system has them.
/// NULL when there is none left.
void *cp_allocate(size_t size);

/// Gives back memory of `cp_allocate`; `size` as it was then.
void cp_free(void *memory, size_t size);

/// Ends the process because `size` bytes could not be had, by what `cp_when_out_of_memory` was given, or
/// by `abort`.
_Noreturn void cp_out_of_memory(size_t size);

/// What `cp_out_of_memory` calls; it must not return and not allocate.
void cp_when_out_of_memory(void (*handler)(size_t size));

/// Bytes of this process that are in memory now; 0 if unknown.
size_t cp_resident_bytes(void);

/// The most bytes of this process that ever were in memory; 0 if unknown.
size_t cp_resident_peak_bytes(void);

#endif
