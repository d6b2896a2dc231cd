/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonReport: a titled table with sections, built once and immutable after. The same report is drawn on pages,
 * shown as a preview and exported; nothing in it knows of paper.
 *
 * Build: new, set_text, add_column…, then for each section begin_section, begin_row, add_cell…; finish. A finished
 * report may be read by any number of threads. All text is valid UTF-8.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A page of more columns cannot be read. */
#define MARATHON_REPORT_MAX_COLUMNS 32

typedef struct _MarathonReport MarathonReport;

/** The texts of a report, each "" until set. */
typedef enum {
  MARATHON_REPORT_TITLE,        /* "Start list by wave" */
  MARATHON_REPORT_EVENT,        /* the event's name */
  MARATHON_REPORT_SUBTITLE,     /* date, place: whatever comes below the title */
  MARATHON_REPORT_AUDIENCE,     /* "Public", "For officials": printed on every page */
  MARATHON_REPORT_PRINT_TIME,   /* an instant, ready to be read */
  MARATHON_REPORT_TOTAL,        /* "36,337 of 36,337 entrants", after the last section */
  MARATHON_REPORT_NOTE,         /* a legend, at the foot of every page */
  MARATHON_REPORT_CONFIDENTIAL, /* a warning, boxed at the top of every page; "" where the report is not confidential */
  MARATHON_REPORT_LANGUAGE,     /* BCP 47 tag: decides the shapes of Chinese characters */
  MARATHON_REPORT_N_TEXTS
} MarathonReportText;

typedef enum {
  MARATHON_REPORT_ALIGN_START,
  MARATHON_REPORT_ALIGN_CENTRE,
  MARATHON_REPORT_ALIGN_END,
} MarathonReportAlignment;

typedef enum {
  MARATHON_REPORT_WIDTH_NATURAL,  /* as wide as its widest text */
  MARATHON_REPORT_WIDTH_FLEXIBLE, /* at least that, and its share of what is left over */
  MARATHON_REPORT_WIDTH_FIXED,    /* so many em; wider only where a word would break */
} MarathonReportWidth;

typedef struct {
  const char              *key;     /* a field's key: the header of an export */
  const char              *heading; /* translated */
  MarathonReportAlignment  alignment;
  MarathonReportWidth      width;
  double                   width_value; /* weight of a flexible column, em of a fixed one; above 0 there */
  gboolean                 bold;        /* for the bib, found at a glance */
  gboolean                 wraps;       /* its texts are words that may go on in a second line */
} MarathonReportColumn;

typedef struct {
  const char *heading;
  const char *subheading; /* "Start 10:00 · capacity 900 · 850 entrants" */
  const char *totals;     /* the line after its rows; may also be set later */
  gboolean    page_break_before;
  const char *swatch_name;   /* name in the colour box of a start area; NULL or "" for no box */
  const char *swatch_ink;    /* "#rrggbb" */
  const char *swatch_ground; /* "#rrggbb" */
} MarathonReportSection;

typedef enum {
  MARATHON_REPORT_ROW_ENTRANT,
  MARATHON_REPORT_ROW_GUIDE, /* belongs to the entrant row above: indented, lighter, never on another page */
  MARATHON_REPORT_ROW_NOTE,  /* one text across all columns, about the row above */
} MarathonReportRowKind;
#define MARATHON_REPORT_N_ROW_KINDS 3

/* --- Building --- */

/** Returns: (transfer full): an empty report, left to right. */
MarathonReport *marathon_report_new   (void);
MarathonReport *marathon_report_ref   (MarathonReport *report);
void            marathon_report_unref (MarathonReport *report);

/** May be called until the report is finished, so a total can be set after counting. %NULL is "". */
void marathon_report_set_text (MarathonReport *report, MarathonReportText which, const char *text);

/** Mirrors the columns: "start" is then the right edge. */
void marathon_report_set_right_to_left (MarathonReport *report, gboolean right_to_left);

/** Copies @column. All columns come before the first section; at most MARATHON_REPORT_MAX_COLUMNS. */
void marathon_report_add_column (MarathonReport *report, const MarathonReportColumn *column);

/** Copies @section; its texts may be %NULL. Rows that come before any section go into one without a heading. */
void marathon_report_begin_section (MarathonReport *report, const MarathonReportSection *section);

/** Sets the totals line of the section last begun. */
void marathon_report_set_section_totals (MarathonReport *report, const char *totals);

void marathon_report_begin_row (MarathonReport *report, MarathonReportRowKind kind);

/** Adds the next cell of the row last begun; %NULL is "". A note has one cell. Cells that are not added are "". */
void marathon_report_add_cell (MarathonReport *report, const char *text);

/** As marathon_report_add_cell(), for @length bytes without NUL. */
void marathon_report_add_cell_length (MarathonReport *report, const char *text, gsize length);

/** Ends the building. A report has at least one section from here on. */
void marathon_report_finish (MarathonReport *report);

/* --- Counting, at any time --- */

guint marathon_report_get_n_rows (const MarathonReport *report);

/** How many rows of @kind the whole report has. */
guint marathon_report_count (const MarathonReport *report, MarathonReportRowKind kind);

/** How many rows of @kind the @section has. */
guint marathon_report_count_in_section (const MarathonReport *report, guint section, MarathonReportRowKind kind);

/* --- Reading a finished report. What is returned lives as long as the report. --- */

const char *marathon_report_get_text          (const MarathonReport *report, MarathonReportText which);
gboolean    marathon_report_is_confidential   (const MarathonReport *report);
gboolean    marathon_report_get_right_to_left (const MarathonReport *report);

guint                       marathon_report_get_n_columns (const MarathonReport *report);
const MarathonReportColumn *marathon_report_get_column    (const MarathonReport *report, guint column);

guint                        marathon_report_get_n_sections (const MarathonReport *report);
const MarathonReportSection *marathon_report_get_section    (const MarathonReport *report, guint section);

/** Its rows are @first up to but without @end, of the report's rows. */
void marathon_report_get_section_rows (const MarathonReport *report, guint section, guint *first, guint *end);

MarathonReportRowKind marathon_report_get_row_kind (const MarathonReport *report, guint row);

/** Fills @cells, one per column (at least one: the text of a note is cells[0]). */
void marathon_report_get_cells (const MarathonReport *report, guint row, const char **cells);

/** One cell; for many cells of a row marathon_report_get_cells() is faster. */
const char *marathon_report_get_cell (const MarathonReport *report, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonReport, marathon_report_unref)

G_END_DECLS
