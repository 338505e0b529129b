// From what curses reads to keys.

#include <stddef.h>

#include "state.h"

// Sequences that terminals send whatever their terminfo entry says; needed after a fallback.
static const struct {
  const char *sequence;
  int code;
} common[] = {
    {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},   {"\033[C", KEY_RIGHT},  {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},   {"\033OC", KEY_RIGHT},  {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},   {"\033[F", KEY_END},    {"\033OH", KEY_HOME},   {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME},  {"\033[4~", KEY_END},   {"\033[7~", KEY_HOME},  {"\033[8~", KEY_END},
    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[2~", KEY_IC},    {"\033[3~", KEY_DC},
    {"\033[Z", KEY_BTAB},   {"\033OP", KEY_F(1)},   {"\033OQ", KEY_F(2)},   {"\033OR", KEY_F(3)},
    {"\033OS", KEY_F(4)},   {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)},
    {"\033[14~", KEY_F(4)},
};

void rv_define_keys(void) {
  for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
    define_key(common[i].sequence, common[i].code);
  }
}

static const struct {
  int code;
  rv_key key;
} names[] = {
    {KEY_UP, RV_UP},          {KEY_DOWN, RV_DOWN},       {KEY_LEFT, RV_LEFT},
    {KEY_RIGHT, RV_RIGHT},    {KEY_PPAGE, RV_PAGE_UP},   {KEY_NPAGE, RV_PAGE_DOWN},
    {KEY_HOME, RV_HOME},      {KEY_END, RV_END_KEY},     {KEY_BACKSPACE, RV_BACKSPACE},
    {KEY_DC, RV_DELETE},      {KEY_IC, RV_INSERT},       {KEY_BTAB, RV_BACK_TAB},
    {KEY_ENTER, RV_ENTER},
};

static const struct {
  mmask_t mask;
  rv_button button;
} buttons[] = {
    {BUTTON1_PRESSED, RV_BUTTON_LEFT},  {BUTTON2_PRESSED, RV_BUTTON_MIDDLE},
    {BUTTON3_PRESSED, RV_BUTTON_RIGHT}, {BUTTON4_PRESSED, RV_WHEEL_UP},
    {BUTTON5_PRESSED, RV_WHEEL_DOWN},
};

static rv_event event_of(rv_kind kind, int value) {
  return (rv_event){.kind = kind, .value = value};
}

static rv_event mouse_event(void) {
  MEVENT mouse;
  if (getmouse(&mouse) != OK) return event_of(RV_NONE, 0);
  for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
    if (mouse.bstate & buttons[i].mask) {
      return (rv_event){RV_MOUSE, (int)buttons[i].button, mouse.x, mouse.y};
    }
  }
  return event_of(RV_NONE, 0);
}

static rv_event special(int code) {
  if (code == KEY_MOUSE) return mouse_event();
  if (code > KEY_F0 && code <= KEY_F(12)) return event_of(RV_FUNCTION, code - KEY_F0);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].code == code) return event_of(RV_KEY, (int)names[i].key);
  }
  // Everything else, KEY_RESIZE among it: sizes are told by our own signal handler.
  return event_of(RV_NONE, 0);
}

static rv_event ordinary(int code) {
  switch (code) {
    case 9: return event_of(RV_KEY, RV_TAB);
    case 10:
    case 13: return event_of(RV_KEY, RV_ENTER);
    case 27: return event_of(RV_KEY, RV_ESCAPE);
    case 8:
    case 127: return event_of(RV_KEY, RV_BACKSPACE);
    case 0: return event_of(RV_CONTROL, ' ');
  }
  if (code < 27) return event_of(RV_CONTROL, code + 'a' - 1);
  if (code < 32) return event_of(RV_CONTROL, code + '@');
  return event_of(RV_CHARACTER, code);
}

// Over a slow line the rest of an arrow key may come so late that its ESC was already taken for the
// escape key. The rest, "[" and a letter, must not become commands.
enum { LATE_MILLISECONDS = 150 };
static enum { NOTHING, AFTER_ESCAPE, IN_CSI, IN_SS3 } late;
static int64_t escape_time;

static bool is_late_piece(int code) {
  if (late == NOTHING) return false;
  if (rv_milliseconds() - escape_time > LATE_MILLISECONDS) {
    late = NOTHING;
    return false;
  }
  switch (late) {
    case AFTER_ESCAPE:
      late = code == '[' ? IN_CSI : code == 'O' ? IN_SS3 : NOTHING;
      return late != NOTHING;
    case IN_CSI:
      // Parameters go on until a letter or sign of this range ends the sequence.
      if (code >= 0x40 && code <= 0x7E) late = NOTHING;
      return true;
    default:
      late = NOTHING;
      return true;
  }
}

bool rv_read_key(rv_event *event) {
  wint_t code;
  for (;;) {
    switch (wget_wch(rv_input, &code)) {
      case KEY_CODE_YES:
        late = NOTHING;
        *event = special((int)code);
        break;
      case OK:
        if (is_late_piece((int)code)) continue;
        *event = ordinary((int)code);
        if (code == 27) {
          late = AFTER_ESCAPE;
          escape_time = rv_milliseconds();
        }
        break;
      default: return false;
    }
    if (event->kind != RV_NONE) return true;
  }
}
