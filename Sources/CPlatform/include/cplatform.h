// What Swift cannot say itself: CPU level, pause, prefetch, futex, huge pages, threads with a stack for signals,
// and the seam between the engine and its kernels. State lives only in what must be found when the process ends:
// the lists of mapped and of temporary files, and what to do without memory.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#include "cpu.h"
#include "kernels.h"
#include "mapping.h"
#include "memory.h"
#include "park.h"
#include "temporary.h"
#include "thread.h"

#endif
