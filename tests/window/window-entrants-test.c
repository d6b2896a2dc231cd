/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entrants in the window, by its own actions and keys: looked for, entered, deleted, many changed at once.
 */
#include "editing/entrant-edits.h"
#include "window/window-scene.h"

/* --- Finding --- */

static void
test_searches_as_one_types (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  window_scene_press (window, "<Control>f");
  window_scene_type (window, "bir");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 1);
  /* Enter goes to the one found. */
  window_scene_press (window, "Return");
  display_scene_wait_until (marathon_entrants_model_get_n_selected (window_scene_get_model (window)) == 1);
  g_assert_cmpuint (marathon_entrants_model_get_position (window_scene_get_model (window), 0), ==, 1);
  /* Enter once more goes into the form. */
  window_scene_press (window, "Return");
  window_scene_type (window, "Birchwood");
  window_scene_press (window, "Return");
  window_scene_assert_text (window, 1, MARATHON_FIELD_FAMILY, "Birchwood");
  window_scene_press (window, "<Control>f");
  window_scene_type (window, "nobody");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 0);
  g_assert_true (display_scene_shows (GTK_WIDGET (window), "Nobody Found"));
  window_scene_act (window, "entrants.clear-filters", NULL);
  g_assert_cmpuint (marathon_entrants_model_get_n_shown (window_scene_get_model (window)), ==, 2);
  window_scene_discard (window);
}

static void
set_bib (MarathonWindow *window, guint32 position, const char *bib)
{
  const MarathonFieldInfo *info = marathon_event_get_field (window_scene_get_event (window), MARATHON_FIELD_BIB);

  g_assert_true (marathon_entrants_set_field (window_scene_get_history (window), &position, 1, info, bib, NULL));
}

/* A bib is somebody's; others' begin so. */
static void
test_whose_bib_it_is (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_enter_person (window, "Ashworth", "Ann");
  gtk_widget_activate_action (GTK_WIDGET (window), "entrants.search", NULL);
  set_bib (window, 0, "120");
  window_scene_enter_person (window, "Birch", "Ben");
  set_bib (window, 1, "12");
  window_scene_press (window, "<Control>f");
  window_scene_type (window, "12");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 2);
  window_scene_press (window, "Return");
  g_assert_true (marathon_entrants_model_position_is_selected (window_scene_get_model (window), 1));
  window_scene_discard (window);
}

static void
test_who_is_hidden_is_selected_no_more (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (window_scene_get_model (window)));
  window_scene_press (window, "<Control>f");
  window_scene_type (window, "ash");
  display_scene_wait_until (marathon_entrants_model_get_n_selected (window_scene_get_model (window)) == 1);
  g_assert_true (marathon_entrants_model_position_is_selected (window_scene_get_model (window), 0));
  window_scene_type (window, "zzz");
  display_scene_wait_until (marathon_entrants_model_get_n_selected (window_scene_get_model (window)) == 0);
  /* Undo is of what was typed last. */
  window_scene_press (window, "<Control>z");
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2);
  window_scene_assert_text (window, 1, MARATHON_FIELD_GIVEN, "Ben");
  /* Escape in the table shows everybody again. */
  window_scene_act (window, "entrants.clear-filters", NULL);
  window_scene_type (window, "ash");
  window_scene_press (window, "Down Escape");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 2);
  window_scene_discard (window);
}

/* --- Entering and deleting --- */

static void
test_who_is_asked_for_is_selected (void)
{
  MarathonWindow *window = window_scene_new_event ("blank");
  MarathonPage *page = marathon_window_get_page (window, "entrants");
  g_autoptr (GArray) selected = NULL;
  g_autofree char *what = NULL;

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  marathon_page_show (page, "Birch");
  display_scene_wait_until (marathon_entrants_model_get_n_shown (window_scene_get_model (window)) == 1);
  /* Who is not among those shown now, too. */
  what = g_strdup_printf ("id:%016" G_GINT64_MODIFIER "x",
                          marathon_roster_get (marathon_event_get_roster (window_scene_get_event (window)), 0)->id);
  marathon_page_show (page, what);
  display_scene_settle ();
  selected = marathon_entrants_model_get_selected (window_scene_get_model (window));
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpuint (g_array_index (selected, guint32, 0), ==, 0);
  window_scene_discard (window);
}

static void
test_new_one_like_another (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_press (window, "<Control>d");
  display_scene_wait_until (window_scene_count_entrants (window) == 2);
  window_scene_type (window, "Amy");
  window_scene_press (window, "Return");
  window_scene_assert_text (window, 1, MARATHON_FIELD_FAMILY, "Ashworth");
  window_scene_assert_text (window, 1, MARATHON_FIELD_GIVEN, "Amy");
  window_scene_assert_text (window, 0, MARATHON_FIELD_GIVEN, "Ann");
  window_scene_discard (window);
}

static void
test_delete_key (void)
{
  MarathonWindow *window = window_scene_new_event ("village-10k");

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  /* In a field the key deletes text. */
  window_scene_press (window, "Home Delete");
  g_assert_cmpuint (window_scene_count_entrants (window), ==, 2);
  window_scene_press (window, "Escape Escape");
  window_scene_press (window, "Delete");
  display_scene_wait_until (window_scene_count_entrants (window) == 1);
  g_assert_cmpuint (marathon_entrants_model_get_n_selected (window_scene_get_model (window)), ==, 1);
  window_scene_press (window, "<Control>z");
  display_scene_wait_until (window_scene_count_entrants (window) == 2);
  window_scene_discard (window);
}

/* --- Many at once --- */

typedef struct {
  const char *name;   /* of the test */
  const char *button; /* above the table, with a menu where there is a choice */
  const char *choice; /* in its menu */
  const char *action; /* where no button does it */
  guint field;
  const char *values[2]; /* of the two selected, after it; before it they have none */
  const char *step;
  const char *toast;
} Bulk;

static const Bulk bulks[] = {
  { "category", "_Category", "Women", NULL, MARATHON_FIELD_CATEGORY, { "women", "women" },
    "Change Category of 2 Entrants", "Category of 2 entrants: Women" },
  { "wave", "_Wave", "Wave 2", NULL, MARATHON_FIELD_WAVE, { "steady", "steady" },
    "Change Wave of 2 Entrants", "Wave of 2 entrants: Wave 2" },
  { "status", "_Status", "_Deferred", NULL, MARATHON_FIELD_STATUS, { "deferred", "deferred" },
    "Change Status of 2 Entrants", "Status of 2 entrants: Deferred" },
  { "bibs", "Assign Next _Bibs", NULL, NULL, MARATHON_FIELD_BIB, { "1", "2" },
    "Assign 2 Bibs", "2 bibs assigned" },
  { "withdraw", NULL, NULL, "entrants.withdraw", MARATHON_FIELD_STATUS, { "withdrawn", "withdrawn" },
    "Withdraw 2 Entrants", "2 entrants withdrawn" },
};

/* Activates the item of that label in a menu or in a section of it. */
static gboolean
choose_item (GtkWidget *widget, GMenuModel *menu, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *text = NULL;
      g_autofree char *action = NULL;

      if (section != NULL && choose_item (widget, section, label))
        return TRUE;
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text) || !g_str_equal (text, label))
        continue;
      g_assert_true (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action));
      g_assert_true (gtk_widget_activate_action_variant (widget, action, target));
      return TRUE;
    }
  return FALSE;
}

static void
do_bulk (MarathonWindow *window, const Bulk *bulk)
{
  GtkWidget *bar = display_scene_find_id (GTK_WIDGET (window), "selection_bar");

  display_scene_wait_until (gtk_widget_get_mapped (bar) && gtk_revealer_get_child_revealed (GTK_REVEALER (bar)));
  if (bulk->button == NULL)
    window_scene_act (window, bulk->action, NULL);
  else if (bulk->choice == NULL)
    display_scene_click (display_scene_find_text (bar, GTK_TYPE_BUTTON, bulk->button));
  else
    {
      GtkWidget *button = display_scene_find_text (bar, GTK_TYPE_MENU_BUTTON, bulk->button);

      g_assert_true (choose_item (button, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), bulk->choice));
      display_scene_settle ();
    }
}

/* One step for those selected, told in a toast whose button takes it back. */
static void
test_many_at_once (gconstpointer data)
{
  const Bulk *bulk = data;
  MarathonWindow *window = window_scene_new_event ("village-10k");
  g_autofree char *toast = NULL;
  guint64 before;

  window_scene_enter_person (window, "Ashworth", "Ann");
  window_scene_enter_person (window, "Birch", "Ben");
  window_scene_enter_person (window, "Çelik", "Deniz");
  before = marathon_history_get_state (window_scene_get_history (window));
  marathon_entrants_model_select_positions (window_scene_get_model (window), (guint32[]) { 0, 1 }, 2);

  do_bulk (window, bulk);
  for (guint i = 0; i < 2; i++)
    window_scene_assert_text (window, i, bulk->field, bulk->values[i]);
  window_scene_assert_text (window, 2, bulk->field, "");
  g_assert_cmpstr (marathon_history_get_undo_label (window_scene_get_history (window)), ==, bulk->step);
  toast = display_scene_get_toast (GTK_WIDGET (window));
  g_assert_cmpstr (toast, ==, bulk->toast);

  display_scene_click_toast (GTK_WIDGET (window));
  g_assert_cmpuint (marathon_history_get_state (window_scene_get_history (window)), ==, before);
  for (guint i = 0; i < 3; i++)
    window_scene_assert_text (window, i, bulk->field, "");
  g_assert_cmpstr (marathon_history_get_redo_label (window_scene_get_history (window)), ==, bulk->step);
  window_scene_discard (window);
}

int
main (int argc, char **argv)
{
  window_scene_init (&argc, &argv);
  g_test_add_func ("/window/searches-as-one-types", test_searches_as_one_types);
  g_test_add_func ("/window/enter-goes-to-whose-bib-it-is", test_whose_bib_it_is);
  g_test_add_func ("/window/who-is-hidden-is-selected-no-more", test_who_is_hidden_is_selected_no_more);
  g_test_add_func ("/window/who-is-asked-for-is-selected", test_who_is_asked_for_is_selected);
  g_test_add_func ("/window/enters-one-like-another", test_new_one_like_another);
  g_test_add_func ("/window/the-delete-key-deletes-text-in-a-field-and-people-in-the-table", test_delete_key);
  for (gsize i = 0; i < G_N_ELEMENTS (bulks); i++)
    {
      g_autofree char *path = g_strconcat ("/window/many-at-once/", bulks[i].name, NULL);

      g_test_add_data_func (path, &bulks[i], test_many_at_once);
    }
  return display_scene_run ();
}
