/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of saving: content, kinds of files, the backup, and files that others change.
 */
#include "document/file-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/folder-fixture.h"
#include "document/text-save.h"

static const TextSave new_text = { .text = "new", .keep_backup = TRUE };

/* --- Content and identity --- */

static void
test_content_arrives_whatever_its_size (void)
{
  static const struct {
    guint lines;
    gsize piece;
  } cases[] = { { 0, 1 }, { 1, 1 }, { 1, 4096 }, { 1000, 7 }, { 20000, 65536 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      g_autofree char *text = folder_fixture_make_text ("content", cases[i].lines);
      TextSave save = { .text = text, .piece = cases[i].piece };
      g_autoptr (GError) error = NULL;

      g_assert_true (text_save_run (folder, "event", &save, NULL, &error));
      g_assert_no_error (error);
      folder_fixture_assert_text (folder, "event", text);
      folder_fixture_assert_names (folder, "event");
    }
}

static void
test_identity_is_that_of_the_file (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  MarathonFileIdentity identity = { 0 };
  MarathonFileIdentity read = { 0 };
  int fd;

  text_save_good (folder, "event", "some text", &identity);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  g_assert_true (marathon_file_identity_read (&read, fd, NULL));
  g_assert_true (marathon_file_identity_is_equal (&identity, &read));
  close (fd);
}

static void
test_a_relative_path_is_meant_from_here (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *here = g_get_current_dir ();

  g_assert_cmpint (g_chdir (folder), ==, 0);
  folder_fixture_make_folder (folder, "inner");
  text_save_good (".", "event", "one", NULL);
  text_save_good ("inner/..", "event", "two", NULL);
  g_assert_cmpint (g_chdir (here), ==, 0);
  folder_fixture_assert_text (folder, "event", "two");
  folder_fixture_assert_names (folder, "event event~ inner");
}

/* --- Kinds of files --- */

static void
test_a_folder_is_refused (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_make_folder (folder, "event");
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "folder");
  text_save_bad (folder, "event/", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "folder");
  text_save_bad (folder, "event/.", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "folder");
  text_save_bad (folder, "new/", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "folder");
  folder_fixture_assert_names (folder, "event");
}

static void
test_a_pipe_is_refused_without_waiting (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  struct stat status;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
  folder_fixture_get_status (folder, "event", &status);
  g_assert_true (S_ISFIFO (status.st_mode));
  folder_fixture_assert_names (folder, "event");
}

static void
test_a_socket_is_refused (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  struct stat status;

  g_snprintf (address.sun_path, sizeof address.sun_path, "%s/event", folder);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
  folder_fixture_get_status (folder, "event", &status);
  g_assert_true (S_ISSOCK (status.st_mode));
  close (fd);
}

static void
save_to_device (gpointer folder)
{
  text_save_bad ("/dev", "null", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
}

static void
test_a_device_is_refused (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_make_link (folder, "event", "/dev/null");
  child_process_give (folder);
  child_process_run_unprivileged (save_to_device, folder);
  folder_fixture_assert_link (folder, "event", "/dev/null");
  folder_fixture_assert_names (folder, "event");
}

static void
test_a_missing_folder_is_told (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *missing = g_strdup_printf ("the folder “%s/missing” ", folder);

  text_save_bad (folder, "missing/event", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "does not exist");
  text_save_bad (folder, "missing/event", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, missing);
  folder_fixture_put (folder, "file", "text");
  text_save_bad (folder, "file/event", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "opening the folder");
  folder_fixture_assert_names (folder, "file");
}

static void
give_up_later (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_a_cancelled_save_replaces_nothing (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TextSave save = { .text = "new", .cancellable = cancellable, .meanwhile = give_up_later, .data = cancellable };
  g_autoptr (GError) error = NULL;

  save.keep_backup = TRUE;
  folder_fixture_put (folder, "event", "old");
  g_assert_false (text_save_run (folder, "event", &save, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  folder_fixture_assert_text (folder, "event", "old");
  folder_fixture_assert_names (folder, "event");
}

static void
test_a_name_that_is_too_long_is_told (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *long_name = g_strnfill (255, 'n');
  g_autofree char *too_long = g_strnfill (256, 'n');

  text_save_bad (folder, long_name, &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "making a new file in the folder");
  text_save_bad (folder, too_long, &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "looking at the file");
  folder_fixture_assert_names (folder, "");
}

/* --- The backup --- */

static void
test_the_backup_is_the_version_before (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  TextSave without = { .text = "four" };
  g_autoptr (GError) error = NULL;

  text_save_good (folder, "event", "one", NULL);
  folder_fixture_assert_names (folder, "event");
  text_save_good (folder, "event", "two", NULL);
  folder_fixture_assert_text (folder, "event~", "one");
  text_save_good (folder, "event", "three", NULL);
  folder_fixture_assert_text (folder, "event~", "two");
  g_assert_true (text_save_run (folder, "event", &without, NULL, &error));
  g_assert_no_error (error);
  folder_fixture_assert_text (folder, "event", "four");
  folder_fixture_assert_text (folder, "event~", "two");
  folder_fixture_assert_names (folder, "event event~");
}

static void
test_the_backup_keeps_the_mode_of_its_version (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  text_save_good (folder, "event", "one", NULL);
  folder_fixture_set_mode (folder, "event", 0640);
  text_save_good (folder, "event", "two", NULL);
  g_assert_cmphex (folder_fixture_get_mode (folder, "event~"), ==, 0640);
}

/* Renaming one name of a file to another name of it does nothing, so it must be looked at. */
static void
test_a_backup_that_is_the_file_itself_leaves_nothing_behind (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *backup = g_build_filename (folder, "event~", NULL);

  folder_fixture_put (folder, "event", "old");
  g_assert_cmpint (link (path, backup), ==, 0);
  text_save_good (folder, "event", "new", NULL);
  folder_fixture_assert_text (folder, "event", "new");
  folder_fixture_assert_text (folder, "event~", "old");
  folder_fixture_assert_names (folder, "event event~");
}

static void
test_a_left_over_of_a_killed_save_is_in_nobodys_way (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_put (folder, "event", "old");
  folder_fixture_put (folder, ".event.backup", "left over");
  text_save_good (folder, "event", "new", NULL);
  folder_fixture_assert_text (folder, "event~", "old");
  folder_fixture_assert_names (folder, "event event~");
}

static void
test_a_backup_that_cannot_be_replaced_stops_the_save (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_put (folder, "event", "old");
  folder_fixture_make_folder (folder, "event~");
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_WRITE, "keeping the old file as a backup");
  folder_fixture_assert_text (folder, "event", "old");
  folder_fixture_assert_names (folder, "event event~");
}

/* --- Others who write the file --- */

static void
save_expecting (const char *folder, const MarathonFileIdentity *expected, gboolean good)
{
  TextSave save = { .text = "mine", .keep_backup = TRUE, .expected = expected };
  g_autoptr (GError) error = NULL;

  if (!good)
    {
      text_save_bad (folder, "event", &save, MARATHON_DOCUMENT_ERROR_CHANGED, "changed by another program");
      return;
    }
  g_assert_true (text_save_run (folder, "event", &save, NULL, &error));
  g_assert_no_error (error);
  folder_fixture_assert_text (folder, "event", "mine");
}

/* The case that no program sees which trusts size and time (promise P-15). */
static void
test_other_content_of_equal_size_and_time_is_not_overwritten (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  MarathonFileIdentity identity = { 0 };
  struct timespec times[2];
  struct stat status, status_after;

  text_save_good (folder, "event", "before", &identity);
  folder_fixture_get_status (folder, "event", &status);
  folder_fixture_put (folder, "event", "theirs");
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  folder_fixture_get_status (folder, "event", &status_after);
  g_assert_cmpint (status.st_size, ==, status_after.st_size);
  g_assert_cmpint (status.st_mtim.tv_sec, ==, status_after.st_mtim.tv_sec);
  g_assert_cmpint (status.st_mtim.tv_nsec, ==, status_after.st_mtim.tv_nsec);
  save_expecting (folder, &identity, FALSE);
  folder_fixture_assert_text (folder, "event", "theirs");
  folder_fixture_assert_names (folder, "event");
}

static void
test_a_file_that_another_replaced_is_not_overwritten (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity identity = { 0 };

  text_save_good (folder, "event", "before", &identity);
  text_save_good (folder, "event", "a longer text of theirs", NULL);
  save_expecting (folder, &identity, FALSE);
  folder_fixture_assert_text (folder, "event", "a longer text of theirs");
  folder_fixture_assert_text (folder, "event~", "before");
  folder_fixture_assert_names (folder, "event event~");
}

static void
test_a_touched_or_copied_file_is_saved (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  MarathonFileIdentity identity = { 0 };

  text_save_good (folder, "event", "before", &identity);
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  save_expecting (folder, &identity, TRUE);

  text_save_good (folder, "event", "before", &identity);
  g_assert_cmpint (g_remove (path), ==, 0);
  folder_fixture_put (folder, "event", "before");
  save_expecting (folder, &identity, TRUE);
}

static void
test_a_file_that_was_deleted_is_saved_anew (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  MarathonFileIdentity identity = { 0 };

  text_save_good (folder, "event", "before", &identity);
  g_assert_cmpint (g_remove (path), ==, 0);
  save_expecting (folder, &identity, TRUE);
  folder_fixture_assert_names (folder, "event");
}

static void
write_meanwhile (gpointer folder)
{
  folder_fixture_put (folder, "event", "theirs");
}

static void
test_a_file_that_is_changed_during_the_save_is_not_overwritten (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity identity = { 0 };
  TextSave save = { .text = "mine", .expected = &identity, .meanwhile = write_meanwhile, .data = folder };

  text_save_good (folder, "event", "before", &identity);
  text_save_bad (folder, "event", &save, MARATHON_DOCUMENT_ERROR_CHANGED, "changed by another program");
  folder_fixture_assert_text (folder, "event", "theirs");
  folder_fixture_assert_names (folder, "event");
}

/* Deleted when the save began, and there again when it comes to replacing. */
static void
test_a_file_that_appears_during_the_save_is_not_overwritten (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  MarathonFileIdentity identity = { 0 };
  TextSave save = { .text = "mine", .expected = &identity, .meanwhile = write_meanwhile, .data = folder };

  text_save_good (folder, "event", "before", &identity);
  g_assert_cmpint (g_remove (path), ==, 0);
  text_save_bad (folder, "event", &save, MARATHON_DOCUMENT_ERROR_CHANGED, "changed by another program");
  folder_fixture_assert_text (folder, "event", "theirs");
  folder_fixture_assert_names (folder, "event");
}

#define ADD(name, func) g_test_add_func ("/file-save/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("content-arrives-whatever-its-size", test_content_arrives_whatever_its_size);
  ADD ("identity-is-that-of-the-file", test_identity_is_that_of_the_file);
  ADD ("a-relative-path-is-meant-from-here", test_a_relative_path_is_meant_from_here);
  ADD ("a-folder-is-refused", test_a_folder_is_refused);
  ADD ("a-pipe-is-refused-without-waiting", test_a_pipe_is_refused_without_waiting);
  ADD ("a-socket-is-refused", test_a_socket_is_refused);
  ADD ("a-device-is-refused", test_a_device_is_refused);
  ADD ("a-missing-folder-is-told", test_a_missing_folder_is_told);
  ADD ("a-cancelled-save-replaces-nothing", test_a_cancelled_save_replaces_nothing);
  ADD ("a-name-that-is-too-long-is-told", test_a_name_that_is_too_long_is_told);
  ADD ("the-backup-is-the-version-before", test_the_backup_is_the_version_before);
  ADD ("the-backup-keeps-the-mode-of-its-version", test_the_backup_keeps_the_mode_of_its_version);
  ADD ("a-backup-that-is-the-file-itself-leaves-nothing-behind",
       test_a_backup_that_is_the_file_itself_leaves_nothing_behind);
  ADD ("a-left-over-of-a-killed-save-is-in-nobodys-way", test_a_left_over_of_a_killed_save_is_in_nobodys_way);
  ADD ("a-backup-that-cannot-be-replaced-stops-the-save", test_a_backup_that_cannot_be_replaced_stops_the_save);
  ADD ("other-content-of-equal-size-and-time-is-not-overwritten",
       test_other_content_of_equal_size_and_time_is_not_overwritten);
  ADD ("a-file-that-another-replaced-is-not-overwritten", test_a_file_that_another_replaced_is_not_overwritten);
  ADD ("a-touched-or-copied-file-is-saved", test_a_touched_or_copied_file_is_saved);
  ADD ("a-file-that-was-deleted-is-saved-anew", test_a_file_that_was_deleted_is_saved_anew);
  ADD ("a-file-that-is-changed-during-the-save-is-not-overwritten",
       test_a_file_that_is_changed_during_the_save_is_not_overwritten);
  ADD ("a-file-that-appears-during-the-save-is-not-overwritten",
       test_a_file_that_appears_during_the_save_is_not_overwritten);
  return g_test_run ();
}
