/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menus of categories and waves in which those selected can be put.
 */
#include "pages/entrants/entrants-page-private.h"

#include <glib/gi18n-lib.h>

static void
append_item (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", key);
  g_menu_append_item (menu, item);
}

/* Menus take an underscore for a mnemonic. */
static char *
escape_mnemonic (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
fill (GMenu *menu, MarathonRecordList *list, const char *action, const char *none)
{
  g_autoptr (GMenu) records = g_menu_new ();
  g_autoptr (GMenu) nothing = g_menu_new ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);
      g_autofree char *label = escape_mnemonic (marathon_record_get_name (record));

      append_item (records, label, action, marathon_record_get_key (record));
    }
  append_item (nothing, none, action, "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (records));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (nothing));
}

static void
on_categories_changed (MarathonEntrantsPage *page, guint position, guint removed, guint added, GListModel *list)
{
  fill (page->category_menu, MARATHON_RECORD_LIST (list), "entrants.set-category", _ ("No Category"));
}

static void
on_waves_changed (MarathonEntrantsPage *page, guint position, guint removed, guint added, GListModel *list)
{
  fill (page->wave_menu, MARATHON_RECORD_LIST (list), "entrants.set-wave", _ ("No Wave"));
}

void
marathon_entrants_page_add_menus (MarathonEntrantsPage *page)
{
  g_menu_append_submenu (page->places_menu, _ ("Set _Category"), G_MENU_MODEL (page->category_menu));
  g_menu_append_submenu (page->places_menu, _ ("Move to _Wave"), G_MENU_MODEL (page->wave_menu));
  g_menu_append_submenu (page->places_menu, _ ("Set _Status"), page->status_menu);
  g_menu_append_submenu (page->sort_menu, _ ("S_ort By"), marathon_entrants_table_get_sort_menu (page->table));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "entrants-sort", marathon_entrants_table_get_sort_actions (page->table));
}

void
marathon_entrants_page_follow_lists (MarathonEntrantsPage *page, MarathonEvent *event)
{
  GListModel *categories, *waves;

  g_menu_remove_all (page->category_menu);
  g_menu_remove_all (page->wave_menu);
  if (event == NULL)
    return;
  categories = G_LIST_MODEL (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES));
  waves = G_LIST_MODEL (marathon_event_get_list (event, MARATHON_LIST_WAVES));
  g_signal_connect_object (categories, "items-changed", G_CALLBACK (on_categories_changed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (waves, "items-changed", G_CALLBACK (on_waves_changed), page, G_CONNECT_SWAPPED);
  on_categories_changed (page, 0, 0, 0, categories);
  on_waves_changed (page, 0, 0, 0, waves);
}
