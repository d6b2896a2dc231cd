/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard and the pointer of a display test: real events, through the X server's test extension on GTK's own
 * connection.
 */
#include "widgets/display-scene.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

#include "widgets/x-keyboard.h"

/* Two clicks further apart than this are not taken for a double click. */
#define APART_US (600 * 1000)

static Display *
get_x_display (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  g_assert_true (GDK_IS_X11_DISPLAY (display));
  return gdk_x11_display_get_xdisplay (display);
}

static Window
get_x_window (GtkNative *native)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (native));
}

/* Has the server do what was sent, and the program answer it. */
static void
flush (void)
{
  XSync (get_x_display (), False);
  display_scene_settle ();
}

void
display_scene_focus (GtkWindow *window)
{
  if (gtk_window_is_active (window))
    return;
  display_scene_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  /* The server refuses the keyboard to a window that it has not put up yet. */
  XSync (get_x_display (), False);
  XSetInputFocus (get_x_display (), get_x_window (GTK_NATIVE (window)), RevertToParent, CurrentTime);
  display_scene_wait_until (gtk_window_is_active (window));
}

/* --- Keyboard --- */

/* What GDK calls the modifiers is what X calls them. */
G_STATIC_ASSERT (GDK_SHIFT_MASK == ShiftMask && GDK_CONTROL_MASK == ControlMask && GDK_ALT_MASK == Mod1Mask);

void
display_scene_press (GtkWindow *window, const char *keys)
{
  g_auto (GStrv) accelerators = g_strsplit (keys, " ", -1);

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType state;

      if (!gtk_accelerator_parse (accelerators[i], &keyval, &state))
        g_error ("\"%s\" is no key", accelerators[i]);
      display_scene_focus (window);
      x_keyboard_strike (get_x_display (), keyval, state, flush);
    }
}

void
display_scene_type (GtkWindow *window, const char *text)
{
  display_scene_focus (window);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    x_keyboard_strike (get_x_display (), gdk_unicode_to_keyval (g_utf8_get_char (p)), 0, flush);
}

/* --- Pointer --- */

/* The centre of @widget on the screen. */
static void
find_centre (GtkWidget *widget, int *x, int *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_rect_t bounds;
  double left, top;
  Window child;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  gtk_native_get_surface_transform (native, &left, &top);
  XTranslateCoordinates (get_x_display (), get_x_window (native), DefaultRootWindow (get_x_display ()),
                         left + bounds.origin.x + bounds.size.width / 2,
                         top + bounds.origin.y + bounds.size.height / 2, x, y, &child);
}

static void
click_button (guint button)
{
  XTestFakeButtonEvent (get_x_display (), button, True, CurrentTime);
  XTestFakeButtonEvent (get_x_display (), button, False, CurrentTime);
  flush ();
}

static void
hold_key (KeySym key, Bool is_down)
{
  XTestFakeKeyEvent (get_x_display (), XKeysymToKeycode (get_x_display (), key), is_down, CurrentTime);
}

/* A click soon after another one at the same place would be the second half of a double click. */
static void
wait_apart (int x, int y)
{
  static gint64 last_click;
  static int last_x, last_y;

  if (x == last_x && y == last_y)
    display_scene_wait_until (g_get_monotonic_time () - last_click > APART_US);
  last_click = g_get_monotonic_time ();
  last_x = x;
  last_y = y;
}

void
display_scene_click_at (GtkWidget *widget, DisplaySceneClick click)
{
  int x, y;

  /* Where it is to be is settled by a frame. */
  display_scene_wait_for_frame (widget);
  find_centre (widget, &x, &y);
  wait_apart (x, y);
  XTestFakeMotionEvent (get_x_display (), -1, x, y, CurrentTime);
  flush ();
  display_scene_wait_for_frame (widget);
  if (click == DISPLAY_SCENE_CONTROL || click == DISPLAY_SCENE_SHIFT)
    hold_key (click == DISPLAY_SCENE_CONTROL ? XK_Control_L : XK_Shift_L, True);
  click_button (click == DISPLAY_SCENE_RIGHT ? Button3 : Button1);
  if (click == DISPLAY_SCENE_DOUBLE)
    click_button (Button1);
  if (click == DISPLAY_SCENE_CONTROL || click == DISPLAY_SCENE_SHIFT)
    hold_key (click == DISPLAY_SCENE_CONTROL ? XK_Control_L : XK_Shift_L, False);
  flush ();
}
