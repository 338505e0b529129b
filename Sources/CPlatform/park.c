#define _GNU_SOURCE
#include "park.h"

#include <limits.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

uint32_t cp_bell_rings(const cp_bell *bell) {
  return __atomic_load_n(&bell->rings, __ATOMIC_SEQ_CST);
}

void cp_bell_wait(cp_bell *bell, uint32_t rings) {
  syscall(SYS_futex, &bell->rings, FUTEX_WAIT_PRIVATE, rings, 0, 0, 0);
}

void cp_bell_ring(cp_bell *bell) {
  __atomic_fetch_add(&bell->rings, 1, __ATOMIC_SEQ_CST);
  syscall(SYS_futex, &bell->rings, FUTEX_WAKE_PRIVATE, INT_MAX, 0, 0, 0);
}
