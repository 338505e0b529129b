// Waiting for bytes, signals and other threads, all in one place.

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "state.h"

static bool event_of_news(rv_news news, rv_event *event) {
  static rv_news rest;
  rest.wake |= news.wake;
  rest.resize |= news.resize;
  rest.suspend |= news.suspend;
  rest.resumed |= news.resumed;
  if (news.end != 0) rest.end = news.end;
  if (rest.end != 0) {
    *event = (rv_event){.kind = RV_END, .value = rest.end};
    rest = (rv_news){0};
  } else if (rest.suspend) {
    rest.suspend = false;
    *event = (rv_event){.kind = RV_SUSPEND};
  } else if (rest.resize || rest.resumed) {
    // After a stop that nobody announced the shell has changed the terminal's modes.
    if (rest.resumed) rv_reenter();
    rest.resize = rest.resumed = false;
    rv_apply_size();
    rv_invalidate();
    *event = (rv_event){.kind = RV_RESIZE, .x = COLS, .y = LINES};
  } else if (rest.wake) {
    rest.wake = false;
    *event = (rv_event){.kind = RV_WAKE};
  } else {
    return false;
  }
  return true;
}

int64_t rv_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool rv_has_room(void) {
  struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
  return poll(&output, 1, 0) != 0;
}

bool rv_has_input(void) {
  int waiting = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

int rv_read_input(int timeout_milliseconds, uint8_t *bytes, int capacity) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, timeout_milliseconds) != 1) return 0;
  ssize_t count = read(STDIN_FILENO, bytes, (size_t)capacity);
  return count > 0 ? (int)count : 0;
}

static bool is_closed(short happened, ssize_t count) {
  if (happened & (POLLHUP | POLLERR | POLLNVAL)) return true;
  // Input was announced but none can be read: the other side has closed.
  return happened != 0 && (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR));
}

rv_event rv_next_event(int timeout_milliseconds, bool wants_room, uint8_t *bytes, int capacity) {
  rv_event event = {.kind = RV_NONE};
  if (rv_screen == NULL) return (rv_event){.kind = RV_END};
  int64_t deadline = rv_milliseconds() + timeout_milliseconds;
  for (;;) {
    if (event_of_news(rv_take_news(), &event)) return event;
    if (capacity == 0 && timeout_milliseconds == 0) return event;
    int wait = -1;
    if (timeout_milliseconds >= 0) {
      int64_t left = deadline - rv_milliseconds();
      wait = left > 0 ? (int)left : 0;
    }
    struct pollfd sources[3] = {
        {.fd = rv_pipe_to_poll(), .events = POLLIN},
        {.fd = capacity > 0 ? STDIN_FILENO : -1, .events = POLLIN},
        {.fd = wants_room ? STDOUT_FILENO : -1, .events = POLLOUT},
    };
    int ready = poll(sources, 3, wait);
    if (ready < 0 && errno != EINTR) return (rv_event){.kind = RV_END};
    if (ready == 0) return event;
    if (ready < 0) continue;
    if (sources[1].revents != 0) {
      ssize_t count = read(STDIN_FILENO, bytes, (size_t)capacity);
      if (count > 0) return (rv_event){.kind = RV_BYTES, .value = (int32_t)count};
      // A signal may say why.
      if (is_closed(sources[1].revents, count) && !event_of_news(rv_take_news(), &event)) {
        return (rv_event){.kind = RV_END};
      }
      if (event.kind != RV_NONE) return event;
    } else if (sources[2].revents != 0) {
      return (rv_event){.kind = RV_ROOM};
    }
  }
}
