// What Swift cannot say itself: CPU level, pause, prefetch, futex, huge pages, threads with a stack for signals,
// and the seam between the engine and its kernels. State lives nowhere but in the list of mapped files, which
// a signal handler must find; everything else here is a function or a layout.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#include "cpu.h"
#include "kernels.h"
#include "mapping.h"
#include "memory.h"
#include "park.h"
#include "thread.h"

#endif
