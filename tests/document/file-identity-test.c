/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of a file's identity: the content decides, and the status alone proves nothing.
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
get_status (const char *folder, const char *name, struct stat *status)
{
  int fd = open_file (folder, name, O_RDONLY);

  g_assert_cmpint (fstat (fd, status), ==, 0);
  close (fd);
}

static char *
hash_file (const char *folder, const char *name)
{
  int fd = open_file (folder, name, O_RDONLY);
  GString *text = g_string_new (NULL);
  guint8 hash[MARATHON_HASH_SIZE];

  g_assert_true (marathon_file_identity_hash (fd, hash));
  close (fd);
  for (guint i = 0; i < sizeof hash; i++)
    g_string_append_printf (text, "%02x", hash[i]);
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
  guint8 first[MARATHON_HASH_SIZE], again[MARATHON_HASH_SIZE];
  int fd;

  folder_fixture_put (folder, "file", "some text");
  fd = open_file (folder, "file", O_RDONLY);
  g_assert_true (marathon_file_identity_hash (fd, first));
  g_assert_cmpint (lseek (fd, 5, SEEK_SET), ==, 5);
  g_assert_true (marathon_file_identity_hash (fd, again));
  g_assert_cmpmem (first, sizeof first, again, sizeof again);
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, 5);
  close (fd);
}

static void
test_what_cannot_be_read_has_no_hash (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  guint8 hash[MARATHON_HASH_SIZE];
  int fd;

  folder_fixture_put (folder, "file", "some text");
  fd = open_file (folder, "file", O_WRONLY);
  g_assert_false (marathon_file_identity_hash (fd, hash));
  g_assert_cmpint (errno, ==, EBADF);
  close (fd);
  fd = open_file (folder, ".", O_RDONLY | O_DIRECTORY);
  g_assert_false (marathon_file_identity_hash (fd, hash));
  g_assert_cmpint (errno, ==, EISDIR);
  close (fd);
}

static void
test_each_part_of_the_status_counts (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity identity = { 0 };
  struct stat status, other;

  folder_fixture_put (folder, "file", "some text");
  get_status (folder, "file", &status);
  g_assert_false (marathon_file_identity_has_status (&identity, &status));
  marathon_file_identity_set_status (&identity, &status);
  g_assert_true (marathon_file_identity_has_status (&identity, &status));

  other = status;
  other.st_dev++;
  g_assert_false (marathon_file_identity_has_status (&identity, &other));
  other = status;
  other.st_ino++;
  g_assert_false (marathon_file_identity_has_status (&identity, &other));
  other = status;
  other.st_size++;
  g_assert_false (marathon_file_identity_has_status (&identity, &other));
  other = status;
  other.st_mtim.tv_sec++;
  g_assert_false (marathon_file_identity_has_status (&identity, &other));
  other = status;
  other.st_mtim.tv_nsec ^= 1;
  g_assert_false (marathon_file_identity_has_status (&identity, &other));
}

static void
test_setting_the_status_leaves_the_hash (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  MarathonFileIdentity identity = { 0 };
  guint8 hash[MARATHON_HASH_SIZE];
  struct stat status;

  memset (hash, 7, sizeof hash);
  memcpy (identity.hash, hash, sizeof hash);
  folder_fixture_put (folder, "file", "some text");
  get_status (folder, "file", &status);
  marathon_file_identity_set_status (&identity, &status);
  g_assert_true (identity.is_set);
  g_assert_cmpuint (identity.size, ==, 9);
  g_assert_cmpmem (identity.hash, sizeof identity.hash, hash, sizeof hash);
}

static void
test_touching_changes_the_status_and_not_the_hash (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  struct timespec times[2] = { { 0, UTIME_OMIT }, { 1000000000, 5 } };
  MarathonFileIdentity identity = { 0 };
  struct stat status;

  folder_fixture_put (folder, "file", "some text");
  get_status (folder, "file", &status);
  marathon_file_identity_set_status (&identity, &status);
  before = hash_file (folder, "file");
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  get_status (folder, "file", &status);
  g_assert_false (marathon_file_identity_has_status (&identity, &status));
  after = hash_file (folder, "file");
  g_assert_cmpstr (before, ==, after);
}

/* The reason why the hash is there. */
static void
test_a_rewritten_file_can_have_the_same_status (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MarathonFileIdentity identity = { 0 };
  struct stat status;
  struct timespec times[2];

  folder_fixture_put (folder, "file", "some text");
  get_status (folder, "file", &status);
  marathon_file_identity_set_status (&identity, &status);
  before = hash_file (folder, "file");
  folder_fixture_put (folder, "file", "same size");
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  get_status (folder, "file", &status);
  g_assert_true (marathon_file_identity_has_status (&identity, &status));
  after = hash_file (folder, "file");
  g_assert_cmpstr (before, !=, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-identity/hash-is-that-of-other-tools", test_hash_is_that_of_other_tools);
  g_test_add_func ("/file-identity/hashing-reads-from-the-beginning-and-moves-nothing",
                   test_hashing_reads_from_the_beginning_and_moves_nothing);
  g_test_add_func ("/file-identity/what-cannot-be-read-has-no-hash", test_what_cannot_be_read_has_no_hash);
  g_test_add_func ("/file-identity/each-part-of-the-status-counts", test_each_part_of_the_status_counts);
  g_test_add_func ("/file-identity/setting-the-status-leaves-the-hash", test_setting_the_status_leaves_the_hash);
  g_test_add_func ("/file-identity/touching-changes-the-status-and-not-the-hash",
                   test_touching_changes_the_status_and_not_the_hash);
  g_test_add_func ("/file-identity/a-rewritten-file-can-have-the-same-status",
                   test_a_rewritten_file_can_have_the_same_status);
  return g_test_run ();
}
