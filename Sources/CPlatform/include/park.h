#ifndef CPLATFORM_PARK_H
#define CPLATFORM_PARK_H

#include <stdint.h>

/// A word that threads sleep on. Create it zeroed; it must not move while somebody sleeps.
typedef struct cp_bell {
  uint32_t rings;
} cp_bell;

/// The number of rings so far; take it before the last look at what one waits for.
uint32_t cp_bell_rings(const cp_bell *bell);

/// Sleeps until somebody rings; returns at once if the bell rang since it had `rings`.
/// May return without a ring, so look again.
void cp_bell_wait(cp_bell *bell, uint32_t rings);

/// Wakes every thread that sleeps on the bell.
void cp_bell_ring(cp_bell *bell);

#endif
