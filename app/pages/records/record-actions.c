/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to the records of a page: each one undoable step.
 */
#include "pages/records/record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "editing/record-names.h"
#include "editing/record-suggestion.h"
#include "editing/record-use.h"
#include "widgets/question.h"

static MarathonHistory *
get_history (MarathonRecordPane *pane)
{
  return marathon_document_get_history (pane->document);
}

MarathonListId
marathon_record_pane_get_list_of (MarathonRecordPane *pane, MarathonRecord *record)
{
  return G_OBJECT_TYPE (record) == marathon_list_get_type_of (pane->kind->list) ? pane->kind->list : pane->kind->groups;
}

static MarathonRecordList *
get_list (MarathonRecordPane *pane, MarathonListId list)
{
  return marathon_event_get_list (marathon_record_pane_get_event (pane), list);
}

/* Whether there is an event, and what is being typed is in it. */
static gboolean
is_ready (MarathonRecordPane *pane)
{
  return pane->document != NULL && marathon_page_commit (pane->page);
}

/* Goes to a new record's name in the form. */
static void
enter_record (MarathonRecordPane *pane, MarathonRecord *record)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "win.show-page", "s", gtk_widget_get_name (GTK_WIDGET (pane->page)));
  marathon_record_pane_sync (pane);
  marathon_record_pane_select (pane, record);
  marathon_record_pane_focus_form (pane);
}

/* --- Adding --- */

void
marathon_record_pane_add (MarathonRecordPane *pane, MarathonListId list)
{
  g_autoptr (MarathonRecordSuggestion) suggestion = NULL;
  g_autoptr (GError) error = NULL;
  guint position = G_MAXUINT;
  MarathonRecord *added;

  if (!is_ready (pane))
    return;
  /* A new category is for everybody yet: further up it would take all people from those below it. */
  if (list != MARATHON_LIST_CATEGORIES && pane->selected != NULL
      && marathon_record_pane_get_list_of (pane, pane->selected) == list)
    position = marathon_record_list_get_position (get_list (pane, list), pane->selected) + 1;
  suggestion = marathon_record_suggest (marathon_record_pane_get_event (pane), list, pane->selected);
  if (marathon_record_add (get_history (pane), list, position, suggestion->name,
                           (const MarathonColumnText *)(gpointer)suggestion->values->data, suggestion->values->len,
                           &added, &error))
    enter_record (pane, added);
  else
    marathon_page_tell_error (pane->page, error);
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_record_pane_add (data, MARATHON_RECORD_PANE (data)->kind->list);
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonRecordPane *pane = data;
  g_autoptr (GError) error = NULL;
  MarathonListId list;
  MarathonRecord *added;

  if (!is_ready (pane) || pane->selected == NULL)
    return;
  list = marathon_record_pane_get_list_of (pane, pane->selected);
  if (marathon_record_duplicate (get_history (pane), list,
                                 marathon_record_list_get_position (get_list (pane, list), pane->selected), &added,
                                 &error))
    enter_record (pane, added);
  else
    marathon_page_tell_error (pane->page, error);
}

/* --- Deleting --- */

static void
delete_record (MarathonRecordPane *pane, MarathonRecord *record)
{
  MarathonListId list = marathon_record_pane_get_list_of (pane, record);
  guint position = marathon_record_list_get_position (get_list (pane, list), record);
  g_autofree char *name = marathon_record_get_full_name (marathon_record_pane_get_event (pane), record);
  g_autofree char *told = g_strdup_printf (_ ("Deleted %s"), name);
  g_autoptr (GError) error = NULL;

  if (position == G_MAXUINT)
    return;
  if (marathon_record_delete (get_history (pane), list, position, &error))
    marathon_page_tell (pane->page, told, TRUE);
  else
    marathon_page_tell_error (pane->page, error);
}

static void
on_delete_answered (const char *answer, gpointer data)
{
  MarathonRecordPane *pane = data;
  g_autoptr (MarathonRecord) record = g_steal_pointer (&pane->deleting);

  if (record != NULL && pane->document != NULL && g_str_equal (answer, "delete"))
    delete_record (pane, record);
  g_object_unref (pane);
}

static void
ask_delete (MarathonRecordPane *pane, const char *use)
{
  const MarathonAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "delete", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *name = marathon_record_get_full_name (marathon_record_pane_get_event (pane), pane->selected);
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), name);

  g_set_object (&pane->deleting, pane->selected);
  marathon_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (pane))), heading, use, answers, G_N_ELEMENTS (answers),
                on_delete_answered, g_object_ref (pane));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonRecordPane *pane = data;
  g_autofree char *use = NULL;

  if (!is_ready (pane) || pane->selected == NULL)
    return;
  use = marathon_record_describe_use (marathon_record_pane_get_event (pane),
                                      marathon_record_pane_get_list_of (pane, pane->selected), pane->selected);
  if (*use != '\0')
    ask_delete (pane, use);
  else
    delete_record (pane, pane->selected);
}

/* --- Moving --- */

/* The handle of the group that the record stands below; 0 for none. */
static guint32
get_group (MarathonRecordPane *pane, MarathonRecord *record)
{
  MarathonRecordList *groups;

  if (pane->kind->groups == MARATHON_N_LISTS)
    return 0;
  groups = get_list (pane, pane->kind->groups);
  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    {
      guint32 handle = marathon_record_get_handle (marathon_record_list_get (groups, i));

      if (marathon_record_refers_to (record, pane->kind->groups, handle))
        return handle;
    }
  return 0;
}

/* The position of the record that the one selected changes places with; G_MAXUINT at the end of its group. */
static guint
find_neighbour (MarathonRecordPane *pane, int step, guint *from)
{
  MarathonListId id = marathon_record_pane_get_list_of (pane, pane->selected);
  MarathonRecordList *list = get_list (pane, id);
  gboolean is_grouped = id != pane->kind->groups;
  guint32 group = is_grouped ? get_group (pane, pane->selected) : 0;

  *from = marathon_record_list_get_position (list, pane->selected);
  for (guint i = *from + (guint) step; i < marathon_record_list_get_size (list); i += (guint) step)
    if (!is_grouped || get_group (pane, marathon_record_list_get (list, i)) == group)
      return i;
  return G_MAXUINT;
}

static void
move (MarathonRecordPane *pane, int step)
{
  g_autoptr (GError) error = NULL;
  guint from, to;

  if (!is_ready (pane) || pane->selected == NULL)
    return;
  to = find_neighbour (pane, step, &from);
  if (to != G_MAXUINT
      && !marathon_record_move (get_history (pane), marathon_record_pane_get_list_of (pane, pane->selected), from, to,
                                &error))
    marathon_page_tell_error (pane->page, error);
}

static void
on_move_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, -1);
}

static void
on_move_down (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, 1);
}

/* --- Who is in it --- */

static void
on_show_entrants (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonRecordPane *pane = data;
  g_autofree char *query = NULL;

  if (pane->selected == NULL)
    return;
  query = g_strdup_printf ("%s:%s", pane->kind->query, marathon_record_get_key (pane->selected));
  marathon_page_show_page (pane->page, "entrants", query);
}

/* --- All of them --- */

static const GActionEntry entries[] = {
  { "add", on_add },         { "duplicate", on_duplicate }, { "delete", on_delete },
  { "move-up", on_move_up }, { "move-down", on_move_down }, { "show-entrants", on_show_entrants },
};

void
marathon_record_pane_add_actions (MarathonRecordPane *pane)
{
  g_action_map_add_action_entries (G_ACTION_MAP (marathon_page_get_actions (pane->page)), entries,
                                   G_N_ELEMENTS (entries), pane);
  marathon_record_pane_update_actions (pane);
}

static void
enable (MarathonRecordPane *pane, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (marathon_page_get_actions (pane->page)), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
marathon_record_pane_update_actions (MarathonRecordPane *pane)
{
  gboolean has_one = pane->selected != NULL && pane->document != NULL;
  guint from;

  if (pane->page == NULL || marathon_page_get_actions (pane->page) == NULL)
    return;
  marathon_page_enable_edit (pane->page, "add", pane->document != NULL);
  marathon_page_enable_edit (pane->page, "duplicate", has_one);
  marathon_page_enable_edit (pane->page, "delete", has_one);
  marathon_page_enable_edit (pane->page, "move-up", has_one && find_neighbour (pane, -1, &from) != G_MAXUINT);
  marathon_page_enable_edit (pane->page, "move-down", has_one && find_neighbour (pane, 1, &from) != G_MAXUINT);
  enable (pane, "show-entrants",
          has_one && pane->kind->query != NULL
              && marathon_record_pane_get_list_of (pane, pane->selected) == pane->kind->list);
}
