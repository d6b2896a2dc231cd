/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Versions: kept, listed, read, thinned out, refused where they are damaged, forgotten.
 */
#include "document/versions.h"

#include <glib/gstdio.h>
#include <string.h>

#include "document/document-error.h"
#include "document/generated-event.h"
#include "document/versions-scene.h"
#include "formats/project-writer.h"

static void
test_what_was_kept_is_listed_and_read (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) newest = NULL;

  versions_scene_init (&scene);
  versions_scene_assert_titles (&scene, "");
  versions_scene_add (&scene, "one", 3, 0);
  versions_scene_add (&scene, "two", 5, 600);
  versions_scene_assert_titles (&scene, "two one");
  newest = versions_scene_get (&scene, 0);
  g_assert_cmpint (newest->time, ==, VERSIONS_SCENE_TIME + 600);
  g_assert_cmpuint (newest->size, ==, scene.identity.size);
  g_assert_cmpuint (newest->n_entrants, ==, 5);
  g_assert_false (newest->is_unfinished);
}

static void
test_a_version_is_the_very_event (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonEvent) event = generated_event_new (5000);
  g_autofree char *text = marathon_project_to_text (event);
  g_autofree char *again = NULL;
  g_autoptr (MarathonVersion) version = NULL;
  g_autoptr (MarathonEvent) read = NULL;
  MarathonFileHash *hash = marathon_file_hash_new ();
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  folder_fixture_put (scene.folder, "event", text);
  scene.identity = (MarathonFileIdentity) { .is_set = TRUE, .size = strlen (text) };
  marathon_file_hash_update (hash, text, strlen (text));
  marathon_file_hash_finish (hash, scene.identity.hash);
  g_assert_true (versions_scene_keep (&scene, 0, &error));
  version = versions_scene_get (&scene, 0);
  read = marathon_version_read (version, NULL, &error);
  g_assert_no_error (error);
  again = marathon_project_to_text (read);
  g_assert_cmpstr (again, ==, text);
}

static void
test_only_its_owner_may_look (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) version = NULL;
  g_autofree char *name = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "Kipchoge", 1, 0);
  version = versions_scene_get (&scene, 0);
  name = g_path_get_basename (version->file);
  g_assert_cmpuint (folder_fixture_get_mode (scene.versions, name), ==, 0600);
  g_assert_cmpuint (folder_fixture_get_mode (scene.state, "versions"), ==, 0700);
  g_assert_cmpuint (folder_fixture_get_mode (scene.state, "versions/00000000000000e1"), ==, 0700);
  /* Neither names nor the name of the file say anything of people. */
  g_assert_null (strstr (name, "Kipchoge"));
  g_assert_true (g_str_has_prefix (name, "00000001-20260413T120000Z-"));
  folder_fixture_assert_names (scene.versions, name);
}

static void
test_the_newest_is_not_kept_again (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 3, 0);
  versions_scene_add (&scene, "one", 3, 600);
  versions_scene_assert_titles (&scene, "one");
  /* It is so even where the file is gone: nothing is opened. */
  g_unlink (scene.path);
  g_assert_true (versions_scene_keep (&scene, 700, &error));
  g_assert_no_error (error);
  /* But what comes back after something else is a version of its own. */
  versions_scene_add (&scene, "two", 3, 1200);
  versions_scene_add (&scene, "one", 3, 1800);
  versions_scene_assert_titles (&scene, "one two one");
}

static void
test_a_file_that_has_changed_since_is_not_kept (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *other = versions_scene_make_text ("two", 3);
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  versions_scene_save (&scene, "one", 3);
  folder_fixture_put (scene.folder, "event", other); /* of the same size */
  g_assert_cmpuint (strlen (other), ==, scene.identity.size);
  g_assert_true (versions_scene_keep (&scene, 0, &error));
  folder_fixture_put (scene.folder, "event", "shorter");
  g_assert_true (versions_scene_keep (&scene, 0, &error));
  g_unlink (scene.path);
  g_assert_true (versions_scene_keep (&scene, 0, &error));
  folder_fixture_make_folder (scene.folder, "event");
  g_assert_true (versions_scene_keep (&scene, 0, &error));
  g_assert_no_error (error);
  versions_scene_assert_titles (&scene, "");
  folder_fixture_assert_names (scene.versions, "");
}

static void
test_older_ones_are_thinned_out (void)
{
  g_auto (VersionsScene) scene = { 0 };

  versions_scene_init (&scene);
  versions_scene_add (&scene, "a", 1, 0);
  versions_scene_add (&scene, "b", 1, 60);
  versions_scene_add (&scene, "c", 1, 120);
  versions_scene_add (&scene, "d", 1, 180);
  versions_scene_assert_titles (&scene, "d c b");
  versions_scene_add (&scene, "e", 1, 600);
  versions_scene_add (&scene, "f", 1, 1200);
  versions_scene_add (&scene, "g", 1, 1800);
  versions_scene_assert_titles (&scene, "g f e d");
  versions_scene_add (&scene, "h", 1, 40 * 86400);
  versions_scene_assert_titles (&scene, "h g f");
}

static void
test_a_clock_that_is_set_back_loses_nothing (void)
{
  g_auto (VersionsScene) scene = { 0 };

  versions_scene_init (&scene);
  versions_scene_add (&scene, "a", 1, 0);
  versions_scene_add (&scene, "b", 1, 86400);
  versions_scene_add (&scene, "c", 1, 86400 + 600);
  versions_scene_add (&scene, "d", 1, 600);
  versions_scene_add (&scene, "e", 1, 1200);
  /* The newest is the one that was kept last. */
  versions_scene_assert_titles (&scene, "e d c b a");
  versions_scene_add (&scene, "f", 1, -86400 * 365);
  versions_scene_assert_titles (&scene, "f e d c b a");
  /* No clock at all. */
  versions_scene_add (&scene, "g", 1, -VERSIONS_SCENE_TIME - 5);
  versions_scene_assert_titles (&scene, "g f e d c b a");
}

static void
test_events_do_not_mix (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 1, 0);
  g_assert_true (marathon_versions_keep (scene.state, 0xe2, scene.path, &scene.identity, 1, VERSIONS_SCENE_TIME, NULL, &error));
  others = marathon_versions_list (scene.state, 0xe2);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_true (marathon_versions_forget (scene.state, 0xe2, &error));
  versions_scene_assert_titles (&scene, "one");
}

static void
test_all_are_forgotten (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  g_assert_true (marathon_versions_forget (scene.state, VERSIONS_SCENE_ID, &error));
  versions_scene_add (&scene, "one", 1, 0);
  versions_scene_add (&scene, "two", 1, 600);
  folder_fixture_put (scene.versions, ".new-abcdef", "half");
  g_assert_true (marathon_versions_forget (scene.state, VERSIONS_SCENE_ID, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (scene.versions, G_FILE_TEST_EXISTS));
  versions_scene_assert_titles (&scene, "");
  versions_scene_add (&scene, "three", 1, 1200);
  versions_scene_assert_titles (&scene, "three");
}

/* --- Damage --- */

static void
assert_damaged (const MarathonVersion *version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = versions_scene_read_title (version, &error);

  g_assert_null (title);
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, version->file));
  g_assert_nonnull (strstr (error->message, "is damaged"));
}

static void
put_bytes (const char *path, const char *bytes, gsize length)
{
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Cuts it off at every byte, flips bits all over: never is it read as something else. */
static void
test_a_damaged_version_says_so (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) version = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 2, 0);
  versions_scene_add (&scene, "two", 2, 600);
  version = versions_scene_get (&scene, 0);
  g_assert_true (g_file_get_contents (version->file, &bytes, &length, &error));
  for (gsize cut = 0; cut < length; cut++)
    {
      put_bytes (version->file, bytes, cut);
      assert_damaged (version);
    }
  /* Ten bytes of head say nothing of the content: time, system. */
  for (gsize at = 10; at < length; at++)
    {
      bytes[at] ^= (char) (1 << at % 8);
      put_bytes (version->file, bytes, length);
      bytes[at] ^= (char) (1 << at % 8);
      assert_damaged (version);
    }
  g_assert_no_error (error);
  g_clear_pointer (&version, marathon_version_free);
  version = versions_scene_get (&scene, 1);
  {
    g_autofree char *title = versions_scene_read_title (version, &error);

    g_assert_cmpstr (title, ==, "one");
  }
}

static void
put_packed (const char *path, const char *text, gsize length)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) plain = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL));
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (plain, compressor);

  g_assert_true (g_output_stream_write_all (packed, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
}

/* Whole files of their kind, but not what the name says: another event, and one that would fill the memory. */
static void
test_what_is_not_as_its_name_says_is_refused (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autofree char *other = versions_scene_make_text ("two", 2);
  g_autoptr (MarathonVersion) version = NULL;
  g_autofree char *bomb = g_malloc (64 << 20);

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 2, 0);
  version = versions_scene_get (&scene, 0);
  put_packed (version->file, other, strlen (other));
  assert_damaged (version);
  memset (bomb, ' ', 64 << 20);
  memcpy (bomb, other, strlen (other));
  put_packed (version->file, bomb, 64 << 20);
  assert_damaged (version);
}

static void
test_one_that_is_gone_says_so (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) version = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 2, 0);
  version = versions_scene_get (&scene, 0);
  g_unlink (version->file);
  title = versions_scene_read_title (version, &error);
  g_assert_error (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "is gone"));
}

static void
test_other_files_in_the_folder_are_no_versions (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) version = NULL;
  g_autofree char *name = NULL, *longer = NULL, *upper = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 2, 0);
  version = versions_scene_get (&scene, 0);
  name = g_path_get_basename (version->file);
  longer = g_strconcat ("0", name, NULL);
  upper = g_ascii_strup (name, -1);
  folder_fixture_put (scene.versions, "notes", "");
  folder_fixture_put (scene.versions, ".gz", "");
  folder_fixture_put (scene.versions, "1-2-3-4-5.gz", "");
  folder_fixture_put (scene.versions, longer, "");
  folder_fixture_put (scene.versions, upper, "");
  versions_scene_assert_titles (&scene, "one");
}

static void
test_reading_can_be_cancelled (void)
{
  g_auto (VersionsScene) scene = { 0 };
  g_autoptr (MarathonVersion) version = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  versions_scene_init (&scene);
  versions_scene_add (&scene, "one", 2, 0);
  version = versions_scene_get (&scene, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (marathon_version_read (version, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  versions_scene_save (&scene, "two", 2);
  g_assert_false (marathon_versions_keep (scene.state, VERSIONS_SCENE_ID, scene.path, &scene.identity, 2, VERSIONS_SCENE_TIME, cancellable,
                                          &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  versions_scene_assert_titles (&scene, "one");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/versions/what-was-kept-is-listed-and-read", test_what_was_kept_is_listed_and_read);
  g_test_add_func ("/document/versions/a-version-is-the-very-event", test_a_version_is_the_very_event);
  g_test_add_func ("/document/versions/only-its-owner-may-look", test_only_its_owner_may_look);
  g_test_add_func ("/document/versions/the-newest-is-not-kept-again", test_the_newest_is_not_kept_again);
  g_test_add_func ("/document/versions/a-file-that-has-changed-since-is-not-kept", test_a_file_that_has_changed_since_is_not_kept);
  g_test_add_func ("/document/versions/older-ones-are-thinned-out", test_older_ones_are_thinned_out);
  g_test_add_func ("/document/versions/a-clock-that-is-set-back-loses-nothing", test_a_clock_that_is_set_back_loses_nothing);
  g_test_add_func ("/document/versions/events-do-not-mix", test_events_do_not_mix);
  g_test_add_func ("/document/versions/all-are-forgotten", test_all_are_forgotten);
  g_test_add_func ("/document/versions/a-damaged-version-says-so", test_a_damaged_version_says_so);
  g_test_add_func ("/document/versions/what-is-not-as-its-name-says-is-refused", test_what_is_not_as_its_name_says_is_refused);
  g_test_add_func ("/document/versions/one-that-is-gone-says-so", test_one_that_is_gone_says_so);
  g_test_add_func ("/document/versions/other-files-in-the-folder-are-no-versions", test_other_files_in_the_folder_are_no_versions);
  g_test_add_func ("/document/versions/reading-can-be-cancelled", test_reading_can_be_cancelled);
  return g_test_run ();
}
