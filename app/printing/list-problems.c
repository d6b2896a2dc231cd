/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of problems: a section for each kind that there is, with the people or the records whom it concerns.
 */
#include "printing/list-builder.h"

#include <glib/gi18n-lib.h>

#include "planning/problems.h"

/* Of one kind so many people are named, the rest counted: a ballot file lacks a million bibs. */
#define NAMED_MOST 10000

static void
begin_kind (MarathonListBuilder *builder, MarathonProblemKind kind, guint count)
{
  const MarathonProblemInfo *info = marathon_problem_get_info (kind);
  g_autofree char *sentence = marathon_problem_format (kind, count);
  g_autofree char *subheading = g_strdup_printf ("%s · %s", marathon_severity_get_label (info->severity), sentence);
  MarathonReportSection section = { .heading = _ (info->label), .subheading = subheading };

  marathon_list_builder_begin_section (builder, &section);
}

static char *
describe_record (MarathonRecord *record)
{
  int column = marathon_record_find_column (record, "name");
  const char *name = column >= 0 ? marathon_record_get_text (record, (guint) column) : "";

  return g_strdup (*name != '\0' ? name : marathon_record_get_key (record));
}

/* A filtered list is of entrants; of records it has the one that was asked for. */
static gboolean
asks_for_record (const MarathonListBuilder *builder, MarathonListId list, guint32 handle)
{
  if (!marathon_list_builder_is_filtered (builder))
    return TRUE;
  return (list == MARATHON_LIST_CATEGORIES && handle == builder->category) || (list == MARATHON_LIST_WAVES && handle == builder->wave);
}

static GArray *
choose_records (const MarathonListBuilder *builder, MarathonListId list, const GArray *handles)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; handles != NULL && i < handles->len; i++)
    if (asks_for_record (builder, list, g_array_index (handles, guint32, i)))
      g_array_append_val (chosen, g_array_index (handles, guint32, i));
  return chosen;
}

static void
add_records (MarathonListBuilder *builder, MarathonListId list, const GArray *handles)
{
  for (guint i = 0; i < handles->len; i++)
    {
      gpointer record = marathon_event_get_record (builder->event, list, g_array_index (handles, guint32, i));
      g_autofree char *name = record != NULL ? describe_record (record) : NULL;

      if (name != NULL)
        marathon_list_builder_add_other (builder, NULL, name);
    }
}

static GArray *
choose_entrants (const MarathonListBuilder *builder, const MarathonProblems *problems, MarathonProblemKind kind)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint position;

  for (guint from = 0; marathon_problems_next (problems, kind, from, &position); from = position + 1)
    {
      guint32 concerned = position;

      if (marathon_list_builder_asks_for (builder, marathon_list_builder_get (builder, position)))
        g_array_append_val (positions, concerned);
    }
  return positions;
}

/* Possible duplicates are side by side where they are by name. */
static void
add_entrants (MarathonListBuilder *builder, MarathonProblemKind kind, GArray *positions)
{
  if (kind == MARATHON_PROBLEM_POSSIBLE_DUPLICATE)
    marathon_list_sort_by_name (builder->text, positions);
  else
    marathon_list_sort_by_bib (builder->text, positions);
  marathon_list_builder_add_entrants (builder, (const guint32 *) (gpointer) positions->data, MIN (positions->len, NAMED_MOST));
  if (positions->len > NAMED_MOST)
    {
      guint n = positions->len - NAMED_MOST;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);

      marathon_list_builder_add_other (builder, NULL, more);
    }
}

/* Adds the problems of one kind that the options ask for; returns how many. */
static guint
add_kind (MarathonListBuilder *builder, const MarathonProblems *problems, MarathonProblemKind kind)
{
  const MarathonProblem *problem = &problems->kinds[kind];
  MarathonListId list = marathon_problem_get_info (kind)->list;
  g_autoptr (GArray) records = choose_records (builder, list, problem->records);
  g_autoptr (GArray) positions = choose_entrants (builder, problems, kind);
  guint count = marathon_list_builder_is_filtered (builder) ? records->len + positions->len : problem->count;

  if (count == 0)
    return 0;
  begin_kind (builder, kind, count);
  add_records (builder, list, records);
  add_entrants (builder, kind, positions);
  return count;
}

static void
set_total (MarathonListBuilder *builder, const guint *counts)
{
  guint n_errors = counts[MARATHON_SEVERITY_ERROR];
  guint n_warnings = counts[MARATHON_SEVERITY_WARNING];
  guint n_hints = counts[MARATHON_SEVERITY_HINT];
  g_autofree char *errors = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", n_warnings), n_warnings);
  g_autofree char *hints = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hint", "%u hints", n_hints), n_hints);
  g_autofree char *total = g_strdup_printf ("%s, %s, %s", errors, warnings, hints);

  marathon_list_builder_set_total (builder, total);
  marathon_list_builder_count_all (builder);
}

void
marathon_list_build_problems (MarathonListBuilder *builder)
{
  static const MarathonListColumnId columns[] = {
    MARATHON_LIST_COLUMN_BIB,   MARATHON_LIST_COLUMN_NAME,     MARATHON_LIST_COLUMN_SEX,  MARATHON_LIST_COLUMN_BORN,
    MARATHON_LIST_COLUMN_CLASS, MARATHON_LIST_COLUMN_CATEGORY, MARATHON_LIST_COLUMN_WAVE, MARATHON_N_LIST_COLUMNS,
  };
  g_autoptr (MarathonProblems) problems = marathon_problems_new (builder->event);

  guint counts[MARATHON_SEVERITY_HINT + 1] = { 0 };

  marathon_list_builder_skip_totals (builder);
  marathon_list_builder_add_columns (builder, columns);
  for (guint i = 0; i < MARATHON_N_PROBLEM_KINDS; i++)
    {
      MarathonProblemKind kind = (MarathonProblemKind) i;

      counts[marathon_problem_get_info (kind)->severity] += add_kind (builder, problems, kind);
    }
  set_total (builder, counts);
}
