/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of shortcuts holds what it may hold; its keys and its window work.
 */
#include "widgets/shortcuts.h"

#include "widgets/display-scene.h"

static void
test_every_shortcut_can_be_read (void)
{
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (table[i].group);
      g_assert_cmpstr (table[i].group, !=, "");
      g_assert_nonnull (table[i].label);
      g_assert_cmpstr (table[i].label, !=, "");
      g_assert_true ((table[i].action == NULL) == (table[i].place == MARATHON_SHORTCUT_BUILT_IN));
    }
}

static void
test_groups_stand_together (void)
{
  g_autoptr (GHashTable) closed = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 1; i < n; i++)
    {
      if (g_str_equal (table[i].group, table[i - 1].group))
        continue;
      g_hash_table_add (closed, (gpointer) table[i - 1].group);
      g_assert_false (g_hash_table_contains (closed, table[i].group));
    }
}

static void
test_actions_are_named_and_once (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;

      if (table[i].action == NULL)
        continue;
      g_assert_true (g_hash_table_add (seen, (gpointer) table[i].action));
      g_action_parse_detailed_name (table[i].action, &name, &target, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strchr (name, '.'));
    }
}

/* Adds the keys of one shortcut, in their canonical names, to those of its place; asserts that none is there yet. */
static void
add_keys (GHashTable *seen, const MarathonShortcut *shortcut)
{
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);

  g_assert_nonnull (keys[0]);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;

      g_test_message ("%s: %s", shortcut->label, keys[i]);
      g_assert_true (gtk_accelerator_parse (keys[i], &keyval, &modifiers));
      name = gtk_accelerator_name (keyval, modifiers);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&name)));
    }
}

/* Returns: (transfer full): the keys that are alive where those of @place are: GTK's own, and those of the window but for the
 * actions of entrants that are so on their page only */
static GHashTable *
list_living_keys (MarathonShortcutPlace place)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_theirs = g_strcmp0 (table[i].action, "entrants.duplicate") == 0 || g_strcmp0 (table[i].action, "entrants.next") == 0
                           || g_strcmp0 (table[i].action, "entrants.previous") == 0;

      if (table[i].place == place || table[i].place == MARATHON_SHORTCUT_BUILT_IN
          || (table[i].place == MARATHON_SHORTCUT_WINDOW && !(is_theirs && place == MARATHON_SHORTCUT_RECORDS)))
        add_keys (seen, &table[i]);
    }
  return seen;
}

static void
test_no_key_means_two_things (void)
{
  g_autoptr (GHashTable) in_table = list_living_keys (MARATHON_SHORTCUT_TABLE);
  g_autoptr (GHashTable) in_records = list_living_keys (MARATHON_SHORTCUT_RECORDS);

  g_assert_cmpuint (g_hash_table_size (in_table), >, 20);
  g_assert_cmpuint (g_hash_table_size (in_records), >, 20);
}

static void
test_window_says_every_shortcut (void)
{
  GtkWidget *window = marathon_shortcuts_window_new ();
  guint n;
  const MarathonShortcut *table = marathon_shortcuts_get (&n);

  gtk_window_present (GTK_WINDOW (window));
  display_scene_wait_for_frame (window);
  for (guint i = 0; i < n; i++)
    {
      if (!display_scene_shows (window, table[i].label) || !display_scene_shows (window, table[i].group))
        g_error ("\"%s\" of \"%s\" is not shown", table[i].label, table[i].group);
    }
  display_scene_destroy (GTK_WINDOW (window));
}

/* --- Keys --- */

typedef struct {
  GtkWindow *window;
  GtkWidget *entry;
  GtkWidget *table;
  guint n_saved;
  guint n_deleted;
  char *page;
} Scene;

static void
save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Scene *) data)->n_saved++;
}

static void
show_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Scene *scene = data;

  g_free (scene->page);
  scene->page = g_variant_dup_string (parameter, NULL);
}

static void
delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Scene *) data)->n_deleted++;
}

static const GActionEntry window_actions[] = {
  { .name = "save", .activate = save },
  { .name = "show-page", .activate = show_page, .parameter_type = "s" },
};

static const GActionEntry entrants_actions[] = {
  { .name = "delete", .activate = delete },
};

static void
scene_init (Scene *scene)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GSimpleActionGroup) entrants = g_simple_action_group_new ();

  scene->window = GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (display_scene_get_application ())));
  scene->entry = gtk_entry_new ();
  scene->table = g_object_new (GTK_TYPE_BOX, "focusable", TRUE, "height-request", 60, NULL);
  gtk_box_append (GTK_BOX (box), scene->entry);
  gtk_box_append (GTK_BOX (box), scene->table);
  gtk_window_set_child (scene->window, box);
  g_action_map_add_action_entries (G_ACTION_MAP (scene->window), window_actions, G_N_ELEMENTS (window_actions), scene);
  g_action_map_add_action_entries (G_ACTION_MAP (entrants), entrants_actions, G_N_ELEMENTS (entrants_actions), scene);
  gtk_widget_insert_action_group (GTK_WIDGET (scene->window), "entrants", G_ACTION_GROUP (entrants));
  marathon_shortcuts_register (GTK_APPLICATION (display_scene_get_application ()));
  marathon_shortcuts_attach (scene->table, MARATHON_SHORTCUT_TABLE);
  display_scene_present (scene->window);
}

static void
scene_clear (Scene *scene)
{
  display_scene_destroy (scene->window);
  g_free (scene->page);
}

static void
test_keys_of_the_window_count_anywhere (void)
{
  Scene scene = { 0 };

  scene_init (&scene);
  gtk_widget_grab_focus (scene.entry);
  display_scene_press (scene.window, "<Control>s");
  display_scene_wait_until (scene.n_saved == 1);
  display_scene_press (scene.window, "<Alt>2");
  display_scene_wait_until (g_strcmp0 (scene.page, "entrants") == 0);
  scene_clear (&scene);
}

static void
test_keys_of_tables_count_in_tables (void)
{
  Scene scene = { 0 };

  scene_init (&scene);
  gtk_widget_grab_focus (scene.entry);
  display_scene_type (scene.window, "Zoë Ñandú, 42 & Łódź?");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (scene.entry)), ==, "Zoë Ñandú, 42 & Łódź?");
  display_scene_press (scene.window, "Home Delete");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (scene.entry)), ==, "oë Ñandú, 42 & Łódź?");
  g_assert_cmpuint (scene.n_deleted, ==, 0);
  gtk_widget_grab_focus (scene.table);
  display_scene_press (scene.window, "Delete");
  display_scene_wait_until (scene.n_deleted == 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (scene.entry)), ==, "oë Ñandú, 42 & Łódź?");
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  display_scene_init (&argc, &argv);
  g_test_add_func ("/shortcuts/every-shortcut-can-be-read", test_every_shortcut_can_be_read);
  g_test_add_func ("/shortcuts/groups-stand-together", test_groups_stand_together);
  g_test_add_func ("/shortcuts/actions-are-named-and-once", test_actions_are_named_and_once);
  g_test_add_func ("/shortcuts/no-key-means-two-things", test_no_key_means_two_things);
  g_test_add_func ("/shortcuts/window-says-every-shortcut", test_window_says_every_shortcut);
  g_test_add_func ("/shortcuts/keys-of-the-window-count-anywhere", test_keys_of_the_window_count_anywhere);
  g_test_add_func ("/shortcuts/keys-of-tables-count-in-tables", test_keys_of_tables_count_in_tables);
  return display_scene_run ();
}
