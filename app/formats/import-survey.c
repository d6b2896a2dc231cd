/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only a whole column tells: the order of day and month, whether 2:04 is hours, whether M is a man.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/import-words.h"
#include "model/sport-class.h"

#define ORDER_BIT(order) (1u << (order))
#define ALL_ORDERS                                                                                                     \
  (ORDER_BIT (MARATHON_DATE_ORDER_DMY) | ORDER_BIT (MARATHON_DATE_ORDER_MDY) | ORDER_BIT (MARATHON_DATE_ORDER_YMD))

/* Calls @look for each cell of the column that holds text; @nth: its row, from 1. */
typedef void (*LookFunc) (const char *text, guint nth, gpointer seen);

static void
look_at_column (const MarathonImportJob *job, guint column, LookFunc look, gpointer seen)
{
  guint n = marathon_csv_table_get_n_rows (job->table);

  for (guint row = job->first_row; row < n; row++)
    {
      g_autofree char *copy = NULL;
      const char *text = marathon_import_get_cell (job, row, (int) column, &copy);

      if (*text != '\0')
        look (text, row + 1, seen);
    }
}

/* --- Dates --- */

typedef struct {
  guint orders; /* that all dates so far allow */
  guint first;  /* the first row, from 1, whose date allows several, or 0 */
  guint proof;  /* the first row, from 1, whose date allows one, or 0 */
} SeenOrders;

typedef struct {
  SeenOrders undotted;
  SeenOrders dotted; /* these tell nothing of the others: a list put together of two is of two countries */
  guint n_texts;
  guint n_days;  /* day numbers of a spreadsheet */
  guint day_row; /* the row of the first of them, from 1 */
} SeenDates;

static void
look_at_date (const char *text, guint nth, gpointer data)
{
  SeenDates *seen = data;
  guint orders = marathon_date_guess_order (text);
  gboolean has_dots = marathon_import_has_dots (text);
  SeenOrders *kind = has_dots ? &seen->dotted : &seen->undotted;
  MarathonDate date;

  seen->n_texts++;
  if (marathon_import_parse_excel_day (text, &date))
    {
      seen->day_row = seen->n_days++ == 0 ? nth : seen->day_row;
      return;
    }
  /* What begins with four digits of a year is plain, and tells nothing of the others. */
  if (orders == 0 || strspn (text, "0123456789") >= 4)
    return;
  if (has_dots && (orders & ORDER_BIT (MARATHON_DATE_ORDER_DMY)) != 0)
    orders &= ~ORDER_BIT (MARATHON_DATE_ORDER_MDY);
  kind->orders &= orders;
  if (kind->first == 0 && (orders & (orders - 1)) != 0)
    kind->first = nth;
  if (kind->proof == 0 && (orders & (orders - 1)) == 0)
    kind->proof = nth;
}

/* Day or month first, as people write where the event is. */
static MarathonDateOrder
get_local_order (const MarathonImportJob *job)
{
  const char *language = marathon_event_get_info (job->event)->language;

  return strcmp (language, "en-US") == 0 || g_str_has_prefix (language, "en-US-") ? MARATHON_DATE_ORDER_MDY
                                                                                 : MARATHON_DATE_ORDER_DMY;
}

static const char *
describe_order (MarathonDateOrder order)
{
  return order == MARATHON_DATE_ORDER_MDY ? _ ("month before day")
         : order == MARATHON_DATE_ORDER_YMD ? _ ("year before month")
                                            : _ ("day before month");
}

static gboolean
is_of_dates (const MarathonImportCell *cell)
{
  return cell->info != NULL
         && (cell->info->type == MARATHON_FIELD_TYPE_BIRTH || cell->info->type == MARATHON_FIELD_TYPE_DAY);
}

static gboolean
is_any (const SeenOrders *seen)
{
  return seen->first != 0 || seen->proof != 0;
}

static void
note_order (MarathonImportJob *job, guint column, const SeenDates *seen)
{
  guint row = seen->undotted.first - 1;
  MarathonImportCell *cell = marathon_import_column (job, column);
  g_autofree char *copy = NULL;
  const char *text = marathon_import_get_cell (job, row, (int) column, &copy);
  guint line = marathon_csv_table_get_line (job->table, row);
  const char *order = describe_order (cell->date_order);

  if (is_any (&seen->dotted))
    marathon_import_note_column (
        job, column, MARATHON_IMPORT_NOTE_DOUBTFUL,
        /* Translators: a date such as 03/04/1983, a number of a line, "day before month" or the like */
        _ ("no date without dots in this column tells the day from the month; “%s” in line %u and those like it are "
           "read as %s"),
        text, line, order);
  else
    marathon_import_note_column (
        job, column, MARATHON_IMPORT_NOTE_DOUBTFUL,
        /* Translators: a date such as 03/04/1983, a number of a line, "day before month" or the like */
        _ ("no date of this column tells the day from the month; “%s” in line %u and those like it are "
           "read as %s"),
        text, line, order);
}

static void
note_excel_days (MarathonImportJob *job, guint column, guint row)
{
  g_autofree char *copy = NULL, *day = NULL;
  const char *text = marathon_import_get_cell (job, row, (int) column, &copy);
  MarathonDate date = MARATHON_DATE_UNKNOWN;

  marathon_import_parse_excel_day (text, &date);
  day = marathon_date_format (date);
  marathon_import_note_column (job, column, MARATHON_IMPORT_NOTE_ALTERED,
                               _ ("holds day numbers of a spreadsheet; “%s” in line %u is read as %s"), text,
                               marathon_csv_table_get_line (job->table, row), day);
}

/* What the dates of the column prove; UNKNOWN where they prove nothing. */
static MarathonDateOrder
get_proven_order (const SeenOrders *seen)
{
  for (MarathonDateOrder order = MARATHON_DATE_ORDER_DMY; order <= MARATHON_DATE_ORDER_YMD; order++)
    if (seen->orders == ORDER_BIT (order))
      return order;
  return MARATHON_DATE_ORDER_UNKNOWN;
}

/* The order of a column that proves none: that of the file where its dates allow it, else what people write there. */
static void
guess_date_order (MarathonImportJob *job, guint column, const SeenDates *seen)
{
  MarathonImportCell *cell = marathon_import_column (job, column);
  MarathonDateOrder order = job->import->date_order;
  guint orders = seen->undotted.orders;

  /* Dates that contradict each other: none that could be read either way is taken. */
  if (orders == 0 || seen->undotted.first == 0)
    return;
  cell->date_order = order;
  if (order != MARATHON_DATE_ORDER_UNKNOWN && (orders & ORDER_BIT (order)) != 0)
    return;
  cell->date_order = get_local_order (job);
  if ((orders & ORDER_BIT (cell->date_order)) == 0)
    cell->date_order
        = (orders & ORDER_BIT (MARATHON_DATE_ORDER_DMY)) != 0 ? MARATHON_DATE_ORDER_DMY : MARATHON_DATE_ORDER_MDY;
  if (order == MARATHON_DATE_ORDER_UNKNOWN)
    job->import->date_order = cell->date_order;
  note_order (job, column, seen);
}

/* --- Dates of several orders --- */

typedef struct {
  const MarathonImportCell *cell;
  MarathonDateOrder asked;
  guint n_read[MARATHON_DATE_ORDER_YMD + 1]; /* how many dates are read in each order */
  guint first[MARATHON_DATE_ORDER_YMD + 1];  /* the first row of these, from 1, or 0 */
  guint against;                             /* the first row with dots that could be read as asked, and is not, or 0 */
} SeenReadings;

static void
look_at_reading (const char *text, guint nth, gpointer data)
{
  SeenReadings *seen = data;
  guint orders = marathon_date_guess_order (text);
  MarathonDateOrder order = marathon_import_get_order_of (seen->cell, text);

  if (orders == 0 || strspn (text, "0123456789") >= 4)
    return;
  if (seen->against == 0 && order != seen->asked && (orders & ORDER_BIT (seen->asked)) != 0
      && marathon_import_has_dots (text))
    seen->against = nth;
  if ((orders & ORDER_BIT (order)) == 0)
    {
      /* What may be either is refused. */
      if ((orders & (orders - 1)) != 0)
        return;
      order = (MarathonDateOrder) g_bit_nth_lsf (orders, -1);
    }
  if (seen->n_read[order]++ == 0)
    seen->first[order] = nth;
}

/* The order of most dates, or of the first of them where as many have another. */
static MarathonDateOrder
get_usual_order (const SeenReadings *seen)
{
  MarathonDateOrder usual = MARATHON_DATE_ORDER_UNKNOWN;

  for (MarathonDateOrder order = MARATHON_DATE_ORDER_DMY; order <= MARATHON_DATE_ORDER_YMD; order++)
    if (seen->n_read[order] > seen->n_read[usual]
        || (seen->n_read[order] == seen->n_read[usual] && seen->first[order] < seen->first[usual]))
      usual = order;
  return usual;
}

/* Tells once that the dates of the column are not all of one order, at the first that is not as most are. */
static void
note_several_orders (MarathonImportJob *job, guint column)
{
  SeenReadings seen = { .cell = marathon_import_column (job, column), .asked = job->options.date_order };
  MarathonDateOrder usual, odd = MARATHON_DATE_ORDER_UNKNOWN;
  g_autofree char *copy = NULL;
  const char *text;
  guint nth;

  look_at_column (job, column, look_at_reading, &seen);
  usual = get_usual_order (&seen);
  for (MarathonDateOrder order = MARATHON_DATE_ORDER_DMY; order <= MARATHON_DATE_ORDER_YMD; order++)
    if (order != usual && seen.first[order] != 0
        && (odd == MARATHON_DATE_ORDER_UNKNOWN || seen.first[order] < seen.first[odd]))
      odd = order;
  nth = odd != MARATHON_DATE_ORDER_UNKNOWN ? seen.first[odd] : seen.against;
  if (nth == 0)
    return;
  text = marathon_import_get_cell (job, nth - 1, (int) column, &copy);
  if (odd != MARATHON_DATE_ORDER_UNKNOWN)
    marathon_import_note (job, nth - 1, (int) column, MARATHON_IMPORT_NOTE_DOUBTFUL, text,
                          /* Translators: twice "day before month" or the like */
                          _ ("dates of this column are written in several ways; this one and those like it are read "
                             "as %s, the others as %s"),
                          describe_order (odd), describe_order (usual));
  else
    marathon_import_note (job, nth - 1, (int) column, MARATHON_IMPORT_NOTE_DOUBTFUL, text,
                          /* Translators: "day before month" or the like */
                          _ ("this one and those with dots like it are read as %s all the same; the order asked for "
                             "is that of dates without dots"),
                          describe_order (marathon_import_get_order_of (seen.cell, text)));
}

/* --- The orders of all columns --- */

/* Makes the order of the first column that has one the order of the file. */
static void
take_order (MarathonImportJob *job, MarathonDateOrder order, const SeenOrders *seen)
{
  if (job->import->date_order != MARATHON_DATE_ORDER_UNKNOWN || order == MARATHON_DATE_ORDER_UNKNOWN
      || !is_any (seen))
    return;
  job->import->date_order = order;
  if (seen->proof != 0 && (seen->orders & ORDER_BIT (order)) != 0)
    job->import->date_line = marathon_csv_table_get_line (job->table, seen->proof - 1);
}

static void
look_at_dates (MarathonImportJob *job, guint column, SeenDates *seen)
{
  MarathonImportCell *cell = marathon_import_column (job, column);

  seen->undotted.orders = seen->dotted.orders = ALL_ORDERS;
  look_at_column (job, column, look_at_date, seen);
  cell->excel_days = seen->n_days * 2 >= seen->n_texts && seen->n_days > 0;
  if (cell->excel_days)
    note_excel_days (job, column, seen->day_row - 1);
  cell->date_order = job->import->date_asked ? job->options.date_order : get_proven_order (&seen->undotted);
  cell->dots_year_first = seen->dotted.orders == ORDER_BIT (MARATHON_DATE_ORDER_YMD);
  take_order (job, cell->date_order, &seen->undotted);
}

/* What dates with dots tell, once all else of the file has told its order. */
static void
settle_dotted_dates (MarathonImportJob *job, guint column, const SeenDates *seen)
{
  MarathonDateOrder asked = job->options.date_order, order = get_proven_order (&seen->dotted);
  gboolean as_asked = asked == MARATHON_DATE_ORDER_UNKNOWN || asked == order;

  /* Where they contradict each other, all that may be day first are. */
  if (order == MARATHON_DATE_ORDER_UNKNOWN)
    order = MARATHON_DATE_ORDER_DMY;
  take_order (job, job->import->date_asked ? asked : order, &seen->dotted);
  if (is_any (&seen->dotted) && (is_any (&seen->undotted) || seen->dotted.orders == 0 || !as_asked))
    note_several_orders (job, column);
}

/* First what is proven anywhere, then the columns that prove nothing. */
static void
find_date_orders (MarathonImportJob *job)
{
  g_autofree SeenDates *seen = g_new0 (SeenDates, job->columns->len + 1);

  job->import->date_asked = job->options.date_order != MARATHON_DATE_ORDER_UNKNOWN;
  for (guint column = 0; column < job->columns->len; column++)
    if (is_of_dates (marathon_import_column (job, column)))
      look_at_dates (job, column, &seen[column]);
  for (guint column = 0; column < job->columns->len; column++)
    if (is_of_dates (marathon_import_column (job, column))
        && marathon_import_column (job, column)->date_order == MARATHON_DATE_ORDER_UNKNOWN)
      guess_date_order (job, column, &seen[column]);
  for (guint column = 0; column < job->columns->len; column++)
    if (is_of_dates (marathon_import_column (job, column)))
      settle_dotted_dates (job, column, &seen[column]);
}

/* --- Times --- */

typedef struct {
  guint first_short; /* the first row, from 1, with "2:04", or 0 */
  guint first_long;  /* the first row, from 1, with "45:12", or 0 */
  guint n_hours;
  guint n_seconds;
} SeenTimes;

static void
look_at_time (const char *text, guint nth, gpointer data)
{
  SeenTimes *seen = data;
  MarathonImportTimeForm form = marathon_import_find_time_form (text);

  if (form == MARATHON_IMPORT_TIME_SHORT && seen->first_short == 0)
    seen->first_short = nth;
  else if (form == MARATHON_IMPORT_TIME_LONG && seen->first_long == 0)
    seen->first_long = nth;
  seen->n_hours += form == MARATHON_IMPORT_TIME_HOURS;
  seen->n_seconds += form == MARATHON_IMPORT_TIME_SECONDS;
}

static void
find_time_hint (MarathonImportJob *job, guint column)
{
  MarathonImportCell *cell = marathon_import_column (job, column);
  SeenTimes seen = { 0 };
  g_autofree char *copy = NULL;

  cell->short_hint = cell->long_hint = job->options.time_hint;
  look_at_column (job, column, look_at_time, &seen);
  cell->bare_minutes = seen.n_seconds == 0;
  cell->has_hours = seen.n_hours > 0 || (seen.first_short != 0 && job->options.time_hint != MARATHON_TIME_HINT_MINUTES);
  cell->dotted_hours = cell->has_hours && seen.first_long == 0;
  if (job->options.time_hint != MARATHON_TIME_HINT_NONE)
    return;
  cell->long_row = seen.first_long;
  cell->long_hint = MARATHON_TIME_HINT_MINUTES;
  /* Where both are met, "2:04" may be either. */
  cell->short_hint = seen.first_long == 0 ? MARATHON_TIME_HINT_HOURS : MARATHON_TIME_HINT_NONE;
  if (seen.first_short == 0 || seen.first_long != 0)
    return;
  marathon_import_note_column (
      job, column, MARATHON_IMPORT_NOTE_DOUBTFUL,
      _ ("times without seconds: “%s” in line %u and those like it are read as hours and minutes"),
      marathon_import_get_cell (job, seen.first_short - 1, (int) column, &copy),
      marathon_csv_table_get_line (job->table, seen.first_short - 1));
}

/* --- Sexes --- */

typedef struct {
  gboolean h;
  gboolean m;
  gboolean other; /* a woman by another word than M, or a man by another than H and M */
} SeenSexes;

static void
look_at_sex (const char *text, guint nth, gpointer data)
{
  SeenSexes *seen = data;
  int sex;

  if (g_ascii_strcasecmp (text, "H") == 0)
    seen->h = TRUE;
  else if (g_ascii_strcasecmp (text, "M") == 0)
    seen->m = TRUE;
  else
    {
      sex = marathon_import_find_sex (text);
      seen->other |= sex == MARATHON_SEX_MALE || sex == MARATHON_SEX_FEMALE;
    }
}

static void
find_meaning_of_m (MarathonImportJob *job, guint column)
{
  SeenSexes seen = { FALSE, FALSE, FALSE };

  look_at_column (job, column, look_at_sex, &seen);
  if (!seen.h || !seen.m || seen.other)
    return;
  marathon_import_column (job, column)->m_is_female = TRUE;
  marathon_import_note_column (job, column, MARATHON_IMPORT_NOTE_DOUBTFUL,
                               _ ("H and M, but no F: H is read as man (hombre, homem), M as woman (mujer, mulher)"));
}

/* --- Bibs and modes --- */

static void
look_at_bib (const char *text, guint nth, gpointer data)
{
  *(guint *) data += strcmp (text, "0") == 0;
}

static void
find_meaning_of_zero (MarathonImportJob *job, guint column)
{
  guint n_zeros = 0;

  look_at_column (job, column, look_at_bib, &n_zeros);
  if (n_zeros < 2)
    return;
  marathon_import_column (job, column)->zero_is_none = TRUE;
  marathon_import_note_column (
      job, column, MARATHON_IMPORT_NOTE_ALTERED,
      g_dngettext (GETTEXT_PACKAGE, "0 in %u row is read as no bib", "0 in %u rows is read as no bib", n_zeros),
      n_zeros);
}

static void
look_at_mode (const char *text, guint nth, gpointer data)
{
  gboolean *answers = data;

  *answers &= marathon_import_find_mode (text) >= 0 || marathon_import_find_yes_no (text) >= 0;
}

/* A column "Wheelchair" may hold a yes or no. */
static void
find_meaning_of_yes (MarathonImportJob *job, guint column)
{
  gboolean answers = TRUE;
  g_autofree char *name = g_utf8_strdown (marathon_import_column (job, column)->name, -1);

  look_at_column (job, column, look_at_mode, &answers);
  marathon_import_column (job, column)->yes_is_chair = answers && strstr (name, "wheelchair") != NULL;
}

void
marathon_import_survey (MarathonImportJob *job)
{
  find_date_orders (job);
  if (job->by_field[MARATHON_FIELD_CATEGORY] >= 0)
    marathon_import_take_sexes (job, (guint) job->by_field[MARATHON_FIELD_CATEGORY]);
  for (guint column = 0; column < job->columns->len; column++)
    {
      const MarathonFieldInfo *info = marathon_import_column (job, column)->info;

      if (info == NULL)
        continue;
      marathon_import_find_mode_column (job, column);
      if (info->type == MARATHON_FIELD_TYPE_TIME)
        find_time_hint (job, column);
      else if (info->field == MARATHON_FIELD_SEX)
        find_meaning_of_m (job, column);
      else if (info->field == MARATHON_FIELD_BIB && !job->canonical)
        find_meaning_of_zero (job, column);
      else if (info->field == MARATHON_FIELD_MODE)
        find_meaning_of_yes (job, column);
    }
}

/* --- Columns that are not what they are called --- */

typedef struct {
  guint n_good;
  guint n_bad;
} SeenFit;

static void
look_at_id (const char *text, guint nth, gpointer data)
{
  SeenFit *fit = data;

  if (strlen (text) == 16 && strspn (text, "0123456789abcdef") == 16)
    fit->n_good++;
  else
    fit->n_bad++;
}

gboolean
marathon_import_holds_ids (MarathonImportJob *job, guint column)
{
  SeenFit fit = { 0, 0 };

  look_at_column (job, column, look_at_id, &fit);
  return fit.n_bad == 0 || fit.n_good > fit.n_bad;
}

static void
look_at_class (const char *text, guint nth, gpointer data)
{
  SeenFit *fit = data;
  MarathonSportClass sport_class;

  if (marathon_import_parse_class (text, &sport_class))
    fit->n_good++;
  else
    fit->n_bad++;
}

gboolean
marathon_import_holds_classes (MarathonImportJob *job, guint column)
{
  SeenFit fit = { 0, 0 };

  look_at_column (job, column, look_at_class, &fit);
  return fit.n_bad == 0 || fit.n_good > 0;
}

static void
look_at_role (const char *text, guint nth, gpointer data)
{
  SeenFit *fit = data;

  if (marathon_import_find_guide_role (text) >= 0)
    fit->n_good++;
  else if (!marathon_import_means_athlete (text))
    fit->n_bad++;
}

gboolean
marathon_import_holds_guide_roles (const MarathonImportJob *job, guint column)
{
  SeenFit fit = { 0, 0 };

  look_at_column (job, column, look_at_role, &fit);
  return fit.n_good > fit.n_bad;
}
