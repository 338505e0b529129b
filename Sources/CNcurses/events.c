// Waiting for keys, signals and other threads, all in one place.

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
    clearok(curscr, TRUE);
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

// Input is announced but none can be read: the other side has closed.
static bool is_closed(short happened) {
  if (happened & (POLLHUP | POLLERR | POLLNVAL)) return true;
  struct pollfd again = {.fd = STDIN_FILENO, .events = POLLIN};
  int waiting = 0;
  return poll(&again, 1, 0) == 1 && (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0);
}

rv_event rv_next_event(int timeout_milliseconds) {
  rv_event event = {.kind = RV_NONE};
  if (rv_screen == NULL) return (rv_event){.kind = RV_END};
  int64_t deadline = rv_milliseconds() + timeout_milliseconds;
  for (;;) {
    if (event_of_news(rv_take_news(), &event) || rv_read_key(&event)) return event;
    int wait = -1;
    if (timeout_milliseconds >= 0) {
      int64_t left = deadline - rv_milliseconds();
      wait = left > 0 ? (int)left : 0;
    }
    struct pollfd sources[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = rv_pipe_to_poll(), .events = POLLIN},
    };
    int count = poll(sources, 2, wait);
    if (count < 0 && errno != EINTR) return (rv_event){.kind = RV_END};
    if (count == 0) return event;
    if (count < 0 || sources[0].revents == 0) continue;
    if (rv_read_key(&event)) return event;
    if (is_closed(sources[0].revents) && !event_of_news(rv_take_news(), &event)) {
      return (rv_event){.kind = RV_END};
    }
    if (event.kind != RV_NONE) return event;
  }
}
