/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli check: the problems of an event, one a line.
 */
#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "cli/command.h"
#include "cli/json.h"
#include "planning/problems.h"

/* Whom a problem concerns: as many as one line can hold, and how many more. */
#define MOST_NAMES 5

static void
append_name (MarathonEvent *event, const MarathonEntrant *entrant, GString *out)
{
  g_autofree char *name = marathon_event_get_full_name (event, entrant);
  char id[17];

  marathon_id_write (entrant->id, id);
  g_string_append (out, *name != '\0' ? name : id);
  if (entrant->bib != 0)
    g_string_append_printf (out, " (%s)", marathon_event_text (event, entrant->bib));
}

static void
append_names (MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind, GString *out)
{
  guint n = 0, position = 0;

  for (; n < MOST_NAMES && marathon_problems_next (problems, kind, position, &position); position++, n++)
    {
      g_string_append (out, n == 0 ? ": " : ", ");
      append_name (event, marathon_roster_get (marathon_event_get_roster (event), position), out);
    }
  if (problems->kinds[kind].entrants != NULL && problems->kinds[kind].count > n)
    g_string_append_printf (out, _ (" and %u more"), problems->kinds[kind].count - n);
}

static void
append_records (MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind, GString *out)
{
  GArray *records = problems->kinds[kind].records;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *text = marathon_problem_describe_record (event, kind, g_array_index (records, guint32, i));

      g_string_append (out, i == 0 ? ": " : ", ");
      g_string_append (out, text);
    }
}

static void
print_severity (MarathonEvent *event, const MarathonProblems *problems, MarathonSeverity severity)
{
  for (MarathonProblemKind kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
    {
      const MarathonProblemInfo *info = marathon_problem_get_info (kind);
      g_autofree char *sentence = NULL;
      g_autoptr (GString) line = NULL;

      if (problems->kinds[kind].count == 0 || info->severity != severity)
        continue;
      sentence = marathon_problem_format (kind, problems->kinds[kind].count);
      line = g_string_new (sentence);
      append_names (event, problems, kind, line);
      append_records (event, problems, kind, line);
      g_print ("%-8s %-24s %s\n", marathon_severity_get_word (info->severity), info->id, line->str);
    }
}

/* The gravest first. */
static void
print_plain (MarathonEvent *event, const MarathonProblems *problems)
{
  guint total = 0;

  for (MarathonSeverity severity = MARATHON_SEVERITY_ERROR; severity <= MARATHON_SEVERITY_HINT; severity++)
    {
      print_severity (event, problems, severity);
      total += marathon_problems_count (problems, severity);
    }
  if (total == 0)
    g_print ("%s\n", _ ("No problems found."));
}

static void
add_entrants (MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind, GString *out)
{
  guint position = 0;

  marathon_json_begin_array (out, "entrants");
  for (; marathon_problems_next (problems, kind, position, &position); position++)
    {
      char id[17];

      marathon_id_write (marathon_roster_get (marathon_event_get_roster (event), position)->id, id);
      marathon_json_add_string (out, NULL, id);
    }
  marathon_json_end_array (out);
}

static void
add_records (MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind, GString *out)
{
  GArray *records = problems->kinds[kind].records;

  marathon_json_begin_array (out, "records");
  for (guint i = 0; records != NULL && i < records->len; i++)
    marathon_json_add_string (out, NULL,
                              marathon_record_get_key (marathon_event_get_record (
                                event, marathon_problem_get_info (kind)->list, g_array_index (records, guint32, i))));
  marathon_json_end_array (out);
}

static void
add_problem (MarathonEvent *event, const MarathonProblems *problems, MarathonProblemKind kind, GString *out)
{
  const MarathonProblemInfo *info = marathon_problem_get_info (kind);
  g_autofree char *sentence = marathon_problem_format (kind, problems->kinds[kind].count);

  marathon_json_begin_object (out, NULL);
  marathon_json_add_string (out, "kind", info->id);
  marathon_json_add_string (out, "severity", marathon_severity_get_word (info->severity));
  marathon_json_add_number (out, "count", problems->kinds[kind].count);
  marathon_json_add_string (out, "text", sentence);
  add_entrants (event, problems, kind, out);
  add_records (event, problems, kind, out);
  marathon_json_end_object (out);
}

static void
print_json (MarathonEvent *event, const MarathonProblems *problems)
{
  g_autoptr (GString) out = g_string_new (NULL);

  marathon_json_begin_array (out, NULL);
  for (MarathonSeverity severity = MARATHON_SEVERITY_ERROR; severity <= MARATHON_SEVERITY_HINT; severity++)
    for (MarathonProblemKind kind = 0; kind < MARATHON_N_PROBLEM_KINDS; kind++)
      if (problems->kinds[kind].count > 0 && marathon_problem_get_info (kind)->severity == severity)
        add_problem (event, problems, kind, out);
  marathon_json_end_array (out);
  g_print ("%s\n", out->str);
}

static MarathonExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("For programs"), NULL },
    { NULL },
  };
  g_autoptr (MarathonDocument) document = NULL;
  g_autoptr (MarathonProblems) problems = NULL;
  MarathonExit exit;

  if (!marathon_command_parse (&marathon_command_check, entries, 1, &argc, &argv, &exit))
    return exit;
  document = marathon_command_load (argv[1]);
  if (document == NULL)
    return MARATHON_EXIT_REFUSED;
  problems = marathon_problems_new (marathon_document_get_event (document));
  (json ? print_json : print_plain) (marathon_document_get_event (document), problems);
  return marathon_problems_count (problems, MARATHON_SEVERITY_ERROR) > 0 ? MARATHON_EXIT_REFUSED : MARATHON_EXIT_DONE;
}

const MarathonCommand marathon_command_check = {
  "check", "FILE", N_ ("List the problems; status 1 if any is an error"), "marathon-cli check spring.marathon", run,
};
