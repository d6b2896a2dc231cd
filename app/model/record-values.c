/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From text to the typed members of records and back.
 */
#include "model/record-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/bib.h"
#include "base/fold.h"
#include "base/id-source.h"
#include "base/text-pool.h"
#include "model/event.h"
#include "model/model-error.h"
#include "model/sport-class.h"

G_DEFINE_QUARK (marathon-model-error-quark, marathon_model_error)

typedef struct {
  const MarathonColumn *column;
  MarathonEvent *event;
  MarathonRecordValue *value;
  GError **error;
} Parsing;

static gboolean G_GNUC_PRINTF (2, 3)
refuse (Parsing *parsing, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: the name of a property, then what is wrong with its value. */
  g_set_error (parsing->error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("%s: %s"), parsing->column->name, message);
  return FALSE;
}

static gboolean
parse_text (Parsing *parsing, const char *text)
{
  gsize most = parsing->column->maximum > 0 ? (gsize) parsing->column->maximum : MARATHON_TEXT_MAX_LENGTH;

  parsing->value->text = marathon_clean_text (text, parsing->column->type == MARATHON_COLUMN_LINES, NULL);
  if (strlen (parsing->value->text) > most)
    return refuse (parsing, g_dngettext (GETTEXT_PACKAGE, "is longer than %u byte", "is longer than %u bytes", most),
                   (guint) most);
  return TRUE;
}

/* Whole numbers, and decimals with at most two places, as hundredths. */
static gboolean
parse_number (const char *text, guint places, gint64 *number)
{
  gboolean negative = *text == '-';
  gint64 value = 0;
  guint n_digits = 0, n_places = 0;

  for (text += negative; g_ascii_isdigit (*text) && n_digits < 15; text++, n_digits++)
    value = value * 10 + g_ascii_digit_value (*text);
  if (places > 0 && *text == '.' && n_digits > 0)
    for (text++; g_ascii_isdigit (*text) && n_places < places; text++, n_places++)
      value = value * 10 + g_ascii_digit_value (*text);
  if (*text != '\0' || n_digits == 0)
    return FALSE;
  for (; n_places < places; n_places++)
    value *= 10;
  *number = negative ? -value : value;
  return TRUE;
}

static gboolean
parse_uint (Parsing *parsing, const char *text)
{
  gint64 most = parsing->column->maximum > 0 ? parsing->column->maximum : G_MAXINT32;

  if (*text == '\0')
    text = "0";
  if (!parse_number (text, 0, &parsing->value->number) || parsing->value->number < 0)
    return refuse (parsing, _ ("“%s” is not a whole number"), text);
  if (parsing->value->number < parsing->column->minimum || parsing->value->number > most)
    return refuse (parsing, _ ("%s is not between %d and %d"), text, (int) parsing->column->minimum, (int) most);
  parsing->value->text = g_strdup_printf ("%" G_GINT64_FORMAT, parsing->value->number);
  return TRUE;
}

static gboolean
parse_decimal (Parsing *parsing, const char *text)
{
  gint64 number;
  char buffer[32];

  if (*text == '\0')
    text = "0";
  if (!parse_number (text, 2, &number) || number < parsing->column->minimum || number > parsing->column->maximum)
    return refuse (parsing, _ ("“%s” is not a number with at most two decimals in range"), text);
  parsing->value->number = number;
  g_snprintf (buffer, sizeof buffer, "%s%" G_GINT64_FORMAT, number < 0 ? "-" : "", ABS (number) / 100);
  if (number % 100 == 0)
    parsing->value->text = g_strdup (buffer);
  else if (number % 10 == 0)
    parsing->value->text = g_strdup_printf ("%s.%d", buffer, (int) (ABS (number) % 100 / 10));
  else
    parsing->value->text = g_strdup_printf ("%s.%02d", buffer, (int) (ABS (number) % 100));
  return TRUE;
}

static gboolean
parse_bool (Parsing *parsing, const char *text)
{
  if (strcmp (text, "yes") != 0 && strcmp (text, "no") != 0 && *text != '\0')
    return refuse (parsing, _ ("“%s” is neither “yes” nor “no”"), text);
  parsing->value->number = *text == 'y';
  parsing->value->text = g_strdup (*text == 'y' ? "yes" : "no");
  return TRUE;
}

static gboolean
parse_enum (Parsing *parsing, const char *text)
{
  const MarathonWord *vocabulary = parsing->column->vocabulary;
  int index = *text == '\0' ? 0 : marathon_words_find (vocabulary, text);

  if (index < 0)
    {
      g_autofree char *words = marathon_words_list (vocabulary);

      return refuse (parsing, _ ("“%s” is not one of: %s"), text, words);
    }
  parsing->value->number = index;
  parsing->value->text = g_strdup (vocabulary[index].word);
  return TRUE;
}

static gboolean
parse_date (Parsing *parsing, const char *text)
{
  MarathonDate date;

  if (!marathon_date_parse (text, &date)
      || (date != MARATHON_DATE_UNKNOWN && marathon_date_get_kind (date) != MARATHON_DATE_KIND_DAY))
    return refuse (parsing, _ ("“%s” is not a date such as 2014-04-13"), text);
  parsing->value->number = date;
  parsing->value->text = marathon_date_format (date);
  return TRUE;
}

static gboolean
parse_time (Parsing *parsing, const char *text)
{
  MarathonTime time;

  if (!marathon_time_parse (text, &time))
    return refuse (parsing, _ ("“%s” is not a time such as 2:04:29"), text);
  parsing->value->number = time;
  parsing->value->text = marathon_time_format (time);
  return TRUE;
}

static gboolean
parse_clock (Parsing *parsing, const char *text)
{
  int seconds;

  if (!marathon_clock_parse (text, &seconds))
    return refuse (parsing, _ ("“%s” is not a time of the day such as 10:00"), text);
  parsing->value->number = seconds;
  parsing->value->text = marathon_clock_format (seconds);
  return TRUE;
}

static gboolean
parse_instant (Parsing *parsing, const char *text)
{
  gint64 instant;

  if (!marathon_instant_parse (text, &instant))
    return refuse (parsing, _ ("“%s” is not an instant such as 2014-04-13T09:00:00Z"), text);
  parsing->value->number = instant;
  parsing->value->text = marathon_instant_format (instant);
  return TRUE;
}

static gboolean
parse_ranges (Parsing *parsing, const char *text)
{
  g_autoptr (GError) error = NULL;
  MarathonNumberRanges *ranges = marathon_number_ranges_parse (text, &error);

  if (ranges == NULL)
    return refuse (parsing, "%s", error->message);
  parsing->value->allocation = ranges;
  parsing->value->text = marathon_number_ranges_format (ranges);
  return TRUE;
}

static gboolean
parse_colour (Parsing *parsing, const char *text)
{
  gboolean good = *text == '\0' || (text[0] == '#' && strlen (text) == 7);

  for (int i = 1; good && *text != '\0' && i < 7; i++)
    good = g_ascii_isxdigit (text[i]);
  if (!good)
    return refuse (parsing, _ ("“%s” is not a colour such as #cc0000"), text);
  parsing->value->text = g_ascii_strdown (text, -1);
  return TRUE;
}

static gboolean
parse_bib (Parsing *parsing, const char *text)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  if (*text != '\0' && !marathon_bib_parse (text, prefix, &number))
    return refuse (parsing, _ ("“%s” is not a bib: letters and digits, at most %d characters"), text,
                   MARATHON_BIB_MAX_LENGTH);
  parsing->value->text = g_strdup (text);
  return TRUE;
}

static gboolean
parse_entrant (Parsing *parsing, const char *text)
{
  guint64 id = 0;
  char buffer[17] = "";

  if (*text != '\0')
    {
      if (!marathon_id_parse (text, &id))
        return refuse (parsing, _ ("“%s” is not an id: sixteen hexadecimal digits"), text);
      marathon_id_write (id, buffer);
    }
  memcpy (&parsing->value->number, &id, sizeof id);
  parsing->value->text = g_strdup (buffer);
  return TRUE;
}

static gboolean
find_handle (Parsing *parsing, const char *key, guint32 *handle)
{
  MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (parsing->event, parsing->column->list), key);

  if (record == NULL)
    {
      g_set_error (parsing->error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE,
                   _ ("%s: there is no %s “%s”"), parsing->column->name,
                   marathon_list_get_element (parsing->column->list), key);
      return FALSE;
    }
  *handle = marathon_record_get_handle (record);
  return TRUE;
}

static gboolean
parse_ref (Parsing *parsing, const char *text)
{
  guint32 handle = 0;

  if (*text != '\0' && !find_handle (parsing, text, &handle))
    return FALSE;
  parsing->value->number = handle;
  parsing->value->text = g_strdup (text);
  return TRUE;
}

/* The parts between ";", each cleaned, none empty, none twice. */
static char **
split_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = marathon_clean_text (parts[i], FALSE, NULL);

      if (*word == '\0' || g_hash_table_contains (seen, word))
        continue;
      g_hash_table_add (seen, word);
      g_ptr_array_add (words, g_steal_pointer (&word));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static gboolean
parse_words (Parsing *parsing, const char *text)
{
  g_auto (GStrv) words = split_words (text);

  parsing->value->text = g_strjoinv (";", words);
  if (strlen (parsing->value->text) > MARATHON_TEXT_MAX_LENGTH)
    return refuse (parsing, _ ("is longer than %d bytes"), MARATHON_TEXT_MAX_LENGTH);
  parsing->value->allocation = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
has_class (const GArray *classes, MarathonSportClass sport_class)
{
  for (guint i = 0; i < classes->len; i++)
    if (g_array_index (classes, MarathonSportClass, i) == sport_class)
      return TRUE;
  return FALSE;
}

static gboolean
parse_classes (Parsing *parsing, const char *text)
{
  g_auto (GStrv) words = split_words (text);
  g_autoptr (GArray) classes = g_array_new (TRUE, FALSE, sizeof (MarathonSportClass));
  g_autoptr (GString) canonical = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      MarathonSportClass sport_class;
      char buffer[4];

      if (!marathon_sport_class_parse (words[i], &sport_class))
        return refuse (parsing, _ ("“%s” is not a sport class such as T54"), words[i]);
      /* “T11” and “t11” are different words but one class. */
      if (has_class (classes, sport_class))
        continue;
      marathon_sport_class_write (sport_class, buffer);
      g_array_append_val (classes, sport_class);
      g_string_append_printf (canonical, "%s%s", canonical->len > 0 ? ";" : "", buffer);
    }
  parsing->value->text = g_strdup (canonical->str);
  parsing->value->allocation = g_array_steal (classes, NULL);
  if (parsing->value->allocation == NULL)
    parsing->value->allocation = g_new0 (MarathonSportClass, 1);
  return TRUE;
}

static gboolean
parse_refs (Parsing *parsing, const char *text)
{
  g_auto (GStrv) words = split_words (text);
  guint32 *handles = g_new0 (guint32, g_strv_length (words) + 1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!find_handle (parsing, words[i], &handles[i]))
      {
        g_free (handles);
        return FALSE;
      }
  parsing->value->text = g_strjoinv (";", words);
  parsing->value->allocation = handles;
  return TRUE;
}

typedef gboolean (*ParseFunc) (Parsing *parsing, const char *text);

static const ParseFunc parsers[] = {
  [MARATHON_COLUMN_TEXT] = parse_text,       [MARATHON_COLUMN_LINES] = parse_text,
  [MARATHON_COLUMN_WORDS] = parse_words,     [MARATHON_COLUMN_UINT] = parse_uint,
  [MARATHON_COLUMN_DECIMAL] = parse_decimal, [MARATHON_COLUMN_BOOL] = parse_bool,
  [MARATHON_COLUMN_ENUM] = parse_enum,       [MARATHON_COLUMN_DATE] = parse_date,
  [MARATHON_COLUMN_TIME] = parse_time,       [MARATHON_COLUMN_CLOCK] = parse_clock,
  [MARATHON_COLUMN_INSTANT] = parse_instant, [MARATHON_COLUMN_RANGES] = parse_ranges,
  [MARATHON_COLUMN_CLASSES] = parse_classes, [MARATHON_COLUMN_COLOUR] = parse_colour,
  [MARATHON_COLUMN_BIB] = parse_bib,         [MARATHON_COLUMN_ENTRANT] = parse_entrant,
  [MARATHON_COLUMN_REF] = parse_ref,         [MARATHON_COLUMN_REFS] = parse_refs,
};

gboolean
marathon_record_value_parse (const MarathonColumn *column,
                             MarathonEvent        *event,
                             const char           *text,
                             MarathonRecordValue  *value,
                             GError              **error)
{
  Parsing parsing = { column, event, value, error };

  value->text = NULL;
  value->allocation = NULL;
  value->number = 0;
  if (!parsers[column->type](&parsing, text))
    {
      g_clear_pointer (&value->text, g_free);
      return FALSE;
    }
  if (strlen (value->text) > MARATHON_TEXT_MAX_LENGTH)
    refuse (&parsing, _ ("is longer than %d bytes"), MARATHON_TEXT_MAX_LENGTH);
  else if (column->required && *value->text == '\0')
    refuse (&parsing, _ ("must not be empty"));
  else
    return TRUE;
  marathon_record_value_clear (column, value);
  return FALSE;
}

void
marathon_record_value_clear (const MarathonColumn *column, MarathonRecordValue *value)
{
  gpointer member[1] = { value->allocation };
  MarathonColumn at_start = *column;

  at_start.offset = 0;
  marathon_record_value_clear_member (&at_start, member); /* leaves numbers alone */
  value->allocation = NULL;
  g_clear_pointer (&value->text, g_free);
}

void
marathon_record_value_clear_member (const MarathonColumn *column, gpointer record)
{
  switch (column->type)
    {
    case MARATHON_COLUMN_WORDS:
      g_clear_pointer (&G_STRUCT_MEMBER (char **, record, column->offset), g_strfreev);
      break;
    case MARATHON_COLUMN_RANGES:
      g_clear_pointer (&G_STRUCT_MEMBER (MarathonNumberRanges *, record, column->offset), marathon_number_ranges_unref);
      break;
    case MARATHON_COLUMN_CLASSES:
    case MARATHON_COLUMN_REFS:
      g_clear_pointer (&G_STRUCT_MEMBER (gpointer, record, column->offset), g_free);
      break;
    default:
      break;
    }
}

void
marathon_record_value_store (const MarathonColumn *column, gpointer record, MarathonRecordValue *value)
{
  marathon_record_value_clear_member (column, record);
  switch (column->type)
    {
    case MARATHON_COLUMN_TEXT:
    case MARATHON_COLUMN_LINES:
    case MARATHON_COLUMN_COLOUR:
    case MARATHON_COLUMN_BIB:
      G_STRUCT_MEMBER (const char *, record, column->offset) = value->text;
      break;
    case MARATHON_COLUMN_WORDS:
    case MARATHON_COLUMN_RANGES:
    case MARATHON_COLUMN_CLASSES:
    case MARATHON_COLUMN_REFS:
      G_STRUCT_MEMBER (gpointer, record, column->offset) = g_steal_pointer (&value->allocation);
      break;
    case MARATHON_COLUMN_INSTANT:
    case MARATHON_COLUMN_ENTRANT:
      G_STRUCT_MEMBER (gint64, record, column->offset) = value->number;
      break;
    case MARATHON_COLUMN_UINT:
    case MARATHON_COLUMN_DECIMAL:
    case MARATHON_COLUMN_BOOL:
    case MARATHON_COLUMN_ENUM:
    case MARATHON_COLUMN_DATE:
    case MARATHON_COLUMN_TIME:
    case MARATHON_COLUMN_CLOCK:
    case MARATHON_COLUMN_REF:
      G_STRUCT_MEMBER (gint32, record, column->offset) = (gint32) value->number;
      break;
    default:
      g_assert_not_reached ();
    }
}
