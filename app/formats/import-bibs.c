/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Giving the bibs that a file asks for: each number to one person, and everybody named where two want the same.
 *
 * People of the event who get another bib give up theirs first, so a file may exchange bibs. Whoever is refused keeps
 * the old bib, which may refuse it to another in turn.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>

#include "base/bib.h"
#include "model/group.h"

#define NONE MARATHON_IMPORT_KEYS_NONE

static MarathonImportPerson *
get_person (const MarathonImportJob *job, guint index)
{
  return &g_array_index (job->people, MarathonImportPerson, index);
}

static guint64
wanted_key (const MarathonImportPerson *person)
{
  return ((guint64) person->bib_prefix << 32 | person->bib_number) + 1;
}

/* --- Who has which --- */

static void
hold (MarathonImportJob *job, guint64 key, MarathonImportHolder holder)
{
  marathon_import_keys_set (job->bibs, key, job->holders->len);
  g_array_append_val (job->holders, holder);
}

static const MarathonImportHolder *
find_holder (const MarathonImportJob *job, guint64 key)
{
  guint32 index = marathon_import_keys_get (job->bibs, key);

  return index != NONE ? &g_array_index (job->holders, MarathonImportHolder, index) : NULL;
}

static void
collect_groups (MarathonImportJob *job)
{
  MarathonRecordList *groups = marathon_event_get_list (job->event, MARATHON_LIST_GROUPS);
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;

  for (guint i = 0; i < marathon_record_list_get_size (groups); i++)
    {
      MarathonGroup *group = marathon_record_list_get (groups, i);
      MarathonImportHolder holder = { { MARATHON_HOLDER_GROUP, i, 0 }, NONE, NONE };

      if (*group->bib != '\0' && marathon_bib_parse (group->bib, prefix, &number))
        hold (job, ((guint64) marathon_event_add_text (job->event, prefix) << 32 | number) + 1, holder);
    }
}

static void
collect_entrant (MarathonImportJob *job, guint position)
{
  const MarathonEntrant *entrant = marathon_roster_get (job->roster, position);
  MarathonImportHolder holder = { { MARATHON_HOLDER_ENTRANT, position, 0 }, NONE, NONE };
  MarathonDetailsView view;

  if (entrant->bib != 0)
    hold (job, marathon_entrant_bib_key (entrant), holder);
  if (entrant->details == 0)
    return;
  marathon_details_store_get (marathon_event_get_details (job->event), entrant->details, &view);
  holder.holder.kind = MARATHON_HOLDER_GUIDE;
  for (guint i = 0; i < view.n_guides; i++)
    {
      holder.holder.guide = i;
      if (view.guides[i].bib != 0)
        hold (job, marathon_guide_bib_key (&view.guides[i]), holder);
    }
}

static void
collect_holders (MarathonImportJob *job)
{
  if (job->bibs != NULL)
    return;
  job->bibs = marathon_import_keys_new ();
  collect_groups (job);
  for (guint i = 0; i < marathon_roster_get_size (job->roster); i++)
    collect_entrant (job, i);
}

/* Returns: (transfer full): "Ada Okafor (line 12)". */
static char *
describe (const MarathonImportJob *job, const MarathonImportHolder *holder)
{
  g_autofree char *name = NULL;
  guint32 row = holder->row;

  if (holder->person == NONE && row == NONE)
    return marathon_event_describe_holder (job->event, &holder->holder);
  if (holder->person != NONE)
    {
      name = marathon_event_get_full_name (job->event, &get_person (job, holder->person)->value);
      row = get_person (job, holder->person)->row;
    }
  else
    name = g_strdup (_ ("a guide"));
  return g_strdup_printf (_ ("%s (line %u)"), name, marathon_csv_table_get_line (job->table, row));
}

/* --- Whether somebody may get another bib --- */

static gboolean
may_change (MarathonImportJob *job, MarathonImportPerson *person)
{
  const MarathonFlags kept = MARATHON_FLAG_BIB_PINNED | MARATHON_FLAG_PRINTED | MARATHON_FLAG_COLLECTED;
  const char *old = marathon_event_text (job->event, person->value.bib);
  const char *found = marathon_event_text (job->event, person->bib);
  int column = job->by_field[MARATHON_FIELD_BIB];

  if (person->position == NONE || person->value.bib == 0)
    return TRUE;
  if (marathon_entrant_bib_key (&person->value) == wanted_key (person))
    return FALSE;
  if (job->options.bibs == MARATHON_IMPORT_BIBS_FILL)
    marathon_import_note (job, person->row, column, MARATHON_IMPORT_NOTE_REFUSED, found,
                          _ ("not taken: has bib %s in the event"), old);
  else if (job->options.bibs == MARATHON_IMPORT_BIBS_KEEP
           && (marathon_roster_get (job->roster, person->position)->flags & kept) != 0)
    marathon_import_note (job, person->row, column, MARATHON_IMPORT_NOTE_REFUSED, found,
                          _ ("not taken: bib %s is pinned, printed or collected in the event"), old);
  else
    return TRUE;
  return FALSE;
}

/* --- Giving --- */

static void
note_clash (MarathonImportJob *job, const MarathonImportPerson *person, const MarathonImportHolder *holder)
{
  g_autofree char *name = marathon_event_get_full_name (job->event, &person->value);
  g_autofree char *other = describe (job, holder);

  marathon_import_note (job, person->row, job->by_field[MARATHON_FIELD_BIB], MARATHON_IMPORT_NOTE_REFUSED,
                        marathon_event_text (job->event, person->bib),
                        /* Translators: two people */
                        _ ("not given to %s: it belongs to %s"), name, other);
}

/* What only somebody with a bib has, where a file of our own gives it. */
static void
clear (MarathonEntrant *value)
{
  value->bib_block = 0;
  value->flags &= (guint16) ~(MARATHON_FLAG_BIB_PINNED | MARATHON_FLAG_PRINTED);
}

/* Refuses the person's bib; who has got the old one loses it again. */
static void
refuse (MarathonImportJob *job, guint index, MarathonImportHolder holder)
{
  for (;;)
    {
      MarathonImportPerson *person = get_person (job, index);
      MarathonImportHolder back = { { MARATHON_HOLDER_ENTRANT, person->position, 0 }, NONE, NONE };
      const MarathonImportHolder *other;
      guint64 old = person->position != NONE ? marathon_entrant_bib_key (&person->value) : 0;

      note_clash (job, person, &holder);
      person->wants_bib = FALSE;
      if (old == 0)
        {
          clear (&person->value);
          return;
        }
      other = find_holder (job, old);
      index = other != NULL ? other->person : NONE;
      hold (job, old, back);
      if (index == NONE)
        return;
      holder = back;
    }
}

static void
give (MarathonImportJob *job, MarathonImportPerson *person)
{
  MarathonEntrant *value = &person->value;
  gboolean had_bib = value->bib != 0;

  value->bib = person->bib;
  value->bib_prefix = person->bib_prefix;
  value->bib_number = person->bib_number;
  if (job->by_field[MARATHON_FIELD_PINS] < 0)
    {
      job->import->n_pinned_bibs += (value->flags & MARATHON_FLAG_BIB_PINNED) == 0;
      value->flags |= MARATHON_FLAG_BIB_PINNED;
    }
  if (job->by_field[MARATHON_FIELD_BIB_BLOCK] < 0)
    value->bib_block = 0;
  if (!had_bib || person->position == NONE)
    return;
  if ((value->flags & (MARATHON_FLAG_PRINTED | MARATHON_FLAG_COLLECTED)) != 0)
    marathon_import_note (job, person->row, job->by_field[MARATHON_FIELD_BIB], MARATHON_IMPORT_NOTE_DOUBTFUL,
                          marathon_event_text (job->event, person->bib),
                          _ ("replaces a bib that is printed or collected"));
  value->flags &= (guint16) ~MARATHON_FLAG_PRINTED;
}

static void
claim (MarathonImportJob *job, guint index)
{
  MarathonImportHolder holder = { { MARATHON_HOLDER_NONE, 0, 0 }, index, NONE };
  guint64 key = wanted_key (get_person (job, index));
  const MarathonImportHolder *other = find_holder (job, key);

  if (other != NULL)
    refuse (job, index, *other);
  else
    hold (job, key, holder);
}

void
marathon_import_settle_bibs (MarathonImportJob *job)
{
  if (job->by_field[MARATHON_FIELD_BIB] < 0)
    return;
  collect_holders (job);
  for (guint i = 0; i < job->people->len; i++)
    {
      MarathonImportPerson *person = get_person (job, i);

      person->wants_bib = person->wants_bib && may_change (job, person);
      if (person->wants_bib && person->position != NONE && person->value.bib != 0)
        marathon_import_keys_set (job->bibs, marathon_entrant_bib_key (&person->value), NONE);
    }
  for (guint i = 0; i < job->people->len; i++)
    if (get_person (job, i)->wants_bib)
      claim (job, i);
  for (guint i = 0; i < job->people->len; i++)
    {
      MarathonImportPerson *person = get_person (job, i);

      if (person->wants_bib)
        give (job, person);
    }
}

/* --- Guides, and athletes by their bib --- */

gboolean
marathon_import_settle_guide_bib (MarathonImportJob *job, const MarathonGuide *guide, guint64 old_key, guint row,
                                  int column)
{
  MarathonImportHolder holder = { { MARATHON_HOLDER_NONE, 0, 0 }, NONE, row };
  guint64 key = marathon_guide_bib_key (guide);
  const MarathonImportHolder *other;
  g_autofree char *description = NULL;

  if (key == 0 || key == old_key)
    return TRUE;
  collect_holders (job);
  other = find_holder (job, key);
  if (other != NULL)
    {
      description = describe (job, other);
      marathon_import_note (job, row, column, MARATHON_IMPORT_NOTE_REFUSED,
                            marathon_event_text (job->event, guide->bib), _ ("not given to %s %s: it belongs to %s"),
                            marathon_event_text (job->event, guide->given),
                            marathon_event_text (job->event, guide->family), description);
      return FALSE;
    }
  if (old_key != 0)
    marathon_import_keys_set (job->bibs, old_key, NONE);
  hold (job, key, holder);
  return TRUE;
}

MarathonImportWho
marathon_import_find_bib (MarathonImportJob *job, const char *text)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number;
  const MarathonImportHolder *holder;

  if (!marathon_bib_parse (text, prefix, &number))
    return NONE;
  collect_holders (job);
  holder = find_holder (job, ((guint64) marathon_event_add_text (job->event, prefix) << 32 | number) + 1);
  if (holder == NULL)
    return NONE;
  if (holder->person != NONE)
    {
      guint32 position = get_person (job, holder->person)->position;

      return position != NONE ? position : marathon_import_who_of_person (job, holder->person);
    }
  return holder->row == NONE && holder->holder.kind == MARATHON_HOLDER_ENTRANT ? holder->holder.position : NONE;
}
