/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records in one line: parts that say something, one behind the other.
 */
#include "planning/record-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/bib-block.h"
#include "model/category.h"
#include "model/record-name.h"
#include "model/sport-class.h"
#include "model/start.h"
#include "model/wave.h"

/* How many things are told by their names. */
#define MOST_NAMES 3

/* --- Parts --- */

static GPtrArray *
new_parts (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* @part: (transfer full) (nullable): "" and %NULL say nothing */
static void
take_part (GPtrArray *parts, char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static char *
join (GPtrArray *parts, const char *separator)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

/* "Red 1, Red 2, Red 3 and 2 more"; "" for no names. */
static char *
join_names (GPtrArray *names)
{
  guint n_more = names->len > MOST_NAMES + 1 ? names->len - MOST_NAMES : 0;
  g_autofree char *joined = NULL;

  if (n_more > 0)
    g_ptr_array_set_size (names, MOST_NAMES);
  joined = join (names, ", ");
  if (n_more == 0)
    return g_steal_pointer (&joined);
  /* Translators: some names, then how many are not told: "Red 1, Red 2, Red 3 and 2 more" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n_more), joined, n_more);
}

/* A route may be called like a category, which is said once. Takes @name over. */
static void
add_name (GPtrArray *names, char *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

static void
add_records (GPtrArray *names, MarathonEvent *event, MarathonListId list, const guint32 *handles)
{
  for (guint i = 0; handles != NULL && handles[i] != 0; i++)
    {
      MarathonRecord *record = marathon_event_get_record (event, list, handles[i]);

      if (record != NULL)
        add_name (names, marathon_record_get_full_name (event, record));
    }
}

static void
add_routes (GPtrArray *names, const char *const *routes)
{
  for (guint i = 0; routes != NULL && routes[i] != NULL; i++)
    add_name (names, g_strdup (marathon_route_get_label (routes[i])));
}

/* "for Elite men": whatever @handles and @routes name; %NULL where they name nothing. */
static char *
describe_users (GPtrArray *names)
{
  g_autofree char *joined = NULL;

  if (names->len == 0)
    return NULL;
  joined = join_names (names);
  /* Translators: categories, waves or entry routes: "for Elite men, Elite women" */
  return g_strdup_printf (_ ("for %s"), joined);
}

/* --- Categories --- */

static char *
describe_mode (const MarathonCategory *category)
{
  static const char *const modes[] = {
    [MARATHON_MODE_RUNNING] = N_ ("running"),     [MARATHON_MODE_RACING_CHAIR] = N_ ("racing wheelchair"),
    [MARATHON_MODE_HANDCYCLE] = N_ ("handcycle"), [MARATHON_MODE_FRAME] = N_ ("running frame"),
    [MARATHON_MODE_EVERYDAY_CHAIR] = N_ ("everyday wheelchair"),
  };

  return g_strdup (_ (modes[category->mode]));
}

static char *
describe_classes (const MarathonCategory *category)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; category->classes != NULL && category->classes[i] != 0; i++)
    {
      char name[4];

      marathon_sport_class_write (category->classes[i], name);
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

static char *
describe_ages (const MarathonCategory *category)
{
  if (category->age_from == 0 && category->age_to == 0)
    return NULL;
  if (category->age_to == 0)
    return g_strdup_printf (_ ("aged %u and over"), category->age_from);
  if (category->age_from == 0)
    return g_strdup_printf (_ ("aged up to %u"), category->age_to);
  return g_strdup_printf ("%u–%u", category->age_from, category->age_to);
}

static char *
describe_routes (const MarathonCategory *category)
{
  g_autoptr (GPtrArray) names = new_parts ();
  g_autofree char *joined = NULL;

  add_routes (names, category->routes);
  if (names->len == 0)
    return NULL;
  joined = join (names, "/");
  return g_strdup_printf (_ ("entry route %s"), joined);
}

static char *
describe_qualifying (const MarathonCategory *category)
{
  g_autofree char *time = marathon_time_format (category->qualifying);

  return *time != '\0' ? g_strdup_printf (_ ("qualifying time within %s"), time) : NULL;
}

static char *
describe_guides (const MarathonCategory *category)
{
  switch (category->guide_rule)
    {
    case MARATHON_GUIDE_RULE_REQUIRED:
      return g_strdup (_ ("with guides"));
    case MARATHON_GUIDE_RULE_ALLOWED:
      return g_strdup (_ ("guides allowed"));
    case MARATHON_GUIDE_RULE_FORBIDDEN:
      return g_strdup (_ ("without guides"));
    default:
      return NULL;
    }
}

static char *
summarize_category (const MarathonCategory *category)
{
  g_autoptr (GPtrArray) parts = new_parts ();

  take_part (parts, g_strdup (_ (marathon_category_sex_words[category->sex].label)));
  take_part (parts, describe_mode (category));
  take_part (parts, describe_classes (category));
  take_part (parts, describe_ages (category));
  take_part (parts, describe_routes (category));
  take_part (parts, describe_qualifying (category));
  take_part (parts, describe_guides (category));
  return join (parts, ", ");
}

/* --- Starts and waves --- */

static char *
summarize_start (const MarathonStart *start)
{
  g_autoptr (GPtrArray) parts = new_parts ();

  take_part (parts, g_strdup (start->place));
  if (start->share > 0)
    take_part (parts, g_strdup_printf (_ ("%u%% of the field"), start->share));
  return join (parts, " · ");
}

static char *
describe_band (const MarathonWave *wave)
{
  g_autofree char *from = marathon_time_format (wave->from);
  g_autofree char *to = marathon_time_format (wave->to);

  if (*from != '\0' && *to != '\0')
    return g_strdup_printf (_ ("predicted %s to %s"), from, to);
  if (*from != '\0')
    return g_strdup_printf (_ ("predicted from %s"), from);
  return *to != '\0' ? g_strdup_printf (_ ("predicted under %s"), to) : NULL;
}

static char *
summarize_wave (MarathonEvent *event, const MarathonWave *wave)
{
  g_autoptr (GPtrArray) parts = new_parts ();
  g_autoptr (GPtrArray) names = new_parts ();

  take_part (parts, marathon_clock_format (wave->time));
  take_part (parts, describe_band (wave));
  add_records (names, event, MARATHON_LIST_CATEGORIES, wave->categories);
  add_routes (names, wave->routes);
  take_part (parts, describe_users (names));
  if (parts->len == 0)
    take_part (parts, g_strdup (_ ("No time yet")));
  return join (parts, " · ");
}

/* --- Bib blocks --- */

static char *
describe_numbers (const MarathonBibBlock *block)
{
  g_autofree char *numbers = marathon_number_ranges_describe (block->numbers);
  /* "R1–99", but "R 1–99; 200–300": the letters are of all the numbers. */
  const char *gap = *block->prefix != '\0' && strchr (numbers, ' ') != NULL ? " " : "";

  return *numbers != '\0' ? g_strconcat (block->prefix, gap, numbers, NULL) : g_strdup (_ ("No numbers yet"));
}

static char *
describe_order (const MarathonBibBlock *block)
{
  static const char *const orders[] = {
    [MARATHON_BIB_ORDER_PREDICTED] = N_ ("by predicted time"),
    [MARATHON_BIB_ORDER_RANK] = N_ ("by rank"),
    [MARATHON_BIB_ORDER_PB] = N_ ("by personal best"),
    [MARATHON_BIB_ORDER_QUALIFYING] = N_ ("by qualifying time"),
    [MARATHON_BIB_ORDER_NAME] = N_ ("by name"),
    [MARATHON_BIB_ORDER_ENTERED] = N_ ("by entry date"),
    [MARATHON_BIB_ORDER_WAVE] = N_ ("by wave"),
  };

  return g_strdup (_ (orders[block->order]));
}

static char *
summarize_block (MarathonEvent *event, const MarathonBibBlock *block)
{
  g_autoptr (GPtrArray) parts = new_parts ();
  g_autoptr (GPtrArray) names = new_parts ();

  take_part (parts, describe_numbers (block));
  add_records (names, event, MARATHON_LIST_CATEGORIES, block->categories);
  add_records (names, event, MARATHON_LIST_WAVES, block->waves);
  add_routes (names, block->routes);
  take_part (parts, names->len > 0 ? describe_users (names) : g_strdup (_ ("for everybody")));
  take_part (parts, describe_order (block));
  if (block->late_share > 0)
    take_part (parts, g_strdup_printf (_ ("%u%% kept for late entries"), block->late_share));
  return join (parts, " · ");
}

char *
marathon_record_summarize (MarathonEvent *event, MarathonRecord *record)
{
  if (MARATHON_IS_CATEGORY (record))
    return summarize_category (MARATHON_CATEGORY (record));
  if (MARATHON_IS_START (record))
    return summarize_start (MARATHON_START (record));
  if (MARATHON_IS_WAVE (record))
    return summarize_wave (event, MARATHON_WAVE (record));
  g_return_val_if_fail (MARATHON_IS_BIB_BLOCK (record), g_strdup (""));
  return summarize_block (event, MARATHON_BIB_BLOCK (record));
}
