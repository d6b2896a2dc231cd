/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bibs of a planned event.
 */
#include "job/race-bibs.h"

#include <string.h>

#include "model/bib-block.h"
#include "model/group.h"

char *
race_bibs_identify (const char *bib)
{
  gsize letters = strcspn (bib, "0123456789");
  const char *number = bib + letters + strspn (bib + letters, "0");
  g_autofree char *prefix = g_utf8_casefold (bib, (gssize) letters);

  return g_strconcat (prefix, "|", *number != '\0' ? number : "0", NULL);
}

/* --- Once --- */

/* @who is for the message. */
static void
note_bib (GHashTable *seen, const char *bib, const char *who)
{
  g_autofree char *identity = NULL;

  if (*bib == '\0')
    return;
  identity = race_bibs_identify (bib);
  if (g_hash_table_contains (seen, identity))
    g_error ("bib %s stands twice: %s and %s", bib, (const char *) g_hash_table_lookup (seen, identity), who);
  g_hash_table_insert (seen, g_steal_pointer (&identity), g_strdup (who));
}

static void
note_guides (MarathonEvent *event, const MarathonEntrant *entrant, const char *athlete, GHashTable *seen)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    {
      g_autofree char *who = g_strdup_printf ("guide %u of %s", i + 1, athlete);

      note_bib (seen, marathon_event_text (event, view.guides[i].bib), who);
    }
}

static void
check_once (MarathonEvent *event)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  MarathonRoster *roster = marathon_event_get_roster (event);
  MarathonRecordList *groups = marathon_event_get_list (event, MARATHON_LIST_GROUPS);

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);
      g_autofree char *who = marathon_event_get_full_name (event, entrant);

      note_bib (seen, marathon_event_text (event, entrant->bib), who);
      note_guides (event, entrant, who, seen);
    }
  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    note_bib (seen, ((MarathonGroup *) marathon_record_list_get (groups, i))->bib, "a group");
}

/* --- Blocks --- */

typedef struct {
  MarathonBibBlock *block;
  gsize prefix_length;
  guint64 n_free; /* numbers that a plan may give, less those that it gave */
  guint32 last;   /* the highest number that a plan may give */
} Limits;

/* As many of the highest numbers as late_share per cent of all, rounded up, are kept. */
static void
measure_block (const MarathonBibBlock *block, Limits *limits)
{
  guint64 count = marathon_number_ranges_count (block->numbers);
  guint32 number = 0;

  limits->n_free = count - (count * block->late_share + 99) / 100;
  for (guint64 i = 0; i < limits->n_free; i++)
    {
      g_assert_true (marathon_number_ranges_next (block->numbers, number, &limits->last));
      number = limits->last + 1;
    }
}

static GHashTable *
measure_blocks (MarathonEvent *event)
{
  GHashTable *limits = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  MarathonRecordList *blocks = marathon_event_get_list (event, MARATHON_LIST_BIB_BLOCKS);

  for (guint i = 0; i < marathon_record_list_get_size (blocks); i++)
    {
      Limits *limit = g_new0 (Limits, 1);

      limit->block = marathon_record_list_get (blocks, i);
      limit->prefix_length = strlen (limit->block->prefix);
      measure_block (limit->block, limit);
      g_hash_table_insert (limits, GUINT_TO_POINTER (marathon_record_get_handle (MARATHON_RECORD (limit->block))),
                           limit);
    }
  return limits;
}

static gboolean
is_for (MarathonEvent *event, const MarathonBibBlock *block, const MarathonEntrant *entrant)
{
  return (block->categories[0] == 0 || marathon_handles_contain (block->categories, entrant->category))
         && (block->waves[0] == 0 || marathon_handles_contain (block->waves, entrant->wave))
         && (block->routes[0] == NULL || g_strv_contains (block->routes, marathon_event_text (event, entrant->route)));
}

static void
check_given (MarathonEvent *event, const MarathonEntrant *entrant, Limits *limits)
{
  const char *bib = marathon_event_text (event, entrant->bib);
  guint64 number;

  g_assert_nonnull (limits);
  if (!g_str_has_prefix (bib, limits->block->prefix)
      || !g_ascii_string_to_unsigned (bib + limits->prefix_length, 10, 0, limits->last, &number, NULL)
      || !marathon_number_ranges_contains (limits->block->numbers, (guint32) number))
    g_error ("bib %s is outside its block %s", bib, limits->block->name);
  g_assert_true (is_for (event, limits->block, entrant));
  g_assert_cmpuint (limits->n_free, >, 0);
  limits->n_free--;
}

static void
check_missing (MarathonEvent *event, const MarathonEntrant *entrant, GHashTable *limits)
{
  g_autofree char *name = marathon_event_describe_entrant (event, entrant);
  GHashTableIter iter;
  gpointer limit;

  g_hash_table_iter_init (&iter, limits);
  while (g_hash_table_iter_next (&iter, NULL, &limit))
    if (is_for (event, ((Limits *) limit)->block, entrant) && ((Limits *) limit)->n_free > 0)
      g_error ("%s has no bib while %s has free numbers", name, ((Limits *) limit)->block->name);
}

guint
race_bibs_check (MarathonEvent *event)
{
  g_autoptr (GHashTable) limits = measure_blocks (event);
  MarathonRoster *roster = marathon_event_get_roster (event);
  guint n_missing = 0;

  check_once (event);
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      if (entrant->status != MARATHON_STATUS_ACCEPTED)
        g_assert_cmpuint (entrant->bib, ==, 0);
      else if (entrant->bib != 0)
        check_given (event, entrant, g_hash_table_lookup (limits, GUINT_TO_POINTER (entrant->bib_block)));
    }
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    if (marathon_roster_get (roster, i)->status == MARATHON_STATUS_ACCEPTED
        && marathon_roster_get (roster, i)->bib == 0)
      {
        check_missing (event, marathon_roster_get (roster, i), limits);
        n_missing++;
      }
  return n_missing;
}
