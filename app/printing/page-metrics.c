/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How high each part of a page is; planning and drawing both go by it.
 */
#include "printing/page-layout-private.h"

#include <glib/gi18n-lib.h>

#define TITLE_GAP 10.0

/* --- Heights --- */

static double
get_pitch (const MarathonPageLayout *self, MarathonTextFace face)
{
  return marathon_text_drawer_get_pitch (self->drawer, face);
}

double
marathon_page_layout_get_row_height (const MarathonPageLayout *self, guint n_lines)
{
  return n_lines * get_pitch (self, MARATHON_TEXT_BODY)
         + MARATHON_ROW_PADDING * marathon_text_drawer_get_size (self->drawer, MARATHON_TEXT_BODY);
}

double
marathon_page_layout_get_warning_height (const MarathonPageLayout *self)
{
  if (self->n_warning_lines == 0)
    return 0;
  return self->n_warning_lines * get_pitch (self, MARATHON_TEXT_STRONG) + MARATHON_WARNING_PADDING;
}

double
marathon_page_layout_get_top (const MarathonPageLayout *self, guint page)
{
  double top = self->paper.margin_top + marathon_page_layout_get_warning_height (self);

  if (self->n_warning_lines > 0)
    top += MARATHON_RUNNING_GAP;
  if (page > 0)
    return top + get_pitch (self, MARATHON_TEXT_SMALL) + MARATHON_RUNNING_GAP;
  return top + self->n_title_lines * get_pitch (self, MARATHON_TEXT_TITLE)
         + self->n_details_lines * get_pitch (self, MARATHON_TEXT_BODY) + TITLE_GAP;
}

double
marathon_page_layout_get_bottom (const MarathonPageLayout *self)
{
  return self->paper.height - self->paper.margin_bottom - MARATHON_FOOT_GAP
         - (1 + self->n_note_lines) * get_pitch (self, MARATHON_TEXT_SMALL) - MARATHON_FOOT_GAP;
}

guint
marathon_page_layout_get_n_lines (const MarathonPageLayout *self, guint row)
{
  return self->row_lines != NULL ? self->row_lines[row] : 1;
}

double
marathon_page_layout_get_rows_height (const MarathonPageLayout *self, guint first, guint end)
{
  double height = 0;

  for (guint row = first; row < end; row++)
    height += marathon_page_layout_get_row_height (self, marathon_page_layout_get_n_lines (self, row));
  return height;
}

/* --- Section heads --- */

static char *
create_heading (const MarathonPageLayout *self, const char *heading, gboolean continued, double width)
{
  g_autofree char *text = NULL;

  if (!continued || *heading == '\0')
    return marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_HEADING, heading, width, MARATHON_MAX_HEAD_LINES);
  /* TRANSLATORS: a section's heading at the top of a following page, "Wave 3 (continued)" */
  text = g_strdup_printf (_("%s (continued)"), heading);
  return marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_HEADING, text, width, MARATHON_MAX_HEAD_LINES);
}

static double
measure_swatch (const MarathonPageLayout *self, const MarathonReportSection *section)
{
  double width;

  if (*section->swatch_name == '\0')
    return 0;
  width = marathon_text_drawer_measure (self->drawer, MARATHON_TEXT_STRONG, section->swatch_name);
  return MIN (width + 2 * MARATHON_SWATCH_PADDING, self->table_width / 3) + MARATHON_SWATCH_GAP;
}

static void
measure_subheading (const MarathonPageLayout *self, const char *subheading, MarathonSectionHead *head)
{
  double heading = 0;
  double width;

  head->subheading = marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_BODY, subheading, self->table_width,
                                                 MARATHON_MAX_HEAD_LINES);
  if (*subheading == '\0')
    return;
  if (*head->heading != '\0')
    heading = marathon_text_drawer_measure (self->drawer, MARATHON_TEXT_HEADING, head->heading) + MARATHON_SWATCH_GAP;
  width = marathon_text_drawer_measure (self->drawer, MARATHON_TEXT_BODY, subheading);
  head->subheading_beside = head->n_heading_lines == 1 && heading + width <= head->heading_width;
  if (!head->subheading_beside)
    head->n_subheading_lines
      = marathon_text_drawer_count_lines (self->drawer, MARATHON_TEXT_BODY, head->subheading, self->table_width);
}

void
marathon_section_head_measure (const MarathonPageLayout *self, guint section, gboolean continued,
                               MarathonSectionHead *head)
{
  const MarathonReportSection *texts = marathon_report_get_section (self->report, section);
  guint first, end;

  *head = (MarathonSectionHead) { 0 };
  head->swatch_width = measure_swatch (self, texts);
  head->heading_width = self->table_width - head->swatch_width;
  head->heading = create_heading (self, texts->heading, continued, head->heading_width);
  if (*head->heading != '\0' || head->swatch_width > 0)
    head->n_heading_lines
      = marathon_text_drawer_count_lines (self->drawer, MARATHON_TEXT_HEADING, head->heading, head->heading_width);
  measure_subheading (self, texts->subheading, head);
  head->text_height = head->n_heading_lines * get_pitch (self, MARATHON_TEXT_HEADING)
                      + head->n_subheading_lines * get_pitch (self, MARATHON_TEXT_BODY);
  if (head->text_height > 0)
    head->text_height += MARATHON_HEADING_GAP;
  marathon_report_get_section_rows (self->report, section, &first, &end);
  if (end > first && marathon_report_get_row_kind (self->report, first) != MARATHON_REPORT_ROW_NOTE)
    head->column_head_height
      = self->n_column_head_lines * get_pitch (self, MARATHON_TEXT_LABEL) + MARATHON_COLUMN_HEAD_GAP;
}

void
marathon_section_head_clear (MarathonSectionHead *head)
{
  g_clear_pointer (&head->heading, g_free);
  g_clear_pointer (&head->subheading, g_free);
}

double
marathon_page_layout_get_head_height (const MarathonPageLayout *self, guint section, gboolean continued)
{
  MarathonSectionHead head;

  marathon_section_head_measure (self, section, continued, &head);
  marathon_section_head_clear (&head);
  return head.text_height + head.column_head_height;
}

double
marathon_page_layout_get_section_totals_height (const MarathonPageLayout *self, guint section)
{
  if (*marathon_report_get_section (self->report, section)->totals == '\0')
    return 0;
  return marathon_page_layout_get_row_height (self, 1);
}

double
marathon_page_layout_get_report_total_height (const MarathonPageLayout *self)
{
  if (*marathon_report_get_text (self->report, MARATHON_REPORT_TOTAL) == '\0')
    return 0;
  return 2 * marathon_page_layout_get_row_height (self, 1);
}

/* All that follows the last row of a section and must not be without it. */
double
marathon_page_layout_get_tail_height (const MarathonPageLayout *self, guint section)
{
  double height = marathon_page_layout_get_section_totals_height (self, section);

  if (section + 1 == marathon_report_get_n_sections (self->report))
    height += marathon_page_layout_get_report_total_height (self);
  return height;
}
