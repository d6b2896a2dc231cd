/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking up foreign words: a hash table for each vocabulary, built from import-word-table.h when first asked.
 */
#include "formats/import-words.h"

#include "base/fold.h"
#include "formats/import-word-table.h"
#include "model/words.h"

#include <string.h>

static const MarathonWord yes_no_words[] = {
  [FALSE] = { "no", "No" },
  [TRUE] = { "yes", "Yes" },
  { NULL },
};

static const MarathonWord low_sight_words[] = { { "vi", "Visually impaired" }, { NULL } };
static const MarathonWord athlete_words[] = { { "athlete", "Athlete" }, { NULL } };

/** A vocabulary with all that is written for it, looked up by key once built; never changed after that. */
typedef struct {
  const MarathonWord *vocabulary;
  const MarathonImportMeaning *meanings; /* ends with a %NULL word */
  gsize built;                           /* the GHashTable from a key, owned, to the index in the vocabulary and 1 */
} Dictionary;

static Dictionary sexes = { marathon_sex_words, marathon_import_sex_meanings };
static Dictionary modes = { marathon_mode_words, marathon_import_mode_meanings };
static Dictionary statuses = { marathon_status_words, marathon_import_status_meanings };
static Dictionary guide_roles = { marathon_guide_role_words, marathon_import_guide_role_meanings };
static Dictionary routes = { marathon_route_words, marathon_import_route_meanings };
static Dictionary low_sight = { low_sight_words, marathon_import_low_sight_meanings };
static Dictionary athletes = { athlete_words, marathon_import_athlete_meanings };
static Dictionary answers = { yes_no_words, marathon_import_yes_no_meanings };

/** The form in which words are compared: folded, without dots, words apart by one space. */
static char *
make_key (const char *text)
{
  g_autofree char *folded = marathon_fold (text);
  GString *key = g_string_sized_new (32);

  for (const char *c = folded; *c != '\0'; c++)
    {
      if (strchr (" -_/,()[]", *c) == NULL)
        {
          if (*c != '.')
            g_string_append_c (key, *c);
        }
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

static void
add_word (GHashTable *table, const char *word, int value)
{
  char *key = make_key (word);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (table, key)) - 1;

  if (known >= 0 && known != value)
    g_critical ("\"%s\" has two meanings in one vocabulary", word);
  g_hash_table_insert (table, key, GINT_TO_POINTER (value + 1));
}

static GHashTable *
build_table (const Dictionary *dictionary)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; dictionary->vocabulary[i].word != NULL; i++)
    {
      add_word (table, dictionary->vocabulary[i].word, i);
      add_word (table, dictionary->vocabulary[i].label, i);
    }
  for (const MarathonImportMeaning *meaning = dictionary->meanings; meaning->word != NULL; meaning++)
    {
      g_auto (GStrv) others = g_strsplit (meaning->others, ";", -1);
      int value = marathon_words_find (dictionary->vocabulary, meaning->word);

      if (value < 0)
        g_critical ("\"%s\" is no word of its vocabulary", meaning->word);
      for (int i = 0; others[i] != NULL; i++)
        add_word (table, others[i], value);
    }
  return table;
}

static int
find (Dictionary *dictionary, const char *text)
{
  char letter[2] = "";
  g_autofree char *key = NULL;
  GHashTable *table;

  if (g_once_init_enter (&dictionary->built))
    g_once_init_leave (&dictionary->built, (gsize) build_table (dictionary));
  table = (GHashTable *) dictionary->built;

  /* Most cells of a column of sexes are one letter, and there are as many as entrants. */
  if (g_ascii_isalnum (text[0]) && text[1] == '\0')
    {
      letter[0] = g_ascii_tolower (text[0]);
      return GPOINTER_TO_INT (g_hash_table_lookup (table, letter)) - 1;
    }

  key = make_key (text);
  return GPOINTER_TO_INT (g_hash_table_lookup (table, key)) - 1;
}

int
marathon_import_find_sex (const char *text)
{
  g_return_val_if_fail (text != NULL, -1);
  return find (&sexes, text);
}

int
marathon_import_find_mode (const char *text)
{
  g_return_val_if_fail (text != NULL, -1);
  return find (&modes, text);
}

int
marathon_import_find_status (const char *text)
{
  g_return_val_if_fail (text != NULL, -1);
  return find (&statuses, text);
}

int
marathon_import_find_guide_role (const char *text)
{
  g_return_val_if_fail (text != NULL, -1);
  return find (&guide_roles, text);
}

const char *
marathon_import_find_route (const char *text)
{
  int index;

  g_return_val_if_fail (text != NULL, NULL);
  index = find (&routes, text);
  return index < 0 ? NULL : marathon_route_words[index].word;
}

gboolean
marathon_import_means_low_sight (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return find (&low_sight, text) >= 0;
}

gboolean
marathon_import_means_athlete (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return find (&athletes, text) >= 0 || find (&modes, text) >= 0;
}

int
marathon_import_find_yes_no (const char *text)
{
  g_return_val_if_fail (text != NULL, -1);
  return find (&answers, text);
}
