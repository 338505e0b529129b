#ifndef CPLATFORM_MAPPING_H
#define CPLATFORM_MAPPING_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/// A file in memory that may be cut short, or fail to be read, while it is mapped.
typedef struct cp_mapping cp_mapping;

/// Watches `length` bytes of a mapped file from `start` on. From then on a page that cannot be read any more
/// reads as zeros, and so does the rest behind it, instead of ending the process by SIGBUS.
/// NULL when there is no memory.
cp_mapping *cp_mapping_watch(const void *start, size_t length);

/// Whether some page could not be read and became zeros.
bool cp_mapping_is_torn(const cp_mapping *mapping);

/// Ends the watch; to be called before the file is unmapped.
void cp_mapping_forget(cp_mapping *mapping);

/// For handlers of SIGBUS that were installed later: whether the fault lay in a watched file and is mended,
/// so that the handler must return at once. Safe in a signal handler.
bool cp_mapping_mend(int signal, const siginfo_t *info);

#endif
