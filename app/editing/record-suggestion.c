/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Suggestions for new records.
 */
#include "editing/record-suggestion.h"

#include <glib/gi18n-lib.h>

#include "editing/record-names.h"
#include "model/start.h"
#include "model/wave.h"

#define DAY (24 * 60 * 60)

static void
take_value (MarathonRecordSuggestion *suggestion, const char *column, char *text)
{
  MarathonColumnText value = { column, text };

  g_array_append_val (suggestion->values, value);
  g_ptr_array_add (suggestion->texts, text);
}

static void
copy_value (MarathonRecordSuggestion *suggestion, MarathonRecord *record, const char *column)
{
  take_value (suggestion, column,
              g_strdup (marathon_record_get_text (record, (guint) marathon_record_find_column (record, column))));
}

/* --- Names --- */

static gboolean
is_taken (MarathonRecordList *list, const char *name)
{
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    if (g_str_equal (marathon_record_get_name (marathon_record_list_get (list, i)), name))
      return TRUE;
  return FALSE;
}

/* "New Wave", "New Wave 2", … */
static char *
make_name (MarathonEvent *event, MarathonListId list)
{
  /* Translators: a new thing of that kind: "New Category" */
  g_autofree char *first = g_strdup_printf (_ ("New %s"), marathon_list_get_label (list));
  char *name = g_strdup (first);

  for (guint i = 2; is_taken (marathon_event_get_list (event, list), name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", first, i);
    }
  return name;
}

/* --- Waves --- */

/* The last wave of @start that is before @before in the list; %NULL for none. */
static MarathonWave *
find_wave_before (MarathonEvent *event, guint32 start, guint before)
{
  MarathonRecordList *list = marathon_event_get_list (event, MARATHON_LIST_WAVES);

  for (guint i = before; i-- > 0;)
    {
      MarathonWave *wave = marathon_record_list_get (list, i);

      if (wave->start == start)
        return wave;
    }
  return NULL;
}

static char *
suggest_time (MarathonEvent *event, MarathonWave *wave)
{
  guint position = marathon_record_list_get_position (marathon_event_get_list (event, MARATHON_LIST_WAVES),
                                                      MARATHON_RECORD (wave));
  MarathonWave *before = find_wave_before (event, wave->start, position);
  int step = 0;

  if (wave->time == MARATHON_CLOCK_NONE)
    return g_strdup ("");
  if (before != NULL && before->time != MARATHON_CLOCK_NONE)
    step = MAX (wave->time - before->time, 0);
  return marathon_clock_format (wave->time + step < DAY ? wave->time + step : wave->time);
}

static void
follow_wave (MarathonRecordSuggestion *suggestion, MarathonEvent *event, MarathonWave *wave)
{
  MarathonRecord *record = MARATHON_RECORD (wave);

  suggestion->name = marathon_record_make_next_name (event, MARATHON_LIST_WAVES, record);
  copy_value (suggestion, record, "start");
  take_value (suggestion, "time", suggest_time (event, wave));
  copy_value (suggestion, record, "capacity");
  copy_value (suggestion, record, "headroom");
  take_value (suggestion, "from", marathon_time_format (wave->to));
  copy_value (suggestion, record, "categories");
  copy_value (suggestion, record, "routes");
}

static void
suggest_wave (MarathonRecordSuggestion *suggestion, MarathonEvent *event, MarathonRecord *like)
{
  guint n = marathon_record_list_get_size (marathon_event_get_list (event, MARATHON_LIST_WAVES));
  MarathonWave *last = MARATHON_IS_START (like) ? find_wave_before (event, marathon_record_get_handle (like), n) : NULL;

  if (MARATHON_IS_WAVE (like))
    follow_wave (suggestion, event, MARATHON_WAVE (like));
  else if (last != NULL)
    follow_wave (suggestion, event, last);
  else if (MARATHON_IS_START (like))
    {
      suggestion->name = g_strdup_printf ("%s 1", marathon_record_get_name (like));
      take_value (suggestion, "start", g_strdup (marathon_record_get_key (like)));
    }
  else
    suggestion->name = make_name (event, MARATHON_LIST_WAVES);
}

/* --- Public functions --- */

MarathonRecordSuggestion *
marathon_record_suggest (MarathonEvent *event, MarathonListId list, MarathonRecord *like)
{
  MarathonRecordSuggestion *suggestion = g_new0 (MarathonRecordSuggestion, 1);

  suggestion->values = g_array_new (FALSE, FALSE, sizeof (MarathonColumnText));
  suggestion->texts = g_ptr_array_new_with_free_func (g_free);
  if (list == MARATHON_LIST_WAVES)
    suggest_wave (suggestion, event, like);
  else
    suggestion->name = make_name (event, list);
  return suggestion;
}

void
marathon_record_suggestion_free (MarathonRecordSuggestion *suggestion)
{
  g_free (suggestion->name);
  g_array_unref (suggestion->values);
  g_ptr_array_unref (suggestion->texts);
  g_free (suggestion);
}
