/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonApplication: start-up, windows, actions.
 */
#include "application/application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "application/about.h"
#include "application/preferences.h"
#include "document/version-keeper.h"
#include "widgets/interface.h"
#include "widgets/shortcuts.h"
#include "window/recovery-dialog.h"
#include "window/window.h"

struct _MarathonApplication {
  AdwApplication parent_instance;

  GSettings *settings;
  gboolean has_looked; /* for what a crash has left */
  guint signal_sources[3];
};

G_DEFINE_FINAL_TYPE (MarathonApplication, marathon_application, ADW_TYPE_APPLICATION)

/* --- Windows --- */

/* The window that is used now, or a new one. */
static MarathonWindow *
get_window (MarathonApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      if (MARATHON_IS_WINDOW (l->data))
        return l->data;
    }
  return marathon_window_new (GTK_APPLICATION (application));
}

/* What a crash has left is asked about when the program starts, not each time that it is started again. */
static void
marathon_application_activate (GApplication *g_application)
{
  MarathonApplication *application = MARATHON_APPLICATION (g_application);
  MarathonWindow *window = get_window (application);

  gtk_window_present (GTK_WINDOW (window));
  if (!application->has_looked)
    marathon_recovery_dialog_look (window, FALSE);
  application->has_looked = TRUE;
}

static void
marathon_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MarathonWindow *window = get_window (MARATHON_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        marathon_window_open_path (window, path);
    }
}

/* --- Actions --- */

static void
on_new_event (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonWindow *window = get_window (data);

  gtk_window_present (GTK_WINDOW (window));
  marathon_window_ask_new_event (window);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (marathon_preferences_new (GTK_WINDOW (get_window (data))));
}

static void
on_recover (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_recovery_dialog_look (get_window (data), TRUE);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (marathon_about_new (GTK_WINDOW (get_window (data))));
}

/* Each window asks about its changes; the program ends with the last of them. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (MARATHON_IS_WINDOW (l->data))
        gtk_window_close (l->data);
    }
}

static const GActionEntry entries[] = {
  { "new-event", on_new_event },
  { "preferences", on_preferences },
  { "recover", on_recover },
  { "about", on_about },
  { "quit", on_quit },
};

/* --- Style --- */

static gboolean
get_scheme (GValue *value, GVariant *variant, gpointer data)
{
  const char *style = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (style, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                           : g_str_equal (style, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                         : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

/* --- Being told to end --- */

/* The session ends, the battery is low: nobody is asked. All is in the journals, and offered at the next start. */
static gboolean
on_signal (gpointer data)
{
  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    {
      if (MARATHON_IS_WINDOW (l->data))
        marathon_window_keep_all (l->data);
    }
  g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

static void
listen_to_signals (MarathonApplication *application)
{
  static const int numbers[] = { SIGHUP, SIGINT, SIGTERM };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    application->signal_sources[i] = g_unix_signal_add (numbers[i], on_signal, application);
}

static void
marathon_application_shutdown (GApplication *g_application)
{
  MarathonApplication *application = MARATHON_APPLICATION (g_application);

  for (gsize i = 0; i < G_N_ELEMENTS (application->signal_sources); i++)
    g_clear_handle_id (&application->signal_sources[i], g_source_remove);
  marathon_version_keeper_finish ();
  G_APPLICATION_CLASS (marathon_application_parent_class)->shutdown (g_application);
}

/* --- Start --- */

static void
marathon_application_startup (GApplication *g_application)
{
  MarathonApplication *application = MARATHON_APPLICATION (g_application);

  marathon_interface_init ();
  G_APPLICATION_CLASS (marathon_application_parent_class)->startup (g_application);
  application->settings = g_settings_new (MARATHON_SETTINGS);
  g_settings_bind_with_mapping (application->settings, "style", adw_application_get_style_manager (ADW_APPLICATION (application)),
                                "color-scheme", G_SETTINGS_BIND_GET, get_scheme, NULL, NULL, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  marathon_shortcuts_register (GTK_APPLICATION (application));
  listen_to_signals (application);
  gtk_window_set_default_icon_name (MARATHON_APPLICATION_ID);
}

static int
marathon_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Marathon %s\n", MARATHON_VERSION);
  return 0;
}

static void
marathon_application_dispose (GObject *object)
{
  g_clear_object (&MARATHON_APPLICATION (object)->settings);
  G_OBJECT_CLASS (marathon_application_parent_class)->dispose (object);
}

static void
marathon_application_class_init (MarathonApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_application_dispose;
  application_class->activate = marathon_application_activate;
  application_class->open = marathon_application_open;
  application_class->startup = marathon_application_startup;
  application_class->shutdown = marathon_application_shutdown;
  application_class->handle_local_options = marathon_application_handle_local_options;
}

static void
marathon_application_init (MarathonApplication *application)
{
  const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (application), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (application), _ ("[FILE.marathon | ENTRIES.csv …]"));
  g_application_set_option_context_summary (G_APPLICATION (application),
                                            _ ("Registers entrants of a road race and plans categories, waves and bibs."));
}

MarathonApplication *
marathon_application_new (GApplicationFlags flags)
{
  return g_object_new (MARATHON_TYPE_APPLICATION, "application-id", MARATHON_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path", MARATHON_RESOURCES, NULL);
}
