/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes for a person to read: the important ones first, and those that say the same in one line.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More notes of one kind than these are one line. */
#define MOST_ALIKE 3
#define MOST_IGNORED_ALIKE 1
/* So many runs of lines are named. */
#define MOST_RUNS 6

/* Notes that say the same of one column. */
typedef struct {
  const MarathonImportNote *first;
  guint n;
  guint n_shown; /* singly, so far */
  gboolean differ; /* in what they say, or were found */
  GArray *lines; /* of guint */
} Kind;

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_array_unref (kind->lines);
  g_free (kind);
}

static char *
make_key (const MarathonImportNote *note)
{
  return g_strdup_printf ("%u %u %u %s", note->importance, note->outcome, note->column, note->reason);
}

/* Returns: (transfer full): key → Kind. */
static GHashTable *
collect_kinds (const MarathonImport *import)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kind_free);

  for (guint i = 0; i < import->ranked->len; i++)
    {
      const MarathonImportNote *note = &g_array_index (import->ranked, MarathonImportNote, i);
      g_autofree char *key = make_key (note);
      Kind *kind = g_hash_table_lookup (kinds, key);

      if (kind == NULL)
        {
          kind = g_new0 (Kind, 1);
          kind->first = note;
          kind->lines = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (kinds, g_steal_pointer (&key), kind);
        }
      kind->n++;
      kind->differ |= strcmp (note->text, kind->first->text) != 0 || strcmp (note->found, kind->first->found) != 0;
      g_array_append_val (kind->lines, note->line);
    }
  return kinds;
}

/* "2–5, 7, 9–12 …": lines next to each other are one run. */
static void
append_lines (const GArray *lines, GString *out)
{
  guint n_runs = 0;

  for (guint i = 0; i < lines->len;)
    {
      guint first = g_array_index (lines, guint, i), last = first;

      for (i++; i < lines->len && g_array_index (lines, guint, i) <= last + 1; i++)
        last = g_array_index (lines, guint, i);
      if (n_runs++ == MOST_RUNS)
        {
          g_string_append (out, " …");
          return;
        }
      g_string_append_printf (out, "%s%u", n_runs > 1 ? ", " : "", first);
      if (last > first)
        g_string_append_printf (out, "–%u", last);
    }
}

static char *
describe_kind (const Kind *kind)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *place = NULL;

  append_lines (kind->lines, lines);
  if (kind->first->column == 0)
    /* Translators: how many times, and in which lines: "12 times, lines 3–8, 11" */
    place = g_strdup_printf (_ ("%u times, lines %s"), kind->n, lines->str);
  else
    place = g_strdup_printf (_ ("%u times, lines %s, column %u (%s)"), kind->n, lines->str, kind->first->column,
                             kind->first->column_name);
  if (!kind->differ && *kind->first->found == '\0')
    return g_strdup_printf (_ ("%s: %s"), place, kind->first->text);
  if (!kind->differ)
    return g_strdup_printf (_ ("%s: “%s”: %s"), place, kind->first->found, kind->first->text);
  if (*kind->first->found == '\0')
    return g_strdup_printf (_ ("%s; the first: %s"), place, kind->first->text);
  return g_strdup_printf (_ ("%s; the first: “%s”: %s"), place, kind->first->found, kind->first->text);
}

/* Returns: (transfer full) (nullable): the line for a note, unless that of another says it. */
static char *
format_note (const MarathonImportNote *note, GHashTable *kinds)
{
  g_autofree char *key = make_key (note);
  Kind *kind = g_hash_table_lookup (kinds, key);
  guint most = note->outcome == MARATHON_IMPORT_NOTE_IGNORED ? MOST_IGNORED_ALIKE : MOST_ALIKE;

  g_return_val_if_fail (kind != NULL, NULL);
  if (kind->n <= most)
    return marathon_import_note_describe (note);
  return kind->n_shown++ == 0 ? describe_kind (kind) : NULL;
}

char *
marathon_import_format_notes (const MarathonImport *import, guint max_lines)
{
  g_autoptr (GHashTable) kinds = NULL;
  GString *out = g_string_new (NULL);
  guint n_lines = 0, n_more = 0;

  g_return_val_if_fail (import != NULL, g_string_free (out, FALSE));

  kinds = collect_kinds (import);
  for (guint i = 0; i < import->ranked->len; i++)
    {
      g_autofree char *line = format_note (&g_array_index (import->ranked, MarathonImportNote, i), kinds);

      if (line == NULL)
        continue;
      if (max_lines == 0 || n_lines < max_lines)
        g_string_append_printf (out, "%s\n", line);
      else
        n_more++;
      n_lines++;
    }
  if (n_more > 0)
    g_string_append_printf (
        out, g_dngettext (GETTEXT_PACKAGE, "… and %u more line of notes\n", "… and %u more lines of notes\n", n_more),
        n_more);
  return g_string_free (out, FALSE);
}
