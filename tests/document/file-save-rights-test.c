/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of rights when a file is saved: nobody may more than before, and what may not be written is not.
 */
#include "document/file-save.h"

#include <glib/gstdio.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/folder-fixture.h"
#include "document/text-save.h"

static const TextSave new_text = { .text = "new", .keep_backup = TRUE };

static void
test_new_files_are_private_whatever_the_umask (void)
{
  static const mode_t masks[] = { 0, 022, 077, 0277, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      mode_t old_mask = umask (masks[i]);

      text_save_good (folder, "event", "medical notes", NULL);
      umask (old_mask);
      g_assert_cmphex (folder_fixture_get_mode (folder, "event"), ==, 0600);
    }
}

static void
assert_temporary_is_no_wider (gpointer data)
{
  const char *folder = data;
  g_autofree char *name = folder_fixture_find (folder, ".event.");

  g_assert_nonnull (name);
  g_assert_cmphex (folder_fixture_get_mode (folder, name) & ~folder_fixture_get_mode (folder, "event"), ==, 0);
}

static void
test_the_mode_is_kept (void)
{
  static const mode_t modes[] = { 0600, 0640, 0644, 0660, 0666, 0604, 0200, 0220, 02664, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      TextSave save = { .text = "new", .meanwhile = assert_temporary_is_no_wider, .data = folder };
      mode_t old_mask = umask (077);
      g_autoptr (GError) error = NULL;

      folder_fixture_put (folder, "event", "old");
      folder_fixture_set_mode (folder, "event", modes[i]);
      /* Only root can read back what its mode forbids to read. */
      if ((modes[i] & 0400) != 0 || geteuid () == 0)
        {
          g_assert_true (text_save_run (folder, "event", &save, NULL, &error));
          g_assert_no_error (error);
          folder_fixture_assert_text (folder, "event", "new");
        }
      umask (old_mask);
      g_assert_cmphex (folder_fixture_get_mode (folder, "event"), ==, modes[i]);
      folder_fixture_assert_names (folder, "event");
    }
}

/* A group that the user may give to files and that new files do not get by themselves, where there is one. */
static gid_t
find_other_group (void)
{
  gid_t groups[256];
  int n = getgroups (G_N_ELEMENTS (groups), groups);

  if (geteuid () == 0)
    return 4711;
  for (int i = 0; i < n; i++)
    if (groups[i] != getegid ())
      return groups[i];
  return getegid ();
}

static void
test_the_group_is_kept (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  gid_t group = find_other_group ();
  struct stat status;

  folder_fixture_put (folder, "event", "old");
  g_assert_cmpint (chown (path, (uid_t) -1, group), ==, 0);
  folder_fixture_set_mode (folder, "event", 02660);
  text_save_good (folder, "event", "new", NULL);
  folder_fixture_get_status (folder, "event", &status);
  g_assert_cmpuint (status.st_gid, ==, group);
  g_assert_cmphex (status.st_mode & 07777, ==, 02660);
}

static char *
get_attribute (const char *path, const char *name)
{
  char value[4096];
  ssize_t length = getxattr (path, name, value, sizeof value);

  return length >= 0 ? g_base64_encode ((const guchar *) value, (gsize) length) : NULL;
}

/* Where the file system has no attributes, none before is none after. */
static void
test_user_attributes_are_kept (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);

  folder_fixture_put (folder, "event", "old");
  (void) !setxattr (path, "user.short", "x", 1, 0);
  (void) !setxattr (path, "user.empty", "", 0, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("user.a-rather-long-name-of-an-attribute-to-fill-the-list-%u", i);

      (void) !setxattr (path, name, "0123456789", 10, 0);
    }
  {
    g_autofree char *first = get_attribute (path, "user.short");
    g_autofree char *empty = get_attribute (path, "user.empty");
    ssize_t n = listxattr (path, NULL, 0);
    g_autofree char *first_after = NULL;
    g_autofree char *empty_after = NULL;

    text_save_good (folder, "event", "new", NULL);
    first_after = get_attribute (path, "user.short");
    empty_after = get_attribute (path, "user.empty");
    g_assert_cmpstr (first, ==, first_after);
    g_assert_cmpstr (empty, ==, empty_after);
    g_assert_cmpint (listxattr (path, NULL, 0), ==, n);
  }
}

typedef struct {
  guint16 tag;
  guint16 rights;
  guint32 id;
} AclEntry;

typedef struct {
  guint32 version;
  AclEntry entries[5];
} Acl;

/* As the kernel takes it: the owner, one more person who may read, the group which may not, the mask, the others. */
static const Acl acl = {
  GUINT32_TO_LE (2),
  {
    { GUINT16_TO_LE (0x01), GUINT16_TO_LE (6), G_MAXUINT32 },
    { GUINT16_TO_LE (0x02), GUINT16_TO_LE (4), GUINT32_TO_LE (4711) },
    { GUINT16_TO_LE (0x04), GUINT16_TO_LE (0), G_MAXUINT32 },
    { GUINT16_TO_LE (0x10), GUINT16_TO_LE (4), G_MAXUINT32 },
    { GUINT16_TO_LE (0x20), GUINT16_TO_LE (0), G_MAXUINT32 },
  },
};

static void
test_the_acl_is_kept (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  mode_t mode;

  folder_fixture_put (folder, "event", "old");
  folder_fixture_set_mode (folder, "event", 0600);
  (void) !setxattr (path, "system.posix_acl_access", &acl, sizeof acl, 0);
  before = get_attribute (path, "system.posix_acl_access");
  mode = folder_fixture_get_mode (folder, "event");
  text_save_good (folder, "event", "new", NULL);
  after = get_attribute (path, "system.posix_acl_access");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmphex (folder_fixture_get_mode (folder, "event"), ==, mode);
}

/* A folder may give an ACL to whatever is made in it; the old file had none, so the new one must have none. */
static void
test_the_folder_gives_nobody_access (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *after = NULL;

  folder_fixture_put (folder, "event", "old");
  folder_fixture_set_mode (folder, "event", 0640);
  (void) !setxattr (folder, "system.posix_acl_default", &acl, sizeof acl, 0);
  text_save_good (folder, "event", "new", NULL);
  after = get_attribute (path, "system.posix_acl_access");
  g_assert_cmpstr (after, ==, NULL);
  g_assert_cmphex (folder_fixture_get_mode (folder, "event"), ==, 0640);
}

static void
test_read_only_files_are_refused_even_for_root (void)
{
  static const mode_t modes[] = { 0444, 0400, 0555, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      struct stat before, after;

      folder_fixture_put (folder, "event", "old");
      folder_fixture_set_mode (folder, "event", modes[i]);
      folder_fixture_get_status (folder, "event", &before);
      text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_READ_ONLY, "read-only");
      folder_fixture_get_status (folder, "event", &after);
      g_assert_cmpuint (before.st_ino, ==, after.st_ino);
      g_assert_cmphex (before.st_mode, ==, after.st_mode);
      g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
      folder_fixture_set_mode (folder, "event", 0600);
      folder_fixture_assert_text (folder, "event", "old");
      folder_fixture_assert_names (folder, "event");
    }
}

static void
save_read_only (gpointer folder)
{
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_READ_ONLY, "read-only");
}

/* The folder would allow to replace a file of somebody else; its mode does not. */
static void
test_files_of_others_are_refused (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_put (folder, "event", "old");
  folder_fixture_set_mode (folder, "event", geteuid () == 0 ? 0644 : 0444);
  child_process_give (folder);
  child_process_run_unprivileged (save_read_only, folder);
  folder_fixture_assert_text (folder, "event", "old");
  folder_fixture_assert_names (folder, "event");
}

static void
save_in_closed_folder (gpointer folder)
{
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "making a new file in the folder");
  text_save_bad (folder, "event", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "save in another place");
  text_save_bad (folder, "another", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "making a new file in the folder");
}

/* Never written in place instead. */
static void
test_a_folder_that_may_not_be_written_is_refused (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);

  folder_fixture_put (folder, "event", "old");
  child_process_give (folder);
  child_process_give (path);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  child_process_run_unprivileged (save_in_closed_folder, folder);
  folder_fixture_assert_text (folder, "event", "old");
  folder_fixture_assert_names (folder, "event");
}

#define ADD(name, func) g_test_add_func ("/file-save-rights/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-files-are-private-whatever-the-umask", test_new_files_are_private_whatever_the_umask);
  ADD ("the-mode-is-kept", test_the_mode_is_kept);
  ADD ("the-group-is-kept", test_the_group_is_kept);
  ADD ("user-attributes-are-kept", test_user_attributes_are_kept);
  ADD ("the-acl-is-kept", test_the_acl_is_kept);
  ADD ("the-folder-gives-nobody-access", test_the_folder_gives_nobody_access);
  ADD ("read-only-files-are-refused-even-for-root", test_read_only_files_are_refused_even_for_root);
  ADD ("files-of-others-are-refused", test_files_of_others_are_refused);
  ADD ("a-folder-that-may-not-be-written-is-refused", test_a_folder_that_may_not_be_written_is_refused);
  return g_test_run ();
}
