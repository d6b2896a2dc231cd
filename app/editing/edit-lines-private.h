/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEditApplying: the state of reading a file of edits, shared by the reader (edit-lines-reader.c), the lines that it knows
 * (edit-lines-vocabulary.c, edit-lines-entrants.c, edit-lines-records.c) and the gathering (edit-lines-flush.c).
 */
#pragma once

#include "editing/edit-lines-batch.h"
#include "editing/edit-lines-names.h"
#include "editing/edit-lines.h"
#include "formats/entrant-xml.h"
#include "formats/unknown-xml.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_EDIT_LINE_OUTSIDE,
  MARATHON_EDIT_LINE_IN_EDITS,
  MARATHON_EDIT_LINE_IN_INSERT,
  MARATHON_EDIT_LINE_IN_GUIDES,
  MARATHON_EDIT_LINE_IN_INSERT_RECORD,
  MARATHON_EDIT_LINE_IN_LEAF, /* the element holds nothing */
  MARATHON_EDIT_LINE_IN_COMMIT,
} MarathonEditLineState;

typedef struct {
  MarathonXmlReader *reader; /* owned */
  MarathonHistory *history;  /* borrowed */
  MarathonEvent *event;      /* borrowed */
  MarathonIdSource *ids;     /* borrowed */

  MarathonEditLineState state;
  guint depth;
  gboolean keep_unknown; /* the event is of a newer minor version: so are its lines */
  gboolean failed;
  gboolean in_step;      /* between begin and commit */
  gboolean step_is_open; /* the history has one begun */
  guint n_steps;
  MarathonEditBatch batch;
  MarathonEditNames names;

  /* The element whose content is being read. */
  MarathonEntrantDraft draft;
  MarathonEntrantXml *entrant_xml; /* owned */
  MarathonPlace place;
  guint at;
  guint position;
  gboolean has_entrant;
  MarathonListId list;
  MarathonRecord *record; /* owned */
  MarathonUnknownXml unknown; /* inside of the record */
} MarathonEditApplying;

/** Ends the reading with the message of @error, or with one made here; the first one counts. */
void marathon_edit_applying_fail   (MarathonEditApplying *applying, const GError *error);
void marathon_edit_applying_refuse (MarathonEditApplying *applying, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Applies @edit as a part of the open step. */
void marathon_edit_applying_perform (MarathonEditApplying *applying, MarathonEdit *edit);

/** Applies what was gathered; a refusal is told of the lines that it is about. */
void marathon_edit_applying_flush (MarathonEditApplying *applying);

/** Reads the attribute @name, @most where it is absent; %FALSE where it is no whole number up to @most. */
gboolean marathon_edit_applying_get_number (MarathonEditApplying     *applying,
                                            const MarathonXmlElement *element,
                                            const char               *name,
                                            guint                     most,
                                            guint                    *number);

/* --- The lines: each is called at the start of its element; the finish functions at its end --- */

typedef void (*MarathonEditLineStart) (MarathonEditApplying *applying, const MarathonXmlElement *element);

typedef struct {
  const char *name;
  MarathonEditLineStart start;
  const char *attributes[4]; /* ends in NULL */
  gboolean has_fields; /* other attributes are fields or columns, which @start looks up */
  gboolean is_frame;   /* begins or ends a step */
} MarathonEditLineKind;

/** Returns: (transfer none) (nullable): the line of the table. */
const MarathonEditLineKind *marathon_edit_line_find_kind (const char *name);

/** Refuses a line that is called @name, and tells what there is. */
void marathon_edit_applying_refuse_line (MarathonEditApplying *applying, const char *name);

/** Refuses attributes with a prefix, and those not in @names where @has_fields is not set. */
void marathon_edit_applying_check_attributes (MarathonEditApplying     *applying,
                                              const MarathonXmlElement *element,
                                              const char *const        *names,
                                              gboolean                  has_fields);

void marathon_edit_applying_refuse_attribute (MarathonEditApplying       *applying,
                                              const MarathonXmlElement   *element,
                                              const MarathonXmlAttribute *attribute);

void marathon_edit_line_begin  (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_commit (MarathonEditApplying *applying, const MarathonXmlElement *element);

void marathon_edit_line_change        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_insert        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_new_entrant   (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_take_entrant  (MarathonEditApplying *applying);
void marathon_edit_line_finish_insert (MarathonEditApplying *applying);
void marathon_edit_line_remove        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_bin           (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_restore       (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_guides        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_finish_guides (MarathonEditApplying *applying);
void marathon_edit_line_add_guide     (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_remove_guide  (MarathonEditApplying *applying, const MarathonXmlElement *element);

void marathon_edit_line_change_record        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_insert_record        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_new_record           (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_keep_in_record       (MarathonEditApplying *applying, const char *xml);
void marathon_edit_line_finish_insert_record (MarathonEditApplying *applying);
void marathon_edit_line_remove_record        (MarathonEditApplying *applying, const MarathonXmlElement *element);
void marathon_edit_line_move_record          (MarathonEditApplying *applying, const MarathonXmlElement *element);

G_END_DECLS
