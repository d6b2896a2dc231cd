/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No memory for libxml2: whichever of its requests fails, and whether the later ones fail too, the file is refused,
 * nothing is lost, and the next file is read.
 */
#include <libxml/parser.h>
#include <string.h>

#include "formats/project-reader.h"

static guint n_calls;   /* of the allocator since the start of a reading */
static guint failing;   /* the call that fails; 0: none */
static gboolean for_ever; /* and all after it */
static gint64 n_blocks; /* that are out */

static gboolean
fails (void)
{
  n_calls++;
  return failing > 0 && (for_ever ? n_calls >= failing : n_calls == failing);
}

/* Plain malloc, so that the sanitizer sees each block. */
static void *
allocate (size_t size)
{
  void *block = fails () ? NULL : malloc (size);

  n_blocks += block != NULL;
  return block;
}

static void *
reallocate (void *block, size_t size)
{
  void *moved = fails () ? NULL : realloc (block, size);

  n_blocks += block == NULL && moved != NULL;
  return moved;
}

static void
release (void *block)
{
  n_blocks -= block != NULL;
  free (block);
}

static char *
duplicate (const char *text)
{
  gsize size = strlen (text) + 1;
  char *copy = allocate (size);

  return copy != NULL ? memcpy (copy, text, size) : NULL;
}

/* With what takes memory: many names, long values, text in pieces, namespaces, references, a newer version. */
static char *
make_file (void)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<event xmlns=\"urn:marathon:event\" xmlns:x=\"urn:x\" version=\"1.7\" id=\"1\" x:a=\"b\" "
                               "title=\"A &amp; B\">\n<!-- a comment --><?an instruction?>\n");

  g_string_append (xml, "<course length=\"42195\"/><hall x:size=\"&#160;9\">text &lt;&#x1F3C3;&gt; text<x:door/></hall>");
  g_string_append (xml, "<entrants>\n");
  for (guint i = 1; i <= 40; i++)
    g_string_append_printf (xml, "<entrant id=\"%u\" family=\"N&#252;%u\" bib=\"%u\" new%u=\"%u\"><note><![CDATA[%s]]></note></entrant>\n",
                            i, i, i, i, i, "a rather long note, of which there are several in this file");
  g_string_append (xml, "</entrants>\n</event>\n");
  return g_string_free (xml, FALSE);
}

/* Returns: (transfer full) (nullable): what was read, written again; NULL where the file was refused. */
static char *
read_file (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = NULL;
  gint64 before = n_blocks;

  n_calls = 0;
  event = marathon_project_from_text (xml, -1, &error);
  g_assert_true ((event != NULL) == (error == NULL));
  xmlResetLastError (); /* libxml2 remembers one error for each thread */
  g_assert_cmpint (n_blocks, ==, before);
  if (event != NULL)
    return marathon_project_to_text (event);
  g_assert_true (g_ascii_isdigit (error->message[0]));
  return NULL;
}

static void
check_every_call (gboolean all_after)
{
  g_autofree char *xml = make_file ();
  g_autofree char *whole = NULL;
  guint n_refused = 0, n;

  failing = 0;
  whole = read_file (xml);
  g_assert_nonnull (whole);
  n = n_calls;
  g_assert_cmpuint (n, >, 50);
  for_ever = all_after;
  for (guint call = 1; call <= n; call++)
    {
      g_autofree char *read = NULL, *again = NULL;

      failing = call;
      read = read_file (xml);
      n_refused += read == NULL;
      /* What can be done without is done without; the rest of the file never is. */
      if (read != NULL)
        g_assert_cmpstr (read, ==, whole);
      failing = 0;
      again = read_file (xml);
      g_assert_cmpstr (again, ==, whole);
    }
  g_test_message ("%u of %u failures refused the file", n_refused, n);
  g_assert_cmpuint (n_refused, >=, n * 9 / 10);
}

static void
test_one_request_fails (void)
{
  check_every_call (FALSE);
}

static void
test_all_requests_fail_from_one_on (void)
{
  check_every_call (TRUE);
}

/* It tells of each failure on standard error too. */
static void
keep_quiet (void *data, const char *format, ...)
{
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (xmlMemSetup (release, allocate, reallocate, duplicate) != 0)
    g_error ("libxml2 does not take our allocator");
  marathon_xml_init ();
  xmlSetGenericErrorFunc (NULL, keep_quiet);
  g_test_add_func ("/hostile/out-of-memory/one-request-fails", test_one_request_fails);
  g_test_add_func ("/hostile/out-of-memory/all-requests-fail-from-one-on", test_all_requests_fail_from_one_on);
  return g_test_run ();
}
