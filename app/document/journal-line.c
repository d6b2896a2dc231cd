/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a journal.
 */
#include "document/journal-line.h"

#include <string.h>
#include <xxhash.h>

/* The sum of the content, seeded by what it follows. */
static guint64
compute_sum (const MarathonJournalChain *before, const char *content, gsize length)
{
  const guint64 place[2] = { GUINT64_TO_LE (before->sequence + 1), GUINT64_TO_LE (before->sum) };

  return XXH3_64bits_withSeed (content, length, XXH3_64bits (place, sizeof place));
}

static void
write_hex (guint64 number, char *text)
{
  for (int i = MARATHON_JOURNAL_HEX_SIZE - 1; i >= 0; i--, number >>= 4)
    text[i] = "0123456789abcdef"[number & 15];
}

gboolean
marathon_journal_hex_parse (const char *text, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < MARATHON_JOURNAL_HEX_SIZE; i++)
    {
      if (!g_ascii_isdigit (text[i]) && (text[i] < 'a' || text[i] > 'f'))
        return FALSE;
      *number = *number << 4 | (guint64) g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}

gsize
marathon_journal_line_start (GString *lines, const MarathonJournalChain *chain)
{
  gsize start;

  g_string_append_printf (lines, "%" G_GUINT64_FORMAT " ", chain->sequence + 1);
  start = lines->len;
  g_string_append (lines, "0000000000000000 ");
  return start;
}

void
marathon_journal_line_finish (GString *lines, gsize start, MarathonJournalChain *chain)
{
  gsize content = start + MARATHON_JOURNAL_HEX_SIZE + 1;

  chain->sum = compute_sum (chain, lines->str + content, lines->len - content);
  chain->sequence++;
  write_hex (chain->sum, lines->str + start);
  g_string_append_c (lines, '\n');
}

gboolean
marathon_journal_line_check (const char *line, gsize length, MarathonJournalChain *chain, const char **content)
{
  char number[24];
  gsize n = (gsize) g_snprintf (number, sizeof number, "%" G_GUINT64_FORMAT " ", chain->sequence + 1);
  guint64 sum;

  *content = line + n + MARATHON_JOURNAL_HEX_SIZE + 1;
  if (length < n + MARATHON_JOURNAL_HEX_SIZE + 1 || memcmp (line, number, n) != 0 || (*content)[-1] != ' '
      || !marathon_journal_hex_parse (line + n, &sum) || sum != compute_sum (chain, *content, length - (gsize) (*content - line)))
    return FALSE;
  chain->sequence++;
  chain->sum = sum;
  return TRUE;
}
