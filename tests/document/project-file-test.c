/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of project files on the disk: the good come back byte for byte, the bad are named with their line
 * and left alone.
 */
#include "document/project-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/failing-calls.h"
#include "document/folder-fixture.h"
#include "document/generated-event.h"
#include "formats/project-writer.h"

static char *
get_projects (const char *kind)
{
  const char *root = g_getenv ("MARATHON_TEST_DATA");

  g_assert_nonnull (root);
  return g_build_filename (root, "projects", kind, NULL);
}

static char *
get_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GBytes *
get_bytes (const char *path, GStatBuf *status)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, status), ==, 0);
  return g_bytes_new_take (bytes, length);
}

static MarathonEvent *
read_good (const char *path, MarathonFileIdentity *identity)
{
  g_autoptr (GError) error = NULL;
  MarathonEvent *event = marathon_project_file_read (path, identity, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (event);
  return event;
}

/* Reads what must be refused; asserts that the file is not touched. Returns: the message. */
static char *
read_bad (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  GStatBuf before, after;
  g_autoptr (GBytes) bytes_before = get_bytes (path, &before);
  g_autoptr (GBytes) bytes_after = NULL;

  g_assert_null (marathon_project_file_read (path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, code);
  bytes_after = get_bytes (path, &after);
  g_assert_true (g_bytes_equal (bytes_before, bytes_after));
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  return g_strdup (error->message);
}

/* --- Good files --- */

static void
for_each_project (const char *kind, void (*func) (const char *path, const char *name))
{
  g_autofree char *folder = get_projects (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".marathon"))
        continue;
      func (path, name);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
check_round_trip (const char *path, const char *name)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *copy = g_build_filename (folder, "copy.marathon", NULL);
  g_autofree char *text = get_text (path);
  MarathonFileIdentity read, written = { 0 };
  g_autoptr (MarathonEvent) event = read_good (path, &read);
  g_autoptr (GError) error = NULL;

  g_assert_true (marathon_project_file_write (event, copy, NULL, &written, &error));
  g_assert_no_error (error);
  folder_fixture_assert_text (folder, "copy.marathon", text);
  folder_fixture_assert_names (folder, "copy.marathon");
  g_assert_cmpmem (read.hash, sizeof read.hash, written.hash, sizeof written.hash);
}

static void
test_good_files_come_back_byte_for_byte (void)
{
  for_each_project ("valid", check_round_trip);
}

static void
test_identity_is_the_hash_of_the_file (void)
{
  g_autofree char *folder = get_projects ("valid");
  g_autofree char *path = g_build_filename (folder, "all-fields.marathon", NULL);
  g_autofree char *text = get_text (path);
  MarathonFileHash *hash = marathon_file_hash_new ();
  guint8 expected[MARATHON_HASH_SIZE];
  MarathonFileIdentity identity;
  g_autoptr (MarathonEvent) event = read_good (path, &identity);

  marathon_file_hash_update (hash, text, strlen (text));
  marathon_file_hash_finish (hash, expected);
  g_assert_cmpmem (identity.hash, sizeof identity.hash, expected, sizeof expected);
  g_assert_true (identity.is_set);
  g_assert_cmpuint (identity.size, ==, strlen (text));
}

static void
test_saving_twice_gives_the_same_bytes (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = generated_event_new (500);
  MarathonFileIdentity first = { 0 }, second = { 0 };
  g_autofree char *text = NULL;

  g_assert_true (marathon_project_file_write (event, path, NULL, &first, NULL));
  g_assert_true (marathon_project_file_write (event, path, &(MarathonProjectFileJob) { .expected = &first }, &second, NULL));
  g_assert_cmpmem (first.hash, sizeof first.hash, second.hash, sizeof second.hash);
  text = get_text (path);
  folder_fixture_assert_text (folder, "event~", text);
  folder_fixture_assert_names (folder, "event event~");
}

typedef struct {
  guint n_calls;
  guint64 done, total;
} Progress;

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >=, progress->done);
  progress->n_calls++;
  progress->done = done;
  progress->total = total;
}

static void
test_a_large_event_comes_back_and_tells_how_far_it_is (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = generated_event_new (50000);
  g_autoptr (MarathonEvent) again = NULL;
  g_autofree char *text = marathon_project_to_text (event);
  g_autofree char *text_again = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  GStatBuf status;

  g_assert_true (marathon_project_file_write (event, path, NULL, NULL, &error));
  g_assert_no_error (error);
  folder_fixture_assert_text (folder, "event", text);

  again = marathon_project_file_read (path, NULL, on_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_roster (again)), ==, 49500);
  g_assert_cmpuint (marathon_roster_get_size (marathon_event_get_bin (again)), ==, 500);
  text_again = marathon_project_to_text (again);
  g_assert_true (strcmp (text, text_again) == 0);

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (progress.n_calls, >, 10);
  g_assert_cmpuint (progress.done, ==, status.st_size);
  g_assert_cmpuint (progress.total, ==, status.st_size);
}

typedef struct {
  guint n_calls, n_of_writing;
  guint64 done, total;
} Halves;

static void
on_half (guint64 done, guint64 total, gpointer user_data)
{
  Halves *halves = user_data;

  g_assert_cmpuint (done, >, halves->done);
  g_assert_cmpuint (done, <=, total);
  g_assert_true (halves->total == 0 || total == halves->total);
  halves->n_calls++;
  if (done * 2 <= total)
    halves->n_of_writing++;
  halves->done = done;
  halves->total = total;
}

/* Both halves move, never backwards, though the bin is counted from its own beginning when it is written. */
static void
test_saving_tells_how_far_it_is (void)
{
  static const guint sizes[] = { 0, 1, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      g_autofree char *path = g_build_filename (folder, "event", NULL);
      g_autoptr (MarathonEvent) event = generated_event_new (sizes[i]);
      g_autoptr (GError) error = NULL;
      Halves halves = { 0 };

      g_assert_true (marathon_project_file_write (event, path, &(MarathonProjectFileJob) { .progress = on_half, .progress_data = &halves }, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (halves.n_of_writing, >=, sizes[i] > 1000 ? 5 : 1);
      g_assert_cmpuint (halves.n_calls - halves.n_of_writing, >=, sizes[i] > 1000 ? 5 : 1);
      g_assert_cmpuint (halves.done, ==, halves.total);
    }
}

static void
test_a_save_that_fails_is_never_told_as_done (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = generated_event_new (5000);
  static const FailingPlan plan = { "renameat", FAILING_ERROR, EIO, 1, 1 };
  g_autoptr (GError) error = NULL;
  Halves halves = { 0 };

  failing_calls_start (&plan);
  g_assert_false (marathon_project_file_write (event, path, &(MarathonProjectFileJob) { .progress = on_half, .progress_data = &halves }, NULL, &error));
  g_assert_cmpuint (failing_calls_stop (), ==, 1);
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_WRITE);
  g_assert_cmpuint (halves.done, >, halves.total / 2);
  g_assert_cmpuint (halves.done, <, halves.total);
}

typedef struct {
  GCancellable *cancellable;
  guint percent; /* at which patience ends */
} Patience;

static void
lose_patience (guint64 done, guint64 total, gpointer user_data)
{
  const Patience *patience = user_data;

  if (done * 100 >= total * patience->percent)
    g_cancellable_cancel (patience->cancellable);
}

/* While it is written, and while it is read back. */
static void
test_cancelling_half_way_replaces_nothing (void)
{
  static const guint percents[] = { 1, 25, 49, 51, 75, 99 };
  g_autoptr (MarathonEvent) event = generated_event_new (10000);

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      g_autofree char *path = g_build_filename (folder, "event", NULL);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Patience patience = { cancellable, percents[i] };

      folder_fixture_put (folder, "event", "old");
      g_assert_false (
        marathon_project_file_write (event, path, &(MarathonProjectFileJob) { .progress = lose_patience, .progress_data = &patience, .cancellable = cancellable }, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      folder_fixture_assert_text (folder, "event", "old");
      folder_fixture_assert_names (folder, "event");
    }
}

/* --- Bad files --- */

static void
check_refusal (const char *path, const char *name)
{
  g_autofree char *expected_path = g_strndup (path, strlen (path) - strlen ("marathon"));
  g_autofree char *expected_file = g_strconcat (expected_path, "expected", NULL);
  g_autofree char *expected = g_strchomp (get_text (expected_file));
  g_autofree char *folder = g_path_get_dirname (path);
  g_auto (GStrv) parts = g_strsplit (expected, "\t", 2);
  g_autofree char *start = g_strconcat (folder, "/", parts[0], NULL);
  g_autofree char *message = read_bad (path, MARATHON_DOCUMENT_ERROR_CONTENT);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  if (g_str_has_prefix (message, start) && strstr (message, parts[1]) != NULL)
    return;
  g_test_message ("%s: “%s” should start with “%s” and hold “%s”", name, message, start, parts[1]);
  g_test_fail ();
}

static void
test_each_broken_file_is_named_with_its_line_and_left_alone (void)
{
  for_each_project ("broken", check_refusal);
}

/* What people take for an event by mistake. */
static void
test_other_kinds_of_files_are_named (void)
{
  static const struct {
    const char *name;
    const char *content;
    const char *start; /* of the message, after the path */
  } cases[] = {
    { "paper.pdf", "%PDF-1.5\n%\xb5\xed\xae\xfb\n3 0 obj\n<< /Length 4 0 R >>\nstream\n", ":1" },
    { "entries.csv", "bib,family,given\n1,Alder,Ann\n", ":1" },
    { "packed.marathon", "\x1f\x8b\x08\x08 packed", ":1" },
    { "blank.marathon", "\n\n\n", ":" },
    { "picture.png", "\x89PNG\r\n\x1a\n", ":1" },
  };
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *start = g_strconcat (path, cases[i].start, NULL);
      g_autofree char *message = NULL;

      folder_fixture_put (folder, cases[i].name, cases[i].content);
      message = read_bad (path, MARATHON_DOCUMENT_ERROR_CONTENT);
      if (!g_str_has_prefix (message, start) || !g_ascii_isdigit (message[strlen (path) + 1]))
        g_error ("“%s” should start with “%s” and a line", message, start);
    }
}

static void
check_cannot_open (const char *folder, const char *name, int code, const char *words)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *start = g_strconcat (path, ": ", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) bytes_error = NULL;

  g_assert_null (marathon_project_file_read (path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, code);
  g_assert_null (marathon_file_read_bytes (path, 1 << 20, &bytes_error));
  g_assert_error (bytes_error, MARATHON_DOCUMENT_ERROR, code);
  g_assert_cmpstr (bytes_error->message, ==, error->message);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, words) == NULL)
    g_error ("“%s” should start with “%s” and hold “%s”", error->message, start, words);
}

static void
test_what_is_no_file_is_refused_without_waiting (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *inner = g_build_filename (folder, "folder", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_cannot_open (folder, "folder", MARATHON_DOCUMENT_ERROR_NOT_FILE, "folder");
  check_cannot_open (folder, "pipe", MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
  check_cannot_open ("/dev", "zero", MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
  check_cannot_open (folder, "missing", MARATHON_DOCUMENT_ERROR_OPEN, "No such file");
}

static void
check_closed (gpointer folder)
{
  check_cannot_open (folder, "closed", MARATHON_DOCUMENT_ERROR_OPEN, "Permission denied");
}

static void
test_a_file_that_may_not_be_read_is_told (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "closed", NULL);

  folder_fixture_put (folder, "closed", "text");
  child_process_give (folder);
  child_process_give (path);
  g_assert_cmpint (g_chmod (path, 0200), ==, 0);
  child_process_run_unprivileged (check_closed, folder);
}

static void
test_a_file_that_fails_while_it_is_hashed_is_told (void)
{
  static const FailingPlan plan = { "pread", FAILING_ERROR, EIO, 1, 1 };
  g_autofree char *folder = get_projects ("valid");
  g_autofree char *path = g_build_filename (folder, "minimal.marathon", NULL);
  g_autoptr (GError) error = NULL;
  MarathonFileIdentity identity;

  failing_calls_start (&plan);
  g_assert_null (marathon_project_file_read (path, &identity, NULL, NULL, NULL, &error));
  g_assert_cmpuint (failing_calls_stop (), ==, 1);
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN);
  g_assert_true (g_str_has_prefix (error->message, path));
}

/* --- While it is read or written --- */

typedef struct {
  const char *folder;
  const char *text;
} Meanwhile;

static void
write_on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Meanwhile *meanwhile = user_data;

  folder_fixture_put (meanwhile->folder, "event", meanwhile->text);
}

/* The event holds the old text, the file the new one: a save must not take them for the same. */
static void
test_a_file_that_is_written_while_it_is_read_counts_as_changed (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *valid = get_projects ("valid");
  g_autofree char *first_path = g_build_filename (valid, "minimal.marathon", NULL);
  g_autofree char *second_path = g_build_filename (valid, "names.marathon", NULL);
  g_autofree char *first = get_text (first_path);
  g_autofree char *second = get_text (second_path);
  g_autoptr (MarathonEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  Meanwhile meanwhile = { folder, second };
  MarathonFileIdentity identity;

  folder_fixture_put (folder, "event", first);
  event = marathon_project_file_read (path, &identity, write_on_progress, &meanwhile, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (marathon_project_file_write (event, path, &(MarathonProjectFileJob) { .expected = &identity }, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CHANGED);
  folder_fixture_assert_text (folder, "event", second);
}

static void
test_cancelling_leaves_the_file_as_it_was (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = generated_event_new (1000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  folder_fixture_put (folder, "event", "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (marathon_project_file_write (event, path, &(MarathonProjectFileJob) { .cancellable = cancellable }, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (marathon_project_file_read (path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  folder_fixture_assert_text (folder, "event", "old");
  folder_fixture_assert_names (folder, "event");
}

/* What we could not read back must not replace anything: here an event without the id that every file has. */
static void
test_what_does_not_read_back_replaces_nothing (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autoptr (MarathonEvent) event = marathon_event_new ();
  g_autoptr (GError) error = NULL;

  folder_fixture_put (folder, "event", "old");
  g_assert_false (marathon_project_file_write (event, path, NULL, NULL, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_VERIFY);
  g_assert_true (g_str_has_prefix (error->message, path));
  /* A copy in another place would fail in the same way, so nobody is sent there. */
  g_assert_nonnull (strstr (error->message, "nothing on the disk was changed"));
  g_assert_nonnull (strstr (error->message, "report it, undo your last changes"));
  g_assert_null (strstr (error->message, "another"));
  folder_fixture_assert_text (folder, "event", "old");
  folder_fixture_assert_names (folder, "event");
}

/* --- Bytes of other files --- */

static void
test_bytes_are_read_up_to_a_limit (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "entries.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) none = NULL;

  folder_fixture_put (folder, "entries.csv", "bib;family");
  all = marathon_file_read_bytes (path, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), "bib;family", 10);
  g_assert_null (marathon_file_read_bytes (path, 9, &error));
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_clear_error (&error);
  folder_fixture_put (folder, "entries.csv", "");
  none = marathon_file_read_bytes (path, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
}

#define ADD(name, func) g_test_add_func ("/project-file/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("good-files-come-back-byte-for-byte", test_good_files_come_back_byte_for_byte);
  ADD ("identity-is-the-hash-of-the-file", test_identity_is_the_hash_of_the_file);
  ADD ("saving-twice-gives-the-same-bytes", test_saving_twice_gives_the_same_bytes);
  ADD ("a-large-event-comes-back-and-tells-how-far-it-is", test_a_large_event_comes_back_and_tells_how_far_it_is);
  ADD ("saving-tells-how-far-it-is", test_saving_tells_how_far_it_is);
  ADD ("a-save-that-fails-is-never-told-as-done", test_a_save_that_fails_is_never_told_as_done);
  ADD ("cancelling-half-way-replaces-nothing", test_cancelling_half_way_replaces_nothing);
  ADD ("each-broken-file-is-named-with-its-line-and-left-alone",
       test_each_broken_file_is_named_with_its_line_and_left_alone);
  ADD ("other-kinds-of-files-are-named", test_other_kinds_of_files_are_named);
  ADD ("what-is-no-file-is-refused-without-waiting", test_what_is_no_file_is_refused_without_waiting);
  ADD ("a-file-that-may-not-be-read-is-told", test_a_file_that_may_not_be_read_is_told);
  ADD ("a-file-that-fails-while-it-is-hashed-is-told", test_a_file_that_fails_while_it_is_hashed_is_told);
  ADD ("a-file-that-is-written-while-it-is-read-counts-as-changed",
       test_a_file_that_is_written_while_it_is_read_counts_as_changed);
  ADD ("cancelling-leaves-the-file-as-it-was", test_cancelling_leaves_the_file_as_it_was);
  ADD ("what-does-not-read-back-replaces-nothing", test_what_does_not_read_back_replaces_nothing);
  ADD ("bytes-are-read-up-to-a-limit", test_bytes_are_read_up_to_a_limit);
  return g_test_run ();
}
