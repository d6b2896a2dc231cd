/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a file's identity: the content decides, and its size and times prove nothing.
 */
#include "document/file-identity.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "document/folder-fixture.h"

static int
open_file (const char *folder, const char *name, int flags)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = open (path, flags | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
read_identity (const char *folder, const char *name, MarathonFileIdentity *identity)
{
  int fd = open_file (folder, name, O_RDONLY);

  g_assert_true (marathon_file_identity_read (identity, fd, NULL));
  g_assert_true (identity->is_set);
  close (fd);
}

static char *
hash_file (const char *folder, const char *name)
{
  GString *text = g_string_new (NULL);
  MarathonFileIdentity identity;

  read_identity (folder, name, &identity);
  for (guint i = 0; i < sizeof identity.hash; i++)
    g_string_append_printf (text, "%02x", identity.hash[i]);
  return g_string_free (text, FALSE);
}

/* As `xxhsum -H2` says; the last is longer than one piece. */
static void
test_hash_is_that_of_other_tools (void)
{
  static const struct {
    const char *text;
    guint repeat;
    const char *hash;
  } cases[] = {
    { "", 1, "99aa06d3014798d86001c324468d497f" },
    { "abc", 1, "06b05ab6733a618578af5f94892f3950" },
    { "aaaaaaaaaa", 100000, "a545df8e384a9579b1fd6fae5285c4eb" },
  };
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *hash = NULL;

      for (guint n = 0; n < cases[i].repeat; n++)
        g_string_append (text, cases[i].text);
      folder_fixture_put (folder, "file", text->str);
      hash = hash_file (folder, "file");
      g_assert_cmpstr (hash, ==, cases[i].hash);
    }
}

static void
test_hashing_reads_from_the_beginning_and_moves_nothing (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity first, again;
  int fd;

  folder_fixture_put (folder, "file", "some text");
  fd = open_file (folder, "file", O_RDONLY);
  g_assert_true (marathon_file_identity_read (&first, fd, NULL));
  g_assert_cmpint (lseek (fd, 5, SEEK_SET), ==, 5);
  g_assert_true (marathon_file_identity_read (&again, fd, NULL));
  g_assert_true (marathon_file_identity_is_equal (&first, &again));
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, 5);
  close (fd);
}

static void
test_what_cannot_be_read_has_no_hash (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity identity;
  int fd;

  folder_fixture_put (folder, "file", "some text");
  fd = open_file (folder, "file", O_WRONLY);
  g_assert_false (marathon_file_identity_read (&identity, fd, NULL));
  g_assert_cmpint (errno, ==, EBADF);
  close (fd);
  fd = open_file (folder, ".", O_RDONLY | O_DIRECTORY);
  g_assert_false (marathon_file_identity_read (&identity, fd, NULL));
  g_assert_cmpint (errno, ==, EISDIR);
  close (fd);
}

static void
test_hashing_can_be_cancelled (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MarathonFileIdentity identity = { 0 };
  int fd;

  folder_fixture_put (folder, "file", "some text");
  fd = open_file (folder, "file", O_RDONLY);
  g_assert_true (marathon_file_identity_read (&identity, fd, cancellable));
  g_cancellable_cancel (cancellable);
  g_assert_false (marathon_file_identity_read (&identity, fd, cancellable));
  g_assert_cmpint (errno, ==, ECANCELED);
  g_assert_false (identity.is_set);
  close (fd);
}

static void
test_each_part_counts (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity identity = { 0 }, other;

  g_assert_false (marathon_file_identity_is_equal (&identity, &identity));
  folder_fixture_put (folder, "file", "some text");
  read_identity (folder, "file", &identity);
  g_assert_cmpuint (identity.size, ==, 9);
  other = identity;
  g_assert_true (marathon_file_identity_is_equal (&identity, &other));
  other.size++;
  g_assert_false (marathon_file_identity_is_equal (&identity, &other));
  other = identity;
  other.hash[MARATHON_HASH_SIZE - 1] ^= 1;
  g_assert_false (marathon_file_identity_is_equal (&identity, &other));
  other = identity;
  other.is_set = FALSE;
  g_assert_false (marathon_file_identity_is_equal (&identity, &other));
  g_assert_false (marathon_file_identity_is_equal (&other, &identity));
}

static void
test_touching_or_copying_changes_nothing (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  struct timespec times[2] = { { 0, UTIME_OMIT }, { 1000000000, 5 } };
  MarathonFileIdentity before, touched, copied;

  folder_fixture_put (folder, "file", "some text");
  folder_fixture_put (folder, "copy", "some text");
  read_identity (folder, "file", &before);
  read_identity (folder, "copy", &copied);
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  read_identity (folder, "file", &touched);
  g_assert_true (marathon_file_identity_is_equal (&before, &touched));
  g_assert_true (marathon_file_identity_is_equal (&before, &copied));
}

/* The reason why the hash is there. */
static void
test_a_rewritten_file_of_the_same_size_and_time_is_another (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  MarathonFileIdentity before, after;
  struct stat status, status_after;
  struct timespec times[2];

  folder_fixture_put (folder, "file", "some text");
  read_identity (folder, "file", &before);
  folder_fixture_get_status (folder, "file", &status);
  folder_fixture_put (folder, "file", "same size");
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  folder_fixture_get_status (folder, "file", &status_after);
  g_assert_cmpint (status.st_size, ==, status_after.st_size);
  g_assert_cmpint (status.st_ino, ==, status_after.st_ino);
  g_assert_cmpint (status.st_mtim.tv_nsec, ==, status_after.st_mtim.tv_nsec);
  read_identity (folder, "file", &after);
  g_assert_false (marathon_file_identity_is_equal (&before, &after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-identity/hash-is-that-of-other-tools", test_hash_is_that_of_other_tools);
  g_test_add_func ("/file-identity/hashing-reads-from-the-beginning-and-moves-nothing",
                   test_hashing_reads_from_the_beginning_and_moves_nothing);
  g_test_add_func ("/file-identity/what-cannot-be-read-has-no-hash", test_what_cannot_be_read_has_no_hash);
  g_test_add_func ("/file-identity/hashing-can-be-cancelled", test_hashing_can_be_cancelled);
  g_test_add_func ("/file-identity/each-part-counts", test_each_part_counts);
  g_test_add_func ("/file-identity/touching-or-copying-changes-nothing", test_touching_or_copying_changes_nothing);
  g_test_add_func ("/file-identity/a-rewritten-file-of-the-same-size-and-time-is-another",
                   test_a_rewritten_file_of_the_same_size_and_time_is_another);
  return g_test_run ();
}
