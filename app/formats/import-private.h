/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the import share. The order of work: columns, survey, rows, bibs, guides.
 *
 * All work is done on a snapshot of the event: its stores of texts and details are the event's own, and new records get
 * the handles there that the event will give them.
 */
#pragma once

#include "formats/csv-header.h"
#include "formats/entries-import.h"
#include "formats/import-keys.h"
#include "formats/import-targets.h"
#include "model/entrant-draft.h"
#include "model/guide-fields.h"

G_BEGIN_DECLS

/** What a column is for. */
typedef enum {
  MARATHON_IMPORT_ROLE_NONE,
  MARATHON_IMPORT_ROLE_FIELD, /* of entrants, and of guides where they have it too */
  MARATHON_IMPORT_ROLE_NAME,  /* given and family name in one */
  MARATHON_IMPORT_ROLE_AGE,
  MARATHON_IMPORT_ROLE_GUIDE_OF,
  MARATHON_IMPORT_ROLE_GUIDE_NAME,  /* on the athlete's row; the next three are of further guides */
  MARATHON_IMPORT_ROLE_GUIDE_NAME_2,
  MARATHON_IMPORT_ROLE_GUIDE_NAME_3,
  MARATHON_IMPORT_ROLE_GUIDE_NAME_4,
  MARATHON_IMPORT_ROLE_GUIDE_FIELD, /* of a guide only */
  MARATHON_IMPORT_N_ROLES,
} MarathonImportRole;

/** What a column may be beside a field of entrants. */
typedef struct {
  const char *key;
  const char *label; /* marked for translation */
  MarathonImportRole role;
  gboolean family_first;
  const char *aliases; /* (nullable): separated by "|" */
} MarathonImportExtra;

#define MARATHON_IMPORT_N_EXTRAS 13

extern const MarathonImportExtra marathon_import_extras[MARATHON_IMPORT_N_EXTRAS];

/** Returns: the index of the extra, or -1. */
int marathon_import_find_extra (const char *key);

typedef struct {
  MarathonImportRole role;
  const char *name;              /* of the import's strings */
  const MarathonFieldInfo *info; /* FIELD */
  MarathonGuideField guide_field; /* of a row of a guide; MARATHON_N_GUIDE_FIELDS: guides have no such field */
  MarathonImportColumnFate fate;
  gboolean chosen;       /* a person said what it is, by its place */
  gboolean used;         /* a value went into a person */
  gboolean family_first; /* NAME: "Rossi Mario" */

  /* What the whole column tells of its cells. */
  MarathonDateOrder date_order; /* of dates without dots */
  gboolean dots_year_first;     /* dates with dots are 83.03.24; else day first */
  MarathonTimeHint short_hint;  /* of "2:04": a first number below ten */
  MarathonTimeHint long_hint;   /* of "45:12" */
  gboolean m_is_female;         /* H and M */
  gboolean zero_is_none;        /* several people have the bib 0 */
  gboolean yes_is_chair;        /* "Wheelchair: yes" */
  gboolean excel_days;          /* dates are day numbers */
  gboolean bare_minutes;        /* "245" is minutes */
  gboolean dotted_hours;        /* "4.30" is hours and minutes */
  gboolean has_hours;           /* some times are of hours */
  guint long_row;               /* the first with "45:12", from 1; or 0 */
  gboolean tells_mode;          /* a division, class …, which may name a mode */
  gboolean told_unknown;        /* that a sex was declined */
} MarathonImportCell;

/** An entrant of the file who is added, or changed. */
typedef struct {
  MarathonEntrant value;
  guint32 position; /* in the roster; MARATHON_IMPORT_KEYS_NONE: new */
  guint32 row;      /* of the table; MARATHON_IMPORT_KEYS_NONE: only got a guide */
  /* The bib that the file asks for, given once all rows are known. */
  MarathonText bib;
  MarathonText bib_prefix;
  guint32 bib_number;
  gboolean wants_bib;
  /* Guides: a bit for each that the file named, and where the last new one came from. */
  guint32 met_guides;
  gboolean got_guide;
  guint32 guide_row;
  int guide_column;
} MarathonImportPerson;

/** A guide to be added: a row of its own, or a name in the row of the athlete. */
typedef struct {
  guint32 row;
  guint32 who; /* the athlete of a name; MARATHON_IMPORT_KEYS_NONE for a row of its own */
} MarathonImportGuide;

typedef struct {
  MarathonImport *import;
  MarathonEvent *event; /* the snapshot */
  MarathonRoster *roster;
  MarathonRoster *bin;
  const MarathonCsvTable *table;
  MarathonImportOptions options;
  MarathonIdSource *ids;
  gboolean has_header;
  guint header_row; /* 0 without a header: notes of the whole list have its line */
  guint first_row;  /* of people */
  gboolean raw;       /* of our own for programs: no cell has a guard */
  gboolean canonical; /* a file of our own export: every cell is tried as it is first */

  GArray *columns; /* of MarathonImportCell */
  int by_role[MARATHON_IMPORT_N_ROLES]; /* a column of the role, or -1 */
  int by_field[MARATHON_N_FIELDS];

  GArray *people; /* of MarathonImportPerson */
  GArray *guides; /* of MarathonImportGuide */
  MarathonImportKeys *positions;    /* position in the roster + 1 → index of people */
  MarathonImportKeys *new_ids;      /* id → index of people; only where the file has ids */
  MarathonImportKeys *guide_ids;    /* id → 0 */
  MarathonImportKeys *external_ids; /* text → who */
  MarathonImportKeys *rows_by_who;  /* who of the event + 1 → row */
  MarathonImportKeys *rows_by_hash;

  /* Bibs: the key of each → index of holders; (NULL) until somebody wants one. */
  MarathonImportKeys *bibs;
  GArray *holders; /* of MarathonImportHolder */

  GHashTable *names[MARATHON_N_LISTS]; /* folded name → MarathonRecord, or NULL where several have it */
  GHashTable *slugs;                   /* of groups → how many had it */
  GHashTable *full_names;              /* folded → who + 1, or 0 where several are called so */
  GHashTable *routes;                  /* folded → the event's or the file's own word */
} MarathonImportJob;

/** Somebody in one number: first the roster, then the bin, then the new people of the file. */
typedef guint32 MarathonImportWho;

/** Who has a bib: somebody of the event, or a person or a guide of the file. */
typedef struct {
  MarathonHolder holder;
  guint32 person; /* index of people; MARATHON_IMPORT_KEYS_NONE: holder says */
  guint32 row;    /* of a guide of the file; MARATHON_IMPORT_KEYS_NONE else */
} MarathonImportHolder;

/* --- entries-import.c --- */

/** Makes the job, and the import it works for; @event may be shared with nobody. */
void marathon_import_job_init (MarathonImportJob           *job,
                               MarathonEvent               *event,
                               const MarathonCsvTable      *table,
                               const MarathonImportOptions *options,
                               MarathonIdSource            *ids);

/** Frees the job, but not the import. */
void marathon_import_job_clear (MarathonImportJob *job);

/** Tells how far the work is, now and then; %FALSE where it is to end. */
gboolean marathon_import_goes_on (MarathonImportJob *job, guint64 done, guint64 total);

struct _MarathonImport {
  GStringChunk *strings;
  GArray *notes;   /* of MarathonImportNote */
  GArray *columns; /* of MarathonImportColumn */
  GArray *records; /* of MarathonImportRecord */
  GArray *added;   /* of MarathonEntrant */
  GArray *changed; /* of MarathonEntrant */
  GArray *positions; /* of guint32 */
  guint counts[MARATHON_IMPORT_N_COUNTS];
  guint header_line;
  guint n_empty; /* lines and rows without text */
  GArray *ranked; /* of MarathonImportNote, by importance */
  guint n_pinned_bibs, n_pinned_waves, n_pinned_categories;
  MarathonDateOrder date_order; /* of dates that need one */
  guint date_line;              /* that proves it, or 0 */
  gboolean date_asked;          /* a person said so */
  char delimiter;
  MarathonTextEncoding encoding;
};

/* --- import-notes.c --- */

/** Returns: (transfer full): what is shown of a cell: one line, not endless, and nothing that a terminal would obey. */
char *marathon_import_make_showable (const char *text);

/** Adds a note on the cell of @row and @column (from 0; -1: the whole row); @found is "" where it does not matter. */
void marathon_import_note (MarathonImportJob     *job,
                           guint                  row,
                           int                    column,
                           MarathonImportOutcome  outcome,
                           const char            *found,
                           const char            *format,
                           ...) G_GNUC_PRINTF (6, 7);

/** Makes the note that was added last one of those to be read first. */
void marathon_import_make_urgent (MarathonImportJob *job);

/** Adds a note on a column, in the line of the header. */
void marathon_import_note_column (MarathonImportJob     *job,
                                  guint                  column,
                                  MarathonImportOutcome  outcome,
                                  const char            *format,
                                  ...) G_GNUC_PRINTF (4, 5);

/** Counts the row, and says why it was refused. */
void marathon_import_refuse_row (MarathonImportJob   *job,
                                 guint                row,
                                 int                  column,
                                 MarathonImportCount  count,
                                 const char          *found,
                                 const char          *format,
                                 ...) G_GNUC_PRINTF (6, 7);

/** What the scanner found odd, as notes. */
void marathon_import_note_warnings (MarathonImportJob *job);

/** Returns: (transfer none): a copy that lives as long as the import. */
const char *marathon_import_keep (MarathonImportJob *job, const char *text);

/* --- import-cells.c --- */

/** Returns: the cleaned text of the cell, in @copy (to be freed) where that differs; "" for column -1. */
const char *marathon_import_get_cell (const MarathonImportJob *job, guint row, int column, char **copy);

/** The text as it is in the file, but for the apostrophe that keeps a spreadsheet from calculating. */
const char *marathon_import_get_raw (const MarathonImportJob *job, guint row, guint column);

/** Whether the cell holds more than white space. */
gboolean marathon_import_has_cell (const MarathonImportJob *job, guint row, int column);

/* --- import-columns.c --- */

gboolean marathon_import_find_columns (MarathonImportJob *job, GError **error);

/** Makes the column one of that field. */
void marathon_import_set_field (MarathonImportJob *job, guint column, const MarathonFieldInfo *info);

/** The key of a column that is no field, such as "guide-of". */
const char *marathon_import_get_extra_key (const MarathonImportCell *cell);

static inline MarathonImportCell *
marathon_import_column (const MarathonImportJob *job, guint column)
{
  return &g_array_index (job->columns, MarathonImportCell, column);
}

/* --- import-survey.c --- */

/** Looks at whole columns: the order of dates, what M means … */
void marathon_import_survey (MarathonImportJob *job);

/** Whether columns of ids and classes hold what their names promise; those that do not become something else. */
gboolean marathon_import_holds_ids     (MarathonImportJob *job, guint column);
gboolean marathon_import_holds_classes (MarathonImportJob *job, guint column);

/** Whether those of its cells that are not of athletes are roles of guides, mostly. */
gboolean marathon_import_holds_guide_roles (const MarathonImportJob *job, guint column);

/* --- import-records.c --- */

/** Returns: (nullable): the record of that key or name; @several tells where a name has several. */
MarathonRecord *marathon_import_find_record (MarathonImportJob *job,
                                             MarathonListId     list,
                                             const char        *text,
                                             gboolean          *several);

/** Returns: the group of that key or name, made where there is none; %NULL with @error for an impossible name. */
MarathonRecord *marathon_import_get_group (MarathonImportJob *job, const char *name, GError **error);

/**
 * marathon_import_get_custom_field:
 * @key: (nullable): without "x-"; %NULL makes one of @name
 * @nth: the how-manieth column of that name, from 1
 *
 * Returns: (transfer none): the custom field for a column called @name, made where there is none; %NULL with @error
 *   where the event has as many as it may
 */
MarathonRecord *marathon_import_get_custom_field (MarathonImportJob *job,
                                                  const char        *name,
                                                  const char        *key,
                                                  guint              nth,
                                                  GError           **error);

/** Whether custom fields may have that key: the name of an attribute of the project file. */
gboolean marathon_import_is_custom_key (const char *key);

/** Returns: (transfer full): at most 60 letters and digits with hyphens; "" where @text has none. */
char *marathon_import_make_slug (const char *text);

/* --- import-values.c --- */

/** Reads the cell, which is not blank, into the draft; what cannot be is noted. */
void marathon_import_read_cell (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row, guint column);

/** Reads "T12", "t 12", "T-12", "12"; also the ways to say that there is none. */
gboolean marathon_import_parse_class (const char *text, MarathonSportClass *sport_class);

/** Reads the cell as the guide's field of the column. */
void marathon_import_read_guide_cell (MarathonImportJob *job, MarathonGuide *guide, guint row, guint column);

/* --- import-modes.c --- */

/** Finds out whether the column may name a mode. */
void marathon_import_find_mode_column (MarathonImportJob *job, guint column);

/** Fills the mode from divisions, categories and sport classes, where the row does not say one. */
void marathon_import_infer_mode (MarathonImportJob *job, MarathonEntrantDraft *draft, guint row);

/** Whether a word says a mode other than running, or low sight. */
gboolean marathon_import_is_of_mode (const char *text);

/** Whether a column of categories holds sexes, and was made what it is. */
gboolean marathon_import_take_sexes (MarathonImportJob *job, guint column);

/* --- import-forms.c --- */

typedef enum {
  MARATHON_IMPORT_TIME_OTHER,
  MARATHON_IMPORT_TIME_HOURS,   /* 3:45:00, 4h30 */
  MARATHON_IMPORT_TIME_SHORT,   /* 4:30 */
  MARATHON_IMPORT_TIME_LONG,    /* 45:00 */
  MARATHON_IMPORT_TIME_DOTTED,  /* 4.30 */
  MARATHON_IMPORT_TIME_MINUTES, /* 245 */
  MARATHON_IMPORT_TIME_SECONDS, /* 14700 */
} MarathonImportTimeForm;

MarathonImportTimeForm marathon_import_find_time_form (const char *text);

/** Returns: (transfer full) (nullable): a time in its plain form; @guessed: only the column tells that it is so. */
char *marathon_import_rewrite_time (const MarathonImportCell *cell, const char *text, gboolean *guessed);

/** Reads the day number of a spreadsheet, 10000 to 60000. */
gboolean marathon_import_parse_excel_day (const char *text, MarathonDate *date);

/** How a date that is written as @text is read, where it may be read so: nobody puts dots and the month first. */
MarathonDateOrder marathon_import_get_order_of (const MarathonImportCell *cell, const char *text);

/** Whether dots part the numbers of a date, as in 3.4.1985. */
gboolean marathon_import_has_dots (const char *text);

/** Reads a date as its column tells; @other_century where two digits of a year made a small child. */
gboolean marathon_import_parse_date (const MarathonImportCell *cell,
                                     const char               *text,
                                     MarathonDate              latest,
                                     MarathonDate             *date,
                                     gboolean                 *other_century);

/* --- import-people.c --- */

/** Returns: who has that full name, or MARATHON_IMPORT_KEYS_NONE; @several: more than one has. */
MarathonImportWho marathon_import_find_full_name (MarathonImportJob *job, const char *text, gboolean *several);

/** Says what the file as a whole makes one wonder: imported before, no predicted times. */
void marathon_import_note_list (MarathonImportJob *job);

/* --- import-identity.c --- */

typedef struct {
  guint64 id;               /* of the file, or 0 */
  MarathonText external_id; /* of the file, or 0 */
  MarathonImportWho who;    /* MARATHON_IMPORT_KEYS_NONE: nobody that is known */
} MarathonImportIdentity;

/** Finds who the row is about; %FALSE where it was refused, which is noted. */
gboolean marathon_import_identify (MarathonImportJob *job, guint row, MarathonImportIdentity *identity);

/** Returns: (transfer none): somebody of the roster, the bin or the file. */
const MarathonEntrant *marathon_import_get_known (const MarathonImportJob *job, MarathonImportWho who);

gboolean marathon_import_rows_are_equal (const MarathonImportJob *job, guint a, guint b);

/* --- import-rows.c --- */

void marathon_import_read_rows (MarathonImportJob *job);

/** Adds the person of the roster at @position to those who may change. Returns: the index of people. */
guint marathon_import_take_person (MarathonImportJob *job, guint32 position, guint32 row);

/** Returns: @wanted, or where that is 0 or somebody's, an id that nobody has. */
guint64 marathon_import_make_id (MarathonImportJob *job, guint64 wanted);

/** The number of a new person by index of people. */
static inline guint32
marathon_import_who_of_person (const MarathonImportJob *job, guint index)
{
  return marathon_roster_get_size (job->roster) + marathon_roster_get_size (job->bin) + index;
}

/* --- import-bibs.c --- */

/** Gives the bibs that the people of the file ask for. */
void marathon_import_settle_bibs (MarathonImportJob *job);

/** Whether the guide of @row may have its bib; noted where it is somebody's. @old_key: of the bib before, or 0. */
gboolean marathon_import_settle_guide_bib (MarathonImportJob   *job,
                                           const MarathonGuide *guide,
                                           guint64              old_key,
                                           guint                row,
                                           int                  column);

/** Returns: who has the bib @text, or MARATHON_IMPORT_KEYS_NONE; guides and groups do not count. */
MarathonImportWho marathon_import_find_bib (MarathonImportJob *job, const char *text);

/* --- import-guides.c --- */

void marathon_import_read_guides (MarathonImportJob *job);

G_END_DECLS
