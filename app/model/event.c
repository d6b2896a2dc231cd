/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEvent: making, copying and looking at it. Changing it is in event-records.c and event-entrants.c.
 */
#include "model/event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/id-source.h"

#include "model/age-band.h"
#include "model/bib-block.h"
#include "model/category.h"
#include "model/custom-field.h"
#include "model/decision.h"
#include "model/event-private.h"
#include "model/group.h"
#include "model/layout.h"
#include "model/logo-chunk.h"
#include "model/medal-event.h"
#include "model/official.h"
#include "model/print.h"
#include "model/record-to-beat.h"
#include "model/start.h"
#include "model/wave.h"

G_DEFINE_FINAL_TYPE (MarathonEvent, marathon_event, G_TYPE_OBJECT)

typedef struct {
  const char *name;
  const char *element;
  GType (*get_type) (void);
} ListKind;

static const ListKind list_kinds[MARATHON_N_LISTS] = {
  [MARATHON_LIST_CUSTOM_FIELDS] = { "fields", "field", marathon_custom_field_get_type },
  [MARATHON_LIST_STARTS] = { "starts", "start", marathon_start_get_type },
  [MARATHON_LIST_CATEGORIES] = { "categories", "category", marathon_category_get_type },
  [MARATHON_LIST_WAVES] = { "waves", "wave", marathon_wave_get_type },
  [MARATHON_LIST_BIB_BLOCKS] = { "bib-blocks", "bib-block", marathon_bib_block_get_type },
  [MARATHON_LIST_GROUPS] = { "groups", "group", marathon_group_get_type },
  [MARATHON_LIST_OFFICIALS] = { "officials", "official", marathon_official_get_type },
  [MARATHON_LIST_RECORDS] = { "records", "record", marathon_record_to_beat_get_type },
  [MARATHON_LIST_AGE_BANDS] = { "age-bands", "age-band", marathon_age_band_get_type },
  [MARATHON_LIST_MEDAL_EVENTS] = { "medal-events", "medal-event", marathon_medal_event_get_type },
  [MARATHON_LIST_LAYOUTS] = { "layouts", "layout", marathon_layout_get_type },
  [MARATHON_LIST_PRINTS] = { "prints", "print", marathon_print_get_type },
  [MARATHON_LIST_DECISIONS] = { "decisions", "decision", marathon_decision_get_type },
  [MARATHON_LIST_LOGO] = { "logo", "chunk", marathon_logo_chunk_get_type },
};

static void
marathon_event_finalize (GObject *object)
{
  MarathonEvent *event = MARATHON_EVENT (object);

  for (guint i = 0; i < MARATHON_N_LISTS; i++)
    g_object_unref (event->lists[i]);
  for (guint i = 0; i < MARATHON_N_SINGLES; i++)
    g_object_unref (event->singles[i]);
  for (guint i = 0; i < G_N_ELEMENTS (event->places); i++)
    g_object_unref (event->places[i]);
  marathon_details_store_unref (event->details);
  marathon_text_pool_unref (event->pool);
  g_clear_pointer (&event->bibs, marathon_key_set_free);
  g_clear_pointer (&event->guide_ids, marathon_key_set_free);
  g_hash_table_unref (event->unknown);
  G_OBJECT_CLASS (marathon_event_parent_class)->finalize (object);
}

static void
marathon_event_class_init (MarathonEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_event_finalize;
}

static void
marathon_event_init (MarathonEvent *event)
{
  for (guint i = 0; i < MARATHON_N_LISTS; i++)
    event->lists[i] = marathon_record_list_new ();
  event->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

MarathonEvent *
marathon_event_new (void)
{
  MarathonEvent *event = g_object_new (MARATHON_TYPE_EVENT, NULL);

  event->pool = marathon_text_pool_new ();
  event->details = marathon_details_store_new ();
  event->places[MARATHON_PLACE_ROSTER] = marathon_roster_new ();
  event->places[MARATHON_PLACE_BIN] = marathon_roster_new ();
  event->singles[MARATHON_SINGLE_INFO] = marathon_record_new (MARATHON_TYPE_EVENT_INFO, "event");
  event->singles[MARATHON_SINGLE_COURSE] = marathon_record_new (MARATHON_TYPE_COURSE, "course");
  event->singles[MARATHON_SINGLE_RULES] = marathon_record_new (MARATHON_TYPE_RULES, "rules");
  event->bibs = marathon_key_set_new ();
  event->guide_ids = marathon_key_set_new ();
  return event;
}

static void
copy_list (MarathonEvent *from, MarathonEvent *to, MarathonListId id)
{
  for (guint i = 0; i < marathon_record_list_get_size (from->lists[id]); i++)
    {
      g_autoptr (MarathonRecord) copy = marathon_record_copy (marathon_record_list_get (from->lists[id], i), to);

      marathon_record_list_insert (to->lists[id], i, copy);
    }
  marathon_record_list_set_next_handle (to->lists[id], marathon_record_list_get_next_handle (from->lists[id]));
}

static void
copy_unknown (MarathonEvent *from, MarathonEvent *to)
{
  GHashTableIter iter;
  gpointer container, xml;

  g_hash_table_iter_init (&iter, from->unknown);
  while (g_hash_table_iter_next (&iter, &container, &xml))
    g_hash_table_insert (to->unknown, g_strdup (container), g_strdup (xml));
}

MarathonEvent *
marathon_event_snapshot (MarathonEvent *event)
{
  MarathonEvent *snapshot = g_object_new (MARATHON_TYPE_EVENT, NULL);

  snapshot->id = event->id;
  snapshot->newer_minor = event->newer_minor;
  snapshot->pool = marathon_text_pool_ref (event->pool);
  snapshot->details = marathon_details_store_ref (event->details);
  for (guint i = 0; i < G_N_ELEMENTS (event->places); i++)
    snapshot->places[i] = marathon_roster_share (event->places[i]);
  for (guint i = 0; i < MARATHON_N_SINGLES; i++)
    snapshot->singles[i] = marathon_record_copy (event->singles[i], snapshot);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    copy_list (event, snapshot, id);
  copy_unknown (event, snapshot);
  /* A copy, since the own one of the event changes with it. */
  snapshot->bibs = marathon_key_set_copy (event->bibs);
  return snapshot;
}

guint64
marathon_event_get_id (MarathonEvent *event)
{
  return event->id;
}

void
marathon_event_set_id (MarathonEvent *event, guint64 id)
{
  event->id = id;
}

MarathonTextPool *
marathon_event_get_pool (MarathonEvent *event)
{
  return event->pool;
}

MarathonDetailsStore *
marathon_event_get_details (MarathonEvent *event)
{
  return event->details;
}

MarathonRoster *
marathon_event_get_roster (MarathonEvent *event)
{
  return event->places[MARATHON_PLACE_ROSTER];
}

MarathonRoster *
marathon_event_get_bin (MarathonEvent *event)
{
  return event->places[MARATHON_PLACE_BIN];
}

MarathonRoster *
marathon_event_get_place (MarathonEvent *event, MarathonPlace place)
{
  return event->places[place];
}

const char *
marathon_event_text (MarathonEvent *event, MarathonText text)
{
  return marathon_text_pool_get (event->pool, text);
}

MarathonText
marathon_event_add_text (MarathonEvent *event, const char *text)
{
  return marathon_text_pool_add (event->pool, text, -1);
}

MarathonEventInfo *
marathon_event_get_info (MarathonEvent *event)
{
  return MARATHON_EVENT_INFO (event->singles[MARATHON_SINGLE_INFO]);
}

MarathonCourse *
marathon_event_get_course (MarathonEvent *event)
{
  return MARATHON_COURSE (event->singles[MARATHON_SINGLE_COURSE]);
}

MarathonRules *
marathon_event_get_rules (MarathonEvent *event)
{
  return MARATHON_RULES (event->singles[MARATHON_SINGLE_RULES]);
}

MarathonRecord *
marathon_event_get_single (MarathonEvent *event, MarathonSingleId id)
{
  return event->singles[id];
}

MarathonRecordList *
marathon_event_get_list (MarathonEvent *event, MarathonListId id)
{
  return event->lists[id];
}

const char *
marathon_list_get_name (MarathonListId id)
{
  return list_kinds[id].name;
}

const char *
marathon_list_get_element (MarathonListId id)
{
  return list_kinds[id].element;
}

GType
marathon_list_get_type_of (MarathonListId id)
{
  return list_kinds[id].get_type ();
}

const char *
marathon_single_get_name (MarathonSingleId id)
{
  static const char *const names[MARATHON_N_SINGLES] = { "event", "course", "rules" };

  return names[id];
}

gpointer
marathon_event_get_record (MarathonEvent *event, MarathonListId id, guint32 handle)
{
  return marathon_record_list_by_handle (event->lists[id], handle);
}

char *
marathon_event_get_full_name (MarathonEvent *event, const MarathonEntrant *entrant)
{
  const char *given = marathon_event_text (event, entrant->given);
  const char *family = marathon_event_text (event, entrant->family);

  return g_strconcat (given, *given != '\0' && *family != '\0' ? " " : "", family, NULL);
}

char *
marathon_event_describe_entrant (MarathonEvent *event, const MarathonEntrant *entrant)
{
  char id[17];

  if (entrant->given != 0 || entrant->family != 0)
    return marathon_event_get_full_name (event, entrant);
  marathon_id_write (entrant->id, id);
  return g_strdup_printf (_ ("the nameless entrant %s"), id);
}

gboolean
marathon_event_has_entrant (MarathonEvent *event, guint64 id)
{
  guint position;

  return marathon_roster_find (event->places[MARATHON_PLACE_ROSTER], id, &position)
         || marathon_roster_find (event->places[MARATHON_PLACE_BIN], id, &position);
}

const char *
marathon_event_get_unknown (MarathonEvent *event, const char *container)
{
  const char *xml = g_hash_table_lookup (event->unknown, container);

  return xml != NULL ? xml : "";
}

void
marathon_event_add_unknown (MarathonEvent *event, const char *container, const char *xml)
{
  g_hash_table_insert (event->unknown, g_strdup (container),
                       g_strconcat (marathon_event_get_unknown (event, container), xml, NULL));
}

guint
marathon_event_get_newer_minor (MarathonEvent *event)
{
  return event->newer_minor;
}

void
marathon_event_set_newer_minor (MarathonEvent *event, guint minor)
{
  event->newer_minor = minor;
}

void
marathon_event_forget_texts (MarathonEvent *event)
{
  g_return_if_fail (marathon_roster_get_size (event->places[MARATHON_PLACE_ROSTER]) == 0
                    && marathon_roster_get_size (event->places[MARATHON_PLACE_BIN]) == 0);
  marathon_text_pool_unref (event->pool);
  marathon_details_store_unref (event->details);
  event->pool = marathon_text_pool_new ();
  event->details = marathon_details_store_new ();
}
