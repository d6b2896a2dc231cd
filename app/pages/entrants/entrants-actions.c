/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions "entrants.*": what can be done to those selected, each one undoable step, told in one toast.
 */
#include "pages/entrants/entrants-page-private.h"

#include <glib/gi18n-lib.h>

#include "document/today.h"
#include "editing/entrant-edits.h"
#include "model/entrant-display.h"

static MarathonHistory *
get_history (MarathonEntrantsPage *page)
{
  return marathon_document_get_history (marathon_page_get_document (MARATHON_PAGE (page)));
}

/* --- Those selected --- */

/* Puts what is being typed into the event first, as it may concern those selected. %NULL where that was refused or
 * nobody is selected. */
static GArray *
take_selected (MarathonEntrantsPage *page)
{
  g_autoptr (GArray) selected = NULL;

  if (page->model == NULL || !marathon_entrant_form_commit (page->form))
    return NULL;
  selected = marathon_entrants_model_get_selected (page->model);
  return selected->len > 0 ? g_steal_pointer (&selected) : NULL;
}

static const guint32 *
get_positions (const GArray *selected)
{
  return (const guint32 *) (gconstpointer) selected->data;
}

/* After an edit: @told (transfer full) tells what became of those selected, with Undo; nothing where nothing changed.
 * */
static void
tell_step (MarathonEntrantsPage *page, guint64 state_before, gboolean done, const GError *error, char *told)
{
  if (!done)
    marathon_page_tell_error (MARATHON_PAGE (page), error);
  else if (marathon_history_get_state (get_history (page)) != state_before)
    marathon_page_tell (MARATHON_PAGE (page), told, TRUE);
  g_free (told);
}

/* "Category of 5 entrants: Elite men" */
static char *
tell_field (MarathonEvent *event, const MarathonFieldInfo *info, guint32 position, guint n)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *whose = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant", "%u entrants", n), n);

  marathon_entrant_append_display (event, marathon_roster_get (marathon_event_get_roster (event), position), info, value);
  /* Translators: field, of how many, new value: "Category of 5 entrants: Elite men" */
  return g_strdup_printf (_ ("%s of %s: %s"), _ (info->label), whose, value->len > 0 ? value->str : _ ("none"));
}

static void
set_field (MarathonEntrantsPage *page, guint field, const char *text)
{
  g_autoptr (GArray) selected = take_selected (page);
  const MarathonFieldInfo *info;
  MarathonHistory *history;
  g_autoptr (GError) error = NULL;
  guint64 state;
  gboolean done;

  if (selected == NULL)
    return;
  history = get_history (page);
  info = marathon_event_get_field (marathon_history_get_event (history), field);
  state = marathon_history_get_state (history);
  done = marathon_entrants_set_field (history, get_positions (selected), selected->len, info, text, &error);
  tell_step (page, state, done, error,
             tell_field (marathon_history_get_event (history), info, get_positions (selected)[0], selected->len));
}

static void
on_set_category (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_field (data, MARATHON_FIELD_CATEGORY, g_variant_get_string (parameter, NULL));
}

static void
on_set_wave (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_field (data, MARATHON_FIELD_WAVE, g_variant_get_string (parameter, NULL));
}

static void
on_set_status (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_field (data, MARATHON_FIELD_STATUS, g_variant_get_string (parameter, NULL));
}

static void
on_withdraw (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;
  g_autoptr (GArray) selected = take_selected (page);
  g_autoptr (GError) error = NULL;
  guint64 state;
  gboolean done;

  if (selected == NULL)
    return;
  state = marathon_history_get_state (get_history (page));
  done = marathon_entrants_withdraw (get_history (page), get_positions (selected), selected->len, &error);
  tell_step (page, state, done, error,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant withdrawn", "%u entrants withdrawn", selected->len),
                              selected->len));
}

/* Who works down a list goes on with the next one. */
static void
select_row (MarathonEntrantsPage *page, guint row)
{
  guint n_shown;

  marathon_entrants_model_settle (page->model);
  n_shown = marathon_entrants_model_get_n_shown (page->model);
  if (row != GTK_INVALID_LIST_POSITION && n_shown > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (page->model), MIN (row, n_shown - 1), TRUE);
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;
  g_autoptr (GArray) selected = take_selected (page);
  g_autoptr (GError) error = NULL;
  guint64 state;
  gboolean done;
  guint row;

  if (selected == NULL)
    return;
  row = selected->len == 1 ? marathon_entrants_model_find_row (page->model, get_positions (selected)[0])
                           : GTK_INVALID_LIST_POSITION;
  state = marathon_history_get_state (get_history (page));
  done = marathon_entrants_delete (get_history (page), get_positions (selected), selected->len, &error);
  tell_step (page, state, done, error,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entrant deleted", "%u entrants deleted", selected->len),
                              selected->len));
  if (done)
    select_row (page, row);
}

static void
on_assign_bibs (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;
  g_autoptr (GArray) selected = take_selected (page);
  g_autoptr (GError) error = NULL;
  guint64 state;
  guint n = 0;
  gboolean done;

  if (selected == NULL)
    return;
  state = marathon_history_get_state (get_history (page));
  done = marathon_entrants_assign_bibs (get_history (page), get_positions (selected), selected->len, &n, &error);
  if (done && n == 0)
    marathon_page_tell (MARATHON_PAGE (page), _ ("Nobody got a bib: they have one, or no block of numbers is for them"), FALSE);
  else
    tell_step (page, state, done, error, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bib assigned", "%u bibs assigned", n), n));
}

/* --- New entrants --- */

static void
show_details (MarathonEntrantsPage *page)
{
  adw_flap_set_reveal_flap (page->flap, TRUE);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;

  if (page->model == NULL || !marathon_entrant_form_commit (page->form))
    return;
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-page", "s", gtk_widget_get_name (GTK_WIDGET (page)));
  marathon_entrants_model_select_positions (page->model, NULL, 0);
  show_details (page);
  marathon_entrant_form_start_new (page->form);
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;
  g_autoptr (GArray) selected = take_selected (page);
  g_autoptr (GError) error = NULL;
  MarathonDate today;
  guint64 id;

  if (selected == NULL || selected->len != 1)
    return;
  today = marathon_today_of_event (marathon_history_get_event (get_history (page)));
  if (!marathon_entrant_add_like (get_history (page), g_array_index (selected, guint32, 0), &page->ids, today, &id, &error))
    {
      marathon_page_tell_error (MARATHON_PAGE (page), error);
      return;
    }
  show_details (page);
  marathon_entrants_page_show_position (page, marathon_entrants_model_get_n_all (page->model) - 1);
  marathon_entrant_form_focus (page->form, "given");
}

static void
on_add_guide (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;

  if (page->model == NULL || marathon_entrant_form_get_entrant (page->form) == 0)
    return;
  show_details (page);
  marathon_entrant_form_add_guide (page->form);
}

/* --- Moving about --- */

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonEntrantsPage *page = data;

  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-page", "s", gtk_widget_get_name (GTK_WIDGET (page)));
  marathon_filter_bar_start_search (page->filters);
}

static void
on_clear_filters (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_filter_bar_clear (MARATHON_ENTRANTS_PAGE (data)->filters);
}

/* To the row beside the one selected, the form staying where the keyboard is. */
static void
move_selection (MarathonEntrantsPage *page, int step)
{
  g_autoptr (GArray) selected = NULL;
  guint n_shown, row;

  if (page->model == NULL || !marathon_entrant_form_commit (page->form))
    return;
  selected = marathon_entrants_model_get_selected (page->model);
  n_shown = marathon_entrants_model_get_n_shown (page->model);
  row = selected->len == 1 ? marathon_entrants_model_find_row (page->model, g_array_index (selected, guint32, 0))
                           : GTK_INVALID_LIST_POSITION;
  if (n_shown == 0 || (row == 0 && step < 0) || (row == n_shown - 1 && step > 0))
    return;
  row = row == GTK_INVALID_LIST_POSITION ? 0 : row + (guint) step;
  marathon_entrants_page_show_position (page, marathon_entrants_model_get_position (page->model, row));
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_selection (data, 1);
}

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_selection (data, -1);
}

static void
on_choose_columns (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_entrants_table_choose_columns (MARATHON_ENTRANTS_PAGE (data)->table);
}

static const GActionEntry entries[] = {
  { "new", on_new },
  { "duplicate", on_duplicate },
  { "add-guide", on_add_guide },
  { "search", on_search },
  { "clear-filters", on_clear_filters },
  { "next", on_next },
  { "previous", on_previous },
  { "choose-columns", on_choose_columns },
  { "delete", on_delete },
  { "withdraw", on_withdraw },
  { "assign-bibs", on_assign_bibs },
  { "set-category", on_set_category, "s" },
  { "set-wave", on_set_wave, "s" },
  { "set-status", on_set_status, "s" },
};

void
marathon_entrants_page_add_actions (MarathonEntrantsPage *page)
{
  GActionMap *actions = G_ACTION_MAP (marathon_page_get_actions (MARATHON_PAGE (page)));
  g_autoptr (GPropertyAction) details = g_property_action_new ("show-details", page->flap, "reveal-flap");

  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), page);
  g_action_map_add_action (actions, G_ACTION (details));
  g_signal_connect (page, "notify::read-only", G_CALLBACK (marathon_entrants_page_update_actions), NULL);
  marathon_entrants_page_update_actions (page);
}

static void
enable (GActionMap *actions, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)), enabled);
}

void
marathon_entrants_page_update_actions (MarathonEntrantsPage *page)
{
  const char *const for_some[] = { "delete", "withdraw", "assign-bibs", "set-category", "set-wave", "set-status" };
  GActionMap *actions = G_ACTION_MAP (marathon_page_get_actions (MARATHON_PAGE (page)));
  guint n = page->model != NULL ? marathon_entrants_model_get_n_selected (page->model) : 0;
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (page));

  for (gsize i = 0; i < G_N_ELEMENTS (for_some); i++)
    marathon_page_enable_edit (MARATHON_PAGE (page), for_some[i], n > 0);
  marathon_page_enable_edit (MARATHON_PAGE (page), "new", TRUE);
  marathon_page_enable_edit (MARATHON_PAGE (page), "add-guide", n == 1);
  /* Their keys mean the records of another page there. */
  marathon_page_enable_edit (MARATHON_PAGE (page), "duplicate", n == 1 && is_seen);
  enable (actions, "next", is_seen);
  enable (actions, "previous", is_seen);
}
