/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Project files for tests.
 */
#include "formats/project-fixture.h"

#include <string.h>
#include <time.h>

#include "formats/format-error.h"

char *
project_fixture_path (const char *name)
{
  const char *root = g_getenv ("MARATHON_SOURCE_DIR");

  if (root == NULL)
    g_error ("MARATHON_SOURCE_DIR is not set");
  return g_build_filename (root, name, NULL);
}

char *
project_fixture_load (const char *name, gsize *length)
{
  g_autofree char *path = project_fixture_path (name);
  g_autoptr (GError) error = NULL;
  char *bytes;

  if (!g_file_get_contents (path, &bytes, length, &error))
    g_error ("%s", error->message);
  return bytes;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
project_fixture_list (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = project_fixture_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".marathon"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* --- A slow stream --- */

typedef struct {
  GInputStream parent;
  const char *bytes;
  gsize length, step, fail_at, at;
} SlowStream;

typedef GInputStreamClass SlowStreamClass;

static GType slow_stream_get_type (void);

G_DEFINE_TYPE (SlowStream, slow_stream, G_TYPE_INPUT_STREAM)

static gssize
slow_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  SlowStream *slow = (SlowStream *) (gpointer) stream;
  gsize n = MIN (MIN (count, slow->step), slow->length - slow->at);

  if (slow->fail_at > 0 && slow->at >= slow->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "the line is dead");
      return -1;
    }
  if (n > 0)
    memcpy (buffer, slow->bytes + slow->at, n);
  slow->at += n;
  return (gssize) n;
}

static void
slow_stream_class_init (SlowStreamClass *klass)
{
  klass->read_fn = slow_stream_read;
}

static void
slow_stream_init (SlowStream *slow)
{
}

GInputStream *
project_fixture_slow_stream (const char *bytes, gsize length, gsize step, gsize fail_at)
{
  SlowStream *slow = g_object_new (slow_stream_get_type (), NULL);

  slow->bytes = bytes;
  slow->length = length;
  slow->step = step;
  slow->fail_at = fail_at;
  return G_INPUT_STREAM (slow);
}

/* --- Reading and comparing --- */

char *
project_fixture_rewrite (const char *bytes, gsize length, GError **error)
{
  g_autoptr (MarathonEvent) event = marathon_project_from_text (bytes, (gssize) length, error);

  return event != NULL ? marathon_project_to_text (event) : NULL;
}

char *
project_fixture_wrap (guint minor, const char *body)
{
  return g_strdup_printf ("<event xmlns=\"urn:marathon:event\" version=\"1.%u\" id=\"3a9d51c07be84f26\">%s</event>",
    minor, body);
}

/* Seconds of work of this thread: what a busy machine does beside it does not count. */
static double
get_work (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* How many times slower than alone the program runs, where a tool looks over its shoulder (see the setup "valgrind"). */
static double
get_patience (void)
{
  const char *text = g_getenv ("MARATHON_TEST_PATIENCE");

  return text != NULL ? g_ascii_strtod (text, NULL) : 1.0;
}

void
project_fixture_assert_refused (const char *bytes, gsize length, const char *place, const char *words)
{
  g_autoptr (GError) error = NULL;
  double start = get_work ();
  g_autoptr (MarathonEvent) event = marathon_project_from_text (bytes, (gssize) length, &error);
  double seconds = get_work () - start;

  g_assert_null (event);
  g_assert_nonnull (error);
  g_test_message ("%.3f s: %s", seconds, error->message);
  g_assert_true (error->domain == MARATHON_FORMAT_ERROR);
  if (!g_str_has_prefix (error->message, place) || strstr (error->message, words) == NULL)
    g_error ("expected “%s … %s …”, got “%s”", place, words, error->message);
  g_assert_cmpfloat (seconds, <, get_patience ());
}

void
project_fixture_assert_same (const char *got, const char *wanted, const char *of_what)
{
  gsize at = 0;

  if (strcmp (got, wanted) == 0)
    return;
  while (got[at] == wanted[at])
    at++;
  at -= MIN (at, 60);
  g_error ("%s: expected\n%.200s\ngot\n%.200s", of_what, wanted + at, got + at);
}

void
project_fixture_assert_stable (MarathonEvent *event)
{
  g_autofree char *first = marathon_project_to_text (event);
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  second = project_fixture_rewrite (first, strlen (first), &error);
  if (second == NULL)
    g_error ("what was written cannot be read: %s\n%s", error->message, first);
  project_fixture_assert_same (second, first, "what was written");
}
