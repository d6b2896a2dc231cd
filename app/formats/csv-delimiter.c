/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSV delimiters: finds out what separates the cells of a table.
 */
#include "formats/csv-delimiter.h"

#define SAMPLE_SIZE 65536
#define SAMPLE_LINES 100

/* How often a delimiter is in each line of the sample. */
typedef struct {
  guint counts[SAMPLE_LINES];
  guint n_lines;
} Tally;

/* What speaks for a delimiter. */
typedef struct {
  guint agreement; /* tenths of the lines that have the same number of it, and at least one */
  guint count;     /* that number */
} Merit;

static void
end_line (Tally *tally, guint count, gboolean empty)
{
  if (!empty)
    tally->counts[tally->n_lines++] = count;
}

/* A line that the sample cuts off does not count, unless it is the only one. */
static void
tally_delimiter (const char *text, gsize length, gboolean whole, char delimiter, Tally *tally)
{
  gboolean quoted = FALSE;
  gboolean just_closed = FALSE;
  gboolean at_cell_start = TRUE;
  gboolean empty = TRUE;
  guint count = 0;

  for (gsize i = 0; i < length && tally->n_lines < SAMPLE_LINES; i++)
    {
      char c = text[i];

      if (quoted)
        {
          quoted = c != '"';
          just_closed = !quoted;
          continue;
        }
      if (c == '\n' || c == '\r')
        {
          end_line (tally, count, empty);
          count = 0;
          empty = TRUE;
          at_cell_start = TRUE;
          just_closed = FALSE;
          continue;
        }
      /* A doubled quote ends the quoting and begins it again. */
      quoted = c == '"' && (at_cell_start || just_closed);
      just_closed = FALSE;
      at_cell_start = c == delimiter;
      count += c == delimiter;
      empty = FALSE;
    }
  if (tally->n_lines < SAMPLE_LINES && (whole || tally->n_lines == 0))
    end_line (tally, count, empty);
}

static guint
count_agreeing (const Tally *tally, guint count)
{
  guint agreeing = 0;

  for (guint i = 0; i < tally->n_lines; i++)
    agreeing += tally->counts[i] == count;
  return agreeing;
}

static Merit
judge (const Tally *tally)
{
  Merit merit = { 0 };
  guint most = 0;

  for (guint i = 0; i < tally->n_lines; i++)
    {
      guint count = tally->counts[i];
      guint agreeing = count > 0 && count != merit.count ? count_agreeing (tally, count) : 0;

      if (agreeing > most || (agreeing == most && agreeing > 0 && count > merit.count))
        {
          most = agreeing;
          merit.count = count;
        }
    }
  if (tally->n_lines > 0)
    merit.agreement = (most * 10 + tally->n_lines / 2) / tally->n_lines;
  return merit;
}

char
marathon_csv_delimiter_guess (const char *text, gsize length)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  gsize sample = MIN (length, SAMPLE_SIZE);
  char best_delimiter = ',';
  Merit best = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, ',');

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      Tally tally = { .n_lines = 0 };
      Merit merit;

      tally_delimiter (text, sample, sample == length, candidates[i], &tally);
      merit = judge (&tally);
      if (merit.agreement > best.agreement
          || (merit.agreement > 0 && merit.agreement == best.agreement && merit.count > best.count))
        {
          best = merit;
          best_delimiter = candidates[i];
        }
    }
  return best_delimiter;
}
