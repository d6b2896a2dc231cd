/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading columns out of the values of the roster.
 */
#include "model/entrant-column.h"

#include "base/bib.h"
#include "model/entrant-storage.h"

#include <string.h>

static gboolean
is_text_type (MarathonFieldType type)
{
  return type == MARATHON_FIELD_TYPE_TEXT || type == MARATHON_FIELD_TYPE_LINES || type == MARATHON_FIELD_TYPE_WORDS
         || type == MARATHON_FIELD_TYPE_NATION;
}

static gboolean
has_dictionary (guint field, const MarathonFieldInfo *info)
{
  if (info == NULL)
    return field == MARATHON_COLUMN_SORT_NAME || field == MARATHON_COLUMN_BIB_PREFIX;
  return marathon_field_get_store (info) == MARATHON_STORE_DETAIL || is_text_type (info->type);
}

static MarathonTextOrder
get_order (guint field, const MarathonFieldInfo *info)
{
  if (info == NULL)
    return field == MARATHON_COLUMN_SORT_NAME ? MARATHON_TEXT_ORDER_ALPHABET : MARATHON_TEXT_ORDER_BYTES;
  if (is_text_type (info->type))
    return MARATHON_TEXT_ORDER_ALPHABET;
  if (info->type == MARATHON_FIELD_TYPE_UINT || info->type == MARATHON_FIELD_TYPE_NUMBER)
    return MARATHON_TEXT_ORDER_NUMBERS;
  return info->type == MARATHON_FIELD_TYPE_TIME ? MARATHON_TEXT_ORDER_TIMES : MARATHON_TEXT_ORDER_BYTES;
}

MarathonEntrantColumn *
marathon_entrant_column_new (MarathonEvent *event, guint field, MarathonTextDictionary *shared)
{
  const MarathonFieldInfo *info = marathon_event_get_field (event, field);
  MarathonEntrantColumn *column = g_new0 (MarathonEntrantColumn, 1);

  column->field = field;
  column->type = info != NULL ? info->type : MARATHON_FIELD_TYPE_UINT;
  column->shares_dictionary = shared != NULL;
  column->sequential = shared == NULL;
  if (shared != NULL)
    column->dictionary = shared;
  else if (has_dictionary (field, info))
    column->dictionary = marathon_text_dictionary_new (marathon_event_get_pool (event), get_order (field, info));
  return column;
}

void
marathon_entrant_column_free (MarathonEntrantColumn *column)
{
  if (!column->shares_dictionary)
    marathon_text_dictionary_free (column->dictionary);
  g_free (column->codes);
  g_free (column);
}

/* --- From a value to a number --- */

/* Nine places in base eleven: 0 for "no more digits" below 1 … 10 for the digits, which fits 32 bits. */
guint32
marathon_bib_digits_align (const char *digits, gsize n, guint32 *span)
{
  guint32 value = 0, scale = 1;

  for (gsize i = 0; i < n; i++)
    value = value * 11 + (guint32) (digits[i] - '0') + 1;
  for (gsize i = n; i < MARATHON_BIB_DIGITS; i++)
    scale *= 11;
  if (span != NULL)
    *span = scale - 1;
  return value * scale;
}

static guint32
align_number (guint32 number)
{
  char digits[MARATHON_BIB_DIGITS];
  gsize start = sizeof digits;

  do
    {
      digits[--start] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0 && start > 0);
  return marathon_bib_digits_align (digits + start, sizeof digits - start, NULL);
}

static MarathonText
get_detail (MarathonEvent *event, const MarathonEntrant *entrant, guint field)
{
  if (entrant->details == 0)
    return 0;
  return marathon_details_store_get_value (marathon_event_get_details (event), entrant->details, field);
}

static MarathonText
get_sort_name (MarathonEvent *event, const MarathonEntrant *entrant)
{
  MarathonText key = get_detail (event, entrant, MARATHON_FIELD_SORT_KEY);

  return key != 0 ? key : entrant->family != 0 ? entrant->family : entrant->given;
}

static MarathonText
get_text (MarathonEvent *event, const MarathonEntrant *entrant, guint field)
{
  if (field == MARATHON_COLUMN_SORT_NAME)
    return get_sort_name (event, entrant);
  if (field == MARATHON_COLUMN_BIB_PREFIX)
    return entrant->bib == 0 ? 0 : entrant->bib_prefix;
  if (field < MARATHON_N_FIELDS && marathon_field_rows[field].store == MARATHON_STORE_MEMBER)
    return G_STRUCT_MEMBER (MarathonText, entrant, marathon_field_rows[field].offset);
  return get_detail (event, entrant, field);
}

/* A word of a vocabulary; where even the first one says something, it is 1. */
static guint32
get_enum (const MarathonEntrant *entrant, const MarathonFieldRow *row)
{
  guint32 value = row->info.field == MARATHON_FIELD_CLASS_STATUS ? entrant->class_status
                  : row->info.field == MARATHON_FIELD_PUBLISH    ? entrant->publish
                                                                 : G_STRUCT_MEMBER (guint8, entrant, row->offset);

  return value + (*row->info.vocabulary[0].word != '\0');
}

static guint32
get_flags (const MarathonEntrant *entrant, guint field)
{
  const guint pins = MARATHON_FLAG_BIB_PINNED | MARATHON_FLAG_WAVE_PINNED | MARATHON_FLAG_CATEGORY_PINNED;

  return field == MARATHON_FIELD_PINS ? entrant->flags & pins : (entrant->flags & marathon_field_rows[field].flag) != 0;
}

static guint32
get_member (const MarathonEntrant *entrant, const MarathonFieldRow *row)
{
  switch (row->info.type)
    {
    case MARATHON_FIELD_TYPE_ENUM:
      return get_enum (entrant, row);
    case MARATHON_FIELD_TYPE_PINS:
    case MARATHON_FIELD_TYPE_FLAG:
      return get_flags (entrant, row->info.field);
    case MARATHON_FIELD_TYPE_BIRTH:
      return entrant->birth;
    case MARATHON_FIELD_TYPE_TIME:
      return (guint32) G_STRUCT_MEMBER (MarathonTime, entrant, row->offset);
    case MARATHON_FIELD_TYPE_RECORD:
      return row->info.field == MARATHON_FIELD_GROUP ? entrant->group : G_STRUCT_MEMBER (guint16, entrant, row->offset);
    default: /* a class, a day, a small number */
      return G_STRUCT_MEMBER (guint16, entrant, row->offset);
    }
}

static guint32
get_number (const MarathonEntrant *entrant, guint field)
{
  gboolean has_number = entrant->bib != 0 && entrant->bib_number != MARATHON_BIB_NO_NUMBER;

  switch (field)
    {
    case MARATHON_COLUMN_BIB_NUMBER:
      return has_number ? entrant->bib_number + 1 : 0;
    case MARATHON_COLUMN_BIB_DIGITS:
      return has_number ? align_number (entrant->bib_number) : 0;
    case MARATHON_COLUMN_NATION_CODE:
      return entrant->nation_code != 0 ? entrant->nation_code : entrant->nation != 0 ? G_MAXUINT16 : 0;
    default:
      return get_member (entrant, &marathon_field_rows[field]);
    }
}

/* --- The array --- */

static void
reserve (MarathonEntrantColumn *column, guint size)
{
  guint capacity;

  if (size <= column->capacity)
    return;
  capacity = MAX (size, column->capacity + column->capacity / 8);
  capacity = (capacity / MARATHON_COLUMN_BLOCK + 1) * MARATHON_COLUMN_BLOCK;
  column->codes = g_renew (guint32, column->codes, capacity);
  memset (column->codes + column->capacity, 0, (capacity - column->capacity) * sizeof *column->codes);
  column->capacity = capacity;
}

void
marathon_entrant_column_read (MarathonEntrantColumn *column, MarathonEvent *event, guint first, guint n)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  const MarathonEntrant *values = marathon_roster_get_block (roster, first) + first % MARATHON_ROSTER_BLOCK;

  for (guint i = 0; i < n; i++)
    {
      guint32 code = column->dictionary != NULL
                       ? marathon_text_dictionary_add (column->dictionary, get_text (event, &values[i], column->field))
                       : get_number (&values[i], column->field);

      column->sequential &= code == first + i + 1;
      if (column->codes == NULL && code != 0)
        reserve (column, marathon_roster_get_size (roster));
      if (column->codes != NULL)
        column->codes[first + i] = code;
    }
}

void
marathon_entrant_column_splice (MarathonEntrantColumn *column, guint size, guint position, guint removed, guint added)
{
  column->sequential &= removed == 0 && position == size;
  if (column->codes == NULL)
    return;
  reserve (column, size - removed + added);
  memmove (column->codes + position + added, column->codes + position + removed,
           (size - position - removed) * sizeof *column->codes);
}
