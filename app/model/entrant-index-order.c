/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From columns to a permutation. Each column becomes one number per entrant whose order is the column's; the numbers
 * are sorted by radix, the least important first, starting from the order of ids.
 */
#include "model/entrant-index-private.h"

#include "model/radix-sort.h"

#include <string.h>

/* A year-only birth is sorted in the middle of the year: as 1 July. */
#define MIDDLE_OF_YEAR_MONTH 7

/* One number per entrant, 0 where nothing is known. */
typedef struct {
  MarathonEntrantIndex *index;
  guint32 *numbers;
  guint32 *scratch;
  guint32 *permutation;
} Sorter;

/* Sorts by the numbers, what is not known behind all else: reversing an order must not put it first. */
static void
sort_by_numbers (Sorter *sorter, gboolean descending)
{
  guint n = sorter->index->size;
  guint32 *numbers = sorter->numbers;
  guint32 greatest = 0;

  for (guint i = 0; i < n; i++)
    greatest = MAX (greatest, numbers[i]);
  if (descending)
    for (guint i = 0; i < n; i++)
      numbers[i] = greatest - numbers[i];
  else
    for (guint i = 0; i < n; i++)
      numbers[i] = MIN (numbers[i] - 1, greatest); /* 0 - 1 is above all */
  marathon_radix_sort (numbers, greatest, sorter->permutation, sorter->scratch, n);
}

/* --- From columns to numbers --- */

/* The birth as a Julian day, as well as it is known. */
static guint32
get_birth_number (guint32 birth)
{
  guint julian = marathon_date_get_julian (birth);

  switch (marathon_date_get_kind (birth))
    {
    case MARATHON_DATE_KIND_DAY:
      return julian;
    case MARATHON_DATE_KIND_YEAR:
      return marathon_date_get_julian (marathon_date_new_day (marathon_date_get_year (birth), MIDDLE_OF_YEAR_MONTH, 1));
    case MARATHON_DATE_KIND_AGE:
      /* Half a year more than the completed ones. */
      return (guint32) MAX ((int) julian - marathon_date_get_age (birth) * 36525 / 100 - 183, 1);
    case MARATHON_DATE_KIND_UNKNOWN:
    default:
      return 0;
    }
}

static void
number_births (Sorter *sorter, const guint32 *codes)
{
  for (guint i = 0; i < sorter->index->size; i++)
    sorter->numbers[i] = get_birth_number (codes[i]);
}

/* Records in the order of their list. */
static void
number_records (Sorter *sorter, const guint32 *codes, MarathonListId id)
{
  MarathonRecordList *list = marathon_event_get_list (sorter->index->event, id);
  guint n = marathon_record_list_get_size (list);
  guint32 greatest = 0;
  g_autofree guint32 *places = NULL;

  for (guint i = 0; i < n; i++)
    greatest = MAX (greatest, marathon_record_get_handle (marathon_record_list_get (list, i)));
  places = g_new0 (guint32, (gsize) greatest + 1);
  for (guint i = 0; i < n; i++)
    places[marathon_record_get_handle (marathon_record_list_get (list, i))] = i + 1;
  for (guint i = 0; i < sorter->index->size; i++)
    sorter->numbers[i] = codes[i] <= greatest ? places[codes[i]] : 0;
}

static void
number_texts (Sorter *sorter, const MarathonEntrantColumn *column)
{
  guint32 greatest;
  const guint32 *ranks = marathon_text_dictionary_get_ranks (column->dictionary, sorter->index->collation, &greatest);

  for (guint i = 0; i < sorter->index->size; i++)
    sorter->numbers[i] = ranks[column->codes[i]];
}

/* "" is a prefix like any other, and the first, for those who have a bib. */
static void
number_prefixes (Sorter *sorter, const guint32 *codes)
{
  const MarathonEntrantColumn *numbers = marathon_entrant_index_get_column (sorter->index, MARATHON_COLUMN_BIB_NUMBER);

  for (guint i = 0; i < sorter->index->size; i++)
    {
      gboolean has_bib = (codes != NULL && codes[i] != 0) || (numbers->codes != NULL && numbers->codes[i] != 0);

      sorter->numbers[i] = has_bib ? sorter->numbers[i] + 1 : 0;
    }
}

static void
sort_by_column (Sorter *sorter, guint field, gboolean descending)
{
  const MarathonFieldInfo *info = marathon_event_get_field (sorter->index->event, field);
  const MarathonEntrantColumn *column = marathon_entrant_index_get_column (sorter->index, field);

  if (column->codes == NULL)
    memset (sorter->numbers, 0, sorter->index->size * sizeof *sorter->numbers);
  else if (column->dictionary != NULL)
    number_texts (sorter, column);
  else if (column->type == MARATHON_FIELD_TYPE_RECORD)
    number_records (sorter, column->codes, info->list);
  else if (column->type == MARATHON_FIELD_TYPE_BIRTH)
    number_births (sorter, column->codes);
  else
    memcpy (sorter->numbers, column->codes, sorter->index->size * sizeof *sorter->numbers);
  if (field == MARATHON_COLUMN_BIB_PREFIX)
    number_prefixes (sorter, column->codes);
  sort_by_numbers (sorter, descending);
}

/* Ids are unique: what the order was does not matter. */
static void
put_in_order_of_ids (Sorter *sorter, gboolean descending)
{
  guint n = sorter->index->size;
  const guint32 *by_id = sorter->index->by_id;

  if (descending)
    for (guint i = 0; i < n; i++)
      sorter->permutation[i] = by_id[n - 1 - i];
  else
    memcpy (sorter->permutation, by_id, n * sizeof *by_id);
}

/* --- Keys --- */

static void
sort_by_key (Sorter *sorter, const MarathonSortKey *key)
{
  switch (key->field)
    {
    case MARATHON_FIELD_ID:
      put_in_order_of_ids (sorter, key->descending);
      break;
    case MARATHON_FIELD_FAMILY:
      sort_by_column (sorter, MARATHON_FIELD_GIVEN, key->descending);
      sort_by_column (sorter, MARATHON_COLUMN_SORT_NAME, key->descending);
      break;
    case MARATHON_FIELD_BIB:
      sort_by_column (sorter, MARATHON_COLUMN_BIB_NUMBER, key->descending);
      sort_by_column (sorter, MARATHON_COLUMN_BIB_PREFIX, key->descending);
      break;
    case MARATHON_FIELD_NATION:
      sort_by_column (sorter, MARATHON_COLUMN_NATION_CODE, key->descending);
      break;
    default:
      if (marathon_event_get_field (sorter->index->event, key->field) != NULL)
        sort_by_column (sorter, key->field, key->descending);
      break;
    }
}

/* Makes the collation that of the event's language, which may have been changed. */
static void
update_collation (MarathonEntrantIndex *index)
{
  const char *language = marathon_event_get_info (index->event)->language;

  if (index->collation != NULL && g_str_equal (language, index->language))
    return;
  marathon_collation_free (index->collation);
  index->collation = marathon_collation_new (language);
  g_free (index->language);
  index->language = g_strdup (language);
  for (guint i = 0; i < index->columns->len; i++)
    {
      MarathonEntrantColumn *column = g_ptr_array_index (index->columns, i);

      if (column->dictionary != NULL)
        marathon_text_dictionary_reset_ranks (column->dictionary);
    }
}

void
marathon_entrant_index_order (MarathonEntrantIndex  *index,
                              const MarathonSortKey *keys,
                              guint                  n_keys,
                              guint32               *permutation)
{
  Sorter sorter = { index, NULL, NULL, permutation };

  g_return_if_fail (index != NULL && permutation != NULL && (keys != NULL || n_keys == 0));

  if (index->size == 0)
    return;
  update_collation (index);
  sorter.numbers = marathon_entrant_index_get_scratch (index);
  sorter.scratch = sorter.numbers + index->size;
  put_in_order_of_ids (&sorter, FALSE);
  for (guint i = n_keys; i > 0; i--)
    sort_by_key (&sorter, &keys[i - 1]);
}
