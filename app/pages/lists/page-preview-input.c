/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPagePreview: keys, wheel and fingers.
 */
#include "pages/lists/page-preview-private.h"

/* --- Keys --- */

/* Where a key scrolls to. */
typedef enum {
  LINE_UP,
  LINE_DOWN,
  SCREEN_UP,
  SCREEN_DOWN,
  TO_START,
  TO_END,
  TO_LEFT,
  TO_RIGHT,
} Motion;

static gboolean
scroll (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (widget);
  Motion motion = g_variant_get_int32 (parameter);
  GtkOrientation orientation = motion >= TO_LEFT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double step = gtk_adjustment_get_step_increment (adjustment);
  double screen = gtk_adjustment_get_page_increment (adjustment);
  const double ways[] = { -step, step, -screen, screen, -G_MAXFLOAT, G_MAXFLOAT, -step, step };

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + ways[motion]);
  return TRUE;
}

static gboolean
zoom (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  MarathonPagePreview *self = MARATHON_PAGE_PREVIEW (widget);
  int way = g_variant_get_int32 (parameter);

  if (way > 0)
    marathon_page_preview_zoom_in (self);
  else if (way < 0)
    marathon_page_preview_zoom_out (self);
  else
    marathon_page_preview_set_fit (self, MARATHON_PAGE_FIT_WIDTH);
  return TRUE;
}

void
marathon_page_preview_class_add_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    Motion motion;
  } scrolls[] = {
    { GDK_KEY_Up, 0, LINE_UP },
    { GDK_KEY_KP_Up, 0, LINE_UP },
    { GDK_KEY_Down, 0, LINE_DOWN },
    { GDK_KEY_KP_Down, 0, LINE_DOWN },
    { GDK_KEY_Page_Up, 0, SCREEN_UP },
    { GDK_KEY_KP_Page_Up, 0, SCREEN_UP },
    { GDK_KEY_space, GDK_SHIFT_MASK, SCREEN_UP },
    { GDK_KEY_Page_Down, 0, SCREEN_DOWN },
    { GDK_KEY_KP_Page_Down, 0, SCREEN_DOWN },
    { GDK_KEY_space, 0, SCREEN_DOWN },
    { GDK_KEY_Home, 0, TO_START },
    { GDK_KEY_KP_Home, 0, TO_START },
    { GDK_KEY_End, 0, TO_END },
    { GDK_KEY_KP_End, 0, TO_END },
    { GDK_KEY_Left, 0, TO_LEFT },
    { GDK_KEY_Right, 0, TO_RIGHT },
  };
  static const struct {
    guint key;
    int way;
  } zooms[] = {
    { GDK_KEY_plus, 1 },      { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 },  { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    gtk_widget_class_add_binding (widget_class, scrolls[i].key, scrolls[i].modifiers, scroll, "i", scrolls[i].motion);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom, "i", zooms[i].way);
}

/* --- Wheel and fingers --- */

static void
on_motion (MarathonPagePreview *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
on_wheel (GtkEventController *controller, double dx, double dy, gpointer user_data)
{
  MarathonPagePreview *self = user_data;

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return FALSE;
  if (dy != 0)
    marathon_page_preview_zoom_at (self, marathon_page_preview_find_step (self, dy < 0), self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
on_pinch_begin (MarathonPagePreview *self)
{
  self->pinch_zoom = self->zoom;
}

static void
on_pinch (MarathonPagePreview *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    marathon_page_preview_zoom_at (self, self->pinch_zoom * scale, x, y);
}

static void
on_pressed (MarathonPagePreview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
marathon_page_preview_add_gestures (MarathonPagePreview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
