/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true when saving goes wrong, at whatever call: the old file or the new one is whole, the backup too, and
 * nothing lies about.
 */
#include "document/file-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "document/child-process.h"
#include "document/document-error.h"
#include "document/failing-calls.h"
#include "document/folder-fixture.h"
#include "document/text-save.h"

/* A file with a backup, and the text that is to replace it. */
typedef struct {
  FolderFixture *folder;
  char *older, *old, *new_text;
  MarathonFileIdentity identity; /* of the old file */
  TextSave save;
} Scene;

static void
scene_init (Scene *scene)
{
  *scene = (Scene) { .folder = folder_fixture_new () };
  scene->older = folder_fixture_make_text ("older", 300);
  scene->old = folder_fixture_make_text ("old", 400);
  scene->new_text = folder_fixture_make_text ("new", 1000);
  text_save_good (scene->folder, "event", scene->older, NULL);
  text_save_good (scene->folder, "event", scene->old, &scene->identity);
  scene->save = (TextSave) {
    .text = scene->new_text,
    .piece = 8192,
    .keep_backup = TRUE,
    .expected = &scene->identity,
  };
}

static void
scene_clear (Scene *scene)
{
  folder_fixture_free (scene->folder);
  g_free (scene->older);
  g_free (scene->old);
  g_free (scene->new_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static void
assert_untouched (Scene *scene)
{
  folder_fixture_assert_names (scene->folder, "event event~");
  folder_fixture_assert_text (scene->folder, "event", scene->old);
  folder_fixture_assert_text (scene->folder, "event~", scene->older);
}

static void
assert_saved (Scene *scene)
{
  folder_fixture_assert_names (scene->folder, "event event~");
  folder_fixture_assert_text (scene->folder, "event", scene->new_text);
  folder_fixture_assert_text (scene->folder, "event~", scene->old);
}

static gboolean
holds (Scene *scene, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (scene->folder, name, NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return strcmp (content, text) == 0;
}

/* --- The callbacks --- */

static void
test_a_maker_that_gives_up_leaves_all_as_it_was (void)
{
  static const gsize places[] = { 0, 1, 4095, 4096, 4097, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (Scene) scene = { 0 };
      g_autoptr (GError) error = NULL;

      scene_init (&scene);
      scene.save.gives_up = TRUE;
      scene.save.gives_up_at = places[i];
      g_assert_false (text_save_run (scene.folder, "event", &scene.save, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      g_assert_cmpstr (error->message, ==, "gave up");
      assert_untouched (&scene);
    }
}

static void
test_what_is_refused_replaces_nothing (void)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  scene.save.is_refused = TRUE;
  g_assert_false (text_save_run (scene.folder, "event", &scene.save, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_untouched (&scene);
}

static void
test_a_new_file_that_fails_is_not_there (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  TextSave gives_up = { .text = "new text", .gives_up = TRUE, .gives_up_at = 3 };
  TextSave is_refused = { .text = "new text", .is_refused = TRUE };

  g_assert_false (text_save_run (folder, "event", &gives_up, NULL, NULL));
  g_assert_false (text_save_run (folder, "event", &is_refused, NULL, NULL));
  folder_fixture_assert_names (folder, "");
}

/* --- Each call of a save --- */

/* What may be there after a save that said so. The last renaming comes after that of the backup: where it fails, the
 * backup is the file itself. */
static void
assert_consistent (Scene *scene, const FailingPlan *plan, gboolean good, const GError *error)
{
  gboolean is_unsure = g_error_matches (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE);
  gboolean may_lack_backup = strcmp (plan->call, "linkat") == 0;
  gboolean may_have_moved_backup = strcmp (plan->call, "renameat") == 0 && plan->first == 2;
  g_autofree char *path = g_build_filename (scene->folder, "event", NULL);

  g_assert_true (good == (error == NULL));
  folder_fixture_assert_names (scene->folder, "event event~");
  folder_fixture_assert_text (scene->folder, "event", good || is_unsure ? scene->new_text : scene->old);
  if (good || is_unsure)
    g_assert_true (holds (scene, "event~", scene->old) || (may_lack_backup && holds (scene, "event~", scene->older)));
  else
    g_assert_true (holds (scene, "event~", may_have_moved_backup ? scene->old : scene->older));
  if (error != NULL && !g_str_has_prefix (error->message, path))
    g_error ("“%s” should start with “%s”", error->message, path);
}

/* Saves with the plan, and once more without. Returns: whether the plan's first call was made at all. */
static gboolean
save_with_plan (const FailingPlan *plan)
{
  g_auto (Scene) scene = { 0 };
  g_autoptr (GError) error = NULL;
  MarathonFileIdentity identity = { 0 };
  gboolean good, was_made;

  scene_init (&scene);
  failing_calls_start (plan);
  good = text_save_run (scene.folder, "event", &scene.save, &identity, &error);
  was_made = failing_calls_stop () >= plan->first;
  assert_consistent (&scene, plan, good, error);
  if (!was_made)
    g_assert_no_error (error);

  if (identity.is_set)
    scene.save.expected = &identity;
  g_clear_error (&error);
  g_assert_true (text_save_run (scene.folder, "event", &scene.save, NULL, &error));
  g_assert_no_error (error);
  folder_fixture_assert_text (scene.folder, "event", scene.new_text);
  folder_fixture_assert_names (scene.folder, "event event~");
  return was_made;
}

static void
test_whatever_call_fails_the_file_is_old_or_new (void)
{
  static const struct {
    const char *call;
    guint at_least; /* so many of them a save makes */
  } calls[] = {
    { "write", 3 },  { "fsync", 2 },    { "close", 5 },  { "fchmod", 1 },
    { "linkat", 1 }, { "renameat", 2 }, { "openat", 3 }, { "pread", 6 },
  };
  static const int numbers[] = { EIO, ENOSPC, EDQUOT, EROFS, EACCES };

  for (guint c = 0; c < G_N_ELEMENTS (calls); c++)
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      {
        FailingPlan plan = { calls[c].call, FAILING_ERROR, numbers[i], 1, i == 0 ? G_MAXUINT : 1 };
        guint n = 0;

        while (save_with_plan (&plan))
          {
            n++;
            plan.first++;
          }
        g_assert_cmpuint (n, >=, calls[c].at_least);
      }
}

static void
test_interrupted_and_short_calls_are_made_again (void)
{
  static const FailingPlan plans[] = {
    { "write", FAILING_ERROR, EINTR, 1, 5 },
    { "pread", FAILING_ERROR, EINTR, 1, 5 },
    { "write", FAILING_SHORT, 0, 1, 1 },
    { "write", FAILING_SHORT, 0, 2, G_MAXUINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_auto (Scene) scene = { 0 };
      g_autoptr (GError) error = NULL;

      scene_init (&scene);
      failing_calls_start (&plans[i]);
      g_assert_true (text_save_run (scene.folder, "event", &scene.save, NULL, &error));
      g_assert_cmpuint (failing_calls_stop (), >, plans[i].first);
      g_assert_no_error (error);
      assert_saved (&scene);
    }
}

static void
test_each_failure_is_told_with_its_step (void)
{
  static const struct {
    FailingPlan plan;
    int code;
    const char *words;
  } cases[] = {
    { { "openat", FAILING_ERROR, EIO, 1, 1 }, MARATHON_DOCUMENT_ERROR_OPEN, "reading the old file" },
    { { "pread", FAILING_ERROR, EIO, 1, 1 }, MARATHON_DOCUMENT_ERROR_OPEN, "reading the old file" },
    { { "fchmod", FAILING_ERROR, EPERM, 1, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "setting the mode" },
    { { "write", FAILING_ERROR, ENOSPC, 2, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "writing failed: No space left" },
    { { "write", FAILING_ZERO, 0, 2, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "writing" },
    { { "fsync", FAILING_ERROR, EIO, 1, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "writing to the disk" },
    { { "close", FAILING_ERROR, EDQUOT, 2, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "closing failed" },
    { { "openat", FAILING_ERROR, EIO, 2, 1 }, MARATHON_DOCUMENT_ERROR_VERIFY, "reading back" },
    { { "write", FAILING_WRONG, 0, 2, 1 }, MARATHON_DOCUMENT_ERROR_VERIFY, "gave back other bytes" },
    { { "linkat", FAILING_ERROR, EIO, 1, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "as a backup" },
    { { "renameat", FAILING_ERROR, EIO, 1, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "as a backup" },
    { { "renameat", FAILING_ERROR, EROFS, 2, 1 }, MARATHON_DOCUMENT_ERROR_WRITE, "putting the new file in its place" },
    { { "fsync", FAILING_ERROR, EIO, 2, 1 }, MARATHON_DOCUMENT_ERROR_UNSURE, "did not confirm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scene) scene = { 0 };

      scene_init (&scene);
      failing_calls_start (&cases[i].plan);
      text_save_bad (scene.folder, "event", &scene.save, cases[i].code, cases[i].words);
      g_assert_cmpuint (failing_calls_stop (), >=, cases[i].plan.first);
    }
}

/* Where there is no old file, nobody is to be calmed about it. */
static void
test_only_an_old_file_is_spoken_of (void)
{
  static const FailingPlan plans[] = {
    { "fchmod", FAILING_ERROR, EPERM, 1, 1 }, { "write", FAILING_ERROR, ENOSPC, 1, 1 },
    { "fsync", FAILING_ERROR, EIO, 1, 1 },    { "openat", FAILING_ERROR, EIO, 1, 1 },
    { "write", FAILING_WRONG, 0, 1, 1 },      { "renameat", FAILING_ERROR, EIO, 1, 1 },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      const TextSave save = { .text = "new" };
      gboolean has_old = i % 2 == 1;
      g_autoptr (GError) error = NULL;

      if (has_old)
        folder_fixture_put (folder, "event", "old");
      failing_calls_start (&plans[i / 2]);
      g_assert_false (text_save_run (folder, "event", &save, NULL, &error));
      failing_calls_stop ();
      if ((strstr (error->message, "The file on disk is as it was.") != NULL) != has_old)
        g_error ("“%s” should %sspeak of the old file", error->message, has_old ? "" : "not ");
      folder_fixture_assert_names (folder, has_old ? "event" : "");
    }
}

static void
test_without_hard_links_the_file_is_saved_without_a_backup (void)
{
  static const FailingPlan plan = { "linkat", FAILING_ERROR, EPERM, 1, 1 };
  g_auto (Scene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  failing_calls_start (&plan);
  g_assert_true (text_save_run (scene.folder, "event", &scene.save, NULL, &error));
  g_assert_cmpuint (failing_calls_stop (), ==, 1);
  folder_fixture_assert_text (scene.folder, "event", scene.new_text);
  folder_fixture_assert_text (scene.folder, "event~", scene.older);
  folder_fixture_assert_names (scene.folder, "event event~");
}

/* The identity is that of the new file, so that trying again is not taken for a fight. */
static void
test_an_unconfirmed_file_is_known_as_our_own (void)
{
  static const FailingPlan plan = { "fsync", FAILING_ERROR, EIO, 2, 1 };
  g_auto (Scene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  scene_init (&scene);
  failing_calls_start (&plan);
  g_assert_false (text_save_run (scene.folder, "event", &scene.save, &scene.identity, &error));
  failing_calls_stop ();
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE);
  assert_saved (&scene);
  g_clear_error (&error);
  g_assert_true (text_save_run (scene.folder, "event", &scene.save, NULL, &error));
  g_assert_no_error (error);
}

/* A group that may read must not become another group that may read. */
static void
test_a_group_that_cannot_be_kept_gets_nothing (void)
{
  static const struct {
    mode_t before, after;
  } cases[] = {
    { 0640, 0600 }, { 0660, 0600 }, { 0664, 0644 }, { 0644, 0644 }, { 0666, 0666 }, { 0604, 0604 }, { 02660, 0600 },
  };
  static const FailingPlan plan = { "fchown", FAILING_ERROR, EPERM, 1, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FolderFixture) folder = folder_fixture_new ();
      g_autofree char *path = g_build_filename (folder, "event", NULL);
      GStatBuf status;

      folder_fixture_put (folder, "event", "old");
      g_assert_cmpint (g_chmod (path, cases[i].before), ==, 0);
      failing_calls_start (&plan);
      text_save_good (folder, "event", "new", NULL);
      g_assert_cmpuint (failing_calls_stop (), ==, 1);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 07777, ==, cases[i].after);
    }
}

/* --- Sudden death --- */

static void
save_until_death (gpointer data)
{
  Scene *scene = data;

  text_save_run (scene->folder, "event", &scene->save, NULL, NULL);
}

/* Returns: whether there was a call of that number to die at. */
static gboolean
die_at (guint number)
{
  FailingPlan plan = { NULL, FAILING_DEATH, 0, number, 1 };
  g_auto (Scene) scene = { 0 };
  g_autofree char *left_over = NULL;
  gboolean died, is_new;

  scene_init (&scene);
  failing_calls_start (&plan);
  died = child_process_run (save_until_death, &scene) == FAILING_DEATH_STATUS;
  failing_calls_stop ();
  is_new = holds (&scene, "event", scene.new_text);
  g_assert_true (is_new || holds (&scene, "event", scene.old));
  g_assert_true (holds (&scene, "event~", scene.old) || (!is_new && holds (&scene, "event~", scene.older)));
  g_assert_true (died || is_new);

  scene.save.expected = NULL;
  g_assert_true (text_save_run (scene.folder, "event", &scene.save, NULL, NULL));
  left_over = folder_fixture_find (scene.folder, ".event.");
  if (left_over != NULL)
    {
      g_autofree char *path = g_build_filename (scene.folder, left_over, NULL);

      g_assert_cmpstr (left_over, !=, ".event.backup");
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  folder_fixture_assert_names (scene.folder, "event event~");
  return died;
}

static void
test_dying_at_any_call_leaves_a_whole_file_and_a_whole_backup (void)
{
  guint number = 1;

  while (die_at (number))
    number++;
  g_assert_cmpuint (number, >, 20);
}

/* --- A full disk --- */

static void
fail_twice_for_want_of_space (Scene *scene, const char *reason)
{
  scene->save.keep_backup = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      text_save_bad (scene->folder, "event", &scene->save, MARATHON_DOCUMENT_ERROR_WRITE, reason);
      assert_untouched (scene);
    }
}

static void
save_beyond_the_limit (gpointer data)
{
  Scene *scene = data;
  struct rlimit limit = { 15000, 15000 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  fail_twice_for_want_of_space (scene, "writing failed: File too large");
}

static void
test_two_saves_beyond_the_limit_of_size_harm_nothing (void)
{
  g_auto (Scene) scene = { 0 };

  scene_init (&scene);
  g_assert_cmpuint (strlen (scene.new_text), >, 15000);
  g_assert_cmpint (child_process_run (save_beyond_the_limit, &scene), ==, 0);
  assert_untouched (&scene);
}

/* What a child ends with where the kernel lets it have no file system of its own. */
#define NO_SMALL_DISK 3

static gboolean
tell_kernel (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean good = fd >= 0 && write (fd, text, strlen (text)) > 0;

  if (fd >= 0)
    close (fd);
  return good;
}

/* Makes mounts a matter of this process alone; who is not root becomes root of a world with no other user in it. */
static gboolean
enter_own_world (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getegid ());

  if (unshare (CLONE_NEWNS) == 0)
    return TRUE;
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && tell_kernel ("/proc/self/uid_map", users)
         && tell_kernel ("/proc/self/setgroups", "deny") && tell_kernel ("/proc/self/gid_map", groups);
}

static gboolean
mount_small_disk (const char *folder)
{
  return enter_own_world () && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("small", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=32k") == 0;
}

static void
save_shorter (Scene *scene)
{
  text_save_good (scene->folder, "event", "short", NULL);
  folder_fixture_assert_text (scene->folder, "event", "short");
  folder_fixture_assert_text (scene->folder, "event~", scene->old);
  folder_fixture_assert_names (scene->folder, "event event~");
}

static void
save_on_small_disk (gpointer data)
{
  Scene *scene = data;

  if (!mount_small_disk (scene->folder))
    _exit (NO_SMALL_DISK);
  folder_fixture_assert_names (scene->folder, "");
  text_save_good (scene->folder, "event", scene->older, NULL);
  text_save_good (scene->folder, "event", scene->old, &scene->identity);
  fail_twice_for_want_of_space (scene, "The disk is full");
  save_shorter (scene);
}

static void
test_two_saves_on_a_full_disk_harm_nothing (void)
{
  static const FailingPlan plan = { "write", FAILING_ERROR, ENOSPC, 2, G_MAXUINT };
  g_auto (Scene) scene = { 0 };
  int status;

  scene_init (&scene);
  status = child_process_run (save_on_small_disk, &scene);
  g_assert_true (status == 0 || status == NO_SMALL_DISK);
  assert_untouched (&scene);
  /* The same where the calls only say so, for machines that give no small disk. */
  failing_calls_start (&plan);
  fail_twice_for_want_of_space (&scene, "The disk is full");
  failing_calls_stop ();
  save_shorter (&scene);
}


#define ADD(name, func) g_test_add_func ("/file-save-faults/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-maker-that-gives-up-leaves-all-as-it-was", test_a_maker_that_gives_up_leaves_all_as_it_was);
  ADD ("what-is-refused-replaces-nothing", test_what_is_refused_replaces_nothing);
  ADD ("a-new-file-that-fails-is-not-there", test_a_new_file_that_fails_is_not_there);
  ADD ("whatever-call-fails-the-file-is-old-or-new", test_whatever_call_fails_the_file_is_old_or_new);
  ADD ("interrupted-and-short-calls-are-made-again", test_interrupted_and_short_calls_are_made_again);
  ADD ("each-failure-is-told-with-its-step", test_each_failure_is_told_with_its_step);
  ADD ("only-an-old-file-is-spoken-of", test_only_an_old_file_is_spoken_of);
  ADD ("without-hard-links-the-file-is-saved-without-a-backup",
       test_without_hard_links_the_file_is_saved_without_a_backup);
  ADD ("an-unconfirmed-file-is-known-as-our-own", test_an_unconfirmed_file_is_known_as_our_own);
  ADD ("a-group-that-cannot-be-kept-gets-nothing", test_a_group_that_cannot_be_kept_gets_nothing);
  ADD ("dying-at-any-call-leaves-a-whole-file-and-a-whole-backup",
       test_dying_at_any_call_leaves_a_whole_file_and_a_whole_backup);
  ADD ("two-saves-beyond-the-limit-of-size-harm-nothing", test_two_saves_beyond_the_limit_of_size_harm_nothing);
  ADD ("two-saves-on-a-full-disk-harm-nothing", test_two_saves_on_a_full_disk_harm_nothing);
  return g_test_run ();
}
