/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The alphabetical list, to find a bib by a name: a section for each letter of the event's alphabet.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "printing/list-letters.h"

static const char *
make_heading (MarathonListBuilder *builder, MarathonListLetters *letters, const MarathonEntrant *entrant)
{
  const char *letter;

  /* These are sorted last, and a letter would tell a part of the name. */
  if (marathon_list_text_get_publish (builder->text, entrant) != MARATHON_PUBLISH_FULL)
    return _ ("Names not published: under 18 or on request");
  letter = marathon_list_letters_find (letters, marathon_list_get_sort_text (builder->event, entrant));
  return *letter != '\0' ? letter : _ ("Without a name");
}

void
marathon_list_build_alphabetical (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_NAME,     MARATHON_LIST_COLUMN_BIB,  MARATHON_LIST_COLUMN_WAVE, MARATHON_LIST_COLUMN_START_TIME,
    MARATHON_LIST_COLUMN_CATEGORY, MARATHON_LIST_COLUMN_CLUB, MARATHON_LIST_COLUMN_BORN, MARATHON_N_LIST_COLUMNS,
  };
  g_autoptr (MarathonCollation) collation = marathon_collation_new (marathon_event_get_info (builder->event)->language);
  g_autoptr (MarathonListLetters) letters = marathon_list_letters_new (collation);
  const char *current = NULL;

  marathon_list_sort_by_name (builder->text, builder->positions);
  marathon_list_builder_add_columns (builder, columns);
  for (guint i = 0; i < builder->positions->len; i++)
    {
      guint32 position = g_array_index (builder->positions, guint32, i);
      const char *heading = make_heading (builder, letters, marathon_list_builder_get (builder, position));

      if (heading != current)
        marathon_list_builder_begin_heading (builder, heading);
      current = heading;
      marathon_list_builder_add_entrant (builder, position);
    }
}
