/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of reasons and how a sentence is made from one.
 */
#include "planning/reason.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/category.h"
#include "model/record-name.h"
#include "model/wave.h"
#include "planning/category-terms.h"

/* What an argument of a reason is. */
typedef enum {
  ARGUMENT_NONE,
  ARGUMENT_TIME,
  ARGUMENT_CATEGORY,
  ARGUMENT_WAVE,
  ARGUMENT_GROUP,
  ARGUMENT_BLOCK,
} Argument;

#define MAX_ARGUMENTS 3
#define N_NUMBERS 3 /* behind the arguments: people, capacity, how many of it are kept */

/* A sentence holds %1, %2, %3 for its arguments, in any order that a language needs, and %0 for what comes besides: how
 * full the wave was, with brackets, or what the category demands. */
typedef struct {
  const char *word;
  Argument arguments[MAX_ARGUMENTS];
  const char *sentence;
} ReasonInfo;

static const ReasonInfo table[MARATHON_N_REASONS] = {
  [MARATHON_REASON_FITS] = { "fits", { ARGUMENT_CATEGORY }, N_ ("%1: %0") },
  [MARATHON_REASON_FITS_AFTER] = { "fits-after", { ARGUMENT_CATEGORY, ARGUMENT_CATEGORY },
                                   N_ ("%1: %0; %2 was full") },
  [MARATHON_REASON_NO_CATEGORY] = { "no-category", { ARGUMENT_NONE }, N_ ("No category admits the entrant") },
  [MARATHON_REASON_CATEGORY_FULL] = { "category-full", { ARGUMENT_CATEGORY },
                                      N_ ("%1 is full, and so is every other category that admits") },

  [MARATHON_REASON_ONLY_WAVE] = { "only-wave", { ARGUMENT_WAVE },
                                  N_ ("%1 is the only wave for the category and entry route") },
  [MARATHON_REASON_PREDICTED] = { "predicted", { ARGUMENT_TIME, ARGUMENT_WAVE }, N_ ("Predicted %1 belongs to %2") },
  [MARATHON_REASON_OVERFLOW] = { "overflow", { ARGUMENT_TIME, ARGUMENT_WAVE },
                                 N_ ("Predicted %1 belongs to %2, which had no room%0") },
  [MARATHON_REASON_DEFAULT_TIME] = { "default-time", { ARGUMENT_TIME, ARGUMENT_WAVE },
                                     N_ ("No predicted time: the event’s default, %1, belongs to %2") },
  [MARATHON_REASON_DEFAULT_OVERFLOW] = { "default-overflow", { ARGUMENT_TIME, ARGUMENT_WAVE },
                                         N_ ("No predicted time: the event’s default, %1, belongs to %2, which had no room%0") },
  [MARATHON_REASON_NO_TIME] = { "no-time", { ARGUMENT_WAVE }, N_ ("No predicted time: %1 is among the last to start") },
  [MARATHON_REASON_GROUP] = { "group", { ARGUMENT_GROUP, ARGUMENT_TIME, ARGUMENT_WAVE },
                              N_ ("Starts with %1, whose slowest member’s time, %2, belongs to %3") },
  [MARATHON_REASON_GROUP_OVERFLOW] = { "group-overflow", { ARGUMENT_GROUP, ARGUMENT_TIME, ARGUMENT_WAVE },
                                       N_ ("Starts with %1, whose slowest member’s time, %2, belongs to %3, which had no room%0") },
  [MARATHON_REASON_GROUP_NO_TIME] = { "group-no-time", { ARGUMENT_GROUP, ARGUMENT_WAVE },
                                      N_ ("Starts with %1, which has a member without predicted time: %2 is among the last to start") },
  [MARATHON_REASON_GROUP_FOLLOWS] = { "group-follows", { ARGUMENT_GROUP, ARGUMENT_WAVE },
                                      N_ ("Starts with %1, of which a member is fixed in %2") },
  [MARATHON_REASON_GROUP_APART] = { "group-apart", { ARGUMENT_GROUP, ARGUMENT_WAVE },
                                    N_ ("No wave takes all members of %1; alone, the entrant belongs to %2") },
  [MARATHON_REASON_NO_WAVE] = { "no-wave", { ARGUMENT_NONE }, N_ ("No wave is for the category and entry route") },
  [MARATHON_REASON_TOO_SLOW] = { "too-slow", { ARGUMENT_TIME },
                                 N_ ("Predicted %1 is slower than any wave for the category and entry route takes") },
  [MARATHON_REASON_FULL] = { "full", { ARGUMENT_WAVE }, N_ ("%1 has no room%0, nor has any later wave") },

  [MARATHON_REASON_BLOCK] = { "block", { ARGUMENT_BLOCK }, N_ ("The next free number of %1") },
  [MARATHON_REASON_BLOCK_AFTER] = { "block-after", { ARGUMENT_BLOCK, ARGUMENT_BLOCK },
                                    N_ ("The next free number of %1; %2 was used up") },
  [MARATHON_REASON_GUIDE_BIB] = { "guide-bib", { ARGUMENT_NONE }, N_ ("Made of the athlete’s bib") },
  [MARATHON_REASON_NO_BLOCK] = { "no-block", { ARGUMENT_NONE },
                                 N_ ("No bib block is for the category, wave and entry route") },
  [MARATHON_REASON_BIBS_EXHAUSTED] = { "bibs-exhausted", { ARGUMENT_BLOCK },
                                       N_ ("%1 is used up, and so is every other block for the entrant") },
  [MARATHON_REASON_GUIDE_BIB_TAKEN] = { "guide-bib-taken", { ARGUMENT_NONE },
                                        N_ ("The bib made of the athlete’s is in use or too long") },

  [MARATHON_REASON_NO_CATEGORY_YET] = { "no-category-yet", { ARGUMENT_NONE }, N_ ("Has no category yet: plan categories first") },
  [MARATHON_REASON_NO_WAVE_YET] = { "no-wave-yet", { ARGUMENT_NONE }, N_ ("Has no wave yet: plan waves first") },
};

const char *
marathon_reason_get_word (MarathonReason code)
{
  g_return_val_if_fail (code < MARATHON_N_REASONS, "");

  return table[code].word;
}

gboolean
marathon_reason_get_code (const char *reason, MarathonReason *code)
{
  gsize length = strcspn (reason, " ");

  for (guint i = 0; i < MARATHON_N_REASONS; i++)
    if (strlen (table[i].word) == length && memcmp (table[i].word, reason, length) == 0)
      {
        *code = (MarathonReason) i;
        return TRUE;
      }
  return FALSE;
}

const char *
marathon_reason_write (char *buffer, MarathonReason code, ...)
{
  gsize length = g_strlcpy (buffer, table[code].word, MARATHON_REASON_SIZE);
  const char *argument;
  va_list arguments;

  va_start (arguments, code);
  while ((argument = va_arg (arguments, const char *)) != NULL && length + 1 < MARATHON_REASON_SIZE)
    {
      buffer[length++] = ' ';
      length += g_strlcpy (buffer + length, argument, MARATHON_REASON_SIZE - length);
    }
  va_end (arguments);
  return buffer;
}

/* --- The sentence --- */

/* What people call the record with that key; the key where it has been deleted. */
static char *
name_of (MarathonEvent *event, Argument argument, const char *key)
{
  static const MarathonListId lists[] = {
    [ARGUMENT_CATEGORY] = MARATHON_LIST_CATEGORIES,
    [ARGUMENT_WAVE] = MARATHON_LIST_WAVES,
    [ARGUMENT_GROUP] = MARATHON_LIST_GROUPS,
    [ARGUMENT_BLOCK] = MARATHON_LIST_BIB_BLOCKS,
  };
  gpointer record;

  if (argument == ARGUMENT_NONE || argument == ARGUMENT_TIME)
    return g_strdup (key);
  record = marathon_record_list_find (marathon_event_get_list (event, lists[argument]), key);
  if (record == NULL)
    return g_strdup (key);
  return marathon_record_get_full_name (event, record);
}

/* @rest stands for %0. */
static char *
fill_in (const char *sentence, const char *rest, char **arguments, guint n_arguments)
{
  GString *filled = g_string_new (NULL);

  for (const char *c = sentence; *c != '\0'; c++)
    {
      guint index = *c == '%' && g_ascii_isdigit (c[1]) ? (guint) g_ascii_digit_value (c[1]) : G_MAXUINT;

      if (index > MAX_ARGUMENTS)
        {
          g_string_append_c (filled, *c);
          continue;
        }
      if (index == 0)
        g_string_append (filled, rest);
      else if (index <= n_arguments)
        g_string_append (filled, arguments[index - 1]);
      c++;
    }
  return g_string_free (filled, FALSE);
}

static guint
count_arguments (const ReasonInfo *info)
{
  guint n = 0;

  while (n < MAX_ARGUMENTS && info->arguments[n] != ARGUMENT_NONE)
    n++;
  return n;
}

/* How full the wave was, as the sentence goes on with it. */
static char *
describe_numbers (char **numbers)
{
  /* Translators: people in a wave of its capacity, as in “(220 of 220)”. The words are part of a sentence, so the space comes first. */
  const char *plain = _ (" (%1 of %2)");
  /* Translators: as above; the last number is how many places of the capacity a plan leaves free. */
  const char *with_kept = _ (" (%1 of %2; %3 kept for late entries)");

  return fill_in (g_str_equal (numbers[2], "0") ? plain : with_kept, "", numbers, N_NUMBERS);
}

/* What the category demands, and what of it the entrant has. */
static char *
describe_category (MarathonEvent *event, const MarathonEntrant *entrant, const char *key)
{
  MarathonCategory *category = marathon_record_list_find (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES), key);

  if (category == NULL)
    return g_strdup (_ ("the first category that admits"));
  return marathon_category_describe_demands (category, event, entrant);
}

/* What %0 stands for. */
static char *
describe_rest (MarathonEvent *event, const MarathonEntrant *entrant, MarathonReason code, char **arguments, guint n_arguments)
{
  guint n_named = count_arguments (&table[code]);

  if ((code == MARATHON_REASON_FITS || code == MARATHON_REASON_FITS_AFTER) && n_arguments > 0)
    return describe_category (event, entrant, arguments[0]);
  if (n_arguments >= n_named + N_NUMBERS)
    return describe_numbers (arguments + n_named);
  return g_strdup ("");
}

char *
marathon_reason_to_sentence_for (MarathonEvent *event, const MarathonEntrant *entrant, const char *reason)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *rest = NULL;
  MarathonReason code;
  guint n_arguments;

  if (!marathon_reason_get_code (reason, &code))
    return g_strdup (reason);
  parts = g_strsplit (reason, " ", -1);
  n_arguments = g_strv_length (parts) - 1;
  rest = describe_rest (event, entrant, code, parts + 1, n_arguments);
  for (guint i = 0; i < MIN (n_arguments, count_arguments (&table[code])); i++)
    {
      char *name = name_of (event, table[code].arguments[i], parts[i + 1]);

      g_free (parts[i + 1]);
      parts[i + 1] = name;
    }
  return fill_in (_ (table[code].sentence), rest, parts + 1, n_arguments);
}

char *
marathon_reason_to_sentence (MarathonEvent *event, const char *reason)
{
  return marathon_reason_to_sentence_for (event, NULL, reason);
}
