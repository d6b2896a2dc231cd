/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and keys of records.
 */
#include "editing/record-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"
#include "model/wave.h"

/* Of a key, without the number that makes it unique. */
#define MAX_KEY_STEM 56

/* More digits at the end of a name are no number that people count on: a telephone number, a code. */
#define MAX_DIGITS 6

static const char *const labels[MARATHON_N_LISTS] = {
  [MARATHON_LIST_CUSTOM_FIELDS] = N_ ("Field"),
  [MARATHON_LIST_STARTS] = N_ ("Start"),
  [MARATHON_LIST_CATEGORIES] = N_ ("Category"),
  [MARATHON_LIST_WAVES] = N_ ("Wave"),
  [MARATHON_LIST_BIB_BLOCKS] = N_ ("Bib Block"),
  [MARATHON_LIST_GROUPS] = N_ ("Group"),
  [MARATHON_LIST_OFFICIALS] = N_ ("Official"),
  [MARATHON_LIST_RECORDS] = N_ ("Record"),
  [MARATHON_LIST_AGE_BANDS] = N_ ("Age Band"),
  [MARATHON_LIST_MEDAL_EVENTS] = N_ ("Medal Event"),
  [MARATHON_LIST_LAYOUTS] = N_ ("Layout"),
  [MARATHON_LIST_PRINTS] = N_ ("Print"),
  [MARATHON_LIST_DECISIONS] = N_ ("Decision"),
  [MARATHON_LIST_LOGO] = N_ ("Logo"),
};

const char *
marathon_list_get_label (MarathonListId list)
{
  g_return_val_if_fail (list < MARATHON_N_LISTS, "");

  return _ (labels[list]);
}

int
marathon_record_find_name_column (MarathonRecord *record)
{
  int column = marathon_record_find_column (record, "name");

  return column >= 0 ? column : marathon_record_find_column (record, "label");
}

/* --- Keys --- */

/* @name in the letters of a key, each run of others as one "-". */
static GString *
make_stem (MarathonListId list, const char *name)
{
  g_autofree char *fold = marathon_fold (name);
  GString *stem = g_string_new (NULL);

  for (const char *at = fold; *at != '\0' && stem->len < MAX_KEY_STEM; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (stem, g_ascii_tolower (*at));
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  if (stem->len == 0)
    g_string_append (stem, marathon_list_get_element (list));
  /* A field's key is the name of an XML attribute. */
  if (list == MARATHON_LIST_CUSTOM_FIELDS && (g_ascii_isdigit (*stem->str) || g_str_has_prefix (stem->str, "xml")))
    g_string_prepend (stem, "f-");
  return stem;
}

char *
marathon_record_make_key (MarathonEvent *event, MarathonListId list, const char *name)
{
  MarathonRecordList *records = marathon_event_get_list (event, list);
  GString *key = make_stem (list, name);
  gsize length = key->len;

  for (guint i = 2; marathon_record_list_find (records, key->str) != NULL; i++)
    {
      g_string_truncate (key, length);
      g_string_append_printf (key, "-%u", i);
    }
  return g_string_free (key, FALSE);
}

/* --- Names --- */

/* Whether another record has the name; of waves, one of the same start. */
static gboolean
is_taken (MarathonEvent *event, MarathonListId list, MarathonRecord *like, guint column, const char *name)
{
  MarathonRecordList *records = marathon_event_get_list (event, list);
  g_autofree char *fold = marathon_fold (name);

  for (guint i = 0; i < marathon_record_list_get_size (records); i++)
    {
      MarathonRecord *record = marathon_record_list_get (records, i);
      g_autofree char *other = marathon_fold (marathon_record_get_text (record, column));

      if (strcmp (other, fold) == 0
          && (list != MARATHON_LIST_WAVES || MARATHON_WAVE (record)->start == MARATHON_WAVE (like)->start))
        return TRUE;
    }
  return FALSE;
}

static guint
count_last_digits (const char *name)
{
  gsize length = strlen (name);
  guint n = 0;

  while (n < length && g_ascii_isdigit (name[length - n - 1]))
    n++;
  return n;
}

/* The first number after that of @name that is free, with as many digits: "Red 02" after "Red 01". */
static char *
count_on (MarathonEvent *event, MarathonListId list, MarathonRecord *record, guint column, const char *name,
          guint n_digits)
{
  gsize stem = strlen (name) - n_digits;
  guint number = (guint) g_ascii_strtoull (name + stem, NULL, 10);
  char *next = NULL;

  do
    {
      g_free (next);
      next = g_strdup_printf ("%.*s%0*u", (int) stem, name, (int) n_digits, ++number);
    }
  while (is_taken (event, list, record, column, next));
  return next;
}

static char *
name_copy (const char *name, guint number)
{
  if (number > 1)
    return g_strdup_printf (_ ("%s (copy %u)"), name, number);
  /* Translators: the name of a wave, a category or the like of which this is a duplicate. */
  return g_strdup_printf (_ ("%s (copy)"), name);
}

/* The last number in @name, or 0. */
static guint
find_last_number (const char *name)
{
  const char *end = name + strlen (name);

  while (end > name && !g_ascii_isdigit (end[-1]))
    end--;
  while (end > name && g_ascii_isdigit (end[-1]))
    end--;
  return (guint) g_ascii_strtoull (end, NULL, 10);
}

/* @name without what name_copy() put behind it. */
static char *
strip_copy (const char *name)
{
  const guint numbers[] = { 1, find_last_number (name) };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *tail = name_copy ("", numbers[i]);

      if (g_str_has_suffix (name, tail))
        return g_strndup (name, strlen (name) - strlen (tail));
    }
  return g_strdup (name);
}

/* Takes away as many characters from the end of @name as its copy's name has too many. */
static void
shorten (char *name, gsize maximum)
{
  while (*name != '\0' && strlen (name) > maximum)
    *g_utf8_find_prev_char (name, name + strlen (name)) = '\0';
}

char *
marathon_record_make_next_name (MarathonEvent *event, MarathonListId list, MarathonRecord *record)
{
  int column = marathon_record_find_name_column (record);
  const char *name = column >= 0 ? marathon_record_get_text (record, (guint) column) : "";
  gint64 maximum = column >= 0 ? MARATHON_RECORD_GET_CLASS (record)->columns[column].maximum : 0;
  guint n_digits = count_last_digits (name);
  g_autofree char *stem = NULL;
  char *copy = NULL;

  if (*name == '\0')
    return g_strdup ("");
  if (n_digits > 0 && n_digits <= MAX_DIGITS)
    {
      copy = count_on (event, list, record, (guint) column, name, n_digits);
      if (maximum == 0 || strlen (copy) <= (gsize) maximum)
        return copy;
      g_clear_pointer (&copy, g_free);
    }
  stem = strip_copy (name);
  for (guint number = 1; copy == NULL || is_taken (event, list, record, (guint) column, copy); number++)
    {
      g_autofree char *tail = name_copy ("", number);

      if (maximum != 0)
        shorten (stem, (gsize) maximum - MIN ((gsize) maximum, strlen (tail)));
      g_free (copy);
      copy = name_copy (stem, number);
    }
  return copy;
}
