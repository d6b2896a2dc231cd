/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonRecord: what the few things of an event (categories, starts, waves, bib blocks, groups, officials …) have in common.
 *
 * A kind of record is a table of columns. The reader and the writer of the project file, the edits, copies and the properties
 * that templates bind to are all made from that table; a column is declared once. Each value is kept twice: as canonical text,
 * and parsed in the member of the record's struct that the column names.
 */
#pragma once

#include <glib-object.h>

#include "base/date.h"
#include "base/number-ranges.h"
#include "base/race-time.h"
#include "model/words.h"

G_BEGIN_DECLS

typedef struct _MarathonEvent MarathonEvent;

/** The lists of an event, in the order of the project file; a record refers only to lists before its own. */
typedef enum {
  MARATHON_LIST_CUSTOM_FIELDS,
  MARATHON_LIST_STARTS,
  MARATHON_LIST_CATEGORIES,
  MARATHON_LIST_WAVES,
  MARATHON_LIST_BIB_BLOCKS,
  MARATHON_LIST_GROUPS,
  MARATHON_LIST_OFFICIALS,
  MARATHON_LIST_RECORDS,
  MARATHON_LIST_AGE_BANDS,
  MARATHON_LIST_MEDAL_EVENTS,
  MARATHON_LIST_LAYOUTS,
  MARATHON_LIST_PRINTS,
  MARATHON_LIST_DECISIONS,
  MARATHON_LIST_LOGO,
  MARATHON_N_LISTS,
} MarathonListId;

/** A kind of value, with the type of the struct member that holds it. */
typedef enum {
  MARATHON_COLUMN_TEXT,     /* const char *: one line, cleaned */
  MARATHON_COLUMN_LINES,    /* const char *: several lines */
  MARATHON_COLUMN_WORDS,    /* const char *const *: words separated by ";" in text */
  MARATHON_COLUMN_UINT,     /* guint, minimum to maximum */
  MARATHON_COLUMN_DECIMAL,  /* int: hundredths; minimum and maximum in hundredths */
  MARATHON_COLUMN_BOOL,     /* gboolean: "yes" or "no" */
  MARATHON_COLUMN_ENUM,     /* int: index into vocabulary */
  MARATHON_COLUMN_DATE,     /* MarathonDate: a day */
  MARATHON_COLUMN_TIME,     /* MarathonTime */
  MARATHON_COLUMN_CLOCK,    /* int: seconds after midnight or MARATHON_CLOCK_NONE */
  MARATHON_COLUMN_INSTANT,  /* gint64: UTC */
  MARATHON_COLUMN_RANGES,   /* MarathonNumberRanges *: never NULL */
  MARATHON_COLUMN_CLASSES,  /* const MarathonSportClass *: ends with 0; ";" in text */
  MARATHON_COLUMN_COLOUR,   /* const char *: "#rrggbb" or "" */
  MARATHON_COLUMN_BIB,      /* const char *: a bib text or "" */
  MARATHON_COLUMN_ENTRANT,  /* guint64: id or 0 */
  MARATHON_COLUMN_REF,      /* guint32: handle in the column's list, or 0 */
  MARATHON_COLUMN_REFS,     /* const guint32 *: handles, ends with 0; ";" in text */
} MarathonColumnType;

typedef struct {
  const char *name; /* attribute of the project file and GObject property */
  const char *label; /* marked for translation */
  MarathonColumnType type;
  goffset offset; /* of the member in the record's struct */
  const MarathonWord *vocabulary; /* ENUM only */
  MarathonListId list;            /* REF and REFS only */
  gint64 minimum;
  gint64 maximum; /* numbers: the greatest; texts: bytes; 0: the type's own limit */
  const char *initial; /* canonical text of a new record's value; NULL is "" (for ENUM the first word, for UINT "0") */
  gboolean required;   /* "" is refused */
} MarathonColumn;

/**
 * The most bytes that the values of one record may take together in a file, where &, <, > and " take up to six: with 64 KiB of a newer minor
 * version it still fits into the 256 KiB of one tag.
 */
#define MARATHON_RECORD_MAX_LENGTH (160u << 10)

#define MARATHON_TYPE_RECORD (marathon_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (MarathonRecord, marathon_record, MARATHON, RECORD, GObject)

struct _MarathonRecordClass {
  GObjectClass parent_class;

  const char *element; /* name of the record's element in the project file */
  const MarathonColumn *columns;
  guint n_columns;
};

/** For class_init: sets the element and columns and installs a read-only property for each. */
void marathon_record_class_set_columns (MarathonRecordClass  *klass,
                                        const char           *element,
                                        const MarathonColumn *columns,
                                        guint                 n_columns);

/** The stable identifier in files ("red-2"), and the number that entrants keep of it; 0 until it is in a list. */
const char *marathon_record_get_key    (MarathonRecord *record);
guint32     marathon_record_get_handle (MarathonRecord *record);

/** Returns: (transfer none): what people call the record: its name, or its label, or where that is empty too its key. */
const char *marathon_record_get_name (MarathonRecord *record);

/** %TRUE for 1 to 64 characters out of a–z 0–9 "-" "_" ".", starting with a letter or a digit. */
gboolean marathon_record_key_is_valid (const char *key);

/**
 * marathon_record_new:
 * @type: a final subclass of MarathonRecord
 *
 * Returns: (transfer full): a record of that kind with each column at its initial value
 */
MarathonRecord *marathon_record_new (GType type, const char *key);

/** Returns: the index of the column called @name, or -1. */
int marathon_record_find_column (MarathonRecord *record, const char *name);

/** Returns: (transfer none): the canonical text of a value. */
const char *marathon_record_get_text (MarathonRecord *record, guint column);

/**
 * marathon_record_set_text:
 * @event: where references are looked up
 *
 * Sets a value from text; only edits and readers call this. Notifies where the value changes.
 *
 * Returns: %FALSE with @error (MARATHON_MODEL_ERROR) saying what was found and what is expected; nothing is changed then
 */
gboolean marathon_record_set_text (MarathonRecord *record,
                                   MarathonEvent  *event,
                                   guint           column,
                                   const char     *text,
                                   GError        **error);

/** Content of a newer minor version, as canonical XML text kept for writing; "" for none. @attributes are ` name="value"` runs. */
const char *marathon_record_get_unknown_attributes (MarathonRecord *record);
const char *marathon_record_get_unknown_content    (MarathonRecord *record);
void        marathon_record_set_unknown            (MarathonRecord *record, const char *attributes, const char *content);

/** Whether a run of unknown attributes, as those above, has one called @name; elements after a ">" are not looked at. */
gboolean marathon_unknown_has_attribute (const char *attributes, const char *name);

/** How many attributes there are in such a run, declarations of namespaces too. */
guint marathon_unknown_count_attributes (const char *attributes);

/** Returns: (transfer full): a copy with the same key, handle and values, its references looked up in @event. */
MarathonRecord *marathon_record_copy (MarathonRecord *record, MarathonEvent *event);

/** Whether a REF or REFS column of the record names @handle of @list. */
gboolean marathon_record_refers_to (MarathonRecord *record, MarathonListId list, guint32 handle);

/** For MarathonRecordList only. */
void marathon_record_set_handle (MarathonRecord *record, guint32 handle);

/** Whether @handles, which end with 0, hold @handle; an empty set holds none. */
gboolean marathon_handles_contain (const guint32 *handles, guint32 handle);

G_END_DECLS
