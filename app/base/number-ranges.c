/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of bib numbers as sorted intervals that neither overlap nor touch, so that equal sets are equal arrays.
 */
#include "base/number-ranges.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  guint32 first;
  guint32 last;
} Range;

struct _MarathonNumberRanges {
  gatomicrefcount references;
  guint length;
  Range ranges[];
};

typedef struct {
  gboolean takes_away;
  Range range;
} Part;

/* --- The set while it is being read --- */

/* The index of the first range whose last number is at least @number; the length where there is none. */
static guint
find_range (const Range *ranges, guint length, guint32 number)
{
  guint low = 0;
  guint high = length;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ranges[middle].last < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static inline Range *
range_at (GArray *ranges, guint index)
{
  return &g_array_index (ranges, Range, index);
}

static void
add_range (GArray *ranges, Range added)
{
  /* One lower, so that a range that only touches is joined too. */
  guint start = find_range ((const Range *)(void *)ranges->data, ranges->len, added.first > 0 ? added.first - 1 : 0);
  guint end = start;

  while (end < ranges->len && range_at (ranges, end)->first <= added.last + 1)
    {
      added.first = MIN (added.first, range_at (ranges, end)->first);
      added.last = MAX (added.last, range_at (ranges, end)->last);
      end++;
    }
  if (end == start)
    {
      g_array_insert_val (ranges, start, added);
      return;
    }
  *range_at (ranges, start) = added;
  if (end > start + 1)
    g_array_remove_range (ranges, start + 1, end - start - 1);
}

static void
take_range (GArray *ranges, Range taken)
{
  guint start = find_range ((const Range *)(void *)ranges->data, ranges->len, taken.first);
  guint end = start;
  Range left[2];
  guint n_left = 0;

  while (end < ranges->len && range_at (ranges, end)->first <= taken.last)
    end++;
  if (end == start)
    return;

  if (range_at (ranges, start)->first < taken.first)
    left[n_left++] = (Range){ range_at (ranges, start)->first, taken.first - 1 };
  if (range_at (ranges, end - 1)->last > taken.last)
    left[n_left++] = (Range){ taken.last + 1, range_at (ranges, end - 1)->last };
  g_array_remove_range (ranges, start, end - start);
  g_array_insert_vals (ranges, start, left, n_left);
}

/* --- Reading --- */

static void
skip_spaces (const char **cursor)
{
  while (g_ascii_isspace (**cursor))
    (*cursor)++;
}

static gboolean
skip_minus (const char **cursor)
{
  if (**cursor != '-')
    return FALSE;
  (*cursor)++;
  skip_spaces (cursor);
  return TRUE;
}

/* Reads a number and the spaces behind it. %FALSE where there are no digits; too large a one becomes
 * MARATHON_NUMBER_MAX + 1. */
static gboolean
read_number (const char **cursor, guint32 *number)
{
  const char *start = *cursor;

  *number = 0;
  for (; g_ascii_isdigit (**cursor); (*cursor)++)
    if (*number <= MARATHON_NUMBER_MAX)
      *number = (guint32)MIN ((guint64)*number * 10 + (guint64)(**cursor - '0'), MARATHON_NUMBER_MAX + 1);
  if (*cursor == start)
    return FALSE;
  skip_spaces (cursor);
  return TRUE;
}

/* Reads "5", "1-99", "-13" or "-66-69" up to the next comma or the end. */
static gboolean
read_part (const char **cursor, Part *part)
{
  skip_spaces (cursor);
  part->takes_away = skip_minus (cursor);
  if (!read_number (cursor, &part->range.first))
    return FALSE;
  part->range.last = part->range.first;
  if (skip_minus (cursor) && !read_number (cursor, &part->range.last))
    return FALSE;
  return **cursor == ',' || **cursor == '\0';
}

/* The text from @start to the next comma, without spaces at its ends. */
static char *
copy_part (const char *start)
{
  return g_strstrip (g_strndup (start, strcspn (start, ",")));
}

static gboolean
check_part (const Part *part, const char *start, GError **error)
{
  g_autofree char *text = NULL;

  if (part->range.first <= part->range.last && part->range.last <= MARATHON_NUMBER_MAX)
    return TRUE;

  text = copy_part (start);
  if (MAX (part->range.first, part->range.last) > MARATHON_NUMBER_MAX)
    g_set_error (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS,
                 _ ("“%s” is too large: the highest number is %u"), text, MARATHON_NUMBER_MAX);
  else
    g_set_error (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_INVALID,
                 _ ("“%s” ends before it begins: write the lower number first"), text);
  return FALSE;
}

static void
set_unreadable (const char *start, GError **error)
{
  g_autofree char *text = copy_part (start);

  if (*text == '\0')
    g_set_error_literal (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_INVALID,
                         _ ("A number is missing before or after a comma"));
  else
    g_set_error (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_INVALID,
                 _ ("“%s” is neither a number nor a range such as 1-99"), text);
}

static gboolean
read_parts (GArray *ranges, const char *text, GError **error)
{
  const char *cursor = text;

  for (;;)
    {
      const char *start = cursor;
      Part part;

      if (!read_part (&cursor, &part))
        {
          set_unreadable (start, error);
          return FALSE;
        }
      if (!check_part (&part, start, error))
        return FALSE;

      if (part.takes_away)
        take_range (ranges, part.range);
      else
        add_range (ranges, part.range);

      if (*cursor == '\0')
        return TRUE;
      cursor++;
    }
}

static MarathonNumberRanges *
freeze (const GArray *ranges)
{
  gsize size = ranges->len * sizeof (Range);
  MarathonNumberRanges *frozen = g_malloc (sizeof (MarathonNumberRanges) + size);

  g_atomic_ref_count_init (&frozen->references);
  frozen->length = ranges->len;
  if (size > 0)
    memcpy (frozen->ranges, ranges->data, size);
  return frozen;
}

MarathonNumberRanges *
marathon_number_ranges_parse (const char *text, GError **error)
{
  g_autoptr (GArray) ranges = NULL;
  const char *cursor = text;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  skip_spaces (&cursor);
  if (*cursor != '\0' && !read_parts (ranges, text, error))
    return NULL;
  return freeze (ranges);
}

MarathonNumberRanges *
marathon_number_ranges_ref (MarathonNumberRanges *ranges)
{
  g_return_val_if_fail (ranges != NULL, NULL);

  g_atomic_ref_count_inc (&ranges->references);
  return ranges;
}

void
marathon_number_ranges_unref (MarathonNumberRanges *ranges)
{
  g_return_if_fail (ranges != NULL);

  if (g_atomic_ref_count_dec (&ranges->references))
    g_free (ranges);
}

/* --- Asking --- */

char *
marathon_number_ranges_format (const MarathonNumberRanges *ranges)
{
  GString *text;
  guint i;

  g_return_val_if_fail (ranges != NULL, NULL);

  text = g_string_new (NULL);
  for (i = 0; i < ranges->length; i++)
    {
      const Range *range = &ranges->ranges[i];

      g_string_append_printf (text, "%s%" G_GUINT32_FORMAT, i > 0 ? "," : "", range->first);
      if (range->last > range->first)
        g_string_append_printf (text, "-%" G_GUINT32_FORMAT, range->last);
    }
  return g_string_free (text, FALSE);
}

/* --- In words --- */

/* The longest gap that is told as numbers left out. */
#define SMALL_GAP 10u

static guint32
measure (Range range)
{
  return range.last - range.first + 1;
}

/* Whether the ranges before and behind a gap are one to people, who left some numbers out. */
static gboolean
is_left_out (Range before, Range behind)
{
  guint32 gap = behind.first - before.last - 1;

  return gap <= SMALL_GAP && gap < measure (before) && gap < measure (behind);
}

static void
append_range (GString *text, const char *separator, guint32 first, guint32 last)
{
  g_string_append_printf (text, "%s%" G_GUINT32_FORMAT, separator, first);
  if (last > first)
    g_string_append_printf (text, "–%" G_GUINT32_FORMAT, last);
}

/* Appends the ranges from @start on that people take for one; returns the index behind them. */
static guint
append_piece (GString *text, const MarathonNumberRanges *ranges, guint start)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (GString) piece = g_string_new (NULL);
  guint end = start + 1;

  for (; end < ranges->length && is_left_out (ranges->ranges[end - 1], ranges->ranges[end]); end++)
    append_range (missing, missing->len > 0 ? ", " : "", ranges->ranges[end - 1].last + 1,
                  ranges->ranges[end].first - 1);
  append_range (piece, "", ranges->ranges[start].first, ranges->ranges[end - 1].last);
  if (missing->len == 0)
    g_string_append (text, piece->str);
  else
    /* Translators: bib numbers: "1–99 without 13, 66–69" */
    g_string_append_printf (text, _ ("%s without %s"), piece->str, missing->str);
  return end;
}

char *
marathon_number_ranges_describe (const MarathonNumberRanges *ranges)
{
  GString *text;

  g_return_val_if_fail (ranges != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < ranges->length;)
    {
      if (i > 0)
        g_string_append (text, "; ");
      i = append_piece (text, ranges, i);
    }
  return g_string_free (text, FALSE);
}

guint64
marathon_number_ranges_count (const MarathonNumberRanges *ranges)
{
  guint64 count = 0;
  guint i;

  g_return_val_if_fail (ranges != NULL, 0);

  for (i = 0; i < ranges->length; i++)
    count += (guint64)ranges->ranges[i].last - ranges->ranges[i].first + 1;
  return count;
}

gboolean
marathon_number_ranges_contains (const MarathonNumberRanges *ranges, guint32 number)
{
  guint index;

  g_return_val_if_fail (ranges != NULL, FALSE);

  index = find_range (ranges->ranges, ranges->length, number);
  return index < ranges->length && ranges->ranges[index].first <= number;
}

gboolean
marathon_number_ranges_next (const MarathonNumberRanges *ranges, guint32 from, guint32 *next)
{
  guint index;

  g_return_val_if_fail (ranges != NULL && next != NULL, FALSE);

  index = find_range (ranges->ranges, ranges->length, from);
  if (index == ranges->length)
    return FALSE;
  *next = MAX (ranges->ranges[index].first, from);
  return TRUE;
}

gboolean
marathon_number_ranges_overlap (const MarathonNumberRanges *a, const MarathonNumberRanges *b, guint32 *number)
{
  guint i = 0;
  guint j = 0;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  while (i < a->length && j < b->length)
    {
      if (a->ranges[i].last < b->ranges[j].first)
        i++;
      else if (b->ranges[j].last < a->ranges[i].first)
        j++;
      else
        {
          if (number != NULL)
            *number = MAX (a->ranges[i].first, b->ranges[j].first);
          return TRUE;
        }
    }
  return FALSE;
}
