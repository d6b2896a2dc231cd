/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the sources against the rules of the house, and the rules against samples that they must refuse.
 */
#include "layer-rules.h"

#include <string.h>

#define LICENCE "/* SPDX-License-Identifier: GPL-3.0-or-later\n *\n * A sample.\n */\n"

typedef struct
{
  const char *name;
  const char *path;
  const char *text;
  const char *complaint; /* NULL: all is well */
} Sample;

static const Sample samples[] = {
  { "down", "app/planning/wave-plan.c", LICENCE "#include \"model/event.h\"\n", NULL },
  { "own-floor", "app/cli/main.c", LICENCE "#include \"cli/verb.h\"\n#include <glib.h>\n", NULL },
  { "up", "app/model/event.c", LICENCE "#include \"planning/wave-plan.h\"\n",
    "app/model/event.c:5: model may not include \"planning/wave-plan.h\"" },
  { "up-with-blanks", "app/base/date.c", LICENCE "  #  include  \"model/event.h\"\n",
    "app/base/date.c:5: base may not" },
  { "up-in-a-comment", "app/base/date.c", LICENCE "/*\n#include \"model/event.h\"\n*/\n// #include \"model/event.h\"\n",
    NULL },
  { "up-after-a-comment", "app/base/date.c", LICENCE "/* why */ #include \"model/event.h\"\n", "base may not include" },
  { "up-after-a-string", "app/base/date.c", LICENCE "const char *mark = \"/*\";\n#include \"model/event.h\"\n",
    "app/base/date.c:6: base may not" },
  { "up-in-a-test", "tests/base/date-test.c", LICENCE "#include \"model/event.h\"\n", "base may not include" },
  { "helper-in-a-test", "tests/base/date-test.c", LICENCE "#include \"support/files.h\"\n", NULL },
  { "command-line-in-a-page", "app/pages/waves/waves-page.c", LICENCE "#include \"cli/verb.h\"\n",
    "pages may not include" },
  { "application-in-the-window", "app/window/window.c", LICENCE "#include \"application/application.h\"\n",
    "window may not include" },
  { "widget-in-the-command-line", "app/cli/main.c", LICENCE "#include \"widgets/table.h\"\n", "cli may not include" },
  { "widget-in-a-page", "app/pages/waves/waves-page.c", LICENCE "#include \"widgets/table.h\"\n#include <gtk/gtk.h>\n",
    NULL },
  { "without-its-floor", "app/model/event.c", LICENCE "#include \"entrant.h\"\n", "is not written from app/" },
  { "from-beside", "app/model/event.c", LICENCE "#include \"../base/date.h\"\n", "is not written from app/" },
  { "from-nowhere", "app/model/event.c", LICENCE "#include \"helpers/date.h\"\n", "is not written from app/" },
  { "on-no-floor", "app/helpers/date.c", LICENCE, "lies on no floor" },
  { "xml-in-formats", "app/formats/project-reader.c", LICENCE "#include <libxml/parser.h>\n", NULL },
  { "xml-below", "app/model/event.c", LICENCE "#include <libxml/parser.h>\n",
    "model may not include <libxml/parser.h>" },
  { "xml-above", "app/document/document.c", LICENCE "#include <libxml/parser.h>\n", "document may not include" },
  { "cairo-on-paper", "app/printing/pages.c", LICENCE "#include <cairo-pdf.h>\n#include <pango/pangocairo.h>\n", NULL },
  { "cairo-in-the-plan", "app/planning/wave-plan.c", LICENCE "#include <cairo.h>\n",
    "planning may not include <cairo.h>" },
  { "pango-in-the-document", "app/document/document.c", LICENCE "#include <pango/pango.h>\n",
    "document may not include" },
  { "gtk-on-paper", "app/printing/pages.c", LICENCE "#include <gtk/gtk.h>\n", "printing may not include <gtk/gtk.h>" },
  { "gtk-in-the-command-line", "app/cli/main.c", LICENCE "#include <gtk/gtk.h>\n", "cli may not include <gtk/gtk.h>" },
  { "adwaita-in-the-model", "app/model/event.c", LICENCE "#include <adwaita.h>\n",
    "model may not include <adwaita.h>" },
  { "no-licence", "app/base/date.c", "/* Dates. */\n", "app/base/date.c:1: the first line is not" },
  { "other-licence", "app/base/date.c", "/* SPDX-License-Identifier: MIT\n */\n", "the first line is not" },
  { "no-licence-in-a-test", "tests/base/date-test.c", "#include <glib.h>\n", "the first line is not" },
  { "unfinished", "app/base/date.c", LICENCE "\n/* TO" "DO: leap years */\n", "app/base/date.c:6: unfinished work" },
  { "broken", "app/base/date.h", LICENCE "int x; // FIX" "ME\n", "unfinished work" },
  { "template-of-a-name", "app/document/save.c", LICENCE "static char name[] = \"new-XXXXXX\";\n", NULL },
  { "skipped", "tests/base/date-test.c", LICENCE "void f (void) { g_test_" "skip (\"no\"); }\n", "may not be skipped" },
  { "incomplete", "tests/base/date-test.c", LICENCE "void f (void) { g_test_" "incomplete (\"no\"); }\n",
    "may not be skipped" },
};

typedef struct
{
  const char *path;
  const char *text;
  gboolean expected;
} Words;

static const Words words[] = {
  { "app/cli/main.c", "g_print (_(\"Saved\"));", TRUE },
  { "app/cli/main.c", "g_print (_ (\"Saved\"));", TRUE },
  { "app/model/fields.c", "{ \"bib\", N_(\"Bib\") },", TRUE },
  { "app/model/fields.c", "g_dngettext (GETTEXT_PACKAGE, \"a\", \"b\", n)", TRUE },
  { "app/model/fields.c", "ngettext (\"a\", \"b\", n)", TRUE },
  { "app/model/fields.c", "/* see _(\"Bib\") */ int x;", FALSE },
  { "app/model/fields.c", "count_(\"Bib\"); marathon_N_(2);", FALSE },
  { "app/model/fields.c", "", FALSE },
  { "ui/window/window.ui", "<property name=\"label\" translatable=\"yes\">Waves</property>", TRUE },
  { "ui/window/window.ui", "<property name=\"label\">_(</property>", FALSE },
};

typedef struct
{
  const char *path;
  const char *mirrored;
} Mirror;

static const Mirror mirrors[] = {
  { "tests/base/date-test.c", "app/base/date" },
  { "tests/pages/waves/waves-page-test.c", "app/pages/waves/waves-page" },
  { "tests/layers/layer-test.c", NULL },
  { "tests/base/date-fixture.c", NULL },
  { "tests/base/meson.build", NULL },
  { "app/base/date.c", NULL },
};

static char *
source_path (const char *path)
{
  const char *root = g_getenv ("MARATHON_SOURCE_DIR");

  if (root == NULL)
    g_error ("MARATHON_SOURCE_DIR must name the project's folder");
  return g_build_filename (root, path, NULL);
}

static char *
read_source (const char *path)
{
  g_autofree char *full = source_path (path);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (full, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static gboolean
source_exists (const char *path)
{
  g_autofree char *full = source_path (path);

  return g_file_test (full, G_FILE_TEST_IS_REGULAR);
}

/* Adds every file below @folder, as a path from the project's folder. */
static void
list_sources (const char *folder, GPtrArray *paths)
{
  g_autofree char *full = source_path (folder);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *child = source_path (path);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        list_sources (path, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static gboolean
is_c (const char *path)
{
  return g_str_has_suffix (path, ".c") || g_str_has_suffix (path, ".h");
}

/* Says all complaints, then fails where there are any. */
static void
assert_none (GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  if (complaints->len > 0)
    g_test_fail_printf ("%u against the rules, the first: %s", complaints->len,
                        (const char *) g_ptr_array_index (complaints, 0));
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

  layer_check_source (sample->path, sample->text, complaints);
  if (sample->complaint == NULL)
    {
      assert_none (complaints);
      return;
    }
  g_assert_cmpuint (complaints->len, ==, 1);
  if (strstr (g_ptr_array_index (complaints, 0), sample->complaint) == NULL)
    g_assert_cmpstr (g_ptr_array_index (complaints, 0), ==, sample->complaint);
}

static void
test_words_for_people_are_seen (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i].text);
      g_assert_cmpint (layer_needs_translation (words[i].path, words[i].text), ==, words[i].expected);
    }
}

static void
test_tests_name_what_they_test (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mirrors); i++)
    {
      g_autofree char *mirrored = layer_mirrored (mirrors[i].path);

      g_assert_cmpstr (mirrored, ==, mirrors[i].mirrored);
    }
}

static void
test_sources_keep_the_rules (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  guint checked = 0;

  list_sources ("app", paths);
  list_sources ("tests", paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *text = NULL;

      if (!is_c (path))
        continue;
      text = read_source (path);
      layer_check_source (path, text, complaints);
      checked++;
    }
  g_assert_cmpuint (checked, >, 3);
  assert_none (complaints);
}

/* Whether a source has that name without its ending, or the name less its last words: file-save-faults tests file-save. */
static gboolean
is_mirrored (char *name)
{
  do
    {
      g_autofree char *source = g_strconcat (name, ".c", NULL);
      g_autofree char *header = g_strconcat (name, ".h", NULL);
      char *slash = strrchr (name, '/'), *dash = strrchr (name, '-');

      if (source_exists (source) || source_exists (header))
        return TRUE;
      if (dash == NULL || dash < slash)
        return FALSE;
      *dash = '\0';
    }
  while (TRUE);
}

static void
test_tests_mirror_the_sources (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

  list_sources ("tests", paths);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *mirrored = layer_mirrored (path);

      if (mirrored != NULL && !is_mirrored (mirrored))
        g_ptr_array_add (complaints, g_strdup_printf ("%s: nothing in app/ has that name", path));
    }
  assert_none (complaints);
}

/* The lines of po/POTFILES.in without comments and blank ones. */
static GHashTable *
read_potfiles (void)
{
  g_autofree char *text = read_source ("po/POTFILES.in");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] != '\0' && lines[i][0] != '#')
        g_hash_table_add (listed, g_strdup (lines[i]));
    }
  return listed;
}

static void
test_translators_see_every_file (void)
{
  g_autoptr (GHashTable) listed = read_potfiles ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

  list_sources ("app", paths);
  list_sources ("ui", paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *text = NULL;

      if (!is_c (path) && !g_str_has_suffix (path, ".ui"))
        continue;
      text = read_source (path);
      if (layer_needs_translation (path, text) && !g_hash_table_contains (listed, path))
        g_ptr_array_add (complaints, g_strdup_printf ("po/POTFILES.in lacks %s", path));
    }
  assert_none (complaints);
}

static void
test_translators_see_no_lost_file (void)
{
  g_autoptr (GHashTable) listed = read_potfiles ();
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      if (!source_exists (path))
        g_ptr_array_add (complaints,
                         g_strdup_printf ("po/POTFILES.in names %s, which is not there", (const char *) path));
    }
  assert_none (complaints);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/layers/samples/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  g_test_add_func ("/layers/samples/words-for-people-are-seen", test_words_for_people_are_seen);
  g_test_add_func ("/layers/samples/tests-name-what-they-test", test_tests_name_what_they_test);
  g_test_add_func ("/layers/tree/sources-keep-the-rules", test_sources_keep_the_rules);
  g_test_add_func ("/layers/tree/tests-mirror-the-sources", test_tests_mirror_the_sources);
  g_test_add_func ("/layers/tree/translators-see-every-file", test_translators_see_every_file);
  g_test_add_func ("/layers/tree/translators-see-no-lost-file", test_translators_see_no_lost_file);
  return g_test_run ();
}
