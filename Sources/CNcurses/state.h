// Shared by the files of this target.

#ifndef RV_STATE_H
#define RV_STATE_H

#include <curses.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "cncurses.h"

// screen.c: the terminal that is open
extern SCREEN *rv_screen;
void rv_apply_size(void);
void rv_reenter(void);

// paint.c
void rv_start_colors(void);

// signals.c: what has come since it was last asked
typedef struct {
  bool wake, resize, suspend, resumed;
  int end;  // a signal, or 0
} rv_news;
bool rv_install_signals(void);
void rv_remove_signals(void);
void rv_stop_process(void);
rv_news rv_take_news(void);
int rv_pipe_to_poll(void);

// restore.c: what must be undone; rv_doze and all of rv_emergency_restore are safe in a signal handler
void rv_save_modes(void);
void rv_note_restore_string(void);
bool rv_has_alternate_screen(void);
void rv_restore_modes(void);
void rv_capture_errors(void);
void rv_release_errors(void);
void rv_doze(int milliseconds);
void rv_emergency_restore(void);

// dying.c
void rv_install_hold(void);
void rv_remove_hold(void);
bool rv_begin_dying(void);  // false where nothing is left to be done but to raise the signal
void rv_give_back(void);
void rv_die(int number);

// crash.c
void rv_install_crash_handlers(void);
void rv_remove_crash_handlers(void);

#endif
