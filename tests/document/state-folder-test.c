/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of the folder for what outlives a crash: it is its owner's alone, and a file has one name in it.
 */
#include "document/state-folder.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/failing-calls.h"
#include "document/folder-fixture.h"

static void
test_is_in_the_users_state_folder (void)
{
  g_autofree char *folder = marathon_state_folder_get ();

  g_assert_true (g_path_is_absolute (folder));
  g_assert_true (g_str_has_prefix (folder, g_get_user_state_dir ()));
  g_assert_true (g_str_has_suffix (folder, "/marathon"));
}

static void
make (const char *folder)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_state_folder_make (folder, &error));
  g_assert_no_error (error);
}

static void
test_new_folders_are_the_owners_alone (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", "b", "c", NULL);
  mode_t old_mask = umask (0);

  make (inner);
  umask (old_mask);
  g_assert_cmpint (folder_fixture_get_mode (folder, "a"), ==, 0700);
  g_assert_cmpint (folder_fixture_get_mode (folder, "a/b"), ==, 0700);
  g_assert_cmpint (folder_fixture_get_mode (folder, "a/b/c"), ==, 0700);
}

static void
test_folder_that_others_may_look_into_is_closed (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", "b", NULL);

  folder_fixture_make_folder (folder, "a");
  folder_fixture_make_folder (folder, "a/b");
  make (inner);
  g_assert_cmpint (folder_fixture_get_mode (folder, "a/b"), ==, 0700);
  g_assert_cmpint (folder_fixture_get_mode (folder, "a"), ==, 0755); /* not ours to change */
}

static void
test_each_new_name_is_synced (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", "b", NULL);
  const FailingPlan plan = { .call = "fsync" };

  failing_calls_start (&plan);
  make (inner);
  g_assert_cmpuint (failing_calls_stop (), ==, 2);
  failing_calls_start (&plan);
  make (inner);
  g_assert_cmpuint (failing_calls_stop (), ==, 0);
}

static void
assert_cannot_be_made (const char *folder, const char *named, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (marathon_state_folder_make (folder, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE);
  if (strstr (error->message, named) == NULL || strstr (error->message, words) == NULL)
    g_error ("“%s” should hold “%s” and “%s”", error->message, named, words);
}

static void
test_failed_sync_is_told_with_the_folder (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", NULL);
  const FailingPlan plan = { .call = "fsync", .kind = FAILING_ERROR, .number = ENOSPC, .first = 1, .n = 1 };

  failing_calls_start (&plan);
  assert_cannot_be_made (inner, folder, "disk is full");
  failing_calls_stop ();
}

static void
test_file_in_its_place_is_told (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *outer = g_build_filename (folder, "a", NULL);

  folder_fixture_put (folder, "a", "a file");
  assert_cannot_be_made (outer, outer, "A file is in its place");
  assert_cannot_be_made (inner, outer, "A file is in its place");
  folder_fixture_assert_text (folder, "a", "a file");
}

static void
make_in_closed_folder (gpointer data)
{
  const char *folder = data;
  g_autofree char *inner = g_build_filename (folder, "a", NULL);

  assert_cannot_be_made (inner, inner, "Allow writing");
}

static void
test_folder_without_rights_is_told (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  child_process_give (folder);
  folder_fixture_set_mode (folder, ".", 0500);
  child_process_run_unprivileged (make_in_closed_folder, folder);
}

static void
assert_named_alike (const char *a, const char *b)
{
  g_autofree char *name_a = marathon_state_folder_name_path (a);
  g_autofree char *name_b = marathon_state_folder_name_path (b);

  g_assert_cmpstr (name_a, ==, name_b);
  g_assert_cmpuint (strlen (name_a), ==, 32);
  g_assert_cmpuint (strspn (name_a, "0123456789abcdef"), ==, 32);
}

static void
test_file_has_one_name_however_it_is_spelt (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *by_dot = g_build_filename (folder, ".", "event", NULL);
  g_autofree char *by_link = g_build_filename (folder, "link", NULL);
  g_autofree char *by_folder = g_build_filename (folder, "here", "event", NULL);

  folder_fixture_make_link (folder, "here", ".");
  assert_named_alike (path, by_dot); /* does not exist yet */
  assert_named_alike (path, by_folder);
  folder_fixture_put (folder, "event", "text");
  folder_fixture_make_link (folder, "link", "event");
  assert_named_alike (path, by_dot);
  assert_named_alike (path, by_link);
  assert_named_alike (path, by_folder);
}

static void
test_name_stays_when_the_file_is_deleted (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  folder_fixture_put (folder, "event", "text");
  before = marathon_state_folder_name_path (path);
  g_assert_cmpint (unlink (path), ==, 0);
  after = marathon_state_folder_name_path (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_other_files_have_other_names (void)
{
  g_autofree char *a = marathon_state_folder_name_path ("/nowhere/a");
  g_autofree char *b = marathon_state_folder_name_path ("/nowhere/b");

  g_assert_cmpstr (a, !=, b);
  g_assert_null (strstr (a, "nowhere"));
}

static void
test_removing_takes_the_files_along (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", NULL);
  g_autoptr (GError) error = NULL;

  make (inner);
  folder_fixture_put (inner, "one", "1");
  folder_fixture_put (inner, ".two", "2");
  g_assert_true (marathon_state_folder_remove (inner, &error));
  g_assert_no_error (error);
  folder_fixture_assert_names (folder, "");
  g_assert_true (marathon_state_folder_remove (inner, &error));
  g_assert_no_error (error);
}

static void
test_folder_with_folders_is_not_removed (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "a", NULL);
  g_autofree char *innermost = g_build_filename (inner, "b", NULL);
  g_autoptr (GError) error = NULL;

  make (innermost);
  g_assert_false (marathon_state_folder_remove (inner, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_PLACE);
  g_assert_nonnull (strstr (error->message, innermost));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-folder/is-in-the-users-state-folder", test_is_in_the_users_state_folder);
  g_test_add_func ("/state-folder/new-folders-are-the-owners-alone", test_new_folders_are_the_owners_alone);
  g_test_add_func ("/state-folder/folder-that-others-may-look-into-is-closed",
                   test_folder_that_others_may_look_into_is_closed);
  g_test_add_func ("/state-folder/each-new-name-is-synced", test_each_new_name_is_synced);
  g_test_add_func ("/state-folder/failed-sync-is-told-with-the-folder", test_failed_sync_is_told_with_the_folder);
  g_test_add_func ("/state-folder/file-in-its-place-is-told", test_file_in_its_place_is_told);
  g_test_add_func ("/state-folder/folder-without-rights-is-told", test_folder_without_rights_is_told);
  g_test_add_func ("/state-folder/file-has-one-name-however-it-is-spelt", test_file_has_one_name_however_it_is_spelt);
  g_test_add_func ("/state-folder/name-stays-when-the-file-is-deleted", test_name_stays_when_the_file_is_deleted);
  g_test_add_func ("/state-folder/other-files-have-other-names", test_other_files_have_other_names);
  g_test_add_func ("/state-folder/removing-takes-the-files-along", test_removing_takes_the_files_along);
  g_test_add_func ("/state-folder/folder-with-folders-is-not-removed", test_folder_with_folders_is_not_removed);
  return g_test_run ();
}
