// Files that must not outlive the process. Signals whose handlers are somebody else's stay with them.

#include "temporary.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

enum { SLOTS = 16, LONGEST = 4096 };
enum { FREE, TAKEN, NOTED };

static struct {
  atomic_int state;
  char path[LONGEST];
} slots[SLOTS];

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { ENDING = sizeof ending / sizeof *ending };

void cp_remove_temporaries(void) {
  for (int i = 0; i < SLOTS; i++) {
    if (atomic_load(&slots[i].state) == NOTED) unlink(slots[i].path);
  }
}

static void on_ending(int number) {
  cp_remove_temporaries();
  // The handler was for one time: raised again, the signal does what it did before.
  raise(number);
}

static void install(void) {
  static atomic_flag is_installed = ATOMIC_FLAG_INIT;
  if (atomic_flag_test_and_set(&is_installed)) return;
  struct sigaction action = {.sa_handler = on_ending, .sa_flags = (int)SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < ENDING; i++) {
    struct sigaction before;
    bool is_default = sigaction(ending[i], NULL, &before) == 0 && !(before.sa_flags & SA_SIGINFO) &&
                      before.sa_handler == SIG_DFL;
    if (is_default) sigaction(ending[i], &action, NULL);
  }
}

int cp_note_temporary(const char *path) {
  size_t length = strlen(path);
  if (length >= LONGEST) return -1;
  for (int i = 0; i < SLOTS; i++) {
    int expected = FREE;
    if (!atomic_compare_exchange_strong(&slots[i].state, &expected, TAKEN)) continue;
    memcpy(slots[i].path, path, length + 1);
    atomic_store(&slots[i].state, NOTED);
    install();
    return i;
  }
  return -1;
}

void cp_forget_temporary(int number) {
  if (number >= 0 && number < SLOTS) atomic_store(&slots[number].state, FREE);
}
