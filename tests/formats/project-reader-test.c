/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of formats/project-reader.h: whatever comes in, out comes a whole event or a refusal that names the place.
 */
#include "formats/project-reader.h"

#include <string.h>

#include "formats/format-error.h"
#include "formats/project-fixture.h"
#include "formats/random-event.h"
#include "model/model-fixture.h"

/* --- Broken files --- */

/* "NAME.marathon:LINE:" TAB "words": the line and the words must be in the message. */
static void
test_broken_file (gconstpointer data)
{
  const char *name = data;
  gsize length;
  g_autofree char *bytes = project_fixture_load (name, &length);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".marathon"));
  g_autofree char *expected_name = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = g_strchomp (project_fixture_load (expected_name, NULL));
  g_auto (GStrv) parts = g_strsplit (expected, "\t", 2);
  const char *place;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (parts[1], !=, "");
  place = strchr (parts[0], ':');
  g_assert_nonnull (place);
  project_fixture_assert_refused (bytes, length, place + 1, parts[1]);
}

/* --- Damage --- */

static gboolean
is_only_white_space (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* A file that was cut off anywhere is an error, never an event that lacks something. */
static void
check_every_truncation (const char *bytes, gsize length)
{
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autofree char *start = g_memdup2 (bytes, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = marathon_project_from_text (start, (gssize) cut, &error);

      g_assert_cmpint (event == NULL, ==, error != NULL);
      if ((event != NULL) != is_only_white_space (bytes + cut))
        g_error ("cut at %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT ": %s", cut, length,
          error != NULL ? error->message : "no error");
      if (error != NULL && !g_ascii_isdigit (error->message[0]))
        g_error ("cut at %" G_GSIZE_FORMAT ": “%s” names no line", cut, error->message);
    }
}

static void
test_every_truncation (gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = project_fixture_load (data, &length);

  check_every_truncation (bytes, length);
}

static void
damage (char *bytes, gsize length)
{
  static const char marks[] = "<>&\"'=/ \n;:!?-[]\t0a";
  guint n = (guint) g_test_rand_int_range (1, 4);

  while (n-- > 0)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) length);

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          bytes[at] ^= (char) (1 << g_test_rand_int_range (0, 8));
          break;
        case 1:
          bytes[at] = marks[g_test_rand_int_range (0, sizeof marks - 1)];
          break;
        default:
          bytes[at] = bytes[g_test_rand_int_range (0, (gint32) length)];
          break;
        }
    }
}

static void
check_damage (const char *bytes, gsize length, guint times)
{
  guint n_read = 0;

  for (guint i = 0; i < times; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = NULL;

      damage (damaged, length);
      event = marathon_project_from_text (damaged, (gssize) length, &error);
      g_assert_cmpint (event == NULL, ==, error != NULL);
      if (event == NULL)
        continue;
      n_read++;
      project_fixture_assert_stable (event);
    }
  g_test_message ("%u of %u could be read", n_read, times);
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_read, <, times);
}

static void
test_damage (gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = project_fixture_load (data, &length);

  check_damage (bytes, length, 4000);
}

/* --- Other ways for the same bytes to arrive --- */

static void
test_the_size_of_reads_does_not_show (void)
{
  static const gsize steps[] = { 1, 7, 4096, 65535, 65536, 65537 };
  g_autoptr (MarathonEvent) made = random_event_new (5, 400);
  g_autofree char *text = marathon_project_to_text (made);

  g_assert_cmpuint (strlen (text), >, 3 * 65536);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GInputStream) stream = project_fixture_slow_stream (text, strlen (text), steps[i], 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = marathon_project_read (stream, 0, NULL, NULL, NULL, NULL, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = marathon_project_to_text (event);
      project_fixture_assert_same (again, text, "read in pieces");
    }
}

/* Where the 64 KiB that are fed at a time end must not show either, in what is known and what is kept. */
static void
test_the_end_of_a_piece_does_not_show (void)
{
  gsize length;
  g_autofree char *text = project_fixture_load ("tests/data/projects/valid/newer-minor.marathon", &length);
  const char *body = strstr (text, "<event");
  g_autoptr (GString) padded = g_string_new (NULL);

  for (gsize before = 0; before < length; before++)
    {
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      g_string_set_size (padded, 65536 - before);
      memset (padded->str, '\n', padded->len);
      memcpy (padded->str, "<!--", 4);
      memcpy (padded->str + padded->len - 3, "-->", 3);
      g_string_append (padded, body);
      again = project_fixture_rewrite (padded->str, padded->len, &error);
      g_assert_no_error (error);
      project_fixture_assert_same (again, text, "padded");
    }
}

static void
test_utf_16_is_read (void)
{
  static const struct { const char *mark; gsize length; const char *charset; } kinds[]
    = { { "\xff\xfe", 2, "UTF-16LE" }, { "\xfe\xff", 2, "UTF-16BE" }, { "\xef\xbb\xbf", 3, "UTF-8" } };
  g_autoptr (MarathonEvent) made = random_event_new (6, 300);
  g_autofree char *text = marathon_project_to_text (made);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length;
      g_autofree char *converted = g_convert (text, -1, kinds[i].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) bytes = g_string_new_len (kinds[i].mark, (gssize) kinds[i].length);
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (converted);
      g_string_append_len (bytes, converted, (gssize) length);
      again = project_fixture_rewrite (bytes->str, bytes->len, &error);
      g_assert_no_error (error);
      project_fixture_assert_same (again, text, kinds[i].charset);
    }
}

static void
test_damaged_utf_16 (void)
{
  gsize length, converted_length;
  g_autofree char *text = project_fixture_load ("tests/data/projects/valid/names.marathon", &length);
  g_autofree char *converted = g_convert (text, (gssize) length, "UTF-16LE", "UTF-8", NULL, &converted_length, NULL);
  g_autoptr (GString) bytes = g_string_new ("\xff\xfe");

  g_string_append_len (bytes, converted, (gssize) converted_length);
  check_damage (bytes->str, bytes->len, 2000);
  g_string_truncate (bytes, bytes->len - 1); /* half a line end */
  project_fixture_assert_refused (bytes->str, bytes->len, "", "not UTF-16");
}

static void
test_utf_16_with_a_lone_surrogate_is_refused (void)
{
  gsize length, converted_length;
  g_autofree char *text = project_fixture_load ("tests/data/projects/valid/names.marathon", &length);
  g_autofree char *converted = g_convert (text, (gssize) length, "UTF-16LE", "UTF-8", NULL, &converted_length, NULL);
  g_autoptr (GString) bytes = g_string_new ("\xff\xfe");
  gsize title = 2 * (gsize) g_utf8_strlen (text, strstr (text, "title=\"") - text);

  g_string_append_len (bytes, converted, (gssize) converted_length);
  bytes->str[2 + title + 2 * strlen ("title=\"")] = '\x01';
  bytes->str[2 + title + 2 * strlen ("title=\"") + 1] = '\xd8';
  project_fixture_assert_refused (bytes->str, bytes->len, "2:", "not UTF-16");
}

/* --- Findings, counts, progress, cancelling --- */

static void
test_findings (void)
{
  g_autofree char *text = project_fixture_wrap (0, "\n<starts>\n<start id=\"red\"/>\n</starts>\n<entrants>\n"
                                                   "<entrant id=\"1\" sex=\"Q\"/>\n<entrant id=\"2\" wave=\"w\"/>\n"
                                                   "<entrant id=\"3\">\n<guide id=\"5\"/><guide id=\"4\" "
                                                     "entrant=\"99\"/></entrant>\n"
                                                   "<entrant id=\"3\"/>\n</entrants>\n");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  static const guint lines[] = { 3, 6, 7, 10, 8 }; /* who is named may come later: that is known at the end */
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (marathon_project_read (stream, 0, NULL, NULL, NULL, &findings, &error));
  g_assert_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, "3:16: <start> needs the attribute “name” (and 4 more errors)");
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < findings->len; i++)
    {
      const MarathonXmlFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (finding->line, ==, lines[i]);
      g_assert_cmpuint (finding->column, >, 0);
    }
}

static void
test_references_may_point_forward (void)
{
  static const struct { const char *body; const char *message; } cases[] = {
    { "<officials><official id=\"a\" entrant=\"2\"/></officials><entrants><entrant id=\"2\"/></entrants>", NULL },
    { "<officials><official id=\"a\" entrant=\"2\"/></officials><entrants/><bin><entrant id=\"2\"/></bin>", NULL },
    { "<entrants><entrant id=\"1\"><guide id=\"3\" entrant=\"2\"/></entrant><entrant id=\"2\"/></entrants>", NULL },
    { "\n<officials>\n<official id=\"a\" entrant=\"2\"/></officials><entrants/>", "3:" },
    { "\n<decisions>\n<decision id=\"a\" first=\"1\" second=\"2\"/></decisions><entrants><entrant id=\"1\"/>"
      "</entrants>", "3:" },
    { "\n<entrants>\n<entrant id=\"1\">\n<guide id=\"3\" entrant=\"2\"/></entrant></entrants>", "3:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = project_fixture_wrap (0, cases[i].body);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event = NULL;

      if (cases[i].message != NULL)
        {
          project_fixture_assert_refused (text, strlen (text), cases[i].message,
            "there is no entrant 0000000000000002");
          continue;
        }
      event = marathon_project_from_text (text, -1, &error);
      g_assert_no_error (error);
      g_assert_nonnull (event);
    }
}

static void
assert_counts (const MarathonProjectCounts *got, const MarathonProjectCounts *wanted)
{
  g_assert_cmpuint (got->n_entrants, ==, wanted->n_entrants);
  g_assert_cmpuint (got->n_deleted, ==, wanted->n_deleted);
  g_assert_cmpuint (got->n_guides, ==, wanted->n_guides);
  g_assert_cmpuint (got->n_records, ==, wanted->n_records);
}

static void
test_verify_counts_what_is_there (void)
{
  static const guint sizes[] = { 0, 1, 10, 4095, 4096, 9000 }; /* some past the point where it forgets texts */

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MarathonEvent) event = sizes[i] > 0 ? random_event_new (i, MAX (sizes[i], 2)) : model_fixture_new ("");
      g_autofree char *text = marathon_project_to_text (event);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
      MarathonProjectCounts counted, verified;
      g_autoptr (GError) error = NULL;

      marathon_project_count (event, &counted);
      g_assert_cmpuint (counted.n_entrants + counted.n_deleted, >=, sizes[i]);
      g_assert_true (marathon_project_verify (stream, &verified, NULL, &error));
      g_assert_no_error (error);
      assert_counts (&verified, &counted);
    }
}

static void
test_verify_refuses_what_is_broken (void)
{
  static const char *const names[] = { "bad-date", "truncated", "unknown-category", "bad-utf8", "newer-major",
    "text-between", "empty" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("tests/data/projects/broken/%s.marathon", names[i]);
      gsize length;
      g_autofree char *bytes = project_fixture_load (name, &length);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
      MarathonProjectCounts counts;
      g_autoptr (GError) error = NULL, same = NULL;

      g_assert_false (marathon_project_verify (stream, &counts, NULL, &error));
      g_assert_null (marathon_project_from_text (bytes, (gssize) length, &same));
      g_assert_cmpstr (error->message, ==, same->message);
    }
}

typedef struct {
  guint64 done, total;
  guint n;
  GCancellable *cancellable;
} Progress;

static void
note_progress (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >, progress->done);
  progress->done = done;
  progress->total = total;
  if (++progress->n == 2 && progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress_and_cancelling (void)
{
  g_autoptr (MarathonEvent) made = random_event_new (8, 2000);
  g_autofree char *text = marathon_project_to_text (made);

  for (guint cancel = 0; cancel < 2; cancel++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
      g_autoptr (GCancellable) cancellable = cancel ? g_cancellable_new () : NULL;
      Progress progress = { 0, 0, 0, cancellable };
      g_autoptr (GError) error = NULL;
      g_autoptr (MarathonEvent) event
        = marathon_project_read (stream, strlen (text), note_progress, &progress, cancellable, NULL, &error);

      g_assert_cmpuint (progress.total, ==, strlen (text));
      if (cancel)
        {
          g_assert_null (event);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_cmpuint (progress.n, ==, 2);
          continue;
        }
      g_assert_no_error (error);
      g_assert_nonnull (event);
      g_assert_cmpuint (progress.done, ==, progress.total);
    }
}

static void
add_files (const char *folder, const char *path, GTestDataFunc test)
{
  g_autoptr (GPtrArray) names = project_fixture_list (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (names, i));
      g_autofree char *whole = g_strdup_printf ("/project-reader/%s/%.*s", path,
        (int) strlen (base) - (int) strlen (".marathon"), base);

      g_test_add_data_func_full (whole, g_strdup (g_ptr_array_index (names, i)), test, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_files ("tests/data/projects/broken", "broken", test_broken_file);
  add_files ("tests/data/projects/valid", "every-truncation", test_every_truncation);
  add_files ("tests/data/projects/valid", "damage", test_damage);
  g_test_add_func ("/project-reader/the-size-of-reads-does-not-show", test_the_size_of_reads_does_not_show);
  g_test_add_func ("/project-reader/the-end-of-a-piece-does-not-show", test_the_end_of_a_piece_does_not_show);
  g_test_add_func ("/project-reader/utf-16/is-read", test_utf_16_is_read);
  g_test_add_func ("/project-reader/utf-16/damaged", test_damaged_utf_16);
  g_test_add_func ("/project-reader/utf-16/lone-surrogate", test_utf_16_with_a_lone_surrogate_is_refused);
  g_test_add_func ("/project-reader/findings", test_findings);
  g_test_add_func ("/project-reader/references-may-point-forward", test_references_may_point_forward);
  g_test_add_func ("/project-reader/verify/counts", test_verify_counts_what_is_there);
  g_test_add_func ("/project-reader/verify/refuses", test_verify_refuses_what_is_broken);
  g_test_add_func ("/project-reader/progress-and-cancelling", test_progress_and_cancelling);
  return g_test_run ();
}
