/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menus of categories and waves in which those selected can be put.
 */
#include "pages/entrants/entrants-page-private.h"

#include <glib/gi18n-lib.h>

#include "model/record-name.h"

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
fill (GMenu *menu, MarathonEvent *event, MarathonListId id, const char *action, const char *none)
{
  MarathonRecordList *list = marathon_event_get_list (event, id);
  g_autoptr (GMenu) records = g_menu_new ();
  g_autoptr (GMenu) nothing = g_menu_new ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);
      g_autofree char *name = marathon_record_get_full_name (event, record);
      g_autofree char *label = escape_mnemonic (name);

      append_item (records, label, action, marathon_record_get_key (record));
    }
  append_item (nothing, none, action, "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (records));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (nothing));
}

/* A start's name is part of its waves' names. */
static void
on_lists_changed (MarathonEntrantsPage *page, guint list)
{
  if (list == MARATHON_LIST_CATEGORIES)
    fill (page->category_menu, page->event, MARATHON_LIST_CATEGORIES, "entrants.set-category", _ ("No Category"));
  else
    fill (page->wave_menu, page->event, MARATHON_LIST_WAVES, "entrants.set-wave", _ ("No Wave"));
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
  static const MarathonListId lists[] = { MARATHON_LIST_CATEGORIES, MARATHON_LIST_STARTS, MARATHON_LIST_WAVES };

  g_menu_remove_all (page->category_menu);
  g_menu_remove_all (page->wave_menu);
  g_clear_object (&page->menu_watch);
  page->event = event;
  if (event == NULL)
    return;
  page->menu_watch = marathon_record_watch_new (event, lists, G_N_ELEMENTS (lists));
  g_signal_connect_object (page->menu_watch, "changed", G_CALLBACK (on_lists_changed), page, G_CONNECT_SWAPPED);
  on_lists_changed (page, MARATHON_LIST_CATEGORIES);
  on_lists_changed (page, MARATHON_LIST_WAVES);
}
