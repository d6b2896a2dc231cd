/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check-in sheets: the alphabetical list with boxes to tick, a sheet for each range of letters, so that several desks share the work.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "printing/list-letters.h"

/* Letters share a sheet up to so many people: a quarter of an hour's queue for one desk. */
#define SHEET_ENTRANTS 150

/* The people under one letter: positions[start] up to but without positions[end]. */
typedef struct {
  const char *letter;
  guint start;
  guint end;
} Letter;

static const char *
find_letter (MarathonListBuilder *builder, MarathonListLetters *letters, guint index)
{
  const MarathonEntrant *entrant = marathon_list_builder_get (builder, g_array_index (builder->positions, guint32, index));

  if (marathon_list_text_get_publish (builder->text, entrant) != MARATHON_PUBLISH_FULL)
    return NULL;
  return marathon_list_letters_find (letters, marathon_list_get_sort_text (builder->event, entrant));
}

static GArray *
find_letters (MarathonListBuilder *builder)
{
  g_autoptr (MarathonCollation) collation = marathon_collation_new (marathon_event_get_info (builder->event)->language);
  g_autoptr (MarathonListLetters) letters = marathon_list_letters_new (collation);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Letter));

  for (guint i = 0; i < builder->positions->len; i++)
    {
      const char *letter = find_letter (builder, letters, i);
      Letter *last = found->len > 0 ? &g_array_index (found, Letter, found->len - 1) : NULL;

      if (last != NULL && g_strcmp0 (last->letter, letter) == 0)
        last->end = i + 1;
      else
        {
          Letter next = { g_intern_string (letter), i, i + 1 };

          g_array_append_val (found, next);
        }
    }
  return found;
}

static const char *
describe (const char *letter)
{
  return letter == NULL ? _ ("Names not published") : *letter == '\0' ? _ ("Without a name") : letter;
}

static void
add_sheet (MarathonListBuilder *builder, const Letter *first, const Letter *last)
{
  g_autofree char *heading = first->letter == last->letter
                               ? g_strdup (describe (first->letter))
                               : g_strdup_printf ("%s – %s", describe (first->letter), describe (last->letter));
  MarathonReportSection section = { .heading = heading, .page_break_before = TRUE };
  const guint32 *positions = (const guint32 *) (gpointer) builder->positions->data;

  marathon_list_builder_begin_section (builder, &section);
  marathon_list_builder_add_entrants (builder, positions + first->start, last->end - first->start);
}

/* Notes are long and few: as a column they would take the room of the names. */
static void
append_note (MarathonListBuilder *builder, const MarathonEntrant *entrant, MarathonPublish publish, GString *out)
{
  if (marathon_list_column_is_for (MARATHON_LIST_COLUMN_NOTE, builder->text))
    marathon_list_column_append (MARATHON_LIST_COLUMN_NOTE, builder->text, entrant, publish, out);
}

void
marathon_list_build_check_in (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_TICK,     MARATHON_LIST_COLUMN_NAME,  MARATHON_LIST_COLUMN_BIB,  MARATHON_LIST_COLUMN_BORN,
    MARATHON_LIST_COLUMN_SEX,      MARATHON_LIST_COLUMN_CLUB,  MARATHON_LIST_COLUMN_WAVE, MARATHON_LIST_COLUMN_CATEGORY,
    MARATHON_N_LIST_COLUMNS,
  };
  g_autoptr (GArray) letters = NULL;
  guint first = 0;

  marathon_list_sort_by_name (builder->text, builder->positions);
  letters = find_letters (builder);
  marathon_list_builder_add_columns (builder, columns);
  marathon_list_builder_note_with (builder, append_note, NULL, NULL);
  for (guint i = 1; i <= letters->len; i++)
    {
      const Letter *start = &g_array_index (letters, Letter, first);

      if (i < letters->len && g_array_index (letters, Letter, i).end - start->start <= SHEET_ENTRANTS)
        continue;
      add_sheet (builder, start, &g_array_index (letters, Letter, i - 1));
      first = i;
    }
}
