#ifndef CPLATFORM_THREAD_H
#define CPLATFORM_THREAD_H

#include <pthread.h>

/// Starts a thread that calls `body(context)`. It has a stack for signal handlers beside its own, so that even
/// a handler of its stack's overflow can run.
///
/// Returns 0, or the number of the error when the system has no thread or no memory left; then `body` is
/// never called. The thread is joined or detached by the caller.
int cp_thread_start(pthread_t *thread, void (*body)(void *), void *context);

#endif
