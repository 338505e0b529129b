// What Swift cannot say itself: CPU level, pause, prefetch, futex, huge pages, and the seam between
// the engine and its kernels. State lives nowhere; everything here is a function or a layout.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#include "cpu.h"
#include "kernels.h"
#include "memory.h"
#include "park.h"

#endif
