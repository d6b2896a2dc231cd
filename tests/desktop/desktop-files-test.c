/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desktop reads of the program keeps the desktop's rules, fits together, and does what it is there for: files
 * of events are known by their names and by what is in them.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define APPLICATION_ID "org.example.Marathon"
#define EVENT_TYPE "application/x-marathon-event+xml"

/* The types of files that the system knows, and our own. */
static char *types_folder;

static char *
built (const char *name)
{
  return g_build_filename (g_getenv ("MARATHON_BUILT_RESOURCES"), name, NULL);
}

static char *
source (const char *path)
{
  return g_build_filename (g_getenv ("MARATHON_SOURCE_DIR"), path, NULL);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Asserts that the command, of the Debian package @package, ends well. */
static void
run (const char *package, const char *const *command)
{
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    g_error ("%s is needed for this test; it is in the package %s", command[0], package);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", command[0]);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s%s", command[0], error->message, output, complaints);
}

static void
test_desktop_file_is_valid (void)
{
  g_autofree char *path = built (APPLICATION_ID ".desktop");
  const char *command[] = { "desktop-file-validate", "--no-hints", path, NULL };

  run ("desktop-file-utils", command);
}

static void
test_metainfo_is_valid (void)
{
  g_autofree char *path = built (APPLICATION_ID ".metainfo.xml");
  const char *command[] = { "appstreamcli", "validate", "--no-net", path, NULL };

  run ("appstream", command);
}

static void
test_settings_are_valid (void)
{
  g_autofree char *folder = source ("resources");
  const char *command[] = { "glib-compile-schemas", "--strict", "--dry-run", folder, NULL };

  run ("libglib2.0-bin", command);
}

static void
test_files_agree (void)
{
  g_autoptr (GKeyFile) desktop = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = built (APPLICATION_ID ".desktop");
  g_autofree char *metainfo_path = built (APPLICATION_ID ".metainfo.xml");
  g_autofree char *metainfo = read_file (metainfo_path);
  g_autofree char *icon = NULL;
  g_autofree char *types = NULL;
  g_autofree char *exec = NULL;

  g_key_file_load_from_file (desktop, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  icon = g_key_file_get_string (desktop, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, NULL);
  g_assert_cmpstr (icon, ==, APPLICATION_ID);
  exec = g_key_file_get_string (desktop, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL);
  g_assert_cmpstr (exec, ==, "marathon %F");
  types = g_key_file_get_string (desktop, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_MIME_TYPE, NULL);
  g_assert_cmpstr (types, ==, EVENT_TYPE ";");
  g_assert_nonnull (strstr (metainfo, "<id>" APPLICATION_ID "</id>"));
  g_assert_nonnull (strstr (metainfo, "<launchable type=\"desktop-id\">" APPLICATION_ID ".desktop</launchable>"));
  g_assert_nonnull (strstr (metainfo, "<mediatype>" EVENT_TYPE "</mediatype>"));
}

static void
assert_icon (const char *path)
{
  g_autofree char *full = source (path);
  const char *command[] = { "xmllint", "--noout", "--nonet", full, NULL };

  g_assert_true (g_file_test (full, G_FILE_TEST_IS_REGULAR));
  run ("libxml2-utils", command);
}

static void
test_icons_are_there (void)
{
  assert_icon ("resources/icons/hicolor/scalable/apps/" APPLICATION_ID ".svg");
  assert_icon ("resources/icons/hicolor/symbolic/apps/" APPLICATION_ID "-symbolic.svg");
  assert_icon ("resources/icons/hicolor/scalable/mimetypes/application-x-marathon-event+xml.svg");
}

/* --- Files of events --- */

static void
copy (const char *from, const char *folder, const char *name)
{
  g_autofree char *text = read_file (from);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (to, text, -1, &error);
  g_assert_no_error (error);
}

static void
make_types_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *packages = NULL;
  g_autofree char *mime = built (APPLICATION_ID ".xml");

  types_folder = g_dir_make_tmp ("marathon-mime-XXXXXX", &error);
  g_assert_no_error (error);
  packages = g_build_filename (types_folder, "packages", NULL);
  copy (mime, packages, APPLICATION_ID ".xml");
  copy ("/usr/share/mime/packages/freedesktop.org.xml", packages, "freedesktop.org.xml");
  /* It need not outlive a power failure. */
  g_setenv ("PKGSYSTEM_ENABLE_FSYNC", "0", TRUE);
  run ("shared-mime-info", (const char *const[]) { "update-mime-database", types_folder, NULL });
  g_content_type_set_mime_dirs ((const char *const[]) { types_folder, NULL });
}

static void
remove_types_folder (void)
{
  run ("coreutils", (const char *const[]) { "rm", "-rf", "--", types_folder, NULL });
  g_clear_pointer (&types_folder, g_free);
}

static void
assert_type (const char *name, const char *path, const char *type)
{
  g_autofree char *text = path != NULL ? read_file (path) : NULL;
  g_autofree char *guessed = NULL;
  gboolean is_uncertain;

  /* As much of a file as GIO reads for this. */
  guessed = g_content_type_guess (name, (const guchar *) text, text != NULL ? MIN (strlen (text), 4096) : 0,
                                  &is_uncertain);
  g_test_message ("%s %s", name, path);
  g_assert_cmpstr (guessed, ==, type);
}

static void
test_events_are_known_by_name (void)
{
  assert_type ("race.marathon", NULL, EVENT_TYPE);
  assert_type ("Zürich 2027.marathon", NULL, EVENT_TYPE);
  assert_type ("entries.csv", NULL, "text/csv");
}

static void
test_events_are_known_by_content (void)
{
  g_autofree char *example = source ("resources/examples/london-2014.marathon");
  g_autofree char *template = source ("resources/templates/blank.marathon");
  g_autofree char *other = source ("resources/" APPLICATION_ID ".gschema.xml");

  assert_type (NULL, example, EVENT_TYPE);
  assert_type ("race", template, EVENT_TYPE);
  assert_type ("race.2014", example, EVENT_TYPE);
  assert_type (NULL, other, "application/xml");
}

static void
test_type_is_described (void)
{
  g_autofree char *description = g_content_type_get_description (EVENT_TYPE);
  g_autoptr (GIcon) icon = g_content_type_get_icon (EVENT_TYPE);
  g_autofree char *name = g_content_type_get_generic_icon_name (EVENT_TYPE);

  g_assert_cmpstr (description, ==, "Marathon event");
  g_assert_cmpstr (name, ==, "x-office-document");
  g_assert_cmpstr (g_themed_icon_get_names (G_THEMED_ICON (icon))[0], ==, "application-x-marathon-event+xml");
  g_assert_true (g_content_type_is_a (EVENT_TYPE, "application/xml"));
  g_assert_true (g_content_type_is_a (EVENT_TYPE, "text/plain"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_types_folder ();
  g_test_add_func ("/desktop/desktop-file-is-valid", test_desktop_file_is_valid);
  g_test_add_func ("/desktop/metainfo-is-valid", test_metainfo_is_valid);
  g_test_add_func ("/desktop/settings-are-valid", test_settings_are_valid);
  g_test_add_func ("/desktop/files-agree", test_files_agree);
  g_test_add_func ("/desktop/icons-are-there", test_icons_are_there);
  g_test_add_func ("/desktop/events-are-known-by-name", test_events_are_known_by_name);
  g_test_add_func ("/desktop/events-are-known-by-content", test_events_are_known_by_content);
  g_test_add_func ("/desktop/type-is-described", test_type_is_described);
  status = g_test_run ();
  remove_types_folder ();
  return status;
}
