/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The difference of two events: the order of its lines, each of which must be possible where it stands.
 */
#include "editing/event-difference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/format-error.h"
#include "formats/project-format.h"
#include "model/custom-field.h"

/* --- Whether there can be lines --- */

static gboolean
is_same_unknown (MarathonEvent *from, MarathonEvent *to, const char *container)
{
  g_autofree char *attributes = g_strconcat (MARATHON_PROJECT_ATTRIBUTES, container, NULL);

  return strcmp (marathon_event_get_unknown (from, container), marathon_event_get_unknown (to, container)) == 0
         && strcmp (marathon_event_get_unknown (from, attributes), marathon_event_get_unknown (to, attributes)) == 0;
}

static gboolean
is_same_unknown_record (MarathonRecord *a, MarathonRecord *b)
{
  return strcmp (marathon_record_get_unknown_attributes (a), marathon_record_get_unknown_attributes (b)) == 0
         && strcmp (marathon_record_get_unknown_content (a), marathon_record_get_unknown_content (b)) == 0;
}

/* The list itself, and the records that are in both. */
static gboolean
is_same_unknown_list (MarathonEvent *from, MarathonEvent *to, MarathonListId id)
{
  MarathonRecordList *list = marathon_event_get_list (from, id);

  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);
      MarathonRecord *other
          = marathon_record_list_find (marathon_event_get_list (to, id), marathon_record_get_key (record));

      if (other != NULL && !is_same_unknown_record (record, other))
        return FALSE;
    }
  return is_same_unknown (from, to, marathon_list_get_name (id));
}

static gboolean
is_all_known (MarathonEvent *from, MarathonEvent *to)
{
  guint minor = marathon_event_get_newer_minor (from);

  if (minor != marathon_event_get_newer_minor (to))
    return FALSE;
  if (minor == 0)
    return TRUE;
  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    if (!is_same_unknown_record (marathon_event_get_single (from, id), marathon_event_get_single (to, id)))
      return FALSE;
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (!is_same_unknown_list (from, to, id))
      return FALSE;
  return is_same_unknown (from, to, "") && is_same_unknown (from, to, MARATHON_PROJECT_ENTRANTS)
         && is_same_unknown (from, to, MARATHON_PROJECT_BIN);
}

gboolean
marathon_event_difference_check (MarathonEvent *from, MarathonEvent *to, GError **error)
{
  if (is_all_known (from, to))
    return TRUE;
  g_set_error_literal (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_VERSION,
                       _ ("A newer version of Marathon left something in one of the two that this version cannot "
                          "change. Open the earlier "
                          "version as a file of its own."));
  return FALSE;
}

/* --- Making --- */

/* Custom fields that go take the values with them; one that gets another type would not understand those that it has.
 */
static GPtrArray *
list_dropped_customs (MarathonEvent *from, MarathonEvent *to)
{
  MarathonRecordList *old = marathon_event_get_list (from, MARATHON_LIST_CUSTOM_FIELDS);
  MarathonRecordList *new = marathon_event_get_list (to, MARATHON_LIST_CUSTOM_FIELDS);
  GPtrArray *dropped = g_ptr_array_new ();

  for (guint i = 0; i < marathon_record_list_get_size (old); i++)
    {
      MarathonCustomField *custom = marathon_record_list_get (old, i);
      MarathonCustomField *other = marathon_record_list_find (new, marathon_record_get_key (MARATHON_RECORD (custom)));

      if (other == NULL || other->type != custom->type)
        g_ptr_array_add (dropped, custom);
    }
  return dropped;
}

static GArray *
list_fields (MarathonEvent *from, MarathonEvent *to, GPtrArray *dropped)
{
  GArray *fields = marathon_edit_output_list_fields (from, to);

  for (guint i = 0; i < dropped->len; i++)
    {
      guint field = MARATHON_FIELD_CUSTOM + marathon_record_get_handle (g_ptr_array_index (dropped, i));

      for (guint f = 0; f < fields->len; f++)
        {
          MarathonFieldPair *pair = &g_array_index (fields, MarathonFieldPair, f);

          if (pair->before != NULL && pair->before->field == field)
            pair->before = NULL;
        }
    }
  return fields;
}

static void
ignore_line (const char *line, gsize length, gpointer user_data)
{
}

static void
write_steps (MarathonDifference *difference)
{
  /* 1. What names an entrant who goes, or holds a bib that somebody needs, lets go of it. */
  marathon_difference_free_bibs (difference);
  marathon_difference_remove_records (difference, TRUE);
  marathon_difference_free_entrants (difference);
  marathon_difference_remove_entrants (difference);
  /* 2. There are all records that entrants will name; fields that are gone make room for others. */
  marathon_difference_remove_customs (difference);
  marathon_difference_change_singles (difference);
  marathon_difference_bring_records (difference, FALSE);
  /* 3. Entrants: first those who stay, since the others take bibs from them. */
  marathon_difference_change_entrants (difference);
  marathon_difference_insert_entrants (difference);
  marathon_difference_finish_guides (difference);
  /* 4. Who names the entrants that are there now; what nobody names any more. */
  marathon_difference_bring_records (difference, TRUE);
  marathon_difference_remove_records (difference, FALSE);
  marathon_difference_give_bibs (difference);
  marathon_difference_move_records (difference);
}

void
marathon_event_difference_write (MarathonEvent *from, MarathonEvent *to, MarathonEditLineFunc func, gpointer user_data,
                                 MarathonEventDifference *difference)
{
  MarathonDifference writing = { .from = from, .to = to, .counts = difference };

  *difference = (MarathonEventDifference) { 0 };
  g_return_if_fail (is_all_known (from, to));
  writing.dropped = list_dropped_customs (from, to);
  writing.fields = list_fields (from, to, writing.dropped);
  marathon_edit_output_init (&writing.output, func != NULL ? func : ignore_line, user_data);
  marathon_sameness_init (&writing.sameness, from, to, writing.dropped);
  marathon_difference_match_entrants (&writing);
  marathon_difference_match_records (&writing);

  write_steps (&writing);

  marathon_difference_clear_records (&writing);
  marathon_difference_clear_entrants (&writing);
  marathon_sameness_clear (&writing.sameness);
  marathon_edit_output_clear (&writing.output);
  g_array_unref (writing.fields);
  g_ptr_array_unref (writing.dropped);
}
