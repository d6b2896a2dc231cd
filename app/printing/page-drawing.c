/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawing of a page that page-layout.c has planned.
 */
#include "printing/page-layout-private.h"

#include <glib/gi18n-lib.h>

#include "printing/font-lock.h"

/* 0xRRGGBB. Grey text stays dark enough to be read on wet paper (contrast above 7 to 1). */
#define INK 0x000000
#define GREY_INK 0x484848
#define BAND 0xededed
#define RULE 0x000000

/* A cell as its row's text in page-layout.c is measured: y of the first baseline under the top of a line. */
static double
get_baseline (const MarathonPageLayout *self, MarathonTextFace face)
{
  double size = marathon_text_drawer_get_size (self->drawer, face);

  return (marathon_text_drawer_get_pitch (self->drawer, face) + 0.70 * size) / 2;
}

/* The left edge of something that is @x from the start edge of the table. */
static double
get_left (const MarathonPageLayout *self, double x, double width)
{
  double left = self->paper.margin_side;

  return marathon_report_get_right_to_left (self->report) ? left + self->table_width - x - width : left + x;
}

static void
put (MarathonPageLayout *self,
     cairo_t            *cr,
     MarathonTextFace    face,
     guint32             colour,
     const char         *text,
     double              x,
     double              y,
     double              width,
     MarathonTextAlign   align)
{
  MarathonTextBox box
    = { .x = get_left (self, x, width), .width = width, .baseline = y + get_baseline (self, face), .align = align };

  marathon_text_drawer_add (self->drawer, cr, face, colour, text, &box);
}

/* As put(), across the table. */
static void
put_wide (MarathonPageLayout *self, cairo_t *cr, MarathonTextFace face, guint32 colour, const char *text, double y,
          MarathonTextAlign align)
{
  put (self, cr, face, colour, text, 0, y, self->table_width, align);
}

static void
draw_rule (const MarathonPageLayout *self, cairo_t *cr, double y, double thickness)
{
  marathon_cairo_set_colour (cr, RULE);
  cairo_rectangle (cr, self->paper.margin_side, y, self->table_width, thickness);
  cairo_fill (cr);
}

/* --- Head and foot of the page --- */

static double
draw_warning (MarathonPageLayout *self, cairo_t *cr)
{
  double y = self->paper.margin_top;
  double height = marathon_page_layout_get_warning_height (self);

  if (self->n_warning_lines == 0)
    return y;
  marathon_cairo_set_colour (cr, RULE);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, self->paper.margin_side + 0.5, y + 0.5, self->table_width - 1, height - 1);
  cairo_stroke (cr);
  put_wide (self, cr, MARATHON_TEXT_STRONG, INK, self->warning, y + MARATHON_WARNING_PADDING / 2,
            MARATHON_TEXT_ALIGN_CENTRE);
  return y + height + MARATHON_RUNNING_GAP;
}

static void
draw_top (MarathonPageLayout *self, cairo_t *cr, guint page)
{
  double y = draw_warning (self, cr);

  if (page > 0)
    {
      put_wide (self, cr, MARATHON_TEXT_SMALL, GREY_INK, self->running_title, y, MARATHON_TEXT_ALIGN_START);
      put_wide (self, cr, MARATHON_TEXT_SMALL, GREY_INK, self->running_event, y, MARATHON_TEXT_ALIGN_END);
      return;
    }
  put_wide (self, cr, MARATHON_TEXT_TITLE, INK, self->title, y, MARATHON_TEXT_ALIGN_START);
  y += self->n_title_lines * marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_TITLE);
  put_wide (self, cr, MARATHON_TEXT_BODY, GREY_INK, self->details, y, MARATHON_TEXT_ALIGN_START);
}

static void
draw_foot (MarathonPageLayout *self, cairo_t *cr, guint page)
{
  const char *print_time = marathon_report_get_text (self->report, MARATHON_REPORT_PRINT_TIME);
  double y = marathon_page_layout_get_bottom (self) + MARATHON_FOOT_GAP;
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, marathon_page_layout_get_n_pages (self));
  g_autofree char *printed = NULL;

  draw_rule (self, cr, y, 0.5);
  y += MARATHON_FOOT_GAP;
  put_wide (self, cr, MARATHON_TEXT_SMALL, GREY_INK, self->note, y, MARATHON_TEXT_ALIGN_START);
  y += self->n_note_lines * marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_SMALL);
  put_wide (self, cr, MARATHON_TEXT_SMALL, GREY_INK, self->foot, y, MARATHON_TEXT_ALIGN_START);
  put_wide (self, cr, MARATHON_TEXT_SMALL, INK, number, y, MARATHON_TEXT_ALIGN_END);
  if (*print_time == '\0')
    return;
  /* TRANSLATORS: at the foot of a page: when it was printed, "Printed 12 April 2014, 18:30" */
  printed = g_strdup_printf (_("Printed %s"), print_time);
  put_wide (self, cr, MARATHON_TEXT_SMALL, GREY_INK, printed, y, MARATHON_TEXT_ALIGN_CENTRE);
}

/* --- Section heads --- */

/* "#rrggbb"; @otherwise where it is not that. */
static guint32
read_colour (const char *hex, guint32 otherwise)
{
  guint32 colour = 0;

  if (*hex++ != '#')
    return otherwise;
  for (guint i = 0; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (hex[i]);

      if (digit < 0)
        return otherwise;
      colour = colour << 4 | (guint32) digit;
    }
  return hex[6] == '\0' ? colour : otherwise;
}

/* A box in the colours of the start with its name in it; the edge shows a white one too. */
static void
draw_swatch (MarathonPageLayout *self, cairo_t *cr, const MarathonReportSection *section, double width, double y)
{
  double height = marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_HEADING) - 1;
  double left = get_left (self, 0, width);
  double text_y = y + (height - marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_STRONG)) / 2;
  g_autofree char *name = marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_STRONG, section->swatch_name,
                                                      width - 2 * MARATHON_SWATCH_PADDING, 1);

  cairo_rectangle (cr, left + 0.25, y + 0.25, width - 0.5, height - 0.5);
  marathon_cairo_set_colour (cr, read_colour (section->swatch_ground, 0xffffff));
  cairo_fill_preserve (cr);
  marathon_cairo_set_colour (cr, GREY_INK);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  put (self, cr, MARATHON_TEXT_STRONG, read_colour (section->swatch_ink, INK), name, 0, text_y, width,
       MARATHON_TEXT_ALIGN_CENTRE);
}

static void
draw_column_heads (MarathonPageLayout *self, cairo_t *cr, double y)
{
  double pitch = marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_LABEL);

  for (guint i = 0; i < marathon_report_get_n_columns (self->report); i++)
    {
      const MarathonReportColumn *column = marathon_report_get_column (self->report, i);
      const MarathonColumnPlace *place = &self->widths.columns[i];
      g_autofree char *heading = marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_LABEL, column->heading,
                                                             place->width, self->n_column_head_lines);
      guint n_lines = marathon_text_drawer_count_lines (self->drawer, MARATHON_TEXT_LABEL, heading, place->width);

      put (self, cr, MARATHON_TEXT_LABEL, INK, heading, place->x,
           y + (self->n_column_head_lines - n_lines) * pitch, place->width, (MarathonTextAlign) column->alignment);
    }
  draw_rule (self, cr, y + self->n_column_head_lines * pitch + 2, 1);
}

static void
draw_section_head (MarathonPageLayout *self, cairo_t *cr, const MarathonPageItem *item)
{
  const MarathonReportSection *section = marathon_report_get_section (self->report, item->section);
  double heading_pitch = marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_HEADING);
  double y = item->y;
  MarathonSectionHead head;

  marathon_section_head_measure (self, item->section, item->continued, &head);
  if (head.swatch_width > 0)
    draw_swatch (self, cr, section, head.swatch_width - MARATHON_SWATCH_GAP, y);
  put (self, cr, MARATHON_TEXT_HEADING, INK, head.heading, head.swatch_width, y, head.heading_width,
       MARATHON_TEXT_ALIGN_START);
  if (head.subheading_beside)
    {
      double drop = get_baseline (self, MARATHON_TEXT_HEADING) - get_baseline (self, MARATHON_TEXT_BODY);

      put_wide (self, cr, MARATHON_TEXT_BODY, GREY_INK, head.subheading, y + drop, MARATHON_TEXT_ALIGN_END);
    }
  else
    put_wide (self, cr, MARATHON_TEXT_BODY, GREY_INK, head.subheading, y + head.n_heading_lines * heading_pitch,
              MARATHON_TEXT_ALIGN_START);
  if (head.column_head_height > 0)
    draw_column_heads (self, cr, y + head.text_height);
  marathon_section_head_clear (&head);
}

/* --- Rows --- */

static void
draw_row (MarathonPageLayout *self, cairo_t *cr, const MarathonPageItem *item)
{
  MarathonReportRowKind kind = marathon_report_get_row_kind (self->report, item->row);
  guint32 colour = kind == MARATHON_REPORT_ROW_ENTRANT ? INK : GREY_INK;
  const char *cells[MARATHON_REPORT_MAX_COLUMNS];
  MarathonTextBox box = { .first_line = item->first_line, .n_lines = item->n_lines };

  marathon_report_get_cells (self->report, item->row, cells);
  box.baseline = item->y + MARATHON_ROW_PADDING / 2 * marathon_text_drawer_get_size (self->drawer, MARATHON_TEXT_BODY)
                 + get_baseline (self, MARATHON_TEXT_BODY);
  if (kind == MARATHON_REPORT_ROW_NOTE)
    {
      box.width = self->table_width - self->widths.indent;
      box.x = get_left (self, self->widths.indent, box.width);
      marathon_text_drawer_add (self->drawer, cr, MARATHON_TEXT_REMARK, colour, cells[0], &box);
      return;
    }
  for (guint i = 0; i < marathon_report_get_n_columns (self->report); i++)
    {
      const MarathonReportColumn *column = marathon_report_get_column (self->report, i);
      const MarathonColumnPlace *place = &self->widths.columns[i];
      double indent = kind == MARATHON_REPORT_ROW_GUIDE && i == self->widths.indent_column ? self->widths.indent : 0;

      box.width = place->width - indent;
      box.x = get_left (self, place->x + indent, box.width);
      box.align = (MarathonTextAlign) column->alignment;
      marathon_text_drawer_add (self->drawer, cr, marathon_column_face (column, kind), colour, cells[i], &box);
    }
}

/* A grey band behind every other entrant, with guides and notes: the eye keeps to the line. */
static void
draw_bands (const MarathonPageLayout *self, cairo_t *cr, const GArray *items)
{
  gboolean banded = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const MarathonPageItem *item = &g_array_index (items, MarathonPageItem, i);

      if (item->kind != MARATHON_PAGE_ROW)
        banded = TRUE;
      else if (marathon_report_get_row_kind (self->report, item->row) == MARATHON_REPORT_ROW_ENTRANT)
        banded = !banded;
      if (item->kind == MARATHON_PAGE_ROW && banded)
        cairo_rectangle (cr, self->paper.margin_side - 3, item->y, self->table_width + 6, item->height);
    }
  marathon_cairo_set_colour (cr, BAND);
  cairo_fill (cr);
}

static void
draw_total (MarathonPageLayout *self, cairo_t *cr, const MarathonPageItem *item)
{
  double padding = MARATHON_ROW_PADDING * marathon_text_drawer_get_size (self->drawer, MARATHON_TEXT_BODY);
  double line = marathon_page_layout_get_row_height (self, 1);

  if (item->kind == MARATHON_PAGE_SECTION_TOTALS)
    {
      draw_rule (self, cr, item->y, 0.5);
      put_wide (self, cr, MARATHON_TEXT_LABEL, INK, marathon_report_get_section (self->report, item->section)->totals,
                item->y + padding, MARATHON_TEXT_ALIGN_START);
      return;
    }
  draw_rule (self, cr, item->y + line - padding, 1);
  put_wide (self, cr, MARATHON_TEXT_STRONG, INK, marathon_report_get_text (self->report, MARATHON_REPORT_TOTAL),
            item->y + line, MARATHON_TEXT_ALIGN_START);
}

static void
draw_item (MarathonPageLayout *self, cairo_t *cr, const MarathonPageItem *item)
{
  switch (item->kind)
    {
    case MARATHON_PAGE_SECTION_HEAD:
      draw_section_head (self, cr, item);
      break;
    case MARATHON_PAGE_ROW:
      draw_row (self, cr, item);
      break;
    case MARATHON_PAGE_SECTION_TOTALS:
    case MARATHON_PAGE_REPORT_TOTAL:
      draw_total (self, cr, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
marathon_page_layout_draw (MarathonPageLayout *self, cairo_t *cr, guint page)
{
  g_autoptr (GArray) items = NULL;

  g_return_if_fail (self != NULL && cr != NULL && page < marathon_page_layout_get_n_pages (self));

  items = g_array_new (FALSE, FALSE, sizeof (MarathonPageItem));
  marathon_page_layout_collect (self, page, items);
  marathon_font_lock ();
  cairo_save (cr);
  draw_bands (self, cr, items);
  draw_top (self, cr, page);
  for (guint i = 0; i < items->len; i++)
    draw_item (self, cr, &g_array_index (items, MarathonPageItem, i));
  draw_foot (self, cr, page);
  marathon_text_drawer_flush (self->drawer, cr);
  cairo_restore (cr);
  marathon_font_unlock ();
}
