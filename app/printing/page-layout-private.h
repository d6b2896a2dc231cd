/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of MarathonPageLayout share: page-layout.c decides what is on which page, page-metrics.c how high it
 * is, page-drawing.c draws it.
 */
#pragma once

#include "printing/column-widths.h"
#include "printing/page-layout.h"

G_BEGIN_DECLS

/** White between the lines of two rows, as part of the body size. */
#define MARATHON_ROW_PADDING 0.25

/** Other white, in points. */
#define MARATHON_RUNNING_GAP 8.0
#define MARATHON_HEADING_GAP 4.0
#define MARATHON_COLUMN_HEAD_GAP 5.0
#define MARATHON_FOOT_GAP 5.0
#define MARATHON_SWATCH_GAP 8.0
#define MARATHON_SWATCH_PADDING 6.0
#define MARATHON_WARNING_PADDING 5.0

/** Lines that a title or heading may take before it ends in "…", so that a page has room for rows. */
#define MARATHON_MAX_HEAD_LINES 3

/**
 * A place in the flow of a report: before a line of a row; with the row after its section's last, before the
 * section's totals.
 */
typedef struct {
  guint section;
  guint row;
  guint line;
} MarathonPagePosition;

typedef enum {
  MARATHON_PAGE_SECTION_HEAD,
  MARATHON_PAGE_ROW,
  MARATHON_PAGE_SECTION_TOTALS,
  MARATHON_PAGE_REPORT_TOTAL,
} MarathonPageItemKind;

typedef struct {
  MarathonPageItemKind kind;
  guint                section;
  guint                row;
  guint                first_line; /* of a row */
  guint                n_lines;
  gboolean             continued; /* of a section head */
  double               y;
  double               height;
} MarathonPageItem;

struct _MarathonPageLayout {
  MarathonReport       *report;
  MarathonPaper         paper;
  MarathonTextDrawer   *drawer;
  MarathonColumnWidths  widths;
  double                table_width;
  guint32              *row_lines; /* per row; NULL where each has one */
  GArray               *pages;     /* MarathonPagePosition: where each begins */

  /* The texts around the table, made to fit. */
  char  *title;
  char  *details; /* event and subtitle, under the title */
  char  *running_title;
  char  *running_event;
  char  *foot;
  char  *note;
  char  *warning;
  guint  n_title_lines;
  guint  n_details_lines;
  guint  n_note_lines;
  guint  n_warning_lines;
  guint  n_column_head_lines;
};

/* --- Heights, in points: what is counted is what is drawn --- */

double marathon_page_layout_get_top            (const MarathonPageLayout *layout, guint page);
double marathon_page_layout_get_bottom         (const MarathonPageLayout *layout);
double marathon_page_layout_get_warning_height (const MarathonPageLayout *layout);
double marathon_page_layout_get_row_height     (const MarathonPageLayout *layout, guint n_lines);
double marathon_page_layout_get_rows_height    (const MarathonPageLayout *layout, guint first, guint end);

/** Of the lines after a section's rows and after the report's last; 0 where there is none. */
double marathon_page_layout_get_section_totals_height (const MarathonPageLayout *layout, guint section);
double marathon_page_layout_get_report_total_height   (const MarathonPageLayout *layout);

/** All that follows the last row of a section and must not be without it. */
double marathon_page_layout_get_tail_height (const MarathonPageLayout *layout, guint section);

/** Of a section's head with the column heads. */
double marathon_page_layout_get_head_height (const MarathonPageLayout *layout, guint section, gboolean continued);

/** The texts of a section's head and the height of its parts. */
typedef struct {
  char    *heading;
  char    *subheading;
  double   swatch_width; /* with the gap after it; 0 without */
  double   heading_width;
  guint    n_heading_lines;
  guint    n_subheading_lines;
  gboolean subheading_beside; /* on the line of the heading, at the end edge */
  double   text_height;
  double   column_head_height;
} MarathonSectionHead;

void marathon_section_head_measure (const MarathonPageLayout *layout, guint section, gboolean continued,
                                    MarathonSectionHead *head);
void marathon_section_head_clear   (MarathonSectionHead *head);

/** How many lines the row has. */
guint marathon_page_layout_get_n_lines (const MarathonPageLayout *layout, guint row);

/** Fills @items with all that is between head and foot of @page. */
void marathon_page_layout_collect (const MarathonPageLayout *layout, guint page, GArray *items);

G_END_DECLS
