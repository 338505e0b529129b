import Glibc

/// What the tests are built with.
enum Sanitizer {
  /// Whether the address or the thread sanitizer watches, which multiplies time and memory.
  static let isActive = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
}
