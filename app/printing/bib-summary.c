/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk that joins numbers side by side, and another where that says too much.
 */
#include "printing/bib-summary.h"

#include <glib/gi18n-lib.h>

#include "base/bib.h"

typedef struct {
  const MarathonEntrant *first;
  const MarathonEntrant *last;
  guint n;
} Run;

static gboolean
continues (const Run *run, const MarathonEntrant *entrant, gboolean with_gaps)
{
  if (run->n == 0 || run->last->bib_prefix != entrant->bib_prefix || entrant->bib_number == MARATHON_BIB_NO_NUMBER)
    return FALSE;
  return with_gaps || entrant->bib_number == run->last->bib_number + 1;
}

static void
append_run (MarathonEvent *event, const Run *run, gboolean with_gaps, GString *out)
{
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, marathon_event_text (event, run->first->bib));
  if (run->n == 1)
    return;
  g_string_append (out, "–");
  g_string_append (out, marathon_event_text (event, run->last->bib));
  if (with_gaps && run->last->bib_number - run->first->bib_number + 1 != run->n)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, " (%u bib)", " (%u bibs)", run->n), run->n);
}

/* Returns how many runs there are. */
static guint
append_runs (MarathonEvent *event, const guint32 *positions, guint n, gboolean with_gaps, GString *out)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  Run run = { 0 };
  guint n_runs = 0;

  for (guint i = 0; i < n; i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, positions[i]);

      if (entrant->bib == 0)
        break;
      if (!continues (&run, entrant, with_gaps))
        {
          if (run.n > 0)
            append_run (event, &run, with_gaps, out);
          run = (Run) { .first = entrant };
          n_runs++;
        }
      run.last = entrant;
      run.n++;
    }
  if (run.n > 0)
    append_run (event, &run, with_gaps, out);
  return n_runs;
}

char *
marathon_bib_summary (MarathonEvent *event, const guint32 *positions, guint n)
{
  GString *summary = g_string_new (NULL);

  if (append_runs (event, positions, n, FALSE, summary) > MARATHON_BIB_SUMMARY_RUNS)
    {
      g_string_truncate (summary, 0);
      append_runs (event, positions, n, TRUE, summary);
    }
  return g_string_free (summary, FALSE);
}
