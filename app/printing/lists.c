/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of the lists.
 */
#include "printing/lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/model-error.h"
#include "printing/list-builder.h"

typedef struct {
  MarathonListInfo info;
  MarathonListFunc build;
} Row;

static const Row rows[] = {
  { { "bibs", N_ ("Bib list"), MARATHON_AUDIENCE_PUBLIC, FALSE,
      N_ ("Everybody by number, for the desks") }, marathon_list_build_bibs },
  { { "categories", N_ ("Start lists by category"), MARATHON_AUDIENCE_PUBLIC, FALSE,
      N_ ("Who starts in which category, to be posted") }, marathon_list_build_categories },
  { { "waves", N_ ("Start lists by wave"), MARATHON_AUDIENCE_PUBLIC, FALSE,
      N_ ("Who starts in which wave, to be posted") }, marathon_list_build_waves },
  { { "alphabetical", N_ ("Alphabetical list"), MARATHON_AUDIENCE_PUBLIC, FALSE,
      N_ ("Find your bib by your name, to be posted") }, marathon_list_build_alphabetical },
  { { "guides", N_ ("Guides"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("Athletes and those who guide them") }, marathon_list_build_guides },
  { { "check-in", N_ ("Check-in sheets"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("Boxes to tick where bibs are handed out") }, marathon_list_build_check_in },
  { { "marshals", N_ ("Marshal sheets"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("One sheet per wave for those at the gates") }, marathon_list_build_marshals },
  { { "officials", N_ ("Officials"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("Who does what, and where") }, marathon_list_build_officials },
  { { "groups", N_ ("Groups"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("Teams, pairs and who is in them") }, marathon_list_build_groups },
  { { "charities", N_ ("Charities"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("Who runs for whom") }, marathon_list_build_charities },
  { { "media", N_ ("Media list"), MARATHON_AUDIENCE_PUBLIC, FALSE,
      N_ ("Elite fields, honours, stories") }, marathon_list_build_media },
  { { "medical", N_ ("Medical list"), MARATHON_AUDIENCE_MEDICAL, TRUE,
      N_ ("Emergency contacts and notes, for the doctors") }, marathon_list_build_medical },
  { { "problems", N_ ("Problems"), MARATHON_AUDIENCE_OFFICIALS, FALSE,
      N_ ("What is still to be put right") }, marathon_list_build_problems },
  { { "entrants", N_ ("Entrants"), MARATHON_AUDIENCE_PUBLIC, FALSE,
      N_ ("All entrants with all their details") }, marathon_list_build_entrants },
};

guint
marathon_list_info_count (void)
{
  return G_N_ELEMENTS (rows);
}

const MarathonListInfo *
marathon_list_info_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (rows), NULL);

  return &rows[index].info;
}

static const Row *
find_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].info.name, name) == 0)
      return &rows[i];
  return NULL;
}

const MarathonListInfo *
marathon_list_info_find (const char *name)
{
  const Row *row = find_row (name);

  return row != NULL ? &row->info : NULL;
}

static void
refuse_name (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_string_append (names, i > 0 ? ", " : "");
      g_string_append (names, rows[i].info.name);
    }
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE, _ ("there is no list “%s”; the lists are: %s"), name,
               names->str);
}

static gboolean
check_audience (const MarathonListInfo *info, MarathonAudience audience, GError **error)
{
  if (!info->personal || audience == info->audience || audience == MARATHON_AUDIENCE_EVERYTHING)
    return TRUE;
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE,
               /* Translators: the name of a list, then the words for audiences on the command line. */
               _ ("the list “%s” holds personal data: it is not for the audience “%s”, only for “%s” and “%s”"), info->name,
               marathon_audience_words[audience].word, marathon_audience_words[info->audience].word,
               marathon_audience_words[MARATHON_AUDIENCE_EVERYTHING].word);
  return FALSE;
}

MarathonReport *
marathon_list_build (MarathonEvent *event, const char *name, const MarathonListOptions *options, GError **error)
{
  g_autoptr (MarathonListBuilder) builder = NULL;
  const Row *row;

  g_return_val_if_fail (event != NULL && name != NULL && options != NULL, NULL);

  row = find_row (name);
  if (row == NULL)
    {
      refuse_name (name, error);
      return NULL;
    }
  if (!check_audience (&row->info, options->audience, error))
    return NULL;
  builder = marathon_list_builder_new (event, &row->info, options, error);
  if (builder == NULL)
    return NULL;
  row->build (builder);
  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  return marathon_list_builder_finish (builder);
}
