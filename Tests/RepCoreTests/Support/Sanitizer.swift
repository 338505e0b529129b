import Glibc

/// What the tests are built with.
enum Sanitizer {
  /// Whether the address or the thread sanitizer watches, which multiplies time and memory.
  static let isActive = ["__asan_init", "__tsan_init"].contains { dlsym(nil, $0) != nil }
}
