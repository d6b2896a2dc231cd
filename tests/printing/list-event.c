/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small events made in code, and reports as plain text.
 */
#include "printing/list-event.h"

#include <string.h>

#include "model/entrant-draft.h"
#include "model/guide-fields.h"
#include "printing/lists.h"

void
list_event_set (MarathonEvent *event, gpointer record, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  int column = marathon_record_find_column (record, name);

  g_assert_cmpint (column, >=, 0);
  marathon_event_set_record_text (event, record, (guint) column, text, &error);
  g_assert_no_error (error);
}

gpointer
list_event_add_record (MarathonEvent *event, MarathonListId list, const char *key, ...)
{
  g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (list), key);
  g_autoptr (GError) error = NULL;
  const char *name;
  va_list pairs;

  marathon_event_insert_record (event, list, marathon_record_list_get_size (marathon_event_get_list (event, list)), record, &error);
  g_assert_no_error (error);
  va_start (pairs, key);
  while ((name = va_arg (pairs, const char *)) != NULL)
    list_event_set (event, record, name, va_arg (pairs, const char *));
  va_end (pairs);
  return record;
}

static void
add_guide (MarathonEntrantDraft *draft, guint64 id, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GError) error = NULL;
  MarathonGuide guide = { .id = id };

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) pair = g_strsplit (*word, "=", 2);
      const MarathonGuideFieldInfo *info = marathon_guide_find_field (pair[0]);

      g_assert_nonnull (info);
      marathon_guide_set_text (draft->event, &guide, info->field, pair[1], &error);
      g_assert_no_error (error);
    }
  marathon_entrant_draft_add_guide (draft, &guide, &error);
  g_assert_no_error (error);
}

void
list_event_add (MarathonEvent *event, guint64 id, ...)
{
  MarathonEntrantDraft draft;
  g_autoptr (GError) error = NULL;
  const char *key;
  va_list pairs;

  marathon_entrant_draft_init (&draft, event);
  marathon_entrant_draft_start (&draft, NULL);
  draft.value.id = id;
  va_start (pairs, id);
  while ((key = va_arg (pairs, const char *)) != NULL)
    {
      const char *text = va_arg (pairs, const char *);
      const MarathonFieldInfo *info = marathon_event_find_field (event, key);

      if (strcmp (key, "guide") == 0)
        {
          add_guide (&draft, id * 1000 + draft.guides->len, text);
          continue;
        }
      g_assert_nonnull (info);
      marathon_entrant_draft_set_text (&draft, info, text, &error);
      g_assert_no_error (error);
    }
  va_end (pairs);
  marathon_event_append_entrant (event, MARATHON_PLACE_ROSTER, marathon_entrant_draft_finish (&draft), &error);
  g_assert_no_error (error);
  marathon_entrant_draft_clear (&draft);
}

static void
add_records (MarathonEvent *event)
{
  list_event_add_record (event, MARATHON_LIST_STARTS, "blue", "name", "Blue", "ink", "#ffffff", "ground", "#1a4fa3", NULL);
  list_event_add_record (event, MARATHON_LIST_STARTS, "red", "name", "Red", "ink", "#ffffff", "ground", "#c01c28", NULL);
  list_event_add_record (event, MARATHON_LIST_CATEGORIES, "elite", "name", "Elite", "elite", "yes", NULL);
  list_event_add_record (event, MARATHON_LIST_CATEGORIES, "vi", "name", "Visually impaired", "classes", "T11;T12", "capacity", "20", NULL);
  list_event_add_record (event, MARATHON_LIST_CATEGORIES, "mass", "name", "Mass", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "red-1", "start", "red", "name", "1", "time", "10:00", "capacity", "4", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "red-2", "start", "red", "name", "2", "time", "10:20", NULL);
  list_event_add_record (event, MARATHON_LIST_WAVES, "blue-1", "start", "blue", "name", "Blue Elite", "time", "09:15", NULL);
  list_event_add_record (event, MARATHON_LIST_GROUPS, "horse", "name", "Pantomime Horse", "kind", "costume", "bib", "500", "together", "yes",
                         "charity", "Stables Trust", NULL);
  list_event_add_record (event, MARATHON_LIST_GROUPS, "sisters", "name", "Two Sisters", "kind", "siblings", "scoring", "sum", "target",
                         "5:09:14", NULL);
}

static void
add_entrants (MarathonEvent *event)
{
  list_event_add (event, 1, "family", "Adler", "given", "Max", "bib", "2", "nation", "GER", "sex", "M", "born", "1985-05-05", "category",
                  "elite", "wave", "blue-1", "pb", "2:03:02", "pb-ineligible", "yes", "honours", "Winner 2012", "champion", "yes", "email",
                  "max@example.org", NULL);
  list_event_add (event, 2, "family", "Ōno", "given", "Kei", "bib", "E1", "nation", "JPN", "sex", "F", "born", "1990", "category", "elite",
                  "wave", "blue-1", "debut", "yes", NULL);
  list_event_add (event, 3, "family", "Brook", "given", "Ian", "bib", "30", "sex", "M", "class", "T11", "category", "vi", "wave", "red-1",
                  "guide", "family=Carter given=Bea bib=G30 from=0 to=20 licence=L7 waiver=yes", "guide",
                  "family=Dunn given=Al bib=G31 from=20 to=42.2", "medical", "Diabetes", "emergency-name", "Ann Brook", "emergency-phone",
                  "+44 20 7946 0000", NULL);
  list_event_add (event, 4, "family", "Évrard", "given", "Zoé", "bib", "101", "sex", "F", "class", "T12", "category", "mass", "wave", "red-1",
                  "club", "Hill Harriers", "note", "early start", "tags", "celebrity", NULL);
  list_event_add (event, 5, "family", "Secret", "given", "Sam", "bib", "102", "publish", "withheld", "category", "mass", "wave", "red-2",
                  "club", "Hidden Club", "charity", "Lifeboats", NULL);
  list_event_add (event, 6, "family", "Shy", "given", "Jo Ann", "bib", "9", "publish", "initials", "category", "mass", "wave", "red-2",
                  "known-as", "Bunny", "charity", "Lifeboats", NULL);
  list_event_add (event, 7, "family", "Young", "given", "Tim", "born", "1996-04-14", "category", "mass", "club", "Youth Club", NULL);
  list_event_add (event, 8, "given", "Sharon", "group", "horse", "category", "mass", "wave", "red-2", NULL);
  list_event_add (event, 9, "given", "Karen", "group", "horse", "category", "mass", "wave", "red-2", "status", "accepted", NULL);
  list_event_add (event, 10, "family", "Gone", "given", "Gil", "bib", "103", "status", "withdrawn", "category", "mass", "wave", "red-2", NULL);
}

MarathonEvent *
list_event_new (void)
{
  MarathonEvent *event = marathon_event_new ();

  list_event_set (event, marathon_event_get_info (event), "title", "Harbour Marathon");
  list_event_set (event, marathon_event_get_info (event), "date", "2014-04-13");
  list_event_set (event, marathon_event_get_info (event), "place", "Harbour");
  list_event_set (event, marathon_event_get_info (event), "language", "en");
  list_event_set (event, marathon_event_get_rules (event), "minors-withheld", "yes");
  add_records (event);
  add_entrants (event);
  list_event_add_record (event, MARATHON_LIST_OFFICIALS, "starter", "family", "Oar", "given", "Grace", "role", "starter", "starts", "red",
                         "honours", "Champion 2012", "phone", "+44 1", NULL);
  list_event_add_record (event, MARATHON_LIST_OFFICIALS, "marshal", "family", "Secret", "given", "Sam", "role", "wave-marshal", "waves",
                         "red-2", "entrant", "0000000000000005", NULL);
  return event;
}

/* --- Reports as text --- */

static void
append_cells (GString *out, const char *const *cells, guint n)
{
  gsize filled = out->len;

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? " | " : "");
      g_string_append (out, cells[i]);
      if (*cells[i] != '\0')
        filled = out->len;
    }
  g_string_truncate (out, filled);
  g_string_append_c (out, '\n');
}

static void
append_section (GString *out, const MarathonReportSection *section)
{
  const char *const parts[] = { section->heading, section->subheading, section->totals };

  if (*section->heading == '\0')
    return;
  g_string_append (out, "= ");
  append_cells (out, parts, G_N_ELEMENTS (parts));
}

static void
append_row (GString *out, MarathonReport *report, guint row)
{
  const char *cells[MARATHON_REPORT_MAX_COLUMNS];
  MarathonReportRowKind kind = marathon_report_get_row_kind (report, row);

  marathon_report_get_cells (report, row, cells);
  g_string_append (out, kind == MARATHON_REPORT_ROW_GUIDE ? "> " : kind == MARATHON_REPORT_ROW_NOTE ? "! " : "");
  append_cells (out, cells, marathon_report_get_n_columns (report));
}

char *
list_report_to_text (MarathonReport *report)
{
  GString *out = g_string_new (NULL);
  const char *headings[MARATHON_REPORT_MAX_COLUMNS];
  guint first, end;

  for (guint i = 0; i < marathon_report_get_n_columns (report); i++)
    headings[i] = marathon_report_get_column (report, i)->heading;
  append_cells (out, headings, marathon_report_get_n_columns (report));
  for (guint i = 0; i < marathon_report_get_n_sections (report); i++)
    {
      append_section (out, marathon_report_get_section (report, i));
      marathon_report_get_section_rows (report, i, &first, &end);
      for (guint row = first; row < end; row++)
        append_row (out, report, row);
    }
  g_string_append_printf (out, "# %s\n", marathon_report_get_text (report, MARATHON_REPORT_TOTAL));
  return g_string_free (out, FALSE);
}

void
list_assert_text (MarathonEvent *event, const char *name, MarathonAudience audience, const char *expected)
{
  MarathonListOptions options = { .audience = audience };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonReport) report = marathon_list_build (event, name, &options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = list_report_to_text (report);
  g_assert_cmpstr (text, ==, expected);
}
