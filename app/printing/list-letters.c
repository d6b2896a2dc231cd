/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name stands under a letter where it sorts between the letter and the last text that can begin with it. The two first characters of a
 * name decide, and few pairs are met, so each is looked into once.
 */
#include "printing/list-letters.h"

#include <string.h>

#include "base/fold.h"

/* U+FFFF sorts after every other character (Unicode's CLDR collation). */
#define LAST_CHARACTER "\357\277\277"
/* Ends the part of a sort key that tells letters apart; accents and capitals come behind it (ICU's form of keys). */
#define LEVEL_END 1
#define NO_LETTER "#"

struct _MarathonListLetters {
  MarathonCollation *collation;
  GHashTable *by_pair;    /* guint64 * → heading */
  GHashTable *by_primary; /* GBytes: what tells letters apart → heading (owned) */
};

MarathonListLetters *
marathon_list_letters_new (MarathonCollation *collation)
{
  MarathonListLetters *self = g_new0 (MarathonListLetters, 1);

  self->collation = collation;
  self->by_pair = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_primary = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  return self;
}

void
marathon_list_letters_free (MarathonListLetters *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_pair);
  g_hash_table_unref (self->by_primary);
  g_free (self);
}

static GBytes *
make_primary (MarathonListLetters *self, const char *letter)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  const guint8 *end;

  marathon_collation_append_key (self->collation, letter, -1, key);
  end = key->len > 0 ? memchr (key->data, LEVEL_END, key->len) : NULL;
  return g_bytes_new (key->data, end != NULL ? (gsize) (end - key->data) : key->len);
}

static gboolean
stands_under (MarathonListLetters *self, const char *start, const char *letter)
{
  g_autofree char *last = g_strconcat (letter, LAST_CHARACTER, NULL);

  return marathon_collation_compare (self->collation, start, letter) >= 0
         && marathon_collation_compare (self->collation, start, last) <= 0;
}

/* The letters of one alphabet differ in their primary part: "å" and "aa" are one letter in Danish. */
static const char *
find_heading (MarathonListLetters *self, const char *letter)
{
  GBytes *primary = make_primary (self, letter);
  char *heading = g_hash_table_lookup (self->by_primary, primary);

  if (heading != NULL)
    {
      g_bytes_unref (primary);
      return heading;
    }
  heading = g_utf8_strup (letter, -1);
  g_hash_table_insert (self->by_primary, primary, heading);
  return heading;
}

/* The heading of a script whose characters are no alphabet; NULL for others. */
static const char *
find_script (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
      return "漢字";
    case G_UNICODE_SCRIPT_HANGUL:
      return "한글";
    default:
      return NULL;
    }
}

static const char *
decide (MarathonListLetters *self, const char *start, const char *first)
{
  g_autofree char *folded = marathon_fold (first);
  g_autofree char *base = g_utf8_substring (folded, 0, *folded != '\0' ? 1 : 0);
  gunichar character = g_utf8_get_char (first);

  if (find_script (character) != NULL)
    return find_script (character);
  if (*base != '\0' && g_unichar_isalpha (g_utf8_get_char (base)) && stands_under (self, start, base))
    return find_heading (self, base);
  if (!g_unichar_isalpha (character))
    return NO_LETTER;
  return find_heading (self, stands_under (self, start, first) ? first : start);
}

const char *
marathon_list_letters_find (MarathonListLetters *self, const char *name)
{
  g_autofree char *start = NULL;
  g_autofree char *first = NULL;
  const char *second, *heading;
  guint64 pair;

  if (*name == '\0')
    return "";
  second = g_utf8_next_char (name);
  pair = (guint64) g_utf8_get_char (name) << 32 | (*second != '\0' ? g_utf8_get_char (second) : 0);
  heading = g_hash_table_lookup (self->by_pair, &pair);
  if (heading != NULL)
    return heading;
  start = g_strndup (name, (gsize) ((*second != '\0' ? g_utf8_next_char (second) : second) - name));
  first = g_strndup (name, (gsize) (second - name));
  heading = decide (self, start, first);
  g_hash_table_insert (self->by_pair, g_memdup2 (&pair, sizeof pair), (gpointer) heading);
  return heading;
}
