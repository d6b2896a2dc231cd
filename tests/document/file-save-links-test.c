/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of links when a file is saved: they stay, and what they name is written.
 */
#include "document/file-save.h"

#include <unistd.h>

#include "document/document-error.h"
#include "document/folder-fixture.h"
#include "document/text-save.h"

static const TextSave new_text = { .text = "new", .keep_backup = TRUE };

static void
test_a_link_stays_and_its_target_is_written (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *far = g_build_filename (folder, "far", "event", NULL);

  folder_fixture_make_folder (folder, "far");
  folder_fixture_put (folder, "far/event", "old");
  folder_fixture_set_mode (folder, "far/event", 0640);
  folder_fixture_make_link (folder, "relative", "far/event");
  folder_fixture_make_link (folder, "absolute", far);
  text_save_good (folder, "relative", "one", NULL);
  folder_fixture_assert_text (folder, "far/event", "one");
  text_save_good (folder, "absolute", "two", NULL);
  folder_fixture_assert_text (folder, "far/event", "two");
  folder_fixture_assert_text (folder, "far/event~", "one");
  g_assert_cmphex (folder_fixture_get_mode (folder, "far/event"), ==, 0640);
  folder_fixture_assert_link (folder, "relative", "far/event");
  folder_fixture_assert_link (folder, "absolute", far);
  folder_fixture_assert_names (folder, "absolute far relative");
}

static void
test_a_chain_of_links_is_followed (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_make_folder (folder, "far");
  folder_fixture_put (folder, "event", "old");
  folder_fixture_make_link (folder, "first", "far/second");
  folder_fixture_make_link (folder, "far/second", "../third");
  folder_fixture_make_link (folder, "third", "event");
  text_save_good (folder, "first", "new", NULL);
  folder_fixture_assert_text (folder, "event", "new");
  folder_fixture_assert_text (folder, "event~", "old");
  folder_fixture_assert_link (folder, "first", "far/second");
  folder_fixture_assert_link (folder, "far/second", "../third");
  folder_fixture_assert_link (folder, "third", "event");
  folder_fixture_assert_names (folder, "event event~ far first third");
}

static void
test_a_link_to_nothing_yet_gets_its_target (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_make_folder (folder, "far");
  folder_fixture_make_link (folder, "first", "second");
  folder_fixture_make_link (folder, "second", "far/event");
  text_save_good (folder, "first", "new", NULL);
  folder_fixture_assert_text (folder, "far/event", "new");
  g_assert_cmphex (folder_fixture_get_mode (folder, "far/event"), ==, 0600);
  folder_fixture_assert_link (folder, "first", "second");
  folder_fixture_assert_link (folder, "second", "far/event");

  folder_fixture_make_link (folder, "lost", "nowhere/event");
  text_save_bad (folder, "lost", &new_text, MARATHON_DOCUMENT_ERROR_PLACE, "nowhere” does not exist");
  folder_fixture_assert_link (folder, "lost", "nowhere/event");
  folder_fixture_assert_names (folder, "far first lost second");
}

static void
test_links_in_a_circle_are_refused (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_make_link (folder, "one", "two");
  folder_fixture_make_link (folder, "two", "one");
  text_save_bad (folder, "one", &new_text, MARATHON_DOCUMENT_ERROR_NOT_FILE, "no ordinary file");
  folder_fixture_assert_link (folder, "one", "two");
  folder_fixture_assert_link (folder, "two", "one");
  folder_fixture_assert_names (folder, "one two");
}

/* "short/event" is a link to "../event": from the folder where it really is, which is "deep", not from the one where
 * "short" is. */
static void
test_the_folder_may_be_a_link_too (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();

  folder_fixture_make_folder (folder, "deep");
  folder_fixture_make_folder (folder, "deep/down");
  folder_fixture_make_link (folder, "short", "deep/down");
  folder_fixture_put (folder, "event", "not meant");
  folder_fixture_put (folder, "deep/event", "old");
  folder_fixture_make_link (folder, "deep/down/event", "../event");
  text_save_good (folder, "short/event", "new", NULL);
  folder_fixture_assert_text (folder, "deep/event", "new");
  text_save_good (folder, "short/../event", "newer", NULL);
  folder_fixture_assert_text (folder, "deep/event", "newer");
  folder_fixture_assert_text (folder, "event", "not meant");
  folder_fixture_assert_names (folder, "deep event short");
}

/* As documented: other names of the old file keep what it held, the new file has one name. */
static void
test_a_hard_link_keeps_the_old_content (void)
{
  g_autoptr (FolderFixture) folder = folder_fixture_new ();
  g_autofree char *path = g_build_filename (folder, "event", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  struct stat status;

  folder_fixture_put (folder, "event", "old");
  g_assert_cmpint (link (path, other), ==, 0);
  text_save_good (folder, "event", "new", NULL);
  folder_fixture_assert_text (folder, "event", "new");
  folder_fixture_assert_text (folder, "other", "old");
  folder_fixture_get_status (folder, "event", &status);
  g_assert_cmpuint (status.st_nlink, ==, 1);
  folder_fixture_assert_names (folder, "event event~ other");
}

#define ADD(name, func) g_test_add_func ("/file-save-links/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-link-stays-and-its-target-is-written", test_a_link_stays_and_its_target_is_written);
  ADD ("a-chain-of-links-is-followed", test_a_chain_of_links_is_followed);
  ADD ("a-link-to-nothing-yet-gets-its-target", test_a_link_to_nothing_yet_gets_its_target);
  ADD ("links-in-a-circle-are-refused", test_links_in_a_circle_are_refused);
  ADD ("the-folder-may-be-a-link-too", test_the_folder_may_be_a_link_too);
  ADD ("a-hard-link-keeps-the-old-content", test_a_hard_link_keeps_the_old_content);
  return g_test_run ();
}
