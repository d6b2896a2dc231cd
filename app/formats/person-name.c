/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking full names apart: by brackets, by the comma, by the script, by capitals, and at last by guessing.
 */
#include "formats/person-name.h"

#include <string.h>

#include "base/fold.h"

/* Words before the last one that belong to the family name; folded. */
static const char *const particles[] = {
  "van", "von", "vom", "de", "den", "der", "des", "del", "della", "dello", "dei", "degli", "di", "da", "das", "dos",
  "du", "la", "le", "les", "las", "los", "ter", "ten", "ibn", "bint",
};

/* The same, but only where they are written small: with a capital they are names and initials too. */
static const char *const small_particles[] = {
  "zu", "zum", "zur", "do", "lo", "li", "el", "al", "bin", "ben", "abu", "te", "st", "st.", "san", "santa", "af", "av",
  "y", "e", "und", "op", "in", "'t", "t", "’t", "mac", "d'", "d’",
};

static const char *const suffixes[] = { "jr", "jr.", "jnr", "jnr.", "sr", "sr.", "snr", "snr.", "ii", "iii", "iv" };

void
marathon_person_name_clear (MarathonPersonName *name)
{
  g_clear_pointer (&name->family, g_free);
  g_clear_pointer (&name->given, g_free);
  g_clear_pointer (&name->known_as, g_free);
}

static gboolean
is_one_of (const char *word, const char *const *list, guint n)
{
  g_autofree char *folded = marathon_fold (word);

  for (guint i = 0; i < n; i++)
    if (strcmp (folded, list[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_particle (const char *word)
{
  if (is_one_of (word, particles, G_N_ELEMENTS (particles)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (small_particles); i++)
    if (strcmp (word, small_particles[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_suffix (const char *word)
{
  return is_one_of (word, suffixes, G_N_ELEMENTS (suffixes));
}

/* --- Nicknames --- */

static const struct {
  const char *open;
  const char *close;
} brackets[] = {
  { "(", ")" }, { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "（", "）" },
};

/* Takes the first "(…)" out of @text. Returns: (transfer full): its content, or "". */
static char *
take_nickname (GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *open = strstr (text->str, brackets[i].open);
      const char *close = open != NULL ? strstr (open + strlen (brackets[i].open), brackets[i].close) : NULL;
      g_autofree char *inner = NULL;
      char *nickname;

      if (close == NULL)
        continue;
      inner = g_strndup (open + strlen (brackets[i].open), (gsize) (close - open) - strlen (brackets[i].open));
      nickname = marathon_clean_text (inner, FALSE, NULL);
      g_string_erase (text, open - text->str, close - open + (gssize) strlen (brackets[i].close));
      g_string_insert_c (text, open - text->str, ' ');
      return nickname;
    }
  return g_strdup ("");
}

/* --- Words --- */

static char *
join (char **words, guint from, guint to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (i > from)
        g_string_append_c (joined, ' ');
      g_string_append (joined, words[i]);
    }
  return g_string_free (joined, FALSE);
}

static gboolean
is_eastern (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    switch (g_unichar_get_script (g_utf8_get_char (text)))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HANGUL:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/* At least two letters, and none of them small; but "McDONALD" is in capitals too. */
static gboolean
is_in_capitals (const char *word)
{
  guint n_capitals = 0;

  if (g_str_has_prefix (word, "Mc"))
    word += strlen ("Mc");
  else if (g_str_has_prefix (word, "Mac"))
    word += strlen ("Mac");
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar letter = g_utf8_get_char (word);

      if (g_unichar_islower (letter))
        return FALSE;
      n_capitals += g_unichar_isupper (letter) ? 1 : 0;
    }
  return n_capitals >= 2;
}

/* --- The forms --- */

static MarathonNameForm
split_at_comma (const char *text, MarathonPersonName *name)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    g_strstrip (parts[i]);
  if (n == 3 && is_suffix (parts[1]))
    {
      name->family = g_strdup_printf ("%s %s", parts[0], parts[1]);
      name->given = g_strdup (parts[2]);
    }
  else if (n == 3 && is_suffix (parts[2]))
    {
      name->family = g_strdup_printf ("%s %s", parts[0], parts[2]);
      name->given = g_strdup (parts[1]);
    }
  else
    {
      name->family = g_strdup (parts[0]);
      name->given = g_strstrip (g_strdup (strchr (text, ',') + 1));
    }
  return MARATHON_NAME_COMMA;
}

static void
take_words (MarathonPersonName *name, char **words, guint n, guint family_from, guint family_to)
{
  name->family = join (words, family_from, family_to);
  name->given = family_from == 0 ? join (words, family_to, n) : join (words, 0, family_from);
}

/* Whether a run of words in capitals at either end is the family name; @from and @to tell where it is. */
static gboolean
find_capitals (char **words, guint n, guint *from, guint *to)
{
  guint first = 0, last = n;

  while (first < n && is_in_capitals (words[first]))
    first++;
  while (last > 0 && (is_in_capitals (words[last - 1]) || (last == n && is_suffix (words[last - 1]))))
    last--;
  if (first == n || last == 0 || (first == 0 && last == n))
    return FALSE;
  if (first > 0 && last < n)
    return FALSE;
  if (first > 0)
    {
      *from = 0;
      *to = first;
      return TRUE;
    }
  if (last == n - 1 && is_suffix (words[last]))
    return FALSE;
  while (last > 1 && is_particle (words[last - 1]))
    last--;
  *from = last;
  *to = n;
  return TRUE;
}

static MarathonNameForm
guess (char **words, guint n, gboolean family_first, MarathonPersonName *name)
{
  guint from = n - 1, to = 1;

  while (family_first && to < n - 1 && is_particle (words[to - 1]))
    to++;
  if (family_first)
    {
      take_words (name, words, n, 0, to);
      return MARATHON_NAME_GUESSED;
    }
  if (from > 1 && is_suffix (words[from]))
    from--;
  while (from > 1 && is_particle (words[from - 1]))
    from--;
  take_words (name, words, n, from, n);
  return MARATHON_NAME_GUESSED;
}

static MarathonNameForm
split_words (char **words, guint n, gboolean eastern, gboolean family_first, MarathonPersonName *name)
{
  guint from, to;

  if (n == 1)
    {
      name->family = g_strdup ("");
      name->given = g_strdup (words[0]);
      return MARATHON_NAME_MONONYM;
    }
  if (eastern)
    {
      take_words (name, words, n, 0, 1);
      return MARATHON_NAME_EASTERN;
    }
  if (!find_capitals (words, n, &from, &to))
    return guess (words, n, family_first, name);
  take_words (name, words, n, from, to);
  /* Two capitals in front may as well be initials: "JP Morgan". */
  return from == 0 && g_utf8_strlen (name->family, -1) < 3 ? MARATHON_NAME_GUESSED : MARATHON_NAME_CAPITALS;
}

/* Single spaces, and no comma before a "Jr" that ends the name. */
static char *
clean (const char *text)
{
  g_autofree char *cleaned = marathon_clean_text (text, FALSE, NULL);
  char *comma = strchr (cleaned, ',');

  if (comma != NULL && is_suffix (comma + 1))
    *comma = ' ';
  return marathon_clean_text (cleaned, FALSE, NULL);
}

MarathonNameForm
marathon_person_name_split (const char *text, gboolean family_first, MarathonPersonName *name)
{
  g_autoptr (GString) rest = g_string_new (text);
  g_autofree char *cleaned = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, MARATHON_NAME_EMPTY);

  *name = (MarathonPersonName) { 0 };
  name->known_as = take_nickname (rest);
  cleaned = clean (rest->str);
  if (*cleaned == '\0')
    {
      name->family = g_strdup ("");
      name->given = g_steal_pointer (&name->known_as);
      name->known_as = g_strdup ("");
      return *name->given != '\0' ? MARATHON_NAME_MONONYM : MARATHON_NAME_EMPTY;
    }
  if (strchr (cleaned, ',') != NULL)
    return split_at_comma (cleaned, name);
  words = g_strsplit (cleaned, " ", -1);
  return split_words (words, g_strv_length (words), is_eastern (cleaned), family_first, name);
}
