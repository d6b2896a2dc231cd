/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value is put into words and compared with what was typed; each distinct value once, so that a million entrants cost
 * a few hundred comparisons.
 */
#include "model/entrant-index-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Answers that are kept, by a hash of the value; a later value may push out an earlier one. */
#define MEMO_BITS 14

typedef enum {
  MEMO_EMPTY,
  MEMO_NO,
  MEMO_YES,
} MemoAnswer;

typedef struct {
  guint32 value;
  MemoAnswer answer;
} Memo;

typedef struct {
  MarathonEvent *event;
  const MarathonFieldInfo *info;
  const char *needle;
  gboolean exact; /* a record is called just that, so those that merely hold it are not meant */
} ValueTest;

/* --- Words --- */

/* Whether @needle stands at the beginning of a word of @text. */
static gboolean
begins_word (const char *text, const char *needle)
{
  g_autofree char *folded = marathon_search_fold (text);
  gsize length = strlen (needle);

  for (const char *at = folded; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, needle, length) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
marathon_nation_matches (const char *text, const MarathonQueryTerm *term)
{
  MarathonNation asked = marathon_nation_find (term->text), nation = marathon_nation_find (text);

  if (asked != 0 && nation != 0)
    return asked == nation;
  return begins_word (text, term->needle) || begins_word (marathon_nation_get_name (nation), term->needle);
}

/* --- Records --- */

/* The texts by which a record is asked for; ends with %NULL. */
static void
get_record_names (gpointer record, const char *names[4])
{
  static const char *const columns[] = { "name", "code" };
  guint n = 0;

  names[n++] = marathon_record_get_key (record);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int column = marathon_record_find_column (record, columns[i]);

      if (column >= 0)
        names[n++] = marathon_record_get_text (record, (guint) column);
    }
  names[n] = NULL;
}

static gboolean
record_matches (gpointer record, const char *needle, gboolean exact)
{
  const char *names[4];

  get_record_names (record, names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = marathon_search_fold (names[i]);

      if (exact ? strcmp (folded, needle) == 0 : strstr (folded, needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_record_is (MarathonRecordList *records, const char *needle)
{
  for (guint i = 0; i < marathon_record_list_get_size (records); i++)
    if (record_matches (marathon_record_list_get (records, i), needle, TRUE))
      return TRUE;
  return FALSE;
}

/* --- Values --- */

static gboolean
enum_matches (const ValueTest *test, guint32 value)
{
  const MarathonWord *words = test->info->vocabulary;
  guint index = value - (*words[0].word != '\0');

  return begins_word (words[index].word, test->needle) || begins_word (_ (words[index].label), test->needle);
}

static gboolean
flag_matches (const ValueTest *test, guint32 value)
{
  const char *word = value != 0 ? "yes" : "no";

  return begins_word (word, test->needle) || begins_word (value != 0 ? _ ("Yes") : _ ("No"), test->needle);
}

/* Compares the text of the field in the project file. */
static gboolean
text_matches (const ValueTest *test, const MarathonEntrant *entrant)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  marathon_entrant_append_text (test->event, entrant, test->info, text);
  if (test->info->type == MARATHON_FIELD_TYPE_UINT)
    return strcmp (text->str, test->needle) == 0;
  if (test->info->type == MARATHON_FIELD_TYPE_PINS)
    return begins_word (g_strdelimit (text->str, ";", ' '), test->needle);
  folded = marathon_search_fold (text->str);
  return g_str_has_prefix (folded, test->needle);
}

static gboolean
value_matches (const ValueTest *test, const MarathonEntrant *entrant, guint32 value)
{
  gpointer record;

  if (test->info->type == MARATHON_FIELD_TYPE_FLAG)
    return flag_matches (test, value);
  if (test->info->type == MARATHON_FIELD_TYPE_ENUM)
    return enum_matches (test, value);
  if (value == 0)
    return FALSE;
  if (test->info->type != MARATHON_FIELD_TYPE_RECORD)
    return text_matches (test, entrant);
  record = marathon_event_get_record (test->event, test->info->list, value);
  return record != NULL && record_matches (record, test->needle, test->exact);
}

void
marathon_entrant_index_match_values (MarathonEntrantIndex        *index,
                                     const MarathonEntrantColumn *column,
                                     const MarathonQueryTerm     *term,
                                     guint64                     *bits)
{
  ValueTest test = { index->event, marathon_event_get_field (index->event, term->field), term->needle, FALSE };
  MarathonRoster *roster = marathon_event_get_roster (index->event);
  g_autofree Memo *memos = g_new0 (Memo, 1u << MEMO_BITS);

  if (test.info->type == MARATHON_FIELD_TYPE_RECORD)
    test.exact = any_record_is (marathon_event_get_list (index->event, test.info->list), term->needle);
  for (guint i = 0; i < index->size; i++)
    {
      guint32 value = column->codes != NULL ? column->codes[i] : 0;
      Memo *memo = &memos[(guint32) (value * 0x9e3779b1u) >> (32 - MEMO_BITS)];

      if (memo->answer == MEMO_EMPTY || memo->value != value)
        {
          memo->value = value;
          memo->answer = value_matches (&test, marathon_roster_get (roster, i), value) ? MEMO_YES : MEMO_NO;
        }
      bits[i / MARATHON_BITMAP_WORD_BITS] |= (guint64) (memo->answer == MEMO_YES) << i % MARATHON_BITMAP_WORD_BITS;
    }
}
