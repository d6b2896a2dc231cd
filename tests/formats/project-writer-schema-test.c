/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema tells the truth about project files: it takes what the program takes, and refuses what it refuses.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "formats/project-fixture.h"
#include "formats/project-writer.h"
#include "formats/random-event.h"
#include "formats/schema-check.h"

static void
test_files_are_valid (void)
{
  static const char *const folders[] = { "tests/data/projects/valid", "resources/templates", "resources/examples" };

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      g_autoptr (GPtrArray) names = project_fixture_list (folders[f]);

      for (guint i = 0; i < names->len; i++)
        {
          const char *name = g_ptr_array_index (names, i);
          g_autofree char *path = project_fixture_path (name);
          g_autofree char *said = NULL;
          gboolean newer = strstr (name, "newer-minor") != NULL; /* and just for that not of this version */

          if (schema_check_file (path, &said) == newer)
            g_error ("%s: %s", name, said);
        }
    }
}

static void
test_what_is_written_is_valid (void)
{
  for (guint32 seed = 100; seed < 110; seed++)
    {
      g_autoptr (MarathonEvent) event = random_event_new (seed, 40);
      g_autofree char *text = marathon_project_to_text (event);
      g_autofree char *said = NULL;

      if (!schema_check_text (text, &said))
        g_error ("seed %u: %s", seed, said);
    }
}

/* What a grammar cannot see: who else has it, whether it is there, which of two numbers is greater; and what is no
   matter of grammar. */
static const char *const beyond_the_schema[] = {
  "bad-numbers",
  "doctype",
  "duplicate-bib",
  "duplicate-bib-group",
  "duplicate-bib-guide",
  "duplicate-id",
  "duplicate-record",
  "latin-1",
  "unknown-category",
  "unknown-custom-field",
  "unknown-official-entrant",
  "wave-without-start-ref",
  NULL,
};

static void
test_broken_files_are_not_valid (void)
{
  g_autoptr (GPtrArray) names = project_fixture_list ("tests/data/projects/broken");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = project_fixture_path (g_ptr_array_index (names, i));
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *said = NULL;

      *strrchr (base, '.') = '\0';
      if (schema_check_file (path, &said) != g_strv_contains (beyond_the_schema, base))
        g_error ("%s: %s", base, *said != '\0' ? said : "the schema has no objection");
    }
}

/* Changes of a good document, a mistake each: schema and reader must agree about every one. */
static const struct {
  const char *old;
  const char *new;
  gboolean good;
} changes[] = {
  { "version=\"1.0\"", "version=\"1.0\" title=\"T\"", TRUE },
  { "version=\"1.0\"", "version=\"2.0\"", FALSE },
  { "id=\"3a9d51c07be84f26\"", "id=\"0000000000000000\"", FALSE },
  { "length=\"42195\"", "length=\"-1\"", FALSE },
  { "length=\"42195\"", "length=\"42195.5\"", FALSE },
  { "length=\"42195\"", "drop=\"-0.8\"", TRUE },
  { "length=\"42195\"", "drop=\"0.888\"", FALSE },
  { "guides-max=\"4\"", "guides-max=\"5\"", FALSE },
  { "guides-max=\"4\"", "guides-max=\"0\"", TRUE },
  { "share=\"60\"", "share=\"101\"", FALSE },
  { "ink=\"#ffffff\"", "ink=\"#fff\"", FALSE },
  { "ink=\"#ffffff\"", "ink=\"white\"", FALSE },
  { "time=\"10:00\"", "time=\"10:00:30\"", TRUE },
  { "time=\"10:00\"", "time=\"10:60\"", FALSE },
  { "name=\"Red 1\"", "name=\"\"", FALSE },
  { " name=\"Red 1\"", "", FALSE },
  { "family=\"Alder\"", "", TRUE },
  { "family=\"Alder\"", "surname=\"Alder\"", FALSE },
  { "sex=\"F\"", "sex=\"X\"", TRUE },
  { "sex=\"F\"", "sex=\"f\"", FALSE },
  { "born=\"1983-03-23\"", "born=\"1983\"", TRUE },
  { "born=\"1983-03-23\"", "born=\"31@2014-04-13\"", TRUE },
  { "born=\"1983-03-23\"", "born=\"1983-02-30\"", FALSE },
  { "born=\"1983-03-23\"", "born=\"23.3.1983\"", FALSE },
  { "pb=\"2:04:29\"", "pb=\"2:04:29.5\"", TRUE },
  { "pb=\"2:04:29\"", "pb=\"2:60:29\"", FALSE },
  { "class=\"T11\"", "class=\"11\"", FALSE },
  { "collected=\"2014-04-11T10:15:00Z\"", "collected=\"2014-04-11 10:15\"", FALSE },
  { "starts=\"3\"", "starts=\"10001\"", FALSE },
  { "<medical note=\"Asthma\"/>", "", TRUE },
  { "<medical note=\"Asthma\"/>", "<medical note=\"Asthma\"/><medical note=\"Asthma\"/>", FALSE },
  { "<medical note=\"Asthma\"/>", "<note/>", FALSE },
  { "<contact email=\"a@example.org\"/><medical note=\"Asthma\"/>",
    "<medical note=\"Asthma\"/><contact email=\"a@example.org\"/>", FALSE },
  { "<medical note=\"Asthma\"/>", "<medical note=\"Asthma\"><a/></medical>", FALSE },
  { "<medical note=\"Asthma\"/>", "Asthma", FALSE },
  { "<contact emergency-name=\"Dil\"/>", "<contact emergency-name=\"Dil\"/><contact emergency-name=\"Dil\"/>", FALSE },
  { "<contact emergency-name=\"Dil\"/>", "<contact email=\"d@example.org\"/>", FALSE },
  { "to=\"30\"", "to=\"30.25\"", FALSE },
  { "role=\"support\"", "role=\"friend\"", FALSE },
  { "<entrants>", "<entrants order=\"1\">", FALSE },
  { "<entrants>", "<a:entrants xmlns:a=\"urn:marathon:event\"/><entrants>", FALSE },
  { "<starts>", "<starts xmlns:a=\"urn:a\" a:b=\"c\">", FALSE },
};

static const char good_document[]
  = "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"3a9d51c07be84f26\"><course length=\"42195\"/><rules "
    "guides-max=\"4\"/>"
    "<starts><start id=\"red\" name=\"Red\" ink=\"#ffffff\" share=\"60\"/></starts>"
    "<waves><wave id=\"red-1\" start=\"red\" name=\"Red 1\" time=\"10:00\"/></waves>"
    "<entrants><entrant id=\"0f3b6c2d91a84e57\" family=\"Alder\" sex=\"F\" born=\"1983-03-23\" wave=\"red-1\" "
      "class=\"T11\" "
    "pb=\"2:04:29\" starts=\"3\" collected=\"2014-04-11T10:15:00Z\">"
    "<contact email=\"a@example.org\"/><medical note=\"Asthma\"/>"
    "<guide id=\"b4e81f63c7052d9a\" role=\"support\" from=\"10\" to=\"30\"><contact emergency-name=\"Dil\"/></guide>"
    "</entrant></entrants></event>";

static void
test_schema_and_reader_agree (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const char *place = strstr (good_document, changes[i].old);
      g_autoptr (GString) text = g_string_new (good_document);
      g_autofree char *said = NULL;
      g_autoptr (MarathonEvent) event = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (place);
      g_string_erase (text, place - good_document, (gssize) strlen (changes[i].old));
      g_string_insert (text, place - good_document, changes[i].new);
      if (schema_check_text (text->str, &said) != changes[i].good)
        g_error ("schema: %s instead of %s: %s", changes[i].new, changes[i].old, said);
      event = marathon_project_from_text (text->str, -1, &error);
      if ((event != NULL) != changes[i].good)
        g_error ("reader: %s instead of %s: %s", changes[i].new, changes[i].old, event != NULL ? "no objection"
          : error->message);
    }
}

/* The XML form is made from the compact one. Where the program that does it is not at hand, the tests above hold the
   XML form to the truth. */
static void
test_both_forms_of_the_schema_are_the_same (void)
{
  g_autofree char *trang = g_find_program_in_path ("trang");
  g_autofree char *compact = project_fixture_path ("resources/schema/marathon-event.rnc");
  g_autofree char *folder = g_dir_make_tmp ("marathon-XXXXXX", NULL);
  g_autofree char *made = g_build_filename (folder, "made.rng", NULL);
  const char *const arguments[] = { "trang", compact, made, NULL };
  g_autofree char *said = NULL, *fresh = NULL, *kept = NULL;

  kept = project_fixture_load ("resources/schema/marathon-event.rng", NULL);
  g_assert_nonnull (strstr (kept, "urn:marathon:event"));
  if (trang == NULL)
    g_test_message ("trang is not installed: the two forms were not compared");
  else
    {
      g_assert_true (schema_check_run (arguments, &said));
      g_assert_true (g_file_get_contents (made, &fresh, NULL, NULL));
      project_fixture_assert_same (kept, fresh, "marathon-event.rng");
      g_assert_cmpint (g_unlink (made), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-writer/schema/files-are-valid", test_files_are_valid);
  g_test_add_func ("/project-writer/schema/what-is-written-is-valid", test_what_is_written_is_valid);
  g_test_add_func ("/project-writer/schema/broken-files-are-not-valid", test_broken_files_are_not_valid);
  g_test_add_func ("/project-writer/schema/schema-and-reader-agree", test_schema_and_reader_agree);
  g_test_add_func ("/project-writer/schema/both-forms-are-the-same", test_both_forms_of_the_schema_are_the_same);
  return g_test_run ();
}
