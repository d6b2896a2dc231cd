/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bibs in a PDF.
 */
#include "job/pdf-bibs.h"

#include <string.h>

static char *
read_text (const char *folder, const char *name, gboolean layout)
{
  char *argv[] = { (char *) "pdftotext", (char *) (layout ? "-layout" : "-nopgbrk"), (char *) name, (char *) "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

/* "980 entrants" and "33849 of 33849 entrants" below sections and the list begin with numbers that are no bibs. */
static gboolean
is_total (const char *line)
{
  const char *rest = line + strspn (line, "0123456789");

  if (g_str_has_prefix (rest, " of "))
    rest += strlen (" of ") + strspn (rest + strlen (" of "), "0123456789");
  return rest > line && (g_str_has_prefix (rest, " entrant") || g_str_has_prefix (rest, " guide"));
}

/* The letters that bibs begin with, as a set. */
static GHashTable *
list_prefixes (GHashTable *bibs)
{
  GHashTable *prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer bib;

  g_hash_table_iter_init (&iter, bibs);
  while (g_hash_table_iter_next (&iter, &bib, NULL))
    g_hash_table_add (prefixes, g_strndup (bib, strcspn (bib, "0123456789")));
  return prefixes;
}

/* Digits behind letters that some bibs have: "P17", but not "T12", which is a class. */
static gboolean
looks_like_bib (const char *word, GHashTable *prefixes)
{
  gsize letters = strcspn (word, "0123456789"), digits = strspn (word + letters, "0123456789");
  g_autofree char *prefix = g_strndup (word, letters);

  return digits > 0 && word[letters + digits] == '\0' && g_hash_table_contains (prefixes, prefix);
}

/* Counts how often each word stands first in a line. */
static GHashTable *
count_first_words (char *text)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  char *next;

  for (char *line = text; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      line += strspn (line, " \f");
      if (*line == '\0' || is_total (line))
        continue;
      line[strcspn (line, " ")] = '\0';
      g_hash_table_insert (counts, line, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, line)) + 1));
    }
  return counts;
}

static GHashTable *
list_words (char *text)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (char *word = strtok (text, " \n\f"); word != NULL; word = strtok (NULL, " \n\f"))
    g_hash_table_add (words, word);
  return words;
}

void
pdf_bibs_check (const char *folder, const char *name, GHashTable *expected)
{
  g_autofree char *layout = read_text (folder, name, TRUE), *plain = read_text (folder, name, FALSE);
  g_autoptr (GHashTable) counts = count_first_words (layout);
  g_autoptr (GHashTable) words = list_words (plain);
  g_autoptr (GHashTable) prefixes = list_prefixes (expected);
  GHashTableIter iter;
  gpointer bib;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &bib, NULL))
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, bib));

      if (count != 1)
        g_error ("%s: bib %s begins %u rows", name, (char *) bib, count);
      if (!g_hash_table_contains (words, bib))
        g_error ("%s: bib %s is no word of the plain text", name, (char *) bib);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &bib, NULL))
    if (looks_like_bib (bib, prefixes) && !g_hash_table_contains (expected, bib))
      g_error ("%s: a row begins with %s, which is nobody's bib", name, (char *) bib);
}
