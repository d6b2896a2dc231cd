/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of files made from data.
 */
#include "base/file-name.h"

#include <string.h>

static const struct {
  const char *path;
  const char *text;
  const char *name;
} cases[] = {
  { "is-kept", "London Marathon 2014", "London Marathon 2014.pdf" },
  { "letters-of-every-script-are-kept", "Łódź · 東京 – мир", "Łódź · 東京 – мир.pdf" },
  { "a-hyphen-inside-is-kept", "10-km run", "10-km run.pdf" },
  { "a-dot-inside-is-kept", "Vol. 3.5 run", "Vol. 3.5 run.pdf" },
  { "no-folder-can-be-named", "../../etc/passwd", "etc-passwd.pdf" },
  { "no-absolute-path-can-be-named", "/etc/passwd", "etc-passwd.pdf" },
  { "no-folder-of-windows-can-be-named", "C:\\Users\\x", "C--Users-x.pdf" },
  { "what-other-systems-forbid-is-replaced", "a*b?c\"d<e>f|g", "a-b-c-d-e-f-g.pdf" },
  { "it-is-not-hidden", "...hidden", "hidden.pdf" },
  { "it-is-no-option", "--output=x", "output=x.pdf" },
  { "nor-behind-blanks", " . - -rf", "rf.pdf" },
  { "it-ends-in-no-dot-or-blank", "Run ... ", "Run.pdf" },
  { "control-characters-are-blanks", "a\tb\nc\033[31md\302\233e\177f", "a b c [31md e f.pdf" },
  { "line-separators-are-blanks", "a\342\200\250b\342\200\251c", "a b c.pdf" },
  { "the-ending-cannot-be-turned-around", "list\342\200\256fdp.exe", "list fdp.exe.pdf" },
  { "isolates-cannot-hide-it", "a\342\201\246b\342\201\251c\342\200\217d", "a b c d.pdf" },
  { "bytes-that-are-no-text-are-shown-as-such", "a\377b", "a\357\277\275b.pdf" },
  { "of-nothing-the-fallback-is-made", "", "Event.pdf" },
  { "of-blanks-the-fallback-is-made", " \t\n ", "Event.pdf" },
  { "of-dots-the-fallback-is-made", "..", "Event.pdf" },
};

static void
test_name (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *name = marathon_file_name_make (cases[i].text, "Event", ".pdf");

  g_assert_cmpstr (name, ==, cases[i].name);
}

/* Whatever the lengths: no character is cut in half, and no accent is taken from its letter. */
static void
test_a_long_one_is_cut_between_letters (void)
{
  static const char *const letters[] = { "x", "é", "東", "🏃", "e\314\201", "x. " };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint n = 1; n < 260; n++)
      {
        GString *text = g_string_new (n % 2 == 0 ? "ab" : "a");
        g_autofree char *name = NULL;

        for (guint k = 0; k < n; k++)
          g_string_append (text, letters[i]);
        name = marathon_file_name_make (text->str, "Event", ".marathon");
        g_assert_true (g_utf8_validate (name, -1, NULL));
        g_assert_cmpuint (strlen (name), <=, MARATHON_FILE_NAME_MAX);
        g_assert_true (text->len > 150 || strlen (name) >= text->len);
        g_assert_true (g_str_has_suffix (name, ".marathon"));
        if (i == 4)
          g_assert_true (g_str_has_suffix (name, "e\314\201.marathon"));
        if (i == 5)
          g_assert_true (g_str_has_suffix (name, "x.marathon"));
        g_string_free (text, TRUE);
      }
}

static void
test_a_name_of_marks_only_is_cut_too (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "\314\201");
  name = marathon_file_name_make (text->str, "Event", ".csv");
  g_assert_cmpuint (strlen (name), <=, MARATHON_FILE_NAME_MAX);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/file-name/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_name);
    }
  g_test_add_func ("/file-name/a-long-one-is-cut-between-letters", test_a_long_one_is_cut_between_letters);
  g_test_add_func ("/file-name/a-name-of-marks-only-is-cut-too", test_a_name_of_marks_only_is_cut_too);
  return g_test_run ();
}
