/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of shortcuts and the program agree: what has keys is in the table, and what is in the table is there.
 */
#include <string.h>

#include "application/application.h"
#include "document/event-template.h"
#include "widgets/display-scene.h"
#include "widgets/shortcuts.h"
#include "window/window.h"

typedef struct {
  MarathonApplication *application;
  MarathonWindow *window;
  GHashTable *keys; /* canonical names of all keys in the table */
} Scene;

static char *
name_key (const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &modifiers));
  return gtk_accelerator_name (keyval, modifiers);
}

static GHashTable *
list_keys (void)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);

      for (guint k = 0; keys[k] != NULL; k++)
        g_hash_table_add (all, name_key (keys[k]));
    }
  return all;
}

static MarathonDocument *
open_example (void)
{
  g_autofree char *path = marathon_installed_file ("examples/london-2014.marathon");
  g_autoptr (GError) error = NULL;
  MarathonDocument *document = marathon_document_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (MarathonDocument) document = open_example ();
  g_autoptr (GError) error = NULL;

  scene->application = marathon_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (scene->application), NULL, &error);
  g_assert_no_error (error);
  scene->window = marathon_window_new (GTK_APPLICATION (scene->application));
  display_scene_present (GTK_WINDOW (scene->window));
  marathon_window_set_document (scene->window, document);
  marathon_window_show_page (scene->window, "entrants");
  display_scene_settle ();
  scene->keys = list_keys ();
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  display_scene_destroy (GTK_WINDOW (scene->window));
  g_object_unref (scene->application);
  g_hash_table_unref (scene->keys);
}

/* --- From the table to the program --- */

/* The group in which an action is looked for; %NULL for those of the classes of widgets. */
static GActionGroup *
get_group (Scene *scene, const char *prefix)
{
  /* "records." is the group of whichever page of records is meant: they have the same. */
  MarathonPage *page = marathon_window_get_page (scene->window, g_str_equal (prefix, "records") ? "categories" : prefix);

  if (g_str_equal (prefix, "app"))
    return G_ACTION_GROUP (scene->application);
  if (g_str_equal (prefix, "win"))
    return G_ACTION_GROUP (scene->window);
  return page != NULL ? G_ACTION_GROUP (marathon_page_get_actions (page)) : NULL;
}

static gboolean
class_has_action (GtkWidget *widget, const char *name)
{
  GType owner;
  const char *action, *property;
  const GVariantType *parameter;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &action, &parameter, &property); i++)
    if (g_str_equal (action, name))
      return TRUE;
  return FALSE;
}

static void
assert_action (Scene *scene, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  GActionGroup *group;
  const GVariantType *type;

  g_action_parse_detailed_name (detailed_name, &name, &target, &error);
  g_assert_no_error (error);
  parts = g_strsplit (name, ".", 2);
  group = get_group (scene, parts[0]);
  if (group == NULL)
    {
      g_assert_true (class_has_action (GTK_WIDGET (scene->window), name));
      return;
    }
  g_assert_true (g_action_group_has_action (group, parts[1]));
  type = g_action_group_get_action_parameter_type (group, parts[1]);
  g_assert_true ((type != NULL) == (target != NULL));
  g_assert_true (target == NULL || g_variant_is_of_type (target, type));
}

static void
test_every_action_is_there (Scene *scene, gconstpointer data)
{
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s: %s", table[i].label, table[i].action);
      if (table[i].action != NULL)
        assert_action (scene, table[i].action);
    }
}

static void
test_every_page_is_there (Scene *scene, gconstpointer data)
{
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (table[i].action != NULL && g_str_has_prefix (table[i].action, "win.show-page::"))
      g_assert_nonnull (marathon_window_get_page (scene->window, table[i].action + strlen ("win.show-page::")));
}

/* --- From the program to the table --- */

static const MarathonShortcut *
find_shortcut (const char *action)
{
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (table[i].action, action) == 0)
      return &table[i];
  return NULL;
}

static void
test_every_accelerator_is_in_the_table (Scene *scene, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (scene->application);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);
      const MarathonShortcut *shortcut = find_shortcut (actions[i]);
      g_auto (GStrv) keys = NULL;

      g_test_message ("%s", actions[i]);
      if (shortcut == NULL)
        g_error ("%s has keys, and is not in the table of shortcuts", actions[i]);
      g_assert_cmpint (shortcut->place, ==, MARATHON_SHORTCUT_WINDOW);
      keys = g_strsplit (shortcut->keys, " ", -1);
      g_assert_cmpuint (g_strv_length (accelerators), ==, g_strv_length (keys));
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autofree char *key = name_key (keys[k]);

          g_assert_true (g_strv_contains ((const char *const *) accelerators, key));
        }
    }
}

/* Whether an action is the program's, not one of GTK's own in fields and lists. */
static gboolean
is_ours (Scene *scene, const char *action)
{
  g_auto (GStrv) parts = g_strsplit (action, ".", 2);

  return get_group (scene, parts[0]) != NULL || g_str_equal (action, "menu.popup")
         || g_str_has_prefix (action, "entrants-table.");
}

static void
assert_keys (Scene *scene, const char *action, GtkShortcutTrigger *trigger)
{
  g_autofree char *key = NULL;

  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      assert_keys (scene, action, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)));
      assert_keys (scene, action, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
      return;
    }
  g_assert_true (GTK_IS_KEYVAL_TRIGGER (trigger));
  key = gtk_accelerator_name (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
  if (!g_hash_table_contains (scene->keys, key))
    g_error ("%s does %s, and is not in the table of shortcuts", key, action);
}

static guint
look_at_controller (Scene *scene, GListModel *shortcuts)
{
  guint n_ours = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutAction *does = gtk_shortcut_get_action (shortcut);
      const char *action = GTK_IS_NAMED_ACTION (does) ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (does)) : NULL;

      if (action == NULL || !is_ours (scene, action))
        continue;
      assert_keys (scene, action, gtk_shortcut_get_trigger (shortcut));
      n_ours++;
    }
  return n_ours;
}

static guint
look_at_widget (Scene *scene, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n_ours = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        n_ours += look_at_controller (scene, G_LIST_MODEL (controller));
    }
  return n_ours;
}

static gboolean
is_any (GtkWidget *widget, gconstpointer data)
{
  return TRUE;
}

static void
test_every_key_of_a_widget_is_in_the_table (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) widgets = display_scene_search_all (GTK_WIDGET (scene->window), is_any, NULL);
  guint n_ours = 0;

  for (guint i = 0; i < widgets->len; i++)
    n_ours += look_at_widget (scene, widgets->pdata[i]);
  /* Those of the application, of the table of entrants and of its menu at least. */
  g_assert_cmpuint (n_ours, >, 20);
}

#define ADD(path, func) g_test_add ("/application-shortcuts/" path, Scene, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  ADD ("every-action-is-there", test_every_action_is_there);
  ADD ("every-page-is-there", test_every_page_is_there);
  ADD ("every-accelerator-is-in-the-table", test_every_accelerator_is_in_the_table);
  ADD ("every-key-of-a-widget-is-in-the-table", test_every_key_of_a_widget_is_in_the_table);
  return display_scene_run ();
}
