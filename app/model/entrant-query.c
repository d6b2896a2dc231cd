/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small language of the search field. There are no errors in it: whatever is typed means something.
 */
#include "model/entrant-query.h"

#include "model/text-dictionary.h"

#include <string.h>

/* Shorter words with "ae", "oe" or "ue" in them are names of their own (Joe, Sue). */
#define MIN_UNDONE_LENGTH 5

/* A word of the query with its quotes taken off. */
typedef struct {
  GString *text;
  gssize colon; /* where the first colon outside of quotes is, or -1 */
  gboolean quoted;
} Token;

static void
free_term (gpointer data)
{
  MarathonQueryTerm *term = data;

  g_free (term->text);
  g_free (term->needle);
  g_free (term->umlauts);
  g_free (term->plain);
  g_free (term);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e; /* “ ” „ */
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Reads one token from @at, which is not at a space; returns where it ends. A quote that is not closed yet reaches to
 * the end. */
static const char *
read_token (const char *at, Token *token)
{
  gboolean in_quotes = FALSE;

  g_string_truncate (token->text, 0);
  token->colon = -1;
  token->quoted = FALSE;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_quote (c))
        {
          in_quotes = !in_quotes;
          token->quoted = TRUE;
          continue;
        }
      if (!in_quotes && g_unichar_isspace (c))
        break;
      if (!token->quoted && c == ':' && token->colon < 0)
        token->colon = (gssize) token->text->len;
      g_string_append_unichar (token->text, c);
    }
  return at;
}

/* --- Umlauts --- */

/* Returns @text with ä, ö and ü written out, folded; %NULL where there are none. */
static char *
write_out_umlauts (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean any = FALSE;

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (at));
      const char *written = c == 0xe4 ? "ae" : c == 0xf6 ? "oe" : c == 0xfc ? "ue" : NULL;

      if (written != NULL)
        g_string_append (out, written);
      else
        g_string_append_unichar (out, c);
      any |= written != NULL;
    }
  return any ? marathon_search_fold (out->str) : NULL;
}

/* Returns @needle with the "e" of written-out umlauts dropped; %NULL where there are none. */
static char *
undo_umlauts (const char *needle)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (strlen (needle) < MIN_UNDONE_LENGTH)
    return NULL;
  for (const char *at = needle; *at != '\0'; at++)
    if (!(*at == 'e' && at > needle && strchr ("aou", at[-1]) != NULL))
      g_string_append_c (out, *at);
  return strcmp (out->str, needle) != 0 ? g_strdup (out->str) : NULL;
}

/* --- Terms --- */

static const MarathonFieldInfo *
find_field (MarathonEvent *event, const Token *token)
{
  g_autofree char *key = NULL;

  if (token->colon <= 0)
    return NULL;
  key = g_ascii_strdown (token->text->str, token->colon);
  return marathon_event_find_field (event, key);
}

/* Returns: the term of @token, or %NULL where it does not ask for anything. */
static MarathonQueryTerm *
make_term (MarathonEvent *event, const Token *token)
{
  const MarathonFieldInfo *info = find_field (event, token);
  const char *text = info != NULL ? token->text->str + token->colon + 1 : token->text->str;
  g_autofree char *needle = marathon_search_fold (text);
  MarathonQueryTerm *term;

  if (*needle == '\0' && !(info != NULL && *text == '\0' && token->quoted))
    return NULL;
  term = g_new0 (MarathonQueryTerm, 1);
  term->field = info != NULL ? info->field : MARATHON_QUERY_ANY_FIELD;
  term->blank = *needle == '\0';
  term->text = g_strdup (text);
  term->umlauts = write_out_umlauts (text);
  term->plain = undo_umlauts (needle);
  term->needle = g_steal_pointer (&needle);
  return term;
}

GPtrArray *
marathon_entrant_query_parse (MarathonEvent *event, const char *text)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (free_term);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) buffer = g_string_new (NULL);
  Token token = { buffer, -1, FALSE };
  const char *at = skip_spaces (valid);

  while (*at != '\0')
    {
      MarathonQueryTerm *term;

      at = skip_spaces (read_token (at, &token));
      term = make_term (event, &token);
      if (term != NULL)
        g_ptr_array_add (terms, term);
    }
  return terms;
}
