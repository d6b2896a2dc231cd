/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast an event of a given size is read, saved, imported, planned and printed, and how much memory each step takes,
 * beside what xmllint needs for looking at the same file: `load-bench [--rounds N] [--keep FOLDER] [SIZE]…`.
 *
 * Each step runs in a process of its own, some times; steps take turns, so that a busy machine is busy for all. The
 * median counts. Memory is the greatest that a process ever had, so it holds what the step needs to begin with.
 */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/project-file.h"
#include "editing/import-edit.h"
#include "editing/plan-edit.h"
#include "formats/csv-reader.h"
#include "planning/bib-plan.h"
#include "planning/category-plan.h"
#include "planning/wave-plan.h"
#include "printing/lists.h"
#include "printing/pdf-writer.h"

#define MAX_ROUNDS 99
#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* The files of one size. */
typedef struct {
  guint size;
  char *folder;
  char *entries;  /* CSV */
  char *imported; /* the event before planning */
  char *planned;  /* and after */
  char *saved;    /* where saving saves to */
} Field;

/* --- Doing things --- */

static void
assert_done (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static MarathonEvent *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_file_read (path, NULL, NULL, NULL, NULL, &error);

  assert_done (error);
  return event;
}

static void
save (MarathonEvent *event, const char *path)
{
  g_autoptr (GError) error = NULL;

  marathon_project_file_write (event, path, NULL, NULL, &error);
  assert_done (error);
}

static MarathonEvent *
load_template (void)
{
  const char *folder = g_getenv ("MARATHON_DATADIR");
  g_autofree char *path = NULL;

  if (folder == NULL)
    g_error ("MARATHON_DATADIR must name the folder resources of the source");
  path = g_build_filename (folder, "templates", "city-marathon.marathon", NULL);
  return load (path);
}

static void
import (MarathonHistory *history, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marathon_file_read_bytes (path, MOST_BYTES, &error);
  g_autoptr (MarathonCsvTable) table = NULL;
  g_autoptr (MarathonImport) result = NULL;
  MarathonIdSource ids;

  assert_done (error);
  marathon_id_source_init_seeded (&ids, 1);
  table = marathon_csv_table_new (bytes, NULL, &error);
  assert_done (error);
  result = marathon_import_new (marathon_history_get_event (history), table, NULL, &ids, &error);
  assert_done (error);
  marathon_import_apply (history, result, &error);
  assert_done (error);
}

static void
apply_plan (MarathonHistory *history, MarathonPlan *plan)
{
  g_autoptr (GError) error = NULL;

  marathon_plan_apply (history, plan, &error);
  assert_done (error);
  marathon_plan_free (plan);
}

static void
plan_all (MarathonHistory *history)
{
  MarathonEvent *event = marathon_history_get_event (history);

  apply_plan (history, marathon_category_plan_new (event));
  apply_plan (history, marathon_wave_plan_new (event));
  apply_plan (history, marathon_bib_plan_new (event, MARATHON_BIB_PLAN_FILL));
}

static gboolean
swallow (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  *(guint64 *) user_data += length;
  return TRUE;
}

static gboolean
swallow_pdf (gpointer user_data, const guint8 *data, gsize length, GError **error)
{
  return swallow ((const char *) data, length, user_data, error);
}

/* --- Steps: what is measured is between the two looks at the clock --- */

typedef gint64 (*StepFunc) (const Field *field);

static gint64
now (void)
{
  return g_get_monotonic_time ();
}

static gint64
step_load (const Field *field)
{
  gint64 start = now ();
  MarathonEvent *event = load (field->planned);

  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (event)), ==, field->size);
  return now () - start;
}

static gint64
step_write (const Field *field)
{
  MarathonEvent *event = load (field->planned);
  g_autoptr (GError) error = NULL;
  guint64 length = 0;
  gint64 start = now ();

  marathon_project_write (event, swallow, &length, NULL, NULL, NULL, &error);
  assert_done (error);
  return now () - start;
}

static gint64
step_save (const Field *field)
{
  MarathonEvent *event = load (field->planned);
  gint64 start = now ();

  save (event, field->saved);
  return now () - start;
}

static gint64
step_import (const Field *field)
{
  MarathonHistory *history = marathon_history_new (load_template ());
  gint64 start = now ();

  import (history, field->entries);
  return now () - start;
}

static gint64
step_plan (const Field *field)
{
  MarathonHistory *history = marathon_history_new (load (field->imported));
  gint64 start = now ();

  plan_all (history);
  return now () - start;
}

static gint64
step_print (const Field *field)
{
  MarathonEvent *event = load (field->planned);
  MarathonListOptions options = { .audience = MARATHON_AUDIENCE_PUBLIC, .print_time = "2026-04-26 09:00 UTC" };
  g_autoptr (GError) error = NULL;
  MarathonReport *report;
  MarathonPaper paper;
  guint64 length = 0;
  gint64 start = now ();

  report = marathon_list_build (event, "bibs", &options, &error);
  assert_done (error);
  marathon_paper_parse ("A4", FALSE, &paper);
  marathon_pdf_write (report, &paper, "2026-04-26T09:00:00Z", swallow_pdf, &length, NULL, NULL, &error);
  assert_done (error);
  return now () - start;
}

/* --- Processes --- */

typedef struct {
  double milliseconds;
  double mebibytes;
} Measure;

static Measure
wait_for (pid_t pid, const char *what)
{
  struct rusage usage;
  Measure measure = { 0 };
  int status;

  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("%s failed", what);
  measure.mebibytes = (double) usage.ru_maxrss / 1024;
  return measure;
}

static Measure
run_step (const char *name, StepFunc func, const Field *field)
{
  int ends[2];
  gint64 microseconds = 0;
  Measure measure;
  pid_t pid;

  if (pipe (ends) < 0 || (pid = fork ()) < 0)
    g_error ("no process for %s", name);
  if (pid == 0)
    {
      microseconds = func (field);
      _exit (write (ends[1], &microseconds, sizeof microseconds) == sizeof microseconds ? 0 : 1);
    }
  close (ends[1]);
  if (read (ends[0], &microseconds, sizeof microseconds) != sizeof microseconds)
    g_error ("%s failed", name);
  close (ends[0]);
  measure = wait_for (pid, name);
  measure.milliseconds = (double) microseconds / 1000;
  return measure;
}

static Measure
run_xmllint (gboolean stream, const Field *field)
{
  char *argv[] = { (char *) "xmllint", (char *) "--noout", field->planned, (char *) (stream ? "--stream" : NULL), NULL };
  g_autoptr (GError) error = NULL;
  gint64 start = now ();
  Measure measure;
  GPid pid;

  g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  assert_done (error);
  measure = wait_for (pid, "xmllint");
  measure.milliseconds = (double) (now () - start) / 1000;
  return measure;
}

/* --- The field --- */

static void
make_entries (const char *program, const Field *field)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *generator = g_build_filename (folder, "make-entries", NULL);
  g_autofree char *quoted = g_shell_quote (generator), *to = g_shell_quote (field->entries);
  g_autofree char *command = g_strdup_printf ("%s --count %u --seed 2014 >%s", quoted, field->size, to);

  if (system (command) != 0)
    g_error ("%s failed", command);
}

static gint64
step_make (const Field *field)
{
  MarathonHistory *history = marathon_history_new (load_template ());

  marathon_event_set_id (marathon_history_get_event (history), 1);
  import (history, field->entries);
  save (marathon_history_get_event (history), field->imported);
  plan_all (history);
  save (marathon_history_get_event (history), field->planned);
  return 0;
}

static void
field_init (Field *field, const char *program, guint size, const char *folder)
{
  g_autoptr (GError) error = NULL;

  field->size = size;
  field->folder = folder != NULL ? g_strdup (folder) : g_dir_make_tmp ("load-bench-XXXXXX", &error);
  assert_done (error);
  field->entries = g_strdup_printf ("%s/entries-%u.csv", field->folder, size);
  field->imported = g_strdup_printf ("%s/imported-%u.marathon", field->folder, size);
  field->planned = g_strdup_printf ("%s/planned-%u.marathon", field->folder, size);
  field->saved = g_strdup_printf ("%s/saved-%u.marathon", field->folder, size);
  if (g_file_test (field->planned, G_FILE_TEST_EXISTS))
    return;
  make_entries (program, field);
  run_step ("making the event", step_make, field);
}

static void
field_clear (Field *field, gboolean keep)
{
  char *const names[] = { field->entries, field->imported, field->planned, field->saved };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *backup = g_strconcat (names[i], "~", NULL);

      g_remove (backup);
      if (!keep)
        g_remove (names[i]);
      g_free (names[i]);
    }
  if (!keep)
    g_rmdir (field->folder);
  g_free (field->folder);
}

/* --- The table --- */

static const struct {
  const char *name;
  StepFunc func; /* NULL: xmllint */
} steps[] = {
  { "xmllint --stream --noout", NULL },
  { "xmllint --noout", NULL },
  { "load", step_load },
  { "write, to nowhere", step_write },
  { "save: write, read back, sync", step_save },
  { "import of the CSV file", step_import },
  { "categories, waves and bibs", step_plan },
  { "bib list as PDF", step_print },
};

#define N_STEPS G_N_ELEMENTS (steps)

static int
compare_measures (const void *a, const void *b)
{
  const Measure *left = a, *right = b;

  return (left->milliseconds > right->milliseconds) - (left->milliseconds < right->milliseconds);
}

static double
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (double) status.st_size / 1048576 : 0;
}

static void
print_table (const Field *field, Measure measures[N_STEPS][MAX_ROUNDS], guint rounds)
{
  Measure medians[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    {
      qsort (measures[i], rounds, sizeof **measures, compare_measures);
      medians[i] = measures[i][rounds / 2];
    }
  g_print ("%u entrants: event %.1f MiB, CSV %.1f MiB; medians of %u\n", field->size, get_size (field->planned),
           get_size (field->entries), rounds);
  g_print ("%-30s %10s %10s %10s %10s\n", "", "time", "/ stream", "/ tree", "memory");
  for (guint i = 0; i < N_STEPS; i++)
    g_print ("%-30s %7.0f ms %10.2f %10.2f %6.0f MiB\n", steps[i].name, medians[i].milliseconds,
             medians[i].milliseconds / medians[0].milliseconds, medians[i].milliseconds / medians[1].milliseconds,
             medians[i].mebibytes);
}

static void
measure (const char *program, guint size, guint rounds, const char *folder)
{
  static Measure measures[N_STEPS][MAX_ROUNDS];
  Field field;

  field_init (&field, program, size, folder);
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < N_STEPS; i++)
      measures[i][round] =
          steps[i].func != NULL ? run_step (steps[i].name, steps[i].func, &field) : run_xmllint (i == 0, &field);
  print_table (&field, measures, rounds);
  field_clear (&field, folder != NULL);
}

int
main (int argc, char **argv)
{
  gint rounds = 5;
  g_autofree char *folder = NULL;
  const GOptionEntry entries[] = {
    { "rounds", 'r', 0, G_OPTION_ARG_INT, &rounds, "How often each step is measured (5)", "N" },
    { "keep", 'k', 0, G_OPTION_ARG_FILENAME, &folder,
      "Make the files in this folder, or use those that are there, and keep them", "FOLDER" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[SIZE]…");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  rounds = CLAMP (rounds, 1, MAX_ROUNDS);
  for (int i = 1; i < argc; i++)
    measure (argv[0], (guint) g_ascii_strtoull (argv[i], NULL, 10), (guint) rounds, folder);
  if (argc < 2)
    {
      measure (argv[0], 36337, (guint) rounds, folder);
      measure (argv[0], 1133813, (guint) rounds, folder);
    }
  return 0;
}
