/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making random edits of each kind. The steps are in random-step.c.
 */
#include "laws/random-edit.h"

#include <string.h>

/* The most entrants of one edit of a small event; a large one is now and then changed whole. */
#define MANY 12

/* Positions of an edit, ascending, and the values that go there. */
typedef struct {
  MarathonPlace place;
  GArray *positions; /* of guint32 */
  GArray *values;    /* of MarathonEntrant */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_array_unref (choice->positions);
  g_array_unref (choice->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static void
choice_init (Choice *choice, MarathonPlace place)
{
  choice->place = place;
  choice->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  choice->values = g_array_new (FALSE, FALSE, sizeof (MarathonEntrant));
}

static const guint32 *
positions_of (const Choice *choice)
{
  return (const guint32 *) (gconstpointer) choice->positions->data;
}

/* --- Choosing --- */

static MarathonPlace
choose_place (RandomSource *random)
{
  return random_happens (random, 85) ? MARATHON_PLACE_ROSTER : MARATHON_PLACE_BIN;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* Takes at most @n different positions below @size. */
static void
choose_positions (RandomSource *random, Choice *choice, guint n, guint size)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < MIN (n, size); i++)
    {
      guint32 position = random_below (random, size);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (position + 1)))
        g_array_append_val (choice->positions, position);
    }
  g_array_sort (choice->positions, compare_positions);
}

static guint
choose_count (RandomSource *random, guint size)
{
  return size > 1000 && random_happens (random, 30) ? size : 1 + random_below (random, MANY);
}

static const MarathonEntrant *
get_chosen (MarathonEvent *event, const Choice *choice, guint index)
{
  return marathon_roster_get (marathon_event_get_place (event, choice->place),
                              g_array_index (choice->positions, guint32, index));
}

/* --- Changing entrants --- */

static MarathonEdit *
make_change (MarathonEvent *event, const Choice *choice)
{
  return marathon_edit_new_change_entrants (event, choice->place, positions_of (choice),
                                            (const MarathonEntrant *) (gconstpointer) choice->values->data,
                                            choice->positions->len);
}

static const MarathonFieldInfo *
choose_field (RandomSource *random, GPtrArray *fields)
{
  return g_ptr_array_index (fields, 1 + random_below (random, fields->len - 1)); /* not the id */
}

static void
set_field (RandomSource *random, MarathonEntrantDraft *draft, const MarathonFieldInfo *info)
{
  g_autofree char *text = random_field_text (random, draft->event, info);
  g_autoptr (GError) error = NULL;

  marathon_entrant_draft_set_text (draft, info, text, &error);
  g_assert_no_error (error);
}

/* Changes up to @n entrants: a few fields, the same for all of them. */
static MarathonEdit *
change_fields (RandomSource *random, MarathonEvent *event, guint n)
{
  g_auto (Choice) choice = { 0 };
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  const MarathonFieldInfo *chosen[4];
  guint n_chosen = 1 + random_below (random, G_N_ELEMENTS (chosen));
  MarathonEntrantDraft draft;

  choice_init (&choice, choose_place (random));
  choose_positions (random, &choice, n, marathon_roster_get_size (marathon_event_get_place (event, choice.place)));
  for (guint i = 0; i < n_chosen; i++)
    chosen[i] = choose_field (random, fields);
  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < choice.positions->len; i++)
    {
      marathon_entrant_draft_start (&draft, get_chosen (event, &choice, i));
      for (guint f = 0; f < n_chosen; f++)
        set_field (random, &draft, chosen[f]);
      g_array_append_vals (choice.values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  return make_change (event, &choice);
}

/* Adds, changes, exchanges or removes a guide. */
static void
change_guides (RandomSource *random, MarathonEntrantDraft *draft)
{
  guint n = draft->guides->len;
  guint index = random_below (random, n);

  if (n == 0 || random_happens (random, 30))
    {
      random_guide_add (random, draft);
      return;
    }
  if (random_happens (random, 30))
    g_array_remove_index (draft->guides, index);
  else if (random_happens (random, 30))
    {
      MarathonGuide first = g_array_index (draft->guides, MarathonGuide, 0);

      g_array_index (draft->guides, MarathonGuide, 0) = g_array_index (draft->guides, MarathonGuide, index);
      g_array_index (draft->guides, MarathonGuide, index) = first;
    }
  else
    {
      MarathonGuideField field = 1 + random_below (random, MARATHON_N_GUIDE_FIELDS - 1);
      g_autofree char *text = random_guide_text (random, draft->event, field);

      marathon_guide_set_text (draft->event, &g_array_index (draft->guides, MarathonGuide, index), field, text, NULL);
    }
  draft->details_changed = TRUE;
}

static MarathonEdit *
edit_guides (RandomSource *random, MarathonEvent *event)
{
  g_auto (Choice) choice = { 0 };
  g_autoptr (GPtrArray) fields = marathon_event_list_fields (event);
  MarathonEntrantDraft draft;

  choice_init (&choice, choose_place (random));
  choose_positions (random, &choice, 4, marathon_roster_get_size (marathon_event_get_place (event, choice.place)));
  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < choice.positions->len; i++)
    {
      marathon_entrant_draft_start (&draft, get_chosen (event, &choice, i));
      change_guides (random, &draft);
      if (random_happens (random, 30))
        set_field (random, &draft, choose_field (random, fields));
      g_array_append_vals (choice.values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  return make_change (event, &choice);
}

static void
take_bib (MarathonEvent *event, MarathonEntrantDraft *draft, const MarathonEntrant *from)
{
  MarathonDetailsView view;

  draft->value.bib = from->bib;
  draft->value.bib_prefix = from->bib_prefix;
  draft->value.bib_number = from->bib_number;
  marathon_details_store_get (marathon_event_get_details (event), from->details, &view);
  for (guint i = 0; i < draft->guides->len; i++)
    {
      MarathonGuide *guide = &g_array_index (draft->guides, MarathonGuide, i);
      MarathonGuide none = { 0 };
      const MarathonGuide *other = i < view.n_guides ? &view.guides[i] : &none;

      guide->bib = other->bib;
      guide->bib_prefix = other->bib_prefix;
      guide->bib_number = other->bib_number;
      draft->details_changed = TRUE;
    }
}

/* Everybody chosen gets the bib of the next, and the guides get those of the next one's guides. */
static MarathonEdit *
exchange_bibs (RandomSource *random, MarathonEvent *event)
{
  g_auto (Choice) choice = { 0 };
  MarathonEntrantDraft draft;
  guint n;

  choice_init (&choice, MARATHON_PLACE_ROSTER);
  choose_positions (random, &choice, 6, marathon_roster_get_size (marathon_event_get_roster (event)));
  n = choice.positions->len;
  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < n; i++)
    {
      marathon_entrant_draft_start (&draft, get_chosen (event, &choice, i));
      take_bib (event, &draft, get_chosen (event, &choice, (i + 1) % n));
      g_array_append_vals (choice.values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  return make_change (event, &choice);
}

/* --- Entrants that come and go --- */

static MarathonEdit *
insert_entrants (RandomSource *random, MarathonEvent *event)
{
  g_auto (Choice) choice = { 0 };
  guint n = 1 + random_below (random, MANY);
  MarathonEntrantDraft draft;

  choice_init (&choice, choose_place (random));
  /* Different positions below the new size are where people can end up: none is beyond who stands before it. */
  choose_positions (random, &choice, n, marathon_roster_get_size (marathon_event_get_place (event, choice.place)) + 1);
  marathon_entrant_draft_init (&draft, event);
  for (guint i = 0; i < choice.positions->len; i++)
    {
      random_entrant_fill (random, &draft, 30);
      g_array_append_vals (choice.values, marathon_entrant_draft_finish (&draft), 1);
    }
  marathon_entrant_draft_clear (&draft);
  return marathon_edit_new_insert_entrants (choice.place, positions_of (&choice),
                                            (const MarathonEntrant *) (gconstpointer) choice.values->data,
                                            choice.positions->len);
}

static MarathonEdit *
remove_entrants (RandomSource *random, MarathonEvent *event)
{
  g_auto (Choice) choice = { 0 };

  choice_init (&choice, choose_place (random));
  choose_positions (random, &choice, 1 + random_below (random, 4),
                    marathon_roster_get_size (marathon_event_get_place (event, choice.place)));
  return marathon_edit_new_remove_entrants (event, choice.place, positions_of (&choice), choice.positions->len);
}

static MarathonEdit *
bin_entrants (RandomSource *random, MarathonEvent *event)
{
  g_auto (Choice) choice = { 0 };
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));

  choice_init (&choice, MARATHON_PLACE_ROSTER);
  choose_positions (random, &choice, choose_count (random, size / 4), size);
  return marathon_edit_new_bin_entrants (event, positions_of (&choice), choice.positions->len);
}

static MarathonEdit *
restore_entrants (RandomSource *random, MarathonEvent *event)
{
  g_auto (Choice) from = { 0 };
  g_auto (Choice) to = { 0 };
  guint n;

  choice_init (&from, MARATHON_PLACE_BIN);
  choice_init (&to, MARATHON_PLACE_ROSTER);
  choose_positions (random, &from, 1 + random_below (random, MANY),
                    marathon_roster_get_size (marathon_event_get_bin (event)));
  choose_positions (random, &to, from.positions->len, marathon_roster_get_size (marathon_event_get_roster (event)) + 1);
  n = MIN (from.positions->len, to.positions->len);
  return marathon_edit_new_transfer_entrants (MARATHON_PLACE_BIN, positions_of (&from), positions_of (&to), n);
}

/* --- Records --- */

static MarathonListId
choose_list (RandomSource *random)
{
  return random_below (random, MARATHON_N_LISTS);
}

/* A record of some list, or NULL where that list is empty. */
static MarathonRecord *
choose_record (RandomSource *random, MarathonEvent *event, MarathonListId *list, guint *position)
{
  MarathonRecordList *records;

  *list = choose_list (random);
  records = marathon_event_get_list (event, *list);
  *position = random_below (random, marathon_record_list_get_size (records));
  return marathon_record_list_get (records, *position);
}

MarathonEdit *
random_edit_column (RandomSource *random, MarathonEvent *event, MarathonRecord *record, guint column)
{
  g_autofree char *text = random_column_text (random, event, &MARATHON_RECORD_GET_CLASS (record)->columns[column]);

  return marathon_edit_new_change_record (record, column, text);
}

static MarathonEdit *
change_record (RandomSource *random, MarathonEvent *event, MarathonRecord *record)
{
  return record != NULL ? random_edit_column (random, event, record,
                                              random_below (random, MARATHON_RECORD_GET_CLASS (record)->n_columns))
                        : NULL;
}

static MarathonEdit *
insert_record (RandomSource *random, MarathonEvent *event)
{
  MarathonListId list = choose_list (random);
  guint size = marathon_record_list_get_size (marathon_event_get_list (event, list));
  g_autoptr (MarathonRecord) record = NULL;

  /* A decision is about people. */
  if (list == MARATHON_LIST_DECISIONS && random_entrant_id (random, event) == 0)
    return NULL;
  record = random_record_new (random, event, list);
  return marathon_edit_new_insert_record (list, random_below (random, size + 1), record);
}

MarathonEdit *
random_edit_new (RandomSource *random, MarathonEvent *event, RandomEditKind kind)
{
  MarathonListId list;
  guint position;
  MarathonRecord *record = choose_record (random, event, &list, &position);

  switch (kind)
    {
    case RANDOM_EDIT_CHANGE_ONE:
      return change_fields (random, event, 1);
    case RANDOM_EDIT_CHANGE_MANY:
      return change_fields (random, event,
                            choose_count (random, marathon_roster_get_size (marathon_event_get_roster (event))));
    case RANDOM_EDIT_GUIDES:
      return edit_guides (random, event);
    case RANDOM_EDIT_EXCHANGE_BIBS:
      return exchange_bibs (random, event);
    case RANDOM_EDIT_INSERT:
      return insert_entrants (random, event);
    case RANDOM_EDIT_REMOVE:
      return remove_entrants (random, event);
    case RANDOM_EDIT_BIN:
      return bin_entrants (random, event);
    case RANDOM_EDIT_RESTORE:
      return restore_entrants (random, event);
    case RANDOM_EDIT_CHANGE_RECORD:
      return change_record (random, event, record);
    case RANDOM_EDIT_CHANGE_SINGLE:
      return change_record (random, event,
                            marathon_event_get_single (event, random_below (random, MARATHON_N_SINGLES)));
    case RANDOM_EDIT_INSERT_RECORD:
      return insert_record (random, event);
    case RANDOM_EDIT_REMOVE_RECORD:
      return record != NULL ? marathon_edit_new_remove_record (event, list, position) : NULL;
    case RANDOM_EDIT_MOVE_RECORD:
      return record != NULL ? marathon_edit_new_move_record (
                                list, position,
                                random_below (random,
                                              marathon_record_list_get_size (marathon_event_get_list (event, list))))
                            : NULL;
    case RANDOM_N_EDITS:
    default:
      g_assert_not_reached ();
    }
}
