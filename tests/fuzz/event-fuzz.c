/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a project file: refused with a place, or read; and what is read is written, read again and written as
 * the same bytes.
 */
#include <string.h>

#include "formats/project-reader.h"
#include "fuzz/fuzz-target.h"

static void
check_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MarathonXmlFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (finding->line, >, 0);
      g_assert_cmpstr (finding->message, !=, "");
      g_assert_true (g_utf8_validate (finding->message, -1, NULL));
    }
}

static GInputStream *
open_bytes (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  return g_memory_input_stream_new_from_bytes (bytes);
}

/* What saving would do. */
static void
check_accepted (MarathonEvent *event, const guint8 *data, gsize size)
{
  g_autofree char *written = marathon_project_to_text (event);
  g_autofree char *again = NULL;
  g_autoptr (MarathonEvent) read = NULL;
  g_autoptr (GInputStream) stream = open_bytes (written, strlen (written));
  g_autoptr (GInputStream) original = open_bytes (data, size);
  MarathonProjectCounts counts, verified;
  g_autoptr (GError) error = NULL;

  marathon_project_count (event, &counts);
  if (!marathon_project_verify (original, &verified, NULL, &error) || !marathon_project_verify (stream, &verified, NULL, &error))
    g_error ("what is read is not verified: %s", error->message);
  g_assert_cmpmem (&counts, sizeof counts, &verified, sizeof verified);
  read = marathon_project_from_text (written, -1, &error);
  if (read == NULL)
    g_error ("what was written is not read: %s", error->message);
  again = marathon_project_to_text (read);
  fuzz_check_same ("read and written again", written, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = open_bytes (data, size);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = marathon_project_read (stream, size, NULL, NULL, NULL, &findings, &error);

  check_findings (findings);
  if (event != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      check_accepted (event, data, size);
    }
  else
    fuzz_check_placed_message (error);
  return 0;
}
