/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application, the main loop and the windows of a display test.
 */
#include "widgets/display-scene.h"

#include <libintl.h>
#include <locale.h>

#include "widgets/interface.h"

/* Far more than anything takes: a busy machine must not fail a test. */
#define PATIENCE (15 * G_USEC_PER_SEC)
#define TURN_MS 2
#define MAX_TURNS 1000

static AdwApplication *application;

/* The language of the test: English as it stands in the sources, unless the test brings catalogues. */
static void
set_language (void)
{
  const char *folder = g_getenv ("MARATHON_TEST_LOCALEDIR");

  /* GTK set a locale of its own choice. */
  setlocale (LC_ALL, "");
  if (folder == NULL)
    return;
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
display_scene_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0 && g_getenv ("AT_SPI_BUS_ADDRESS") == NULL)
    g_error ("A display test runs through tests/with-display");
  gtk_test_init (argc, argv, NULL);
  set_language ();
  marathon_interface_init ();
  application = ADW_APPLICATION (adw_application_new (MARATHON_APPLICATION_ID, G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

int
display_scene_run (void)
{
  int status = g_test_run ();

  display_scene_settle ();
  g_clear_object (&application);
  return status;
}

AdwApplication *
display_scene_get_application (void)
{
  return application;
}

/* --- Time --- */

gint64
display_scene_get_deadline (void)
{
  return g_get_monotonic_time () + PATIENCE;
}

/* What is waited for may come about without an event: this ends a turn of the loop. */
static gboolean
ring (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

void
display_scene_turn (gint64 deadline, const char *place, const char *what)
{
  gboolean is_over = FALSE;
  guint alarm;

  if (g_get_monotonic_time () > deadline)
    g_error ("%s: waited in vain for: %s", place, what);
  alarm = g_timeout_add (TURN_MS, ring, &is_over);
  g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    g_source_remove (alarm);
}

void
display_scene_settle (void)
{
  for (guint i = 0; i < MAX_TURNS && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static void
count_frame (GdkFrameClock *clock, guint *n_frames)
{
  *n_frames += 1;
}

void
display_scene_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock;
  gulong handler;
  guint n_frames = 0;

  display_scene_wait_until (gtk_widget_get_mapped (widget));
  clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), &n_frames);
  gtk_widget_queue_draw (widget);
  display_scene_wait_until (n_frames > 0);
  g_signal_handler_disconnect (clock, handler);
  g_object_unref (clock);
}

/* --- Windows --- */

void
display_scene_present (GtkWindow *window)
{
  gtk_window_present (window);
  display_scene_wait_for_frame (GTK_WIDGET (window));
  display_scene_focus (window);
}

guint
display_scene_count_windows (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n += g_type_is_a (G_OBJECT_TYPE (window), type);
    }
  return n;
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i - 1);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return GTK_WINDOW (window);
    }
  return NULL;
}

GtkWindow *
display_scene_find_window (GType type)
{
  GtkWindow *window = NULL;

  g_test_message ("looking for a window of type %s", g_type_name (type));
  display_scene_wait_until ((window = find_window (type)) != NULL);
  return window;
}

/* A widget of a window that is to go: what it is, and whether it still is. */
typedef struct {
  GWeakRef weak;
  char *description;
} Widget;

static void
widget_free (Widget *self)
{
  g_weak_ref_clear (&self->weak);
  g_free (self->description);
  g_free (self);
}

static void
remember (GtkWidget *widget, const char *parent, GPtrArray *widgets)
{
  Widget *self;
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  /* There is one for all windows; GTK keeps it. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return;
  self = g_new0 (Widget, 1);
  g_weak_ref_init (&self->weak, widget);
  self->description = g_strdup_printf ("%s/%s%s%s", parent, G_OBJECT_TYPE_NAME (widget), id != NULL ? "#" : "",
                                       id != NULL ? id : "");
  g_ptr_array_add (widgets, self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remember (child, self->description, widgets);
}

static GPtrArray *
remember_widgets (GtkWindow *window)
{
  GPtrArray *widgets = g_ptr_array_new_with_free_func ((GDestroyNotify) widget_free);

  remember (GTK_WIDGET (window), "", widgets);
  return widgets;
}

/* Returns: (transfer none) (nullable): the first that lives. */
static const char *
find_living (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    {
      Widget *self = g_ptr_array_index (widgets, i);
      g_autoptr (GObject) object = g_weak_ref_get (&self->weak);

      if (object != NULL)
        return self->description;
    }
  return NULL;
}

static void
assert_freed (GPtrArray *widgets)
{
  gint64 deadline = display_scene_get_deadline ();
  const char *living;

  while ((living = find_living (widgets)) != NULL)
    {
      g_autofree char *what = g_strconcat ("the end of a widget of a closed window: ", living, NULL);

      display_scene_turn (deadline, G_STRLOC, what);
    }
  g_ptr_array_unref (widgets);
}

void
display_scene_destroy (GtkWindow *window)
{
  GPtrArray *widgets = remember_widgets (window);

  gtk_window_destroy (window);
  assert_freed (widgets);
}

void
display_scene_close (GtkWindow *window)
{
  GPtrArray *widgets = remember_widgets (window);

  gtk_window_close (window);
  assert_freed (widgets);
}
