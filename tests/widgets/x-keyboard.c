/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pressing keys.
 */
#include "widgets/x-keyboard.h"

#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

typedef struct {
  guint mask;
  KeySym keysym;
} Modifier;

static const Modifier modifier_keys[] = {
  { ControlMask, XK_Control_L },
  { Mod1Mask, XK_Alt_L },
  { ShiftMask, XK_Shift_L },
};

static void
hold (Display *display, guint modifiers, gboolean down)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modifier_keys); i++)
    {
      if (modifiers & modifier_keys[i].mask)
        XTestFakeKeyEvent (display, XKeysymToKeycode (display, modifier_keys[i].keysym), down, CurrentTime);
    }
}

static void
strike (Display *display, KeyCode key, guint modifiers, void (*settle) (void))
{
  hold (display, modifiers, TRUE);
  XTestFakeKeyEvent (display, key, True, CurrentTime);
  XTestFakeKeyEvent (display, key, False, CurrentTime);
  hold (display, modifiers, FALSE);
  XSync (display, False);
  settle ();
}

/* A key that the keyboard does not use; every keyboard map has some. */
static KeyCode
find_spare_key (Display *display)
{
  int first, last, n_levels;
  KeyCode spare = 0;

  XDisplayKeycodes (display, &first, &last);
  for (int key = last; key >= first && spare == 0; key--)
    {
      KeySym *levels = XGetKeyboardMapping (display, key, 1, &n_levels);
      gboolean is_free = TRUE;

      for (int i = 0; i < n_levels; i++)
        is_free = is_free && levels[i] == NoSymbol;
      if (is_free)
        spare = key;
      XFree (levels);
    }
  g_assert_cmpuint (spare, !=, 0);
  return spare;
}

static void
map_key (Display *display, KeyCode key, KeySym keysym, void (*settle) (void))
{
  /* On both levels: of one keysym alone the server would make a pair of small and capital letter. */
  KeySym levels[] = { keysym, keysym };

  XChangeKeyboardMapping (display, key, G_N_ELEMENTS (levels), levels, 1);
  XSync (display, False);
  settle ();
}

void
x_keyboard_strike (Display *display, KeySym keysym, guint modifiers, void (*settle) (void))
{
  KeyCode key = XKeysymToKeycode (display, keysym);

  if (key != 0 && XkbKeycodeToKeysym (display, key, 0, 0) == keysym)
    {
      strike (display, key, modifiers, settle);
    }
  else if (key != 0 && XkbKeycodeToKeysym (display, key, 0, 1) == keysym)
    {
      strike (display, key, modifiers | ShiftMask, settle);
    }
  else
    {
      key = find_spare_key (display);
      map_key (display, key, keysym, settle);
      strike (display, key, modifiers, settle);
      map_key (display, key, NoSymbol, settle);
    }
}
