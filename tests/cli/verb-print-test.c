/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli print.
 */
#include <string.h>

#include "cli/cli-fixture.h"
#include "printing/lists.h"

static CliFixture *
make_planned (void)
{
  CliFixture *fixture = cli_fixture_new ();
  g_autofree char *out = NULL;

  cli_fixture_put_event (fixture, "race.marathon");
  out = cli_fixture_do (fixture, "plan", "race.marathon", "all", "--output", "planned.marathon", NULL);
  return fixture;
}

static char *
get_text (CliFixture *fixture, const char *name)
{
  char *argv[] = { (char *) "pdftotext", (char *) "-layout", (char *) name, (char *) "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

static void
test_every_list (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *before = cli_fixture_get (fixture, "planned.marathon", NULL), *after = NULL;

  for (guint i = 0; i < marathon_list_info_count (); i++)
    {
      const MarathonListInfo *info = marathon_list_info_get (i);
      g_autofree char *pdf = g_strconcat (info->name, ".pdf", NULL);
      g_autofree char *out = cli_fixture_do (fixture, "print", "planned.marathon", info->name, NULL);
      g_autofree char *bytes = NULL, *text = NULL;
      gsize length;

      g_assert_true (g_str_has_prefix (out, pdf));
      bytes = cli_fixture_get (fixture, pdf, &length);
      g_assert_cmpuint (length, >, 500);
      g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
      text = get_text (fixture, pdf);
      g_assert_nonnull (strstr (text, info->title));
      g_assert_nonnull (strstr (text, "Höhenlauf \"Süd\""));
    }
  after = cli_fixture_get (fixture, "planned.marathon", NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_rows (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *public =
      cli_fixture_do (fixture, "print", "planned.marathon", "bibs", "--output", "für alle.pdf", NULL);
  g_autofree char *officials =
    cli_fixture_do (fixture, "print", "planned.marathon", "bibs", "--output", "o.pdf", "--audience", "officials", NULL);
  g_autofree char *public_text = get_text (fixture, "für alle.pdf"), *officials_text = get_text (fixture, "o.pdf");

  g_assert_true (g_regex_match_simple ("(?m)^ *1 +Alder, Ann ", public_text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
  g_assert_nonnull (strstr (public_text, "Çınar, Cem"));
  g_assert_null (strstr (public_text, "Dogwood"));
  g_assert_null (strstr (public_text, "Elm"));
  g_assert_nonnull (strstr (officials_text, "Elm, Eve"));
}

static void
test_selection (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *men = cli_fixture_do (fixture, "print", "planned.marathon", "categories", "--category", "men", NULL);
  g_autofree char *fast = cli_fixture_do (fixture, "print", "planned.marathon", "waves", "--wave", "fast", NULL);
  g_autofree char *men_text = get_text (fixture, "categories.pdf"), *fast_text = get_text (fixture, "waves.pdf");

  g_assert_nonnull (strstr (men_text, "Birch, Ben"));
  g_assert_null (strstr (men_text, "Alder, Ann"));
  g_assert_nonnull (strstr (fast_text, "Alder, Ann"));
  g_assert_null (strstr (fast_text, "Birch, Ben"));
}

/* The same event and the same time give the same bytes, wherever and whenever. */
static void
test_reproducible (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *text = NULL;

  cli_fixture_set_variable (fixture, "SOURCE_DATE_EPOCH", "1397379600");
  first = cli_fixture_do (fixture, "print", "planned.marathon", "waves", "--output", "first.pdf", NULL);
  cli_fixture_set_variable (fixture, "TZ", "Asia/Tokyo");
  g_usleep (1100000); /* so that a clock that was looked at would tell */
  second = cli_fixture_do (fixture, "print", "planned.marathon", "waves", "--output", "second.pdf", NULL);
  cli_fixture_assert_same_bytes (fixture, "first.pdf", "second.pdf");
  text = get_text (fixture, "first.pdf");
  g_assert_nonnull (strstr (text, "Printed 2014-04-13 09:00 UTC"));
}

static void
assert_media_box (CliFixture *fixture, const char *name, const char *size)
{
  char *argv[] = { (char *) "pdfinfo", (char *) name, NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, size));
}

static void
test_papers (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *a4 = cli_fixture_do (fixture, "print", "planned.marathon", "bibs", "-o", "a4.pdf", NULL);
  g_autofree char *letter =
    cli_fixture_do (fixture, "print", "planned.marathon", "bibs", "-o", "letter.pdf", "--paper", "Letter", NULL);
  g_autofree char *turned =
      cli_fixture_do (fixture, "print", "planned.marathon", "bibs", "-o", "turned.pdf", "--landscape", NULL);

  assert_media_box (fixture, "a4.pdf", "595.");
  assert_media_box (fixture, "letter.pdf", "612 x 792 pts");
  assert_media_box (fixture, "turned.pdf", "841.");
}

/* What cannot be printed leaves an older PDF as it is. */
static void
test_refusals (void)
{
  g_autoptr (CliFixture) fixture = make_planned ();
  g_autofree char *before = NULL, *after = NULL;

  cli_fixture_put (fixture, "old.pdf", "old", -1);
  before = cli_fixture_describe (fixture);
  cli_fixture_refuse (fixture, "there is no category “lunch”", "print", "planned.marathon", "categories", "--category",
                      "lunch", "-o", "old.pdf", NULL);
  cli_fixture_refuse (fixture, "there is no wave “lunch”", "print", "planned.marathon", "waves", "--wave", "lunch",
                      "-o", "old.pdf", NULL);
  cli_fixture_refuse (fixture, "personal data", "print", "planned.marathon", "medical", "--audience", "public", "-o",
                      "old.pdf", NULL);
  cli_fixture_refuse (fixture, "none/new.pdf", "print", "planned.marathon", "bibs", "-o", "none/new.pdf", NULL);
  cli_fixture_refuse (fixture, ".: this is a folder", "print", "planned.marathon", "bibs", "-o", ".", NULL);
  cli_fixture_refuse (fixture, "/dev/full: this is no ordinary file", "print", "planned.marathon", "bibs", "-o",
                      "/dev/full", NULL);
  after = cli_fixture_describe (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-print/every-list-becomes-a-pdf", test_every_list);
  g_test_add_func ("/verb-print/rows-are-what-the-audience-may-see", test_rows);
  g_test_add_func ("/verb-print/one-category-or-wave-may-be-chosen", test_selection);
  g_test_add_func ("/verb-print/a-given-time-gives-the-same-bytes", test_reproducible);
  g_test_add_func ("/verb-print/papers", test_papers);
  g_test_add_func ("/verb-print/refusals-leave-old-files-alone", test_refusals);
  return g_test_run ();
}
