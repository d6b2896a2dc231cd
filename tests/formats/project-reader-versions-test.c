/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of other versions: which are read, what of a newer one is kept, and how much of it.
 */
#include "formats/project-reader.h"

#include <string.h>

#include "formats/format-error.h"
#include "formats/project-fixture.h"

static const struct {
  const char *version;
  int code; /* -1: read */
} versions[] = {
  { "1.0", -1 },
  { "1.1", -1 },
  { "1.9999", -1 },
  { "2.0", MARATHON_FORMAT_ERROR_VERSION },
  { "10.0", MARATHON_FORMAT_ERROR_VERSION },
  { "0.9", MARATHON_FORMAT_ERROR_CONTENT },
  { "1", MARATHON_FORMAT_ERROR_CONTENT },
  { "1.", MARATHON_FORMAT_ERROR_CONTENT },
  { "1.0.0", MARATHON_FORMAT_ERROR_CONTENT },
  { "1.-1", MARATHON_FORMAT_ERROR_CONTENT },
  { "1.99999999999999999999", MARATHON_FORMAT_ERROR_CONTENT },
  { "one", MARATHON_FORMAT_ERROR_CONTENT },
  { "", MARATHON_FORMAT_ERROR_CONTENT },
};

static void
test_versions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *text = g_strdup_printf ("<event xmlns=\"urn:marathon:event\" version=\"%s\" id=\"1\">"
        "<entrants/></event>", versions[i].version);
      g_autofree char *wanted = g_strdup_printf (" version=\"%s\" ", versions[i].version);
      g_autoptr (GError) error = NULL;
      g_autofree char *again = project_fixture_rewrite (text, strlen (text), &error);

      if (versions[i].code >= 0)
        {
          g_assert_error (error, MARATHON_FORMAT_ERROR, versions[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_nonnull (strstr (again, wanted));
    }
}

/* What a newer minor version may say anywhere, this one may say nowhere. */
static void
test_a_newer_file_of_our_version_is_refused (void)
{
  gsize length;
  g_autofree char *text = project_fixture_load ("tests/data/projects/valid/newer-minor.marathon", &length);
  char *version = strstr (text, "version=\"1.7\"");

  g_assert_nonnull (version);
  version[strlen ("version=\"1.")] = '0';
  project_fixture_assert_refused (text, length, "2:", "<event> has no attribute “weather” (and ");
}

/* --- What is kept of a newer version --- */

static void
test_a_thousand_unknown_names_are_kept (void)
{
  for (guint n = 999; n <= 1001; n++)
    {
      g_autoptr (GString) body = g_string_new ("<entrants><entrant id=\"000000000000000a\">");
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (body, "<a%u/>", i);
      g_string_append (body, "</entrant></entrants>");
      text = project_fixture_wrap (3, body->str);
      event = marathon_project_from_text (text, -1, &error);
      if (n <= 1000)
        project_fixture_assert_stable (event);
      else
        g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_LIMIT);
    }
}

/* A newer version that says one more thing of everybody. */
static void
test_one_new_name_may_come_often (void)
{
  g_autoptr (GString) body = g_string_new ("<entrants>");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = NULL;

  for (guint i = 1; i <= 5000; i++)
    g_string_append_printf (body, "<entrant id=\"%x\" shoe=\"%u\"/>", i, i);
  g_string_append (body, "</entrants>");
  text = project_fixture_wrap (3, body->str);
  event = marathon_project_from_text (text, -1, &error);
  g_assert_no_error (error);
  project_fixture_assert_stable (event);
  g_free (text);
  text = marathon_project_to_text (event);
  g_assert_nonnull (strstr (text, " shoe=\"1\""));
  g_assert_nonnull (strstr (text, " shoe=\"5000\""));
}

/* What a place keeps of a newer version: the letters are the last that fit, one more is refused. */
static const struct {
  const char *head, *tail;
  guint markup; /* bytes of what is kept beside the letters */
} kept_places[] = {
  { "<course a=\"", "\"/><entrants/>", 5 },
  { "<course><a>", "</a></course><entrants/>", 7 },
  { "<course><a/><a>", "</a></course><entrants/>", 11 },
  { "<starts><start id=\"s\" name=\"S\" a=\"", "\"/></starts><entrants/>", 5 },
  { "<starts><start id=\"s\" name=\"S\"><a>", "</a></start></starts><entrants/>", 7 },
  { "<starts a=\"", "\"/><entrants/>", 5 },
};

static void
test_as_much_is_kept_as_fits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_places) * 2; i++)
    {
      gboolean fits = i % 2 == 0;
      gsize most = MARATHON_XML_MAX_VALUE - kept_places[i / 2].markup;
      g_autofree char *letters = g_strnfill (fits ? most : most + 1, 'x');
      g_autofree char *body = g_strconcat (kept_places[i / 2].head, letters, kept_places[i / 2].tail, NULL);
      g_autofree char *text = project_fixture_wrap (3, body);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = marathon_project_from_text (text, -1, &error);

      if (!fits)
        {
          g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_LIMIT);
          continue;
        }
      g_assert_no_error (error);
      g_clear_pointer (&text, g_free);
      text = marathon_project_to_text (event);
      g_assert_nonnull (strstr (text, letters));
    }
}

static void
test_sixty_four_new_attributes (void)
{
  static const char *const elements[][2] = {
    { "<course", "/>" },
    { "<entrants", "/>" },
    { "<entrants><entrant id=\"1\"", "/></entrants>" },
    { "<entrants><entrant id=\"1\"><contact", "/></entrant></entrants>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    for (guint n = 64; n <= 65; n++)
      {
        g_autoptr (GString) body = g_string_new (elements[i][0]);
        g_autofree char *text = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (MarathonEvent) event = NULL;

        for (guint a = 0; a < n; a++)
          g_string_append_printf (body, " a%u=\"\"", a);
        g_string_append (body, elements[i][1]);
        text = project_fixture_wrap (3, body->str);
        event = marathon_project_from_text (text, -1, &error);
        if (n == 64)
          project_fixture_assert_stable (event);
        else
          g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_LIMIT);
      }
}

static void
test_much_of_a_newer_version (void)
{
  static const char *const around[][2] = { { "", "<entrants/>" }, { "<starts>", "</starts><entrants/>" } };
  g_autofree char *letters = g_strnfill (MARATHON_XML_MAX_VALUE - 7, 'x');
  const guint fits = MARATHON_XML_MAX_UNKNOWN / MARATHON_XML_MAX_VALUE;

  for (guint i = 0; i < G_N_ELEMENTS (around) * 2; i++)
    {
      g_autoptr (GString) body = g_string_new (around[i / 2][0]);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = NULL;

      for (guint n = 0; n < fits + i % 2; n++)
        g_string_append_printf (body, "<a>%s</a>", letters);
      g_string_append (body, around[i / 2][1]);
      text = project_fixture_wrap (3, body->str);
      event = marathon_project_from_text (text, -1, &error);
      if (i % 2 == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_LIMIT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-reader/versions", test_versions);
  g_test_add_func ("/project-reader/newer/refused-as-ours", test_a_newer_file_of_our_version_is_refused);
  g_test_add_func ("/project-reader/newer/a-thousand-names", test_a_thousand_unknown_names_are_kept);
  g_test_add_func ("/project-reader/newer/one-name-often", test_one_new_name_may_come_often);
  g_test_add_func ("/project-reader/newer/as-much-is-kept-as-fits", test_as_much_is_kept_as_fits);
  g_test_add_func ("/project-reader/newer/sixty-four-attributes", test_sixty_four_new_attributes);
  g_test_add_func ("/project-reader/newer/much", test_much_of_a_newer_version);
  return g_test_run ();
}
