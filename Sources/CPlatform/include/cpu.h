#ifndef CPLATFORM_CPU_H
#define CPLATFORM_CPU_H

#include <stdint.h>

/// Level of the x86-64 instruction set: 2 is the baseline here, 3 has AVX2 and FMA, 4 has AVX-512.
/// 0 on other machines.
int cp_x86_level(void);

/// Makes the calling thread treat denormal numbers as zero, in and out, and returns the mode that it
/// had before for `cp_restore_float_mode`. Denormals cost a hundred cycles each on some CPUs.
uint64_t cp_flush_denormals(void);

/// Gives the calling thread back the mode that `cp_flush_denormals` returned.
void cp_restore_float_mode(uint64_t mode);

/// Processors that this process may run on; 0 if unknown.
int cp_allowed_processors(void);

/// Bytes of the data cache of level 1, 2 or 3 as the system tells them; 0 if unknown.
long cp_cache_bytes(int level);

/// Nanoseconds of the monotonic clock.
uint64_t cp_nanoseconds(void);

/// Tells the CPU that this is a spin loop.
static inline void cp_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Ends the process, also where Swift leaves out its own checks.
__attribute__((always_inline)) _Noreturn static inline void cp_trap(void) { __builtin_trap(); }

/// Sixteen floats, in Swift a `SIMD16<Float>`.
typedef float cp_lanes __attribute__((ext_vector_type(16)));

/// `sum + left * right` with one rounding, in one instruction where the caller's instruction set has it.
/// Swift's own is a loop over the lanes, which stays one unless an operand is a single number.
__attribute__((always_inline)) static inline cp_lanes
cp_multiply_add(cp_lanes sum, cp_lanes left, cp_lanes right) {
  return __builtin_elementwise_fma(left, right, sum);
}

/// Asks for the cache line at `address` to be read soon.
static inline void cp_prefetch(const float *address) { __builtin_prefetch(address, 0, 3); }

/// Asks for the cache line at `address` to come as near as the level-2 cache.
static inline void cp_prefetch_far(const float *address) { __builtin_prefetch(address, 0, 2); }

#endif
