/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantForm: the row with the keyboard stays well in sight.
 */
#include "pages/entrants/entrant-form-private.h"

/* How long rows take to open, in microseconds: libadwaita's 250 ms, and some frames. */
#define OPENING_TIME (350 * G_TIME_SPAN_MILLISECOND)

/* After the keyboard went elsewhere the viewport scrolls too; a few frames later it has. */
#define MOVING_TIME (50 * G_TIME_SPAN_MILLISECOND)

/* A slow machine draws no frame in that time: rows must also have stayed where they are for so many. */
#define STILL_FRAMES 3

/* What is to be seen above and below of a row, in pixels: two rows, so that a person sees what comes next. */
#define MARGIN 120

/* The row with the keyboard, or %NULL where that is elsewhere. */
static GtkWidget *
find_row (MarathonEntrantForm *form)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (form));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, MARATHON_TYPE_FIELD_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, form->groups) ? row : NULL;
}

/* Rows that are being opened have no place to scroll to yet: looks again at each frame. */
static gboolean
keep_in_sight (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MarathonEntrantForm *form = MARATHON_ENTRANT_FORM (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (form->scroller);
  GtkWidget *row = find_row (form);
  graphene_rect_t bounds;
  double margin;

  if (row != NULL && gtk_widget_compute_bounds (row, form->groups, &bounds))
    {
      margin = MIN (MARGIN, gtk_adjustment_get_page_size (adjustment) / 4);
      gtk_adjustment_clamp_page (adjustment, bounds.origin.y - margin,
                                 bounds.origin.y + bounds.size.height + margin);
      form->following_still = form->following_place == bounds.origin.y ? form->following_still + 1 : 0;
      form->following_place = bounds.origin.y;
      if (gdk_frame_clock_get_frame_time (clock) < form->following_end || form->following_still < STILL_FRAMES)
        return G_SOURCE_CONTINUE;
    }
  form->following = 0;
  return G_SOURCE_REMOVE;
}

static void
follow (MarathonEntrantForm *form, gint64 time)
{
  form->following_still = 0;
  form->following_end = MAX (form->following_end, g_get_monotonic_time () + time);
  if (form->following == 0)
    form->following = gtk_widget_add_tick_callback (GTK_WIDGET (form), keep_in_sight, NULL, NULL);
}

/* Text that moved away below the pointer would be selected. */
static gboolean
is_button_down (MarathonEntrantForm *form)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (form));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (form)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (surface == NULL || pointer == NULL)
    return FALSE;
  gdk_surface_get_device_position (surface, pointer, NULL, NULL, &state);
  return (state & GDK_BUTTON1_MASK) != 0;
}

static void
on_keyboard_moved (MarathonEntrantForm *form)
{
  if (find_row (form) != NULL && !is_button_down (form))
    follow (form, MOVING_TIME);
}

void
marathon_entrant_form_follow_keyboard (MarathonEntrantForm *form, GtkRoot *root)
{
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_keyboard_moved), form, G_CONNECT_SWAPPED);
}

void
marathon_entrant_form_leave_keyboard (MarathonEntrantForm *form, GtkRoot *root)
{
  g_signal_handlers_disconnect_by_func (root, on_keyboard_moved, form);
}

void
marathon_entrant_form_follow_opening (MarathonEntrantForm *form)
{
  follow (form, OPENING_TIME);
}

void
marathon_entrant_form_reveal_row (MarathonEntrantForm *form, MarathonFieldRow *row)
{
  GtkWidget *expander = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_EXPANDER_ROW);

  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  marathon_field_row_focus (row);
  marathon_entrant_form_follow_opening (form);
}
