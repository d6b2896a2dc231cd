/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an entry list to printed start lists: the field of a city marathon taken through the program, and what came out
 * looked at with nothing but the entry list itself, a plain CSV reader, the columns of waves and bib blocks, and
 * pdftotext.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "document/project-file.h"
#include "job/pdf-bibs.h"
#include "job/plain-csv.h"
#include "job/race-bibs.h"
#include "job/race-waves.h"

#define SEED "2014"
#define FULL_COUNT "36337"
#define SANITIZED_COUNT "4000"

/* Everything that the tests look at, made once by the program. */
typedef struct {
  CliFixture *fixture;
  PlainCsv *entries; /* as the entry system gave them */
  PlainCsv *raw;     /* as "export --audience everything --raw" gives them back */
  MarathonEvent *event;
} Job;

static Job job;

/* --- Doing it --- */

static const char *
get_count (void)
{
  const char *count = g_getenv ("MARATHON_TEST_COUNT");

  if (count != NULL)
    return count;
#ifdef __SANITIZE_ADDRESS__
  return SANITIZED_COUNT;
#else
  return FULL_COUNT;
#endif
}

static void
make_entries (CliFixture *fixture, const char *name, const char *style)
{
  const char *argv[] = { g_getenv ("MARATHON_MAKE_ENTRIES"), "--count", get_count (), "--seed", SEED, "--style", style,
                         NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_nonnull (argv[0]);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  cli_fixture_put (fixture, name, text, -1);
}

static PlainCsv *
read_csv (CliFixture *fixture, const char *name)
{
  g_autofree char *text = cli_fixture_get (fixture, name, NULL);

  return plain_csv_new (text);
}

static MarathonEvent *
read_event (CliFixture *fixture, const char *name)
{
  g_autofree char *path = cli_fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_file_read (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return event;
}

static void
do_and_forget (CliFixture *fixture, const char *verb, const char *file, const char *what)
{
  g_autofree char *out = cli_fixture_do (fixture, verb, file, what, NULL);
}

static void
new_event (CliFixture *fixture, const char *name)
{
  g_autofree char *out = cli_fixture_do (fixture, "new", name, "--template", "city-marathon", "--name",
                                         "Riverside Marathon", "--date", "2026-04-26", NULL);
}

static void
do_job (void)
{
  static const char *const lists[] = { "bibs", "categories", "waves" };
  g_autofree char *exported = NULL;

  job.fixture = cli_fixture_new ();
  make_entries (job.fixture, "entries.csv", "realistic");
  new_event (job.fixture, "race.marathon");
  do_and_forget (job.fixture, "import", "race.marathon", "entries.csv");
  cli_fixture_copy (job.fixture, "race.marathon", "imported.marathon");
  do_and_forget (job.fixture, "plan", "race.marathon", "all");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    do_and_forget (job.fixture, "print", "race.marathon", lists[i]);
  exported =
      cli_fixture_do (job.fixture, "export", "race.marathon", "entrants", "--audience", "everything", "--raw", NULL);
  job.entries = read_csv (job.fixture, "entries.csv");
  job.raw = read_csv (job.fixture, "entrants.csv");
  job.event = read_event (job.fixture, "race.marathon");
}

static void
free_job (void)
{
  cli_fixture_free (job.fixture);
  plain_csv_free (job.entries);
  plain_csv_free (job.raw);
  g_object_unref (job.event);
}

/* --- What came out --- */

static void
test_check (void)
{
  g_autofree char *out = cli_fixture_do (job.fixture, "check", "race.marathon", NULL);

  g_assert_false (g_regex_match_simple ("(?m)^error", out, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
}

/* What the entry system calls it → our key. */
static const struct {
  const char *column;
  const char *key;
} same_columns[] = {
  { "Entry ID", "external-id" },     { "Date of Birth", "born" },       { "Nationality", "nation" },
  { "Club", "club" },                { "Town", "town" },                { "Email", "email" },
  { "Mobile", "phone" },             { "Predicted Time", "predicted" }, { "Qualifying Time", "qualifying" },
  { "Charity", "charity" },          { "Para Class", "class" },         { "Emergency Contact", "emergency-name" },
  { "T-Shirt", "x-shirt" },          { "Family Name", "family" },       { "Given Name", "given" },
  { "Emergency Phone", "emergency-phone" }, { "Medical", "medical" },
};

static const struct {
  const char *column;
  const char *key;
  const char *said;
  const char *word;
} same_words[] = {
  { "Gender", "sex", "Male", "M" },
  { "Gender", "sex", "Female", "F" },
  { "Gender", "sex", "Non-binary", "X" },
  { "Status", "status", "Accepted", "accepted" },
  { "Status", "status", "Withdrawn", "withdrawn" },
  { "Status", "status", "Deferred", "deferred" },
  { "Mode", "mode", "", "running" },
  { "Mode", "mode", "Racing wheelchair", "racing-chair" },
  { "Mode", "mode", "Everyday wheelchair", "everyday-chair" },
  { "Mode", "mode", "Frame runner", "frame" },
  { "Entry Route", "route", "Ballot", "ballot" },
  { "Entry Route", "route", "Charity", "charity" },
  { "Entry Route", "route", "Good For Age", "good-for-age" },
  { "Entry Route", "route", "Championship", "championship" },
  { "Entry Route", "route", "Elite", "elite" },
  { "Entry Route", "route", "Club", "club" },
  { "Entry Route", "route", "Sponsor", "sponsor" },
  { "Entry Route", "route", "Invited", "invited" },
};

/* Blanks around a value are no part of it; the list has some, where somebody has one name only. */
static void
assert_same (guint row, const char *key, guint entry, const char *column)
{
  g_autofree char *expected = g_strstrip (g_strdup (plain_csv_get (job.entries, entry, column)));

  g_assert_cmpstr (plain_csv_get (job.raw, row, key), ==, expected);
}

static void
assert_entrant (guint entry, guint row)
{
  for (guint i = 0; i < G_N_ELEMENTS (same_columns); i++)
    assert_same (row, same_columns[i].key, entry, same_columns[i].column);
  for (guint i = 0; i < G_N_ELEMENTS (same_words); i++)
    if (strcmp (plain_csv_get (job.entries, entry, same_words[i].column), same_words[i].said) == 0)
      g_assert_cmpstr (plain_csv_get (job.raw, row, same_words[i].key), ==, same_words[i].word);
}

static void
assert_guide (guint entry, guint row, const char *athlete_id)
{
  g_assert_cmpstr (plain_csv_get (job.raw, row, "guide-of"), ==, athlete_id);
  g_assert_cmpstr (plain_csv_get (job.raw, row, "guide-role"), ==, "guide");
  assert_same (row, "family", entry, "Family Name");
  assert_same (row, "given", entry, "Given Name");
  assert_same (row, "born", entry, "Date of Birth");
}

/* The order of the list is kept, so each row has its row, entrant for entrant and guide for guide. */
static void
test_every_row (void)
{
  const char *athlete_id = "", *athlete_external = "";
  guint n_guides = 0;

  g_assert_cmpuint (job.entries->rows->len, ==, job.raw->rows->len);
  for (guint i = 0; i < job.entries->rows->len; i++)
    {
      const char *guide_of = plain_csv_get (job.entries, i, "Guide Of");

      if (*guide_of == '\0')
        {
          athlete_id = plain_csv_get (job.raw, i, "id");
          athlete_external = plain_csv_get (job.entries, i, "Entry ID");
          assert_entrant (i, i);
          continue;
        }
      g_assert_cmpstr (guide_of, ==, athlete_external);
      assert_guide (i, i, athlete_id);
      n_guides++;
    }
  g_assert_cmpuint (job.entries->rows->len - n_guides, ==, (guint) g_ascii_strtoull (get_count (), NULL, 10));
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (job.event)), ==,
                    job.entries->rows->len - n_guides);
  g_assert_cmpuint (n_guides, >, 0);
}

static void
test_bibs (void)
{
  g_assert_cmpuint (race_bibs_check (job.event), ==, 0);
}

static void
test_waves (void)
{
  g_assert_cmpuint (race_waves_check (job.event), ==, 0);
}

/* --- Paper --- */

/* The bibs of those who are accepted and of their guides. */
static GHashTable *
list_bibs (void)
{
  GHashTable *bibs = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean accepted = FALSE;

  for (guint i = 0; i < job.raw->rows->len; i++)
    {
      const char *bib = plain_csv_get (job.raw, i, "bib");

      if (*plain_csv_get (job.raw, i, "guide-of") == '\0')
        accepted = strcmp (plain_csv_get (job.raw, i, "status"), "accepted") == 0;
      g_assert_cmpint (*bib != '\0', ==, accepted);
      if (accepted)
        g_assert_true (g_hash_table_add (bibs, (gpointer) bib));
    }
  return bibs;
}

static void
test_pdf (gconstpointer name)
{
  g_autoptr (GHashTable) bibs = list_bibs ();

  pdf_bibs_check (job.fixture->folder, name, bibs);
}

/* --- Again --- */

static void
test_import_again (void)
{
  g_autofree char *out = NULL, *updated = NULL, *before = NULL, *after = NULL;

  before = cli_fixture_describe (job.fixture);
  out = cli_fixture_do (job.fixture, "import", "race.marathon", "entries.csv", NULL);
  updated = cli_fixture_do (job.fixture, "import", "race.marathon", "entries.csv", "--update", NULL);
  after = cli_fixture_describe (job.fixture);
  g_assert_null (strstr (out, " added"));
  g_assert_null (strstr (updated, " added"));
  g_assert_null (strstr (updated, " updated"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_plan_again (void)
{
  g_autofree char *out = NULL, *before = NULL, *after = NULL;

  before = cli_fixture_describe (job.fixture);
  out = cli_fixture_do (job.fixture, "plan", "race.marathon", "all", NULL);
  after = cli_fixture_describe (job.fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What is exported with everything makes the same event out of an empty one. */
static void
test_export_imports (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *text = cli_fixture_get (job.fixture, "entrants.csv", NULL), *exported = NULL;

  cli_fixture_put (fixture, "entrants.csv", text, -1);
  new_event (fixture, "copy.marathon");
  do_and_forget (fixture, "import", "copy.marathon", "entrants.csv");
  exported = cli_fixture_do (fixture, "export", "copy.marathon", "entrants", "--audience", "everything", "--raw", "-o",
                             "again.csv", NULL);
  cli_fixture_assert_same_bytes (fixture, "again.csv", "entrants.csv");
}

/* --- Another spreadsheet --- */

static PlainCsv *
import_and_export (CliFixture *fixture, const char *entries)
{
  g_autofree char *event = g_strconcat (entries, ".marathon", NULL), *csv = g_strconcat (entries, "-out.csv", NULL);
  g_autofree char *exported = NULL;
  PlainCsv *result;

  new_event (fixture, event);
  do_and_forget (fixture, "import", event, entries);
  exported =
      cli_fixture_do (fixture, "export", event, "entrants", "--audience", "everything", "--raw", "-o", csv, NULL);
  result = read_csv (fixture, csv);
  plain_csv_clear_column (result, "id"); /* drawn anew each time */
  plain_csv_clear_column (result, "guide-of");
  return result;
}

static void
test_windows_1252 (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autoptr (PlainCsv) entries = NULL, plain = NULL, converted = NULL;
  g_autofree char *semicolons = NULL, *bytes = NULL, *plain_text = NULL, *converted_text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  make_entries (fixture, "plain", "plain");
  entries = read_csv (fixture, "plain");
  semicolons = plain_csv_write (entries, ';');
  bytes = g_convert (semicolons, -1, "WINDOWS-1252", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, <, strlen (semicolons)); /* else it would be ASCII, and prove nothing */
  cli_fixture_put (fixture, "converted", bytes, (gssize) length);
  plain = import_and_export (fixture, "plain");
  converted = import_and_export (fixture, "converted");
  plain_text = plain_csv_write (plain, ',');
  converted_text = plain_csv_write (converted, ',');
  g_assert_cmpuint (plain->rows->len, ==, entries->rows->len);
  g_assert_true (strcmp (plain_text, converted_text) == 0);
}

/* --- Too many for the waves --- */

static guint64
get_number (MarathonRecord *record, const char *column)
{
  guint index = (guint) marathon_record_find_column (record, column);

  return g_ascii_strtoull (marathon_record_get_text (record, index), NULL, 10);
}

/* The template's waves hold some 65,000 in all: now too few for @entrants, those of the elite start much too few. */
static void
narrow_waves (MarathonEvent *event, guint64 entrants, GString *edits)
{
  MarathonRecordList *waves = marathon_event_get_list (event, MARATHON_LIST_WAVES);

  for (guint i = 0; i < marathon_record_list_get_size (waves); i++)
    {
      MarathonRecord *wave = marathon_record_list_get (waves, i);
      const char *key = marathon_record_get_key (wave);
      guint64 size = get_number (wave, "capacity") * entrants;

      size = g_str_has_prefix (key, "elite-") ? MAX (size / 500000, 6) : MAX (size / 90000, 10);
      g_string_append_printf (
          edits, "<change-record list=\"waves\" record=\"%s\" capacity=\"%" G_GUINT64_FORMAT "\" headroom=\"1\"/>\n",
          key, size);
    }
}

/* Blocks with as many numbers as an eighth of @entrants, or fewer. */
static void
shorten_blocks (MarathonEvent *event, guint64 entrants, GString *edits)
{
  MarathonRecordList *blocks = marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS);

  for (guint i = 0; i < marathon_record_list_get_size (blocks); i++)
    {
      MarathonRecord *block = marathon_record_list_get (blocks, i);
      guint64 first = get_number (block, "numbers");

      g_string_append_printf (edits,
                              "<change-record list=\"bib-blocks\" record=\"%s\" numbers=\"%" G_GUINT64_FORMAT
                              "-%" G_GUINT64_FORMAT ",-%" G_GUINT64_FORMAT "\"/>\n",
                              marathon_record_get_key (block), first,
                              first + MIN (entrants / 8, first < 1000 ? 12 : 6000), first + 5);
    }
}

/* Every group starts together, and there is not room for all. */
static void
crowd (CliFixture *fixture, const char *name)
{
  g_autoptr (MarathonEvent) event = read_event (fixture, name);
  MarathonRecordList *groups = marathon_event_get_list (event, MARATHON_LIST_GROUPS);
  g_autoptr (GString) edits = g_string_new ("<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n");
  guint entrants = marathon_roster_get_size (marathon_event_get_roster (event));

  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    g_string_append_printf (edits, "<change-record list=\"groups\" record=\"%s\" together=\"yes\"/>\n",
                            marathon_record_get_key (marathon_record_list_get (groups, i)));
  narrow_waves (event, entrants, edits);
  shorten_blocks (event, entrants, edits);
  g_string_append (edits, "</edits>\n");
  cli_fixture_put (fixture, "crowd.xml", edits->str, -1);
  do_and_forget (fixture, "apply", name, "crowd.xml");
}

/* Withdraws every @step-th of those who have a wave. */
static void
withdraw (CliFixture *fixture, const char *name, guint step)
{
  g_autoptr (MarathonEvent) event = read_event (fixture, name);
  MarathonRoster *roster = marathon_event_get_roster (event);
  g_autoptr (GString) edits = g_string_new ("<edits xmlns=\"urn:marathon:event\" version=\"1.0\">\n");

  for (guint i = 0; i < marathon_roster_get_size (roster); i += step)
    if (marathon_roster_get (roster, i)->wave != 0)
      g_string_append_printf (
          edits, "<change entrant=\"%016" G_GINT64_MODIFIER "x\" status=\"withdrawn\" wave=\"\" bib=\"\"/>\n",
          marathon_roster_get (roster, i)->id);
  g_string_append (edits, "</edits>\n");
  cli_fixture_put (fixture, "withdraw.xml", edits->str, -1);
  do_and_forget (fixture, "apply", name, "withdraw.xml");
}

/* Nobody who stays accepted gets a worse wave than before. */
static void
assert_nobody_is_worse (MarathonEvent *before, MarathonEvent *after)
{
  for (guint i = 0; i < marathon_roster_get_size (marathon_event_get_roster (before)); i++)
    {
      const MarathonEntrant *was = marathon_roster_get (marathon_event_get_roster (before), i);
      const MarathonEntrant *is = marathon_roster_get (marathon_event_get_roster (after), i);

      if (is->status == MARATHON_STATUS_ACCEPTED)
        g_assert_false (race_waves_is_worse (after, is->wave, was->wave));
    }
}

static void
test_crowded (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new ();
  g_autofree char *text = cli_fixture_get (job.fixture, "imported.marathon", NULL);
  g_autoptr (MarathonEvent) crowded = NULL, relieved = NULL;
  guint unplaced, still_unplaced;

  cli_fixture_put (fixture, "race.marathon", text, -1);
  crowd (fixture, "race.marathon");
  do_and_forget (fixture, "plan", "race.marathon", "all");
  crowded = read_event (fixture, "race.marathon");
  unplaced = race_waves_check (crowded);
  g_assert_cmpuint (unplaced, >, 0);
  g_assert_cmpuint (race_bibs_check (crowded), >, 0);

  withdraw (fixture, "race.marathon", 40);
  do_and_forget (fixture, "plan", "race.marathon", "all");
  relieved = read_event (fixture, "race.marathon");
  still_unplaced = race_waves_check (relieved);
  g_assert_cmpuint (still_unplaced, <, unplaced);
  assert_nobody_is_worse (crowded, relieved);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  do_job ();
  g_test_add_func ("/whole-job/check-finds-no-error", test_check);
  g_test_add_func ("/whole-job/every-row-of-the-list-is-in-the-event", test_every_row);
  g_test_add_func ("/whole-job/bibs-are-unique-and-of-their-blocks", test_bibs);
  g_test_add_func ("/whole-job/waves-hold-and-nobody-starts-too-early-or-needlessly-late", test_waves);
  g_test_add_data_func ("/whole-job/bib-list-has-every-bib-once", "bibs.pdf", test_pdf);
  g_test_add_data_func ("/whole-job/category-lists-have-every-bib-once", "categories.pdf", test_pdf);
  g_test_add_data_func ("/whole-job/wave-lists-have-every-bib-once", "waves.pdf", test_pdf);
  g_test_add_func ("/whole-job/importing-again-changes-nothing", test_import_again);
  g_test_add_func ("/whole-job/planning-again-changes-nothing", test_plan_again);
  g_test_add_func ("/whole-job/the-export-makes-the-same-entrants", test_export_imports);
  g_test_add_func ("/whole-job/windows-1252-with-semicolons-is-the-same-list", test_windows_1252);
  g_test_add_func ("/whole-job/the-laws-hold-where-there-is-too-little-room", test_crowded);
  status = g_test_run ();
  free_job ();
  return status;
}
