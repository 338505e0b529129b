// What the processor can do at most: multiplications and additions in registers, and reading from memory.
//
//   cc -O3 -march=native -pthread peak.c -o peak && ./peak THREADS
//
// Prints JSON: float32 GFLOP/s of all threads together, and GB/s that they read from a buffer of 128 MB
// of which each has a part. Both are the best of many short rounds.

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

// Bytes of a vector; on arm64 two registers, so that the chains below are enough to hide the latency.
#if defined __AVX512F__
enum { width = 64 };
#elif defined __AVX__ || defined __aarch64__
enum { width = 32 };
#else
enum { width = 16 };
#endif

enum { rounds = 100, chains = 12, steps = 300000, most_threads = 256 };
enum { streams = 4, line = 64, ahead = 16 * line };
static const size_t buffer_bytes = 128 << 20, huge_page = 2 << 20;

typedef float vector __attribute__((vector_size(width)));
typedef int words __attribute__((vector_size(width), may_alias));

static int threads;
static char *buffer;
static pthread_barrier_t barrier;
static volatile float factor = 0.999f, summand = 0.001f, sink;

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

// Chains that do not depend on each other, as many as it takes to hide the latency. Each is a variable, as
// not every compiler keeps an array in registers.
#define EACH(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9) DO(10) DO(11)
#define BEGIN(i) vector chain##i = plus * (float)i;
#define STEP(i) chain##i = chain##i * by + plus;
#define ADD(i) sum += chain##i;

static void multiply(void) {
  const vector zero = {}, by = factor + zero, plus = summand + zero;
  vector sum = zero;
  EACH(BEGIN)
  for (int step = 0; step < steps; step++) {
    EACH(STEP)
  }
  EACH(ADD)
  sink = sum[0];
}

// Reads `bytes` in several streams side by side, each requested from memory a little ahead.
static void read_once(const char *start, size_t bytes) {
  const size_t each = bytes / streams;
  words any = {};
  for (size_t offset = 0; offset < each; offset += line) {
    for (int stream = 0; stream < streams; stream++) {
      const char *from = start + stream * each + offset;
      __builtin_prefetch(from + ahead);
      for (int part = 0; part < line / width; part++) any |= ((const words *)from)[part];
    }
  }
  sink = any[0];
}

struct worker {
  pthread_t thread;
  int index;
  double started[rounds][2], ended[rounds][2];
} workers[most_threads];

// Binds the calling thread to the processor `index` of those that the process may use.
static void bind_to(int index) {
  cpu_set_t allowed, own;
  CPU_ZERO(&own);
  if (sched_getaffinity(0, sizeof allowed, &allowed)) return;
  index %= CPU_COUNT(&allowed);
  for (int processor = 0; processor < CPU_SETSIZE; processor++) {
    if (CPU_ISSET(processor, &allowed) && index-- == 0) CPU_SET(processor, &own);
  }
  pthread_setaffinity_np(pthread_self(), sizeof own, &own);
}

static void *work(void *argument) {
  struct worker *self = argument;
  bind_to(self->index);
  const size_t part = buffer_bytes / threads / huge_page * huge_page;
  char *mine = buffer + self->index * part;
  memset(mine, 0, part);
  for (int round = 0; round < rounds; round++) {
    for (int kind = 0; kind < 2; kind++) {
      pthread_barrier_wait(&barrier);
      self->started[round][kind] = seconds();
      if (kind == 0) multiply();
      else read_once(mine, part);
      self->ended[round][kind] = seconds();
    }
  }
  return NULL;
}

// The shortest time from the first thread's start to the last one's end.
static double shortest(int kind) {
  double best = 1e9;
  for (int round = 0; round < rounds; round++) {
    double start = 1e300, end = 0;
    for (int i = 0; i < threads; i++) {
      if (workers[i].started[round][kind] < start) start = workers[i].started[round][kind];
      if (workers[i].ended[round][kind] > end) end = workers[i].ended[round][kind];
    }
    if (end - start < best) best = end - start;
  }
  return best;
}

int main(int count, char **arguments) {
  threads = count > 1 ? atoi(arguments[1]) : 1;
  if (threads < 1 || threads > most_threads || buffer_bytes / threads < huge_page) return 2;
  buffer = aligned_alloc(huge_page, buffer_bytes + huge_page);
  if (!buffer || pthread_barrier_init(&barrier, NULL, threads)) return 1;
#ifdef MADV_HUGEPAGE
  madvise(buffer, buffer_bytes, MADV_HUGEPAGE);
#endif
  for (int i = 0; i < threads; i++) {
    workers[i].index = i;
    if (pthread_create(&workers[i].thread, NULL, work, &workers[i])) return 1;
  }
  for (int i = 0; i < threads; i++) pthread_join(workers[i].thread, NULL);
  const double operations = 2.0 * width / sizeof(float) * chains * steps * threads;
  const double bytes = (double)(buffer_bytes / threads / huge_page * huge_page) * threads;
  printf("{\"gflops\": %.1f, \"gbps\": %.2f}\n", operations / shortest(0) * 1e-9,
         bytes / shortest(1) * 1e-9);
  return 0;
}
