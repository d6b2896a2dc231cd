/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true after a program died: each row of the table in document/recovery.h, whatever the times of the files
 * say.
 */
#include "document/recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/generated-event.h"
#include "document/journal-folder.h"
#include "document/journal-record.h"
#include "document/journal-scene.h"
#include "formats/project-writer.h"

/* --- Lives that end suddenly --- */

static void
save_after_one_step (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  journal_scene_step (document, "Saved");
  document_scene_save (document, NULL);
  journal_scene_await (document, MARATHON_JOURNAL_EMPTY);
}

/* The file is replaced by what the event is, and the program dies before the journal hears of it. */
static void
save_and_die (JournalScene *scene, MarathonDocument *document, const char *name)
{
  MarathonJournal *journal = marathon_document_get_journal (document);
  g_autofree char *path = g_build_filename (scene->folder, name, NULL);
  g_autofree char *beside = g_build_filename (scene->folder, "beside", NULL);
  g_autofree char *text = journal_scene_get_text (document);
  MarathonFileIdentity identity;

  folder_fixture_put (scene->folder, "beside", text);
  identity = journal_scene_identify (beside);
  marathon_journal_note_save (journal, marathon_journal_get_position (journal), path, &identity);
  g_assert_cmpint (g_rename (beside, path), ==, 0);
}

static void
die_between_save_and_tidying (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  document_scene_set_title (document, "One");
  save_and_die (scene, document, "event");
}

static void
die_between_saving_as_and_tidying (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  document_scene_set_title (document, "One");
  save_and_die (scene, document, "other");
}

/* Saved as another file right after it was opened; the step came while that was written. */
static void
die_with_a_step_after_saving_as (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);
  g_autofree char *other = g_build_filename (scene->folder, "other", NULL);
  g_autofree char *text = journal_scene_get_text (document);
  MarathonFileIdentity identity;

  folder_fixture_put (scene->folder, "other", text);
  identity = journal_scene_identify (other);
  document_scene_set_title (document, "One");
  marathon_journal_note_save (marathon_document_get_journal (document), 0, other, &identity);
}

static void
die_with_steps_after_a_save (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);

  document_scene_set_title (document, "One");
  save_and_die (scene, document, "event");
  document_scene_set_title (document, "Two");
  journal_scene_step (document, "Three");
}

static void
die_with_a_save_that_did_not_take_place (JournalScene *scene)
{
  MarathonDocument *document = journal_scene_open (scene);
  MarathonFileIdentity identity = { .is_set = TRUE, .size = 7 };

  document_scene_set_title (document, "One");
  marathon_journal_note_save (marathon_document_get_journal (document), 1, scene->path, &identity);
}

/* --- The table --- */

static void
test_steps_are_applied_to_the_file (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *expected = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  journal_scene_init (&scene, 100);
  expected = journal_scene_make_expected (&scene);
  journal_scene_die (&scene, journal_scene_make_steps);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  g_assert_cmpstr (recovery->path, ==, scene.path);
  g_assert_cmpstr (recovery->last_label, ==, "Change “Club”\nof all");
  g_assert_cmpint (recovery->last_time, >=, now);
  g_assert_cmpint (recovery->last_time, <=, now + 60);
  g_assert_null (recovery->problem);
  journal_scene_assert_recovers (recovery, scene.path, expected);
}

static void
test_file_that_holds_all_needs_nothing (void)
{
  g_auto (JournalScene) scene = { 0 };

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, save_after_one_step);
  journal_scene_assert_nothing (&scene);
  journal_scene_die (&scene, die_between_save_and_tidying);
  journal_scene_assert_nothing (&scene);
  document_scene_assert_title (scene.path, "One");
}

static void
test_other_file_that_holds_all_needs_nothing (void)
{
  g_auto (JournalScene) scene = { 0 };

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, die_between_saving_as_and_tidying);
  journal_scene_assert_nothing (&scene);
}

static void
test_steps_belong_to_the_file_saved_last (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, die_with_a_step_after_saving_as);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 1);
  g_assert_true (g_str_has_suffix (recovery->path, "/other"));
}

static void
test_only_steps_after_the_save_are_applied (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autoptr (MarathonDocument) document = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, die_with_steps_after_a_save);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 2);
  document = journal_scene_recover (recovery, NULL);
  g_assert_cmpstr (document_scene_get_title (document), ==, "Three");
  document_scene_undo (document);
  document_scene_undo (document);
  g_assert_cmpstr (document_scene_get_title (document), ==, "One");
  g_assert_false (marathon_history_can_undo (marathon_document_get_history (document)));
  g_assert_false (marathon_document_is_modified (document));
}

static void
test_save_that_did_not_take_place_does_not_count (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, die_with_a_save_that_did_not_take_place);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_FILE, 1);
}

static void
test_other_content_makes_a_copy (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *other = NULL;

  journal_scene_init (&scene, 100);
  expected = journal_scene_make_expected (&scene);
  journal_scene_die (&scene, journal_scene_make_steps_and_base);
  /* Somebody's newer one, or an older backup. */
  other = folder_fixture_make_text ("other", 3);
  folder_fixture_put (scene.folder, "event", other);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_COPY, 2);
  g_assert_cmpstr (recovery->path, ==, scene.path);
  g_assert_nonnull (strstr (recovery->problem, "something else"));
  journal_scene_assert_recovers (recovery, NULL, expected);
  folder_fixture_assert_text (scene.folder, "event", other);
}

static void
test_other_content_of_the_same_size_makes_a_copy (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *text = NULL;

  journal_scene_init (&scene, 100);
  journal_scene_die (&scene, journal_scene_make_steps_and_base);
  g_assert_true (g_file_get_contents (scene.path, &text, NULL, NULL));
  memcpy (strstr (text, "Runner 7"), "Walker 7", 8);
  folder_fixture_put (scene.folder, "event", text);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_COPY, 2);
}

static void
test_missing_file_makes_a_copy (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *expected = NULL;

  journal_scene_init (&scene, 100);
  expected = journal_scene_make_expected (&scene);
  journal_scene_die (&scene, journal_scene_make_steps_and_base);
  g_assert_cmpint (unlink (scene.path), ==, 0);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_COPY, 2);
  g_assert_nonnull (strstr (recovery->problem, "not there"));
  journal_scene_assert_recovers (recovery, NULL, expected);
}

static void
test_event_without_a_file_makes_a_copy (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *expected = NULL;

  journal_scene_init (&scene, 0);
  expected = journal_scene_make_expected (&scene);
  journal_scene_die (&scene, journal_scene_make_steps);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_COPY, 2);
  g_assert_null (recovery->path);
  g_assert_null (recovery->problem);
  g_assert_cmpstr (recovery->title, ==, "Eins ß");
  journal_scene_assert_recovers (recovery, NULL, expected);
}

static void
test_without_base_and_file_it_is_kept_and_told (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *base = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps_and_base);
  journal = journal_scene_get_journal (&scene);
  base = folder_fixture_find (journal, "base-");
  folder_fixture_put (journal, base, "damaged");
  folder_fixture_put (scene.folder, "event", "other");
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_DAMAGED, 2);
  g_assert_nonnull (strstr (recovery->problem, "damaged or missing"));
  g_assert_true (g_file_test (journal, G_FILE_TEST_IS_DIR));
}

static void
test_damaged_header_is_kept_and_told (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *journal = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  journal = journal_scene_get_journal (&scene);
  folder_fixture_put (journal, "records", "1 nonsense\n");
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_DAMAGED, 0);
  folder_fixture_assert_text (journal, "records", "1 nonsense\n");
}

static void
test_newer_format_is_not_touched (void)
{
  const char *newer = "1 0123456789abcdef journal format=2 whatever\nand so on\n";
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *journal = NULL;

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps);
  journal = journal_scene_get_journal (&scene);
  folder_fixture_put (journal, "records", newer);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_NEWER, 0);
  folder_fixture_assert_text (journal, "records", newer);
}

/* No file lacks so many steps; in sums with such a number the steps that there are would get lost. */
static void
test_save_of_an_impossible_step_does_not_count (void)
{
  g_auto (JournalScene) scene = { 0 };
  g_autoptr (MarathonRecovery) recovery = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *base = NULL;
  g_autofree char *base_path = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  MarathonJournalHeader header = { .id = 1, .event_id = 1, .title = (char *) "Event" };
  MarathonJournalSave save = { .step = G_MININT64 };
  MarathonJournalChain chain = { 0 };

  journal_scene_init (&scene, 10);
  journal_scene_die (&scene, journal_scene_make_steps_and_base);
  journal = journal_scene_get_journal (&scene);
  base = folder_fixture_find (journal, "base-");
  base_path = g_build_filename (journal, base, NULL);
  header.base = journal_scene_identify (base_path);
  header.path = save.path = scene.path;
  folder_fixture_put (scene.folder, "event", "another event");
  save.identity = journal_scene_identify (scene.path);
  marathon_journal_append_header (lines, &chain, &header);
  marathon_journal_append_begin (lines, &chain, "Step");
  marathon_journal_append_commit (lines, &chain, 1);
  marathon_journal_append_save (lines, &chain, &save);
  folder_fixture_put (journal, "records", lines->str);
  recovery = journal_scene_find (&scene, MARATHON_RECOVERY_COPY, 1);
  g_assert_nonnull (strstr (recovery->problem, "damaged"));
}

#define ADD(name, func) g_test_add_func ("/recovery/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("steps-are-applied-to-the-file", test_steps_are_applied_to_the_file);
  ADD ("file-that-holds-all-needs-nothing", test_file_that_holds_all_needs_nothing);
  ADD ("other-file-that-holds-all-needs-nothing", test_other_file_that_holds_all_needs_nothing);
  ADD ("steps-belong-to-the-file-saved-last", test_steps_belong_to_the_file_saved_last);
  ADD ("only-steps-after-the-save-are-applied", test_only_steps_after_the_save_are_applied);
  ADD ("save-that-did-not-take-place-does-not-count", test_save_that_did_not_take_place_does_not_count);
  ADD ("other-content-makes-a-copy", test_other_content_makes_a_copy);
  ADD ("other-content-of-the-same-size-makes-a-copy", test_other_content_of_the_same_size_makes_a_copy);
  ADD ("missing-file-makes-a-copy", test_missing_file_makes_a_copy);
  ADD ("event-without-a-file-makes-a-copy", test_event_without_a_file_makes_a_copy);
  ADD ("without-base-and-file-it-is-kept-and-told", test_without_base_and_file_it_is_kept_and_told);
  ADD ("damaged-header-is-kept-and-told", test_damaged_header_is_kept_and_told);
  ADD ("newer-format-is-not-touched", test_newer_format_is_not_touched);
  ADD ("save-of-an-impossible-step-does-not-count", test_save_of_an_impossible_step_does_not_count);
  return g_test_run ();
}
