/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four people, and as many more as one likes.
 */
#include "widgets/table-scene.h"

#include "model/model-fixture.h"
#include "widgets/interface.h"

static const char event_text[]
    = "event | title=T\n"
      "category elite | name=Elite Women\n"
      "category mass | name=Mass\n"
      "field shirt | label=Shirt | type=choice\n"
      "entrant 1 | family=Radcliffe | given=Paula | bib=1 | category=elite | club=Bedford | x-shirt=S\n"
      "entrant 2 | family=Farah | given=Mo | bib=37 | category=mass | club=Newham\n"
      "entrant 3 | family=Weir | given=David | bib=W2 | club=Weir Archer | status=withdrawn\n"
      "entrant 4 | family=Kirui | given=Abel | club=Aberdeen\n";

static void
hear_activated (MarathonEntrantsTable *table, guint position, TableScene *scene)
{
  scene->activated = position + 1;
}

void
table_scene_start (TableScene *scene, guint n_more)
{
  *scene = (TableScene){ .event = model_fixture_new (event_text), .settings = g_settings_new (MARATHON_SETTINGS) };
  g_settings_reset (scene->settings, "entrants-columns");
  g_settings_reset (scene->settings, "entrants-sort");
  g_settings_reset (scene->settings, "compact-rows");
  for (guint i = 0; i < n_more; i++)
    {
      g_autofree char *cells = g_strdup_printf ("family=%s%04u | club=Club", i % 2 == 0 ? "Even" : "Odd", i);
      MarathonEntrant entrant = model_fixture_entrant (scene->event, 100 + i, cells);

      g_assert_true (marathon_event_append_entrant (scene->event, MARATHON_PLACE_ROSTER, &entrant, NULL));
    }
}

void
table_scene_show (TableScene *scene)
{
  table_scene_show_between (scene, NULL, NULL);
}

void
table_scene_show_between (TableScene *scene, GtkWidget *before, GtkWidget *after)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  scene->model = marathon_entrants_model_new (scene->event);
  scene->window = GTK_WINDOW (gtk_window_new ());
  scene->table = MARATHON_ENTRANTS_TABLE (marathon_entrants_table_new ());
  marathon_entrants_table_set_model (scene->table, scene->model);
  g_signal_connect (scene->table, "row-activated", G_CALLBACK (hear_activated), scene);
  gtk_window_set_default_size (scene->window, 1200, 500);
  gtk_widget_set_vexpand (GTK_WIDGET (scene->table), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (scene->table));
  if (before != NULL)
    gtk_box_prepend (GTK_BOX (box), before);
  if (after != NULL)
    gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (scene->window, box);
  display_scene_present (scene->window);
  marathon_entrants_model_settle (scene->model);
  display_scene_wait_for_frame (GTK_WIDGET (scene->table));
}

void
table_scene_hide (TableScene *scene)
{
  display_scene_destroy (scene->window);
  g_assert_finalize_object (scene->model);
}

void
table_scene_end (TableScene *scene)
{
  table_scene_hide (scene);
  g_assert_finalize_object (scene->event);
  g_object_unref (scene->settings);
}

GtkColumnView *
table_scene_get_view (TableScene *scene)
{
  return GTK_COLUMN_VIEW (display_scene_find (GTK_WIDGET (scene->table), GTK_TYPE_COLUMN_VIEW));
}

gboolean
table_scene_is_cell (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_INSCRIPTION (widget) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0
         && gtk_widget_get_mapped (widget);
}

GtkWidget *
table_scene_find_cell (TableScene *scene, const char *text)
{
  GtkWidget *cell = display_scene_search (GTK_WIDGET (scene->table), table_scene_is_cell, text);

  g_assert_nonnull (cell);
  return cell;
}

static gboolean
is_title (GtkWidget *widget, gconstpointer text)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkColumnViewTitle") && display_scene_shows (widget, text);
}

GtkWidget *
table_scene_find_title (TableScene *scene, const char *text)
{
  GtkWidget *title = display_scene_search (GTK_WIDGET (scene->table), is_title, text);

  g_assert_nonnull (title);
  return title;
}

guint64
table_scene_get_id (TableScene *scene, guint row)
{
  return marathon_entrants_model_get_entrant (scene->model, row)->id;
}

void
table_scene_assert_columns (TableScene *scene, const char *expected)
{
  g_autofree char *columns = g_strjoinv (" ", (GStrv) marathon_entrants_table_get_columns (scene->table));
  GListModel *list = gtk_column_view_get_columns (table_scene_get_view (scene));

  g_assert_cmpstr (columns, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==,
                    g_strv_length ((GStrv) marathon_entrants_table_get_columns (scene->table)));
}

char *
table_scene_get_first_columns (TableScene *scene)
{
  g_autoptr (GVariant) value = g_settings_get_default_value (scene->settings, "entrants-columns");
  g_autoptr (GString) keys = g_string_new (NULL);
  const char *key;
  GVariantIter iter;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&si)", &key, NULL))
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key);
  return g_strdup (keys->str);
}

static char *
get_setting (TableScene *scene, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (scene->settings, key);

  return g_variant_print (value, FALSE);
}

void
table_scene_assert_setting (TableScene *scene, const char *key, const char *expected)
{
  g_autofree char *text = get_setting (scene, key);

  g_assert_cmpstr (text, ==, expected);
}

gboolean
table_scene_has_setting (TableScene *scene, const char *key, const char *beginning)
{
  g_autofree char *text = get_setting (scene, key);

  return g_str_has_prefix (text, beginning);
}
