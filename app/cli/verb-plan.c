/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli plan: categories, waves and bibs.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/id-source.h"
#include "cli/command.h"
#include "editing/plan-edit.h"
#include "planning/bib-plan.h"
#include "planning/category-plan.h"
#include "planning/reason.h"
#include "planning/wave-plan.h"

/* How many of those without a place are named when nobody asked for explanations. */
#define MOST_NAMES 20

static MarathonPlan *
plan_categories (MarathonEvent *event, gboolean renumber)
{
  return marathon_category_plan_new (event);
}

static MarathonPlan *
plan_waves (MarathonEvent *event, gboolean renumber)
{
  return marathon_wave_plan_new (event);
}

static MarathonPlan *
plan_bibs (MarathonEvent *event, gboolean renumber)
{
  return marathon_bib_plan_new (event, renumber ? MARATHON_BIB_PLAN_RENUMBER : MARATHON_BIB_PLAN_FILL);
}

static const struct {
  const char *name;
  const char *label;
  MarathonPlan *(*make) (MarathonEvent *event, gboolean renumber);
} kinds[] = {
  { "categories", N_ ("Categories"), plan_categories },
  { "waves", N_ ("Waves"), plan_waves },
  { "bibs", N_ ("Bibs"), plan_bibs },
};

/* --- What is said --- */

static const MarathonEntrant *
get_entrant (MarathonEvent *event, guint position)
{
  return marathon_roster_get (marathon_event_get_roster (event), position);
}

static void
print_counts (const MarathonPlan *plan, const char *label)
{
  g_print (_ ("%s: %u considered, %u kept, %u fixed, %u placed, %u moved, %u without a place\n"), label, plan->counts.considered,
           plan->counts.kept, plan->counts.fixed, plan->counts.placed, plan->counts.moved, plan->counts.unplaced);
}

/* No list ever drops a person without a word. */
static void
print_unplaced (MarathonEvent *event, const MarathonPlan *plan, gboolean all)
{
  guint n = marathon_plan_get_n_unplaced (plan);

  for (guint i = 0; i < n && (all || i < MOST_NAMES); i++)
    {
      const MarathonPlanUnplaced *unplaced = marathon_plan_get_unplaced (plan, i);
      g_autofree char *name = marathon_plan_describe_person (event, unplaced->position, unplaced->guide);
      g_autofree char *sentence = marathon_reason_to_sentence (event, unplaced->reason);

      g_print ("  %s: %s\n", name, sentence);
    }
  if (!all && n > MOST_NAMES)
    g_print (g_dngettext (GETTEXT_PACKAGE, "  … and %u more; --explain names them all\n",
                          "  … and %u more; --explain names them all\n", n - MOST_NAMES),
             n - MOST_NAMES);
}

static char *
format_row (MarathonEvent *event, const MarathonPlanRow *row)
{
  g_autofree char *name = marathon_plan_describe_person (event, row->position, row->guide);
  g_autofree char *sentence = marathon_reason_to_sentence_for (event, get_entrant (event, row->position), row->reason);

  return g_strdup_printf ("  %s: %s → %s (%s)\n", name, *row->before != '\0' ? row->before : "–",
                          *row->after != '\0' ? row->after : "–", sentence);
}

static void
print_row (const MarathonPlanRow *row, gpointer event)
{
  g_autofree char *line = format_row (event, row);

  g_print ("%s", line);
}

typedef struct {
  MarathonEvent *event;
  GString *lines;
} Moves;

/* Who has to be told of another place than before. */
static void
collect_move (const MarathonPlanRow *row, gpointer user_data)
{
  Moves *moves = user_data;
  g_autofree char *line = row->is_move ? format_row (moves->event, row) : NULL;

  if (line != NULL)
    g_string_append (moves->lines, line);
}

/* --- Explanations: one line for each accepted entrant, with tabs between id, bib, place, reason code, sentence --- */

static char *
explain_other_categories (MarathonEvent *event, guint position, const guint *taken)
{
  g_autoptr (GArray) verdicts = marathon_category_explain (event, position, taken);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < verdicts->len; i++)
    {
      MarathonCategoryVerdict *verdict = &g_array_index (verdicts, MarathonCategoryVerdict, i);
      MarathonRecord *record = marathon_event_get_record (event, MARATHON_LIST_CATEGORIES, verdict->handle);

      if (verdict->misfit != MARATHON_MISFIT_NONE || verdict->is_full)
        g_string_append_printf (text, "; %s: %s", marathon_record_get_key (record), verdict->text);
    }
  return g_string_free (text, FALSE);
}

/* Why an entrant stays whom no plan has placed: the code, and the sentence. */
static const char *
explain_stay (const MarathonEntrant *entrant, MarathonField field, const char **sentence)
{
  MarathonFlags pin = field == MARATHON_FIELD_CATEGORY ? MARATHON_FLAG_CATEGORY_PINNED
                      : field == MARATHON_FIELD_WAVE   ? MARATHON_FLAG_WAVE_PINNED
                                                       : MARATHON_FLAG_BIB_PINNED;

  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED))
    {
      *sentence = _ ("The bib has been collected");
      return "collected";
    }
  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_PRINTED))
    {
      *sentence = _ ("The bib has been printed");
      return "printed";
    }
  if (marathon_entrant_has_flag (entrant, pin))
    {
      *sentence = _ ("Pinned: a person or an import set it");
      return "pinned";
    }
  *sentence = _ ("Was there before the plan");
  return "kept";
}

static void
explain (MarathonEvent *event, guint position, MarathonField field, const char *reason, const guint *taken)
{
  const MarathonEntrant *entrant = get_entrant (event, position);
  g_autofree char *place = marathon_entrant_get_text (event, entrant, field == MARATHON_FIELD_BIB ? MARATHON_FIELD_BIB_BLOCK : field);
  g_autofree char *sentence = marathon_reason_to_sentence_for (event, entrant, reason);
  g_autofree char *others = field == MARATHON_FIELD_CATEGORY ? explain_other_categories (event, position, taken) : g_strdup ("");
  const char *stay = NULL;
  char id[17];

  if (*reason == '\0')
    reason = explain_stay (entrant, field, &stay);
  marathon_id_write (entrant->id, id);
  g_print ("%s\t%s\t%s\t%.*s\t%s%s\n", id, marathon_event_text (event, entrant->bib), place, (int) strcspn (reason, " "), reason,
           stay != NULL ? stay : sentence, others);
}

/* The reason that is stored with the entrant; a bib's is only its block. */
static const char *
get_stored_reason (MarathonEvent *event, const MarathonEntrant *entrant, MarathonField field)
{
  if (field == MARATHON_FIELD_CATEGORY)
    return marathon_event_text (event, entrant->category_reason);
  return field == MARATHON_FIELD_WAVE ? marathon_event_text (event, entrant->wave_reason) : "";
}

/* After the plan was applied: the plan's own reasons, and the stored ones of those who stayed. */
static void
explain_all (MarathonEvent *event, const MarathonPlan *plan)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint size = marathon_roster_get_size (roster);
  g_autofree const char **reasons = g_new0 (const char *, size);
  g_autofree guint *taken = marathon_category_count_taken (event);

  for (guint i = 0; i < marathon_plan_get_n_changes (plan); i++)
    if (marathon_plan_get_change (plan, i)->guide < 0)
      reasons[marathon_plan_get_change (plan, i)->position] = marathon_plan_get_change (plan, i)->reason;
  for (guint i = 0; i < marathon_plan_get_n_unplaced (plan); i++)
    if (marathon_plan_get_unplaced (plan, i)->guide < 0)
      reasons[marathon_plan_get_unplaced (plan, i)->position] = marathon_plan_get_unplaced (plan, i)->reason;
  for (guint i = 0; i < size; i++)
    if (marathon_roster_get (roster, i)->status == MARATHON_STATUS_ACCEPTED)
      explain (event, i, plan->field,
               reasons[i] != NULL ? reasons[i] : get_stored_reason (event, marathon_roster_get (roster, i), plan->field),
               taken);
}

/* --- Running --- */

typedef struct {
  gboolean explain;
  gboolean dry_run;
  gboolean renumber;
  char *output;
} Options;

/* A plan that was applied, and the lines about those who had another place before. */
typedef struct {
  MarathonPlan *plan;
  GString *moves;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  marathon_plan_free (outcome->plan);
  g_string_free (outcome->moves, TRUE);
  g_free (outcome);
}

/* Makes the plan and applies it, in a dry run too, since the next plan builds on this one; only saving is left out. */
static Outcome *
run_plan (MarathonDocument *document, guint kind, const Options *options)
{
  MarathonEvent *event = marathon_document_get_event (document);
  Outcome *outcome = g_new0 (Outcome, 1);
  Moves moves = { event, g_string_new (NULL) };
  g_autoptr (GError) error = NULL;

  outcome->plan = kinds[kind].make (event, options->renumber);
  outcome->moves = moves.lines;
  if (options->dry_run && !options->explain)
    marathon_plan_foreach_row (outcome->plan, event, print_row, event);
  else if (!options->explain)
    marathon_plan_foreach_row (outcome->plan, event, collect_move, &moves);
  if (marathon_plan_apply (marathon_document_get_history (document), outcome->plan, &error))
    return outcome;
  marathon_command_refuse_error (error);
  outcome_free (outcome);
  return NULL;
}

static void
tell (MarathonEvent *event, const Outcome *outcome, guint kind, const Options *options)
{
  if (options->explain)
    explain_all (event, outcome->plan);
  else
    {
      print_counts (outcome->plan, _ (kinds[kind].label));
      g_print ("%s", outcome->moves->str);
      print_unplaced (event, outcome->plan, FALSE);
    }
}

static gboolean
is_wanted (const char *what, guint kind)
{
  return strcmp (what, kinds[kind].name) == 0 || strcmp (what, "all") == 0;
}

/* What was done is told when it is done: after saving. */
static MarathonExit
run_on_document (MarathonDocument *document, const char *what, const Options *options)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func (outcome_free);
  MarathonExit exit = MARATHON_EXIT_DONE;
  guint told = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_wanted (what, i))
      {
        Outcome *outcome = run_plan (document, i, options);

        if (outcome == NULL)
          return MARATHON_EXIT_REFUSED;
        g_ptr_array_add (outcomes, outcome);
      }
  if (!options->dry_run)
    exit = marathon_command_save (document, options->output);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && exit == MARATHON_EXIT_DONE; i++)
    if (is_wanted (what, i))
      tell (marathon_document_get_event (document), g_ptr_array_index (outcomes, told++), i, options);
  if (options->dry_run && !options->explain)
    g_print ("%s\n", _ ("Nothing was changed: this was a dry run."));
  return exit;
}

static MarathonExit
run_plans (const char *path, const char *what, const Options *options)
{
  g_autoptr (MarathonDocument) document = NULL;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    known |= is_wanted (what, i);
  if (!known)
    return marathon_command_misuse (&marathon_command_plan, _ ("“%s” is not one of: %s"), what, "categories, waves, bibs, all");
  document = marathon_command_load_to_change (path, options->output, options->dry_run);
  return document != NULL ? run_on_document (document, what, options) : MARATHON_EXIT_REFUSED;
}

static MarathonExit
run (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
      N_ ("One line for each entrant: id, bib, place, reason code, reason"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Say what would change and change nothing"), NULL },
    { "renumber", 0, 0, G_OPTION_ARG_NONE, &options.renumber,
      N_ ("Bibs: give new numbers to all but pinned, printed and collected ones"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Save to this file instead of FILE"), N_ ("NEW") },
    { NULL },
  };
  MarathonExit exit;

  if (marathon_command_parse (&marathon_command_plan, entries, 2, &argc, &argv, &exit))
    exit = run_plans (argv[1], argv[2], &options);
  g_free (options.output);
  return exit;
}

const MarathonCommand marathon_command_plan = {
  "plan", "FILE categories|waves|bibs|all", N_ ("Assign categories, waves, bibs"), "marathon-cli plan spring.marathon all", run,
};
