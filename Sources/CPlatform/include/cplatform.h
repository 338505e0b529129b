// What Swift cannot say itself: CPU level, pause, prefetch, futex, huge pages, and the seam between
// the engine and its kernels. State lives only in temporary.c and in what ends a process without memory.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#include "cpu.h"
#include "kernels.h"
#include "memory.h"
#include "park.h"
#include "temporary.h"

#endif
