/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of officials, in the event's order. They are records of the event, not entrants; who of them also runs is told with the bib.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "model/official.h"
#include "model/start.h"

/* Phone numbers are for those who work together. */
static gboolean
shows_phones (const MarathonListBuilder *builder)
{
  MarathonAudience audience = marathon_list_text_get_audience (builder->text);

  return audience != MARATHON_AUDIENCE_PUBLIC;
}

static void
add_columns (MarathonListBuilder *builder)
{
  const MarathonReportColumn columns[] = {
    { "name", _ ("Name"), MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 3, .wraps = TRUE },
    { "role", _ ("Role"), MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_NATURAL },
    { "title", _ ("Task"), MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 2, .wraps = TRUE },
    { "waves", _ ("Starts and waves"), MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 2, .wraps = TRUE },
    { "honours", _ ("Honours"), MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_FLEXIBLE, 3, .wraps = TRUE },
    { "bib", _ ("Runs as"), MARATHON_REPORT_ALIGN_END, MARATHON_REPORT_WIDTH_NATURAL, .bold = TRUE },
    { "phone", _ ("Phone"), MARATHON_REPORT_ALIGN_START, MARATHON_REPORT_WIDTH_NATURAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns) - !shows_phones (builder); i++)
    marathon_report_add_column (builder->report, &columns[i]);
}

static void
append_name (GString *out, const char *name)
{
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, name);
}

static char *
list_waves (MarathonListBuilder *builder, const MarathonOfficial *official)
{
  GString *names = g_string_new (NULL);

  for (const guint32 *start = official->starts; start != NULL && *start != 0; start++)
    {
      const MarathonStart *record = marathon_event_get_record (builder->event, MARATHON_LIST_STARTS, *start);

      if (record != NULL)
        append_name (names, record->name);
    }
  for (const guint32 *wave = official->waves; wave != NULL && *wave != 0; wave++)
    append_name (names, marathon_list_text_get_wave_name (builder->text, *wave));
  return g_string_free (names, FALSE);
}

/* The bib of an official whose name as an entrant is not published would publish it. */
static void
append_bib (MarathonListBuilder *builder, const MarathonOfficial *official, GString *out)
{
  const MarathonEntrant *entrant;
  guint position;

  if (official->entrant == 0 || !marathon_roster_find (builder->roster, official->entrant, &position))
    return;
  entrant = marathon_list_builder_get (builder, position);
  if (entrant->status == MARATHON_STATUS_ACCEPTED && marathon_list_text_get_publish (builder->text, entrant) == MARATHON_PUBLISH_FULL)
    marathon_list_text_append_bib (builder->text, entrant, out);
}

static void
add_official (MarathonListBuilder *builder, const MarathonOfficial *official)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) bib = g_string_new (NULL);
  g_autofree char *waves = list_waves (builder, official);

  marathon_list_append_person (official->family, official->given, name);
  append_bib (builder, official, bib);
  marathon_report_begin_row (builder->report, MARATHON_REPORT_ROW_ENTRANT);
  marathon_report_add_cell (builder->report, name->str);
  marathon_report_add_cell (builder->report, _ (marathon_official_role_words[official->role].label));
  marathon_report_add_cell (builder->report, official->title);
  marathon_report_add_cell (builder->report, waves);
  marathon_report_add_cell (builder->report, official->honours);
  marathon_report_add_cell (builder->report, bib->str);
  if (shows_phones (builder))
    marathon_report_add_cell (builder->report, official->phone);
}

void
marathon_list_build_officials (MarathonListBuilder *builder)
{
  MarathonRecordList *officials = marathon_event_get_list (builder->event, MARATHON_LIST_OFFICIALS);
  guint n = marathon_record_list_get_size (officials);
  g_autofree char *total = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u official", "%u officials", n), n);

  add_columns (builder);
  for (guint i = 0; i < n; i++)
    add_official (builder, marathon_record_list_get (officials, i));
  marathon_list_builder_set_total (builder, total);
  marathon_list_builder_count_all (builder);
}
