/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Doing random steps.
 */
#include "editing/import-edit.h"
#include "editing/plan-edit.h"
#include "editing/record-edits.h"
#include "laws/random-edit.h"
#include "planning/bib-plan.h"
#include "planning/category-plan.h"
#include "planning/wave-plan.h"

static gboolean
do_edit (RandomSource *random, MarathonHistory *history, GError **error)
{
  g_autoptr (MarathonEdit) edit
    = random_edit_new (random, marathon_history_get_event (history), random_below (random, RANDOM_N_EDITS));

  return edit == NULL || marathon_history_do (history, edit, "A random edit", error);
}

/* Several edits, each made of what the one before left; often of the same people. */
static gboolean
do_group (RandomSource *random, MarathonHistory *history, GError **error)
{
  guint n = 2 + random_below (random, 5);

  marathon_history_begin (history, "A group of “random” edits & more");
  for (guint i = 0; i < n; i++)
    {
      RandomEditKind kind = random_below (random, random_happens (random, 50) ? RANDOM_EDIT_INSERT : RANDOM_N_EDITS);
      g_autoptr (MarathonEdit) edit = random_edit_new (random, marathon_history_get_event (history), kind);

      if (edit == NULL || marathon_history_add (history, edit, error))
        continue;
      marathon_history_rollback (history);
      return FALSE;
    }
  marathon_history_commit (history);
  return TRUE;
}

static gboolean
do_plan (MarathonHistory *history, RandomStepKind kind, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autoptr (MarathonPlan) plan = NULL;

  if (kind == RANDOM_STEP_CATEGORIES)
    plan = marathon_category_plan_new (event);
  else if (kind == RANDOM_STEP_WAVES)
    plan = marathon_wave_plan_new (event);
  else
    plan
      = marathon_bib_plan_new (event, kind == RANDOM_STEP_BIBS ? MARATHON_BIB_PLAN_FILL : MARATHON_BIB_PLAN_RENUMBER);
  return marathon_plan_apply (history, plan, error);
}

/* --- Imports --- */

static void
append_cell (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append (csv, "\";");
}

/* A row of somebody who is in the event, or of somebody new; some bibs are others'. */
static void
append_row (RandomSource *random, MarathonEvent *event, GString *csv)
{
  guint64 id = random_happens (random, 50) ? random_entrant_id (random, event) : 0;
  g_autofree char *family = random_text (random, 100);
  g_autofree char *bib = random_bib (random, event);
  g_autofree char *shirt = random_text (random, 20);
  char written[17] = "";

  if (id != 0)
    marathon_id_write (id, written);
  append_cell (csv, written);
  append_cell (csv, family);
  append_cell (csv, "Given");
  append_cell (csv, bib);
  append_cell (csv, random_happens (random, 50) ? "3:59:59" : "");
  append_cell (csv, shirt);
  g_string_append_c (csv, '\n');
}

static gboolean
do_import (RandomSource *random, MarathonHistory *history, GError **error)
{
  MarathonEvent *event = marathon_history_get_event (history);
  g_autofree char *shirt = g_strdup_printf ("Shirt size %u", random_below (random, 3));
  const char *const mappings[] = { NULL };
  MarathonImportOptions options
    = { .mappings = mappings, .update = random_happens (random, 70), .bibs = random_below (random, 3) };
  GString *csv = g_string_new ("id;family;given;bib;predicted;");
  guint n = 1 + random_below (random, 20);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (MarathonImport) import = NULL;

  append_cell (csv, shirt);
  g_string_append_c (csv, '\n');
  for (guint i = 0; i < n; i++)
    append_row (random, event, csv);
  bytes = g_string_free_to_bytes (csv);
  table = marathon_csv_table_new (bytes, NULL, error);
  import = table != NULL ? marathon_import_new (event, table, &options, &random->ids, error) : NULL;
  return import != NULL && marathon_import_apply (history, import, error);
}

/* --- Records --- */

static gboolean
do_record (RandomSource *random, MarathonHistory *history, RandomStepKind kind, GError **error)
{
  MarathonListId list = random_below (random, MARATHON_N_LISTS);
  guint size = marathon_record_list_get_size (marathon_event_get_list (marathon_history_get_event (history), list));
  guint position = random_below (random, size);
  g_autofree char *name = random_text (random, 60);

  if (kind == RANDOM_STEP_ADD_RECORD)
    return marathon_record_add (history, list, random_below (random, size + 2), name, NULL, 0, NULL, error);
  if (size == 0)
    return TRUE;
  if (kind == RANDOM_STEP_DUPLICATE_RECORD)
    return marathon_record_duplicate (history, list, position, NULL, error);
  if (kind == RANDOM_STEP_DELETE_RECORD)
    return marathon_record_delete (history, list, position, error);
  return marathon_record_move (history, list, position, random_below (random, size), error);
}

gboolean
random_step (RandomSource *random, MarathonHistory *history, RandomStepKind kind, GError **error)
{
  switch (kind)
    {
    case RANDOM_STEP_EDIT:
      return do_edit (random, history, error);
    case RANDOM_STEP_GROUP:
      return do_group (random, history, error);
    case RANDOM_STEP_IMPORT:
      return do_import (random, history, error);
    case RANDOM_STEP_CATEGORIES:
    case RANDOM_STEP_WAVES:
    case RANDOM_STEP_BIBS:
    case RANDOM_STEP_NEW_BIBS:
      return do_plan (history, kind, error);
    case RANDOM_STEP_ADD_RECORD:
    case RANDOM_STEP_DUPLICATE_RECORD:
    case RANDOM_STEP_DELETE_RECORD:
    case RANDOM_STEP_MOVE_RECORD:
      return do_record (random, history, kind, error);
    case RANDOM_N_STEPS:
    default:
      g_assert_not_reached ();
    }
}

const char *
random_step_get_word (RandomStepKind kind)
{
  static const char *const words[RANDOM_N_STEPS]
    = { "edit",   "group",      "categories",       "waves",         "bibs",       "new bibs",
        "import", "add record", "duplicate record", "delete record", "move record" };

  return words[kind];
}
