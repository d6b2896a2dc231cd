/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard of a person who works with a screen reader: keys go to the program through the X server.
 */
#include "atspi/reader-scene.h"

#include <gtk/gtk.h>

#include "widgets/x-keyboard.h"

/* From outside nobody knows when a program has seen a key; only what comes of it is waited for. */
#define KEY_US (20 * 1000)

static Display *
get_display (void)
{
  static Display *display;

  if (display == NULL)
    display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
  return display;
}

static gboolean
takes_keys (Window window)
{
  XWindowAttributes attributes;

  /* Windows without a manager's care are menus and tooltips; very small ones are nobody's. */
  return XGetWindowAttributes (get_display (), window, &attributes) && attributes.map_state == IsViewable
         && !attributes.override_redirect && attributes.class == InputOutput && attributes.width > 10;
}

/* How many windows there are that take keys, and the topmost of them, None where there is none. */
static guint
count_windows (Window *topmost)
{
  Window root, parent, *children = NULL;
  guint n = 0, n_found = 0;

  *topmost = None;
  XQueryTree (get_display (), DefaultRootWindow (get_display ()), &root, &parent, &children, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!takes_keys (children[i]))
        continue;
      *topmost = children[i];
      n_found++;
    }
  if (children != NULL)
    XFree (children);
  return n_found;
}

void
reader_scene_wait_for_windows (ReaderScene *scene, guint n)
{
  Window topmost;

  reader_scene_wait_until (count_windows (&topmost) == n);
}

/* No window manager does it. */
static void
give_keyboard (void)
{
  Window window, focus;
  int revert;

  reader_scene_wait_until (count_windows (&window) > 0);
  XGetInputFocus (get_display (), &focus, &revert);
  if (focus != window)
    XSetInputFocus (get_display (), window, RevertToParent, CurrentTime);
  XSync (get_display (), False);
}

static void
pause_a_little (void)
{
  g_usleep (KEY_US);
}

void
reader_scene_press (ReaderScene *scene, const char *keys)
{
  g_auto (GStrv) accelerators = g_strsplit (keys, " ", -1);

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType state;

      if (!gtk_accelerator_parse (accelerators[i], &keyval, &state))
        g_error ("\"%s\" is no key", accelerators[i]);
      give_keyboard ();
      x_keyboard_strike (get_display (), keyval, state, pause_a_little);
    }
}

void
reader_scene_type (ReaderScene *scene, const char *text)
{
  give_keyboard ();
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    x_keyboard_strike (get_display (), gdk_unicode_to_keyval (g_utf8_get_char (p)), 0, pause_a_little);
}
