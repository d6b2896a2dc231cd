/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEvent: the whole of a race: what it is, its lists of records, its entrants, and the bin of deleted ones.
 *
 * Holds the invariants: ids unique, bibs unique over entrants, guides and groups, references that resolve, limits. Who
 * changes an event through these functions (edits and readers only) is told of a clash and nothing is changed.
 */
#pragma once

#include "base/text-pool.h"
#include "model/course.h"
#include "model/entrant-fields.h"
#include "model/event-info.h"
#include "model/record-list.h"
#include "model/roster.h"
#include "model/rules.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_EVENT (marathon_event_get_type ())
G_DECLARE_FINAL_TYPE (MarathonEvent, marathon_event, MARATHON, EVENT, GObject)

/** The records of which an event has exactly one. */
typedef enum {
  MARATHON_SINGLE_INFO,
  MARATHON_SINGLE_COURSE,
  MARATHON_SINGLE_RULES,
  MARATHON_N_SINGLES,
} MarathonSingleId;

/** Where an entrant is. */
typedef enum {
  MARATHON_PLACE_ROSTER,
  MARATHON_PLACE_BIN,
} MarathonPlace;

/** Returns: (transfer full): an empty event without an id. */
MarathonEvent *marathon_event_new (void);

/**
 * marathon_event_snapshot:
 *
 * An event that stays as @event is now: it shares texts, details and blocks of entrants, and has its own copies of the
 * few records. It may be read in another thread, by that thread alone, while @event is changed. It costs milliseconds
 * for a million entrants.
 *
 * Returns: (transfer full): the snapshot; it must not be changed
 */
MarathonEvent *marathon_event_snapshot (MarathonEvent *event);

/** The event's own id, sixteen hexadecimal digits in files; 0 before it has one. */
guint64 marathon_event_get_id (MarathonEvent *event);
void    marathon_event_set_id (MarathonEvent *event, guint64 id);

MarathonTextPool     *marathon_event_get_pool    (MarathonEvent *event);
MarathonDetailsStore *marathon_event_get_details (MarathonEvent *event);
MarathonRoster       *marathon_event_get_roster  (MarathonEvent *event);
MarathonRoster       *marathon_event_get_bin     (MarathonEvent *event);

/** Returns: (transfer none): the roster of that place. */
MarathonRoster *marathon_event_get_place (MarathonEvent *event, MarathonPlace place);

/** Shortcuts: the string of a reference; adding a string. */
const char  *marathon_event_text     (MarathonEvent *event, MarathonText text);
MarathonText marathon_event_add_text (MarathonEvent *event, const char *text);

MarathonEventInfo *marathon_event_get_info   (MarathonEvent *event);
MarathonCourse    *marathon_event_get_course (MarathonEvent *event);
MarathonRules     *marathon_event_get_rules  (MarathonEvent *event);
MarathonRecord    *marathon_event_get_single (MarathonEvent *event, MarathonSingleId id);

MarathonRecordList *marathon_event_get_list (MarathonEvent *event, MarathonListId id);

/** The names of a list in the project file: of the container ("waves") and of one record ("wave"); and its type of
 * record. */
const char *marathon_list_get_name    (MarathonListId id);
const char *marathon_list_get_element (MarathonListId id);
GType       marathon_list_get_type_of (MarathonListId id);

/** The name of a single in edit lines: "event", "course", "rules". */
const char *marathon_single_get_name (MarathonSingleId id);

/** Returns: (transfer none) (nullable): the record that an entrant's handle names. */
gpointer marathon_event_get_record (MarathonEvent *event, MarathonListId id, guint32 handle);

/* --- Changing records --- */

/** The most custom fields of an event: they are attributes of one element of the project file, which has at most 128.
 * */
#define MARATHON_MAX_CUSTOM_FIELDS 100u
/** The most records of any other list: half a million people in pairs. A file of nothing but records would take twenty
 * times its size in memory. */
#define MARATHON_MAX_RECORDS 250000u

/** Inserts @record, whose key must not be in the list yet; a group's bib must be free. LIMIT where the list is full. */
gboolean marathon_event_insert_record (MarathonEvent  *event,
                                       MarathonListId  id,
                                       guint           position,
                                       MarathonRecord *record,
                                       GError        **error);

/** Whether the entrants that @record names by their ids exist; a reader inserts records before it knows. */
gboolean marathon_event_check_record (MarathonEvent *event, MarathonRecord *record, GError **error);

/** Whether @entrant names the record with that handle of that list; of a custom field: has a value of it. */
gboolean marathon_event_entrant_refers_to (MarathonEvent         *event,
                                           const MarathonEntrant *entrant,
                                           MarathonListId         id,
                                           guint32                handle);

/** Removes the record at @position; refused (REFERENCE) while an entrant or another record names it. */
gboolean marathon_event_remove_record (MarathonEvent *event, MarathonListId id, guint position, GError **error);

/** Takes back marathon_event_insert_record() when everything done since has been taken back: nothing can refer to it,
 * so nobody is searched. */
void marathon_event_take_back_record (MarathonEvent *event, MarathonListId id, guint position);

void marathon_event_move_record (MarathonEvent *event, MarathonListId id, guint from, guint to);

/** Sets a column of a record of the event; a group's bib must be free. */
gboolean marathon_event_set_record_text (MarathonEvent  *event,
                                         MarathonRecord *record,
                                         guint           column,
                                         const char     *text,
                                         GError        **error);

/* --- Changing entrants; all or nothing --- */

/** Inserts @n values so that they end up at @positions (ascending). Ids must be new to roster and bin; in the roster,
 * bibs must be free. */
gboolean marathon_event_insert_entrants (MarathonEvent         *event,
                                         MarathonPlace          place,
                                         const guint32         *positions,
                                         const MarathonEntrant *values,
                                         guint                  n,
                                         GError               **error);

/** Removes the entrants at @positions (ascending); refused (REFERENCE) while an official, a decision or the guide of
 * one who stays names them. */
gboolean marathon_event_remove_entrants (MarathonEvent *event,
                                         MarathonPlace  place,
                                         const guint32 *positions,
                                         guint          n,
                                         GError       **error);

/** Moves entrants between roster and bin in one step: the ids stay in use. @from_positions ascending; they arrive at
 * @to_positions (ascending) in that order. Into the roster: bibs must be free. */
gboolean marathon_event_transfer_entrants (MarathonEvent *event,
                                           MarathonPlace  from,
                                           const guint32 *from_positions,
                                           const guint32 *to_positions,
                                           guint          n,
                                           GError       **error);

/** Replaces the values at @positions (ascending); ids stay. Bibs may be exchanged among them. */
gboolean marathon_event_replace_entrants (MarathonEvent         *event,
                                          MarathonPlace          place,
                                          const guint32         *positions,
                                          const MarathonEntrant *values,
                                          guint                  n,
                                          GError               **error);

/** For readers: appends one entrant without a signal. */
gboolean marathon_event_append_entrant (MarathonEvent         *event,
                                        MarathonPlace          place,
                                        const MarathonEntrant *value,
                                        GError               **error);

/* --- Looking up --- */

/** Who has a bib. */
typedef enum {
  MARATHON_HOLDER_NONE,
  MARATHON_HOLDER_ENTRANT,
  MARATHON_HOLDER_GUIDE,
  MARATHON_HOLDER_GROUP,
} MarathonHolderKind;

typedef struct {
  MarathonHolderKind kind;
  guint position; /* in the roster: the entrant, or the athlete of the guide; in the list of groups */
  guint guide;    /* index of the guide */
} MarathonHolder;

/** Finds who has the bib written @bib: one walk through the roster, some milliseconds for a million. */
gboolean marathon_event_find_bib (MarathonEvent *event, const char *bib, MarathonHolder *holder);

/** Whether anybody has it: constant time. */
gboolean marathon_event_bib_is_used (MarathonEvent *event, MarathonText prefix, guint32 number);

/** Returns: (transfer full): "Mo Farah (37)" or so, to name a holder to an official. */
char *marathon_event_describe_holder (MarathonEvent *event, const MarathonHolder *holder);

/** Returns: (transfer full): given and family name in the order of reading; "" where both are empty. */
char *marathon_event_get_full_name (MarathonEvent *event, const MarathonEntrant *entrant);

/** Returns: (transfer full): the full name, or for a nameless entrant its id in words: for messages. */
char *marathon_event_describe_entrant (MarathonEvent *event, const MarathonEntrant *entrant);

/** Whether @id is an entrant in roster or bin. */
gboolean marathon_event_has_entrant (MarathonEvent *event, guint64 id);

/** What a newer minor version wrote directly under the root or a container, as canonical XML text by the container's
 * name ("" for the root). */
const char *marathon_event_get_unknown (MarathonEvent *event, const char *container);
void        marathon_event_add_unknown (MarathonEvent *event, const char *container, const char *xml);

/** The minor version that the file had, where newer than ours; it is written back. */
guint marathon_event_get_newer_minor (MarathonEvent *event);
void  marathon_event_set_newer_minor (MarathonEvent *event, guint minor);

/**
 * marathon_event_forget_texts:
 *
 * For a reader that keeps no entrants: empties the pool and the details. No value made before may be used any more.
 */
void marathon_event_forget_texts (MarathonEvent *event);

G_END_DECLS
