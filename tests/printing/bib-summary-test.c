/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must be true of bibs in a few words.
 */
#include "printing/bib-summary.h"

#include <locale.h>

#include "printing/list-event.h"

static void
test_summaries (void)
{
  static const struct {
    const char *bibs, *expected;
  } cases[] = {
    { "", "" },
    { "7", "7" },
    { "1 2 3", "1–3" },
    { "1 2 4", "1–2, 4" },
    { "001 002 009 W1 W2 W3 W8", "001–002, 009, W1–W3, W8" },
    { "12 ABEL BAKER", "12, ABEL, BAKER" },
    { "1 3 5 7 9 11 13 15", "1, 3, 5, 7, 9, 11, 13, 15" },
    { "1 3 5 7 9 11 13 15 17 W4 W5", "1–17 (9 bibs), W4–W5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarathonEvent) event = marathon_event_new ();
      g_auto (GStrv) bibs = g_strsplit (cases[i].bibs, " ", -1);
      g_autofree guint32 *positions = g_new0 (guint32, g_strv_length (bibs) + 1);
      g_autofree char *summary = NULL;
      guint n = g_strv_length (bibs);

      for (guint b = 0; b < n; b++)
        list_event_add (event, b + 1, "family", "Runner", "bib", bibs[b], NULL);
      list_event_add (event, 1000, "family", "Without", NULL);
      for (guint b = 0; b <= n; b++)
        positions[b] = b;
      summary = marathon_bib_summary (event, positions, n + 1);
      g_assert_cmpstr (summary, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bib-summary/summaries", test_summaries);
  return g_test_run ();
}
