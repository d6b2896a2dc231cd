/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPageLayout: which row is on which page, and how high everything is.
 */
#include "printing/measuring-drawer.h"
#include "printing/page-layout-private.h"

#define BODY_SIZE 10.0
#define SECTION_GAP 16.0
/* Entrants that are not parted from the head of their section. */
#define N_OPENING 2
/* Letters smaller than this are worse than a turned sheet. */
#define LEAST_SIZE 8.0
/* Lines that a legend or a warning may take before it ends in "…". */
#define MAX_NOTE_LINES 5
#define MAX_WARNING_LINES 2
/* More than rounding can add to the width of a text when its letters shrink, in points. */
#define ROUNDING 0.5

typedef struct {
  MarathonPageLayout *layout;
  double              y;
  gboolean            fresh; /* nothing but a section's head is on the page yet */
} Flow;

/* --- Paging --- */

static void
start_page (Flow *flow, guint section, guint row, guint line)
{
  MarathonPageLayout *self = flow->layout;
  MarathonPagePosition position = { section, row, line };
  guint first, end;

  marathon_report_get_section_rows (self->report, section, &first, &end);
  g_array_append_val (self->pages, position);
  flow->y = marathon_page_layout_get_top (self, self->pages->len - 1)
            + marathon_page_layout_get_head_height (self, section, row != first || line != 0);
  flow->fresh = TRUE;
}

/* A row that is taller than a page goes on at the top of the next. */
static void
place_tall_row (Flow *flow, guint section, guint row, guint n_lines)
{
  MarathonPageLayout *self = flow->layout;
  guint line = 0;

  for (;;)
    {
      double room = marathon_page_layout_get_bottom (self) - flow->y - marathon_page_layout_get_row_height (self, 0);
      double fitting = room / marathon_text_drawer_get_pitch (self->drawer, MARATHON_TEXT_BODY);
      guint n_fitting = fitting < 1 ? 1 : (guint) fitting;

      if (line + n_fitting >= n_lines)
        break;
      line += n_fitting;
      start_page (flow, section, row, line);
    }
  flow->y += marathon_page_layout_get_row_height (self, n_lines - line);
  flow->fresh = FALSE;
}

static void
place_row (Flow *flow, guint section, guint row)
{
  MarathonPageLayout *self = flow->layout;
  guint n_lines = marathon_page_layout_get_n_lines (self, row);
  double height = marathon_page_layout_get_row_height (self, n_lines);
  double bottom = marathon_page_layout_get_bottom (self);

  if (flow->y + height > bottom && !flow->fresh)
    start_page (flow, section, row, 0);
  if (flow->y + height > bottom)
    {
      place_tall_row (flow, section, row, n_lines);
      return;
    }
  flow->y += height;
  flow->fresh = FALSE;
}

/* The end of the entrant's rows that begin with @row: with guides and notes. */
static guint
find_unit_end (const MarathonPageLayout *self, guint row, guint end)
{
  do
    row++;
  while (row < end && marathon_report_get_row_kind (self->report, row) != MARATHON_REPORT_ROW_ENTRANT);
  return row;
}

static void
place_unit (Flow *flow, guint section, guint row, guint unit_end, double tail)
{
  MarathonPageLayout *self = flow->layout;
  double height = marathon_page_layout_get_rows_height (self, row, unit_end);

  if (flow->y + height + tail > marathon_page_layout_get_bottom (self) && !flow->fresh)
    start_page (flow, section, row, 0);
  for (; row < unit_end; row++)
    place_row (flow, section, row);
}

/* The end of what must be below a section's head: two entrants, and not all but one. */
static guint
find_opening_end (const MarathonPageLayout *self, guint row, guint end)
{
  guint opening_end = row;

  for (guint i = 0; i < N_OPENING && opening_end < end; i++)
    opening_end = find_unit_end (self, opening_end, end);
  return opening_end < end && find_unit_end (self, opening_end, end) == end ? end : opening_end;
}

static void
place_head (Flow *flow, guint section, double tail)
{
  MarathonPageLayout *self = flow->layout;
  double head = marathon_page_layout_get_head_height (self, section, FALSE) + SECTION_GAP;
  guint row, end, opening_end;
  double least;

  marathon_report_get_section_rows (self->report, section, &row, &end);
  opening_end = find_opening_end (self, row, end);
  least = head + marathon_page_layout_get_rows_height (self, row, opening_end) + (opening_end == end ? tail : 0);
  if (section == 0 || marathon_report_get_section (self->report, section)->page_break_before
      || flow->y + least > marathon_page_layout_get_bottom (self))
    {
      start_page (flow, section, row, 0);
      return;
    }
  flow->y += head;
  flow->fresh = FALSE;
}

static void
place_section (Flow *flow, guint section)
{
  MarathonPageLayout *self = flow->layout;
  double tail = marathon_page_layout_get_tail_height (self, section);
  guint row, end;

  place_head (flow, section, tail);
  marathon_report_get_section_rows (self->report, section, &row, &end);
  while (row < end)
    {
      guint unit_end = find_unit_end (self, row, end);
      double behind = unit_end == end ? tail : 0;

      /* The last entrant is not alone on a page: the one before comes along. */
      if (unit_end < end && find_unit_end (self, unit_end, end) == end)
        behind = marathon_page_layout_get_rows_height (self, unit_end, end) + tail;
      place_unit (flow, section, row, unit_end, behind);
      row = unit_end;
    }
  if (flow->y + tail > marathon_page_layout_get_bottom (self) && !flow->fresh)
    start_page (flow, section, end, 0);
  flow->y += tail;
}

/* --- What is on a page --- */

static double
collect_head (const MarathonPageLayout *self, guint section, gboolean continued, double y, GArray *items)
{
  MarathonPageItem item = { .kind = MARATHON_PAGE_SECTION_HEAD, .section = section, .continued = continued, .y = y };

  item.height = marathon_page_layout_get_head_height (self, section, continued);
  g_array_append_val (items, item);
  return y + item.height;
}

static double
collect_row (const MarathonPageLayout *self, MarathonPagePosition from, guint n_lines, double y, GArray *items)
{
  MarathonPageItem item = { .kind = MARATHON_PAGE_ROW, .section = from.section, .row = from.row, .y = y };

  item.first_line = from.line;
  item.n_lines = n_lines;
  item.height = marathon_page_layout_get_row_height (self, n_lines);
  g_array_append_val (items, item);
  return y + item.height;
}

static double
collect_tail (const MarathonPageLayout *self, guint section, double y, GArray *items)
{
  MarathonPageItem totals = { .kind = MARATHON_PAGE_SECTION_TOTALS, .section = section, .y = y };
  MarathonPageItem total = { .kind = MARATHON_PAGE_REPORT_TOTAL, .section = section };

  totals.height = marathon_page_layout_get_section_totals_height (self, section);
  total.y = y + totals.height;
  if (totals.height > 0)
    g_array_append_val (items, totals);
  if (section + 1 == marathon_report_get_n_sections (self->report))
    total.height = marathon_page_layout_get_report_total_height (self);
  if (total.height > 0)
    g_array_append_val (items, total);
  return total.y + total.height;
}

void
marathon_page_layout_collect (const MarathonPageLayout *self, guint page, GArray *items)
{
  MarathonPagePosition at = g_array_index (self->pages, MarathonPagePosition, page);
  MarathonPagePosition next = { G_MAXUINT, G_MAXUINT, 0 };
  guint n_sections = marathon_report_get_n_sections (self->report);
  double y = marathon_page_layout_get_top (self, page);

  if (page + 1 < self->pages->len)
    next = g_array_index (self->pages, MarathonPagePosition, page + 1);
  for (gboolean first_on_page = TRUE; at.section < n_sections; at.section++, at.line = 0, first_on_page = FALSE)
    {
      guint first, end;

      marathon_report_get_section_rows (self->report, at.section, &first, &end);
      if (!first_on_page)
        {
          at.row = first;
          if (at.section == next.section && at.row == next.row && next.line == 0)
            return;
          y += SECTION_GAP;
        }
      y = collect_head (self, at.section, at.row != first || at.line != 0, y, items);
      for (; at.row < end && !(at.section == next.section && at.row >= next.row); at.row++, at.line = 0)
        y = collect_row (self, at, marathon_page_layout_get_n_lines (self, at.row) - at.line, y, items);
      if (at.section == next.section)
        {
          if (next.line > at.line)
            collect_row (self, at, next.line - at.line, y, items);
          return;
        }
      y = collect_tail (self, at.section, y, items);
    }
}

/* --- Making --- */

static char *
join_texts (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return g_strconcat (a, b, NULL);
  return g_strjoin (" · ", a, b, NULL);
}

static guint
fit (MarathonPageLayout *self, MarathonTextFace face, const char *text, guint max_lines, char **fitted)
{
  *fitted = marathon_text_drawer_clamp (self->drawer, face, text, self->table_width, max_lines);
  return *text == '\0' ? 0 : marathon_text_drawer_count_lines (self->drawer, face, *fitted, self->table_width);
}

static void
fit_texts (MarathonPageLayout *self)
{
  const char *title = marathon_report_get_text (self->report, MARATHON_REPORT_TITLE);
  const char *event = marathon_report_get_text (self->report, MARATHON_REPORT_EVENT);
  const char *note = marathon_report_get_text (self->report, MARATHON_REPORT_NOTE);
  const char *warning = marathon_report_get_text (self->report, MARATHON_REPORT_CONFIDENTIAL);
  g_autofree char *details = join_texts (event, marathon_report_get_text (self->report, MARATHON_REPORT_SUBTITLE));
  g_autofree char *foot = join_texts (marathon_report_get_text (self->report, MARATHON_REPORT_AUDIENCE), event);

  self->n_title_lines = fit (self, MARATHON_TEXT_TITLE, title, MARATHON_MAX_HEAD_LINES, &self->title);
  self->n_details_lines = fit (self, MARATHON_TEXT_BODY, details, MARATHON_MAX_HEAD_LINES, &self->details);
  self->n_note_lines = fit (self, MARATHON_TEXT_SMALL, note, MAX_NOTE_LINES, &self->note);
  self->n_warning_lines = fit (self, MARATHON_TEXT_STRONG, warning, MAX_WARNING_LINES, &self->warning);
  self->running_title
    = marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_SMALL, title, self->table_width * 0.48, 1);
  self->running_event
    = marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_SMALL, event, self->table_width * 0.48, 1);
  self->foot = marathon_text_drawer_clamp (self->drawer, MARATHON_TEXT_SMALL, foot, self->table_width * 0.38, 1);
}

static void
count_column_head_lines (MarathonPageLayout *self)
{
  self->n_column_head_lines = 1;
  for (guint i = 0; i < marathon_report_get_n_columns (self->report); i++)
    {
      const char *heading = marathon_report_get_column (self->report, i)->heading;
      guint n_lines = marathon_text_drawer_count_lines (self->drawer, MARATHON_TEXT_LABEL, heading,
                                                        self->widths.columns[i].width);

      self->n_column_head_lines = MAX (self->n_column_head_lines, MIN (n_lines, MARATHON_MAX_HEAD_LINES));
    }
}

/* A list has the same long club or category in many rows: how many lines it needs is found out once. */
typedef struct {
  const MarathonTableMeasure *measure;
  GHashTable *lines[MARATHON_REPORT_MAX_COLUMNS]; /* text → lines, of entrants' cells */
} LineCounts;

static guint
count_cell_lines (MarathonPageLayout *self, LineCounts *counts, guint column, MarathonReportRowKind kind,
                  const char *text)
{
  const MarathonColumnPlace *place = &self->widths.columns[column];
  double indent = kind == MARATHON_REPORT_ROW_GUIDE && column == self->widths.indent_column ? self->widths.indent : 0;
  MarathonTextFace face = marathon_column_face (marathon_report_get_column (self->report, column), kind);
  gpointer known;

  if (kind != MARATHON_REPORT_ROW_ENTRANT)
    return marathon_text_drawer_count_lines (self->drawer, face, text, place->width - indent);
  if (counts->lines[column] == NULL)
    counts->lines[column] = g_hash_table_new (g_str_hash, g_str_equal);
  known = g_hash_table_lookup (counts->lines[column], text);
  if (known == NULL)
    {
      known = GUINT_TO_POINTER (marathon_text_drawer_count_lines (self->drawer, face, text, place->width));
      g_hash_table_insert (counts->lines[column], (gpointer) text, known);
    }
  return GPOINTER_TO_UINT (known);
}

/* The cell was measured in letters of full size; in smaller ones its advances are rounded anew. */
static gboolean
needs_one_line (const MarathonPageLayout *self, const LineCounts *counts, guint row, guint column)
{
  double width = marathon_table_measure_get_cell_width (counts->measure, row, column);

  if (self->widths.table_scale < 1.0)
    width = width * self->widths.table_scale + ROUNDING;
  return width <= self->widths.columns[column].width;
}

/* Room for guides is counted into the widths of cells. */
static guint
count_row_lines (MarathonPageLayout *self, LineCounts *counts, guint row, MarathonReportRowKind kind)
{
  const char *cells[MARATHON_REPORT_MAX_COLUMNS];
  guint n_columns = marathon_report_get_n_columns (self->report);
  guint n_lines = 1;
  gboolean has_cells = FALSE;

  if (kind == MARATHON_REPORT_ROW_NOTE)
    return marathon_text_drawer_count_lines (self->drawer, MARATHON_TEXT_REMARK,
                                             marathon_report_get_cell (self->report, row, 0),
                                             self->table_width - self->widths.indent);
  for (guint i = 0; i < n_columns; i++)
    {
      if (needs_one_line (self, counts, row, i))
        continue;
      if (!has_cells)
        marathon_report_get_cells (self->report, row, cells);
      has_cells = TRUE;
      n_lines = MAX (n_lines, count_cell_lines (self, counts, i, kind, cells[i]));
    }
  return n_lines;
}

static void
count_lines (MarathonPageLayout *self, const MarathonTableMeasure *measure)
{
  guint n_rows = marathon_report_get_n_rows (self->report);
  gboolean may_wrap = self->widths.has_line_ends;
  LineCounts counts = { measure };

  for (guint i = 0; i < marathon_report_get_n_columns (self->report); i++)
    may_wrap = may_wrap || self->widths.columns[i].natural > self->widths.columns[i].width;
  if (!may_wrap && marathon_report_count (self->report, MARATHON_REPORT_ROW_NOTE) == 0)
    return;
  self->row_lines = g_new (guint32, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      MarathonReportRowKind kind = marathon_report_get_row_kind (self->report, row);

      self->row_lines[row]
        = may_wrap || kind == MARATHON_REPORT_ROW_NOTE ? count_row_lines (self, &counts, row, kind) : 1;
    }
  for (guint i = 0; i < MARATHON_REPORT_MAX_COLUMNS; i++)
    g_clear_pointer (&counts.lines[i], g_hash_table_unref);
}

static MarathonTextDrawer *
create_drawer (const MarathonReport *report, double table_scale)
{
  return marathon_text_drawer_new (marathon_report_get_text (report, MARATHON_REPORT_LANGUAGE),
                                   marathon_report_get_right_to_left (report), BODY_SIZE, table_scale);
}

/* Turns a sheet that stands where @widths, which are for it, make the letters too small. */
static gboolean
turn (const MarathonColumnWidths *widths, MarathonPaper *paper)
{
  if (paper->width >= paper->height || widths->table_scale * BODY_SIZE >= LEAST_SIZE)
    return FALSE;
  *paper = (MarathonPaper) { paper->height, paper->width, paper->margin_top, paper->margin_bottom, paper->margin_side };
  return TRUE;
}

static double
get_table_width (const MarathonPaper *paper)
{
  return paper->width - 2 * paper->margin_side;
}

void
marathon_paper_for_report (const MarathonReport *report, MarathonPaper *paper)
{
  g_autoptr (MarathonTableMeasure) measure = NULL;
  MarathonTextDrawer *drawer;
  MarathonColumnWidths widths;

  g_return_if_fail (report != NULL && paper != NULL && marathon_paper_is_valid (paper));

  if (paper->width >= paper->height)
    return;
  drawer = marathon_measuring_drawer_take (report, BODY_SIZE);
  measure = marathon_table_measure_new (report, drawer, NULL);
  marathon_column_widths_compute (report, measure, drawer, get_table_width (paper), &widths);
  marathon_measuring_drawer_give_back (drawer, report);
  turn (&widths, paper);
}

static void
place_sections (MarathonPageLayout *self)
{
  Flow flow = { .layout = self };

  for (guint section = 0; section < marathon_report_get_n_sections (self->report); section++)
    place_section (&flow, section);
}

/* Measures all cells and finds the widths of the columns; NULL where it was cancelled. */
static MarathonTableMeasure *
measure_table (const MarathonReport *report, MarathonPaper *paper, gboolean may_turn, GCancellable *cancellable,
               MarathonColumnWidths *widths)
{
  MarathonTextDrawer *drawer = marathon_measuring_drawer_take (report, BODY_SIZE);
  g_autoptr (MarathonTableMeasure) measure = marathon_table_measure_new (report, drawer, cancellable);

  marathon_column_widths_compute (report, measure, drawer, get_table_width (paper), widths);
  if (may_turn && turn (widths, paper))
    marathon_column_widths_compute (report, measure, drawer, get_table_width (paper), widths);
  marathon_measuring_drawer_give_back (drawer, report);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&measure);
}

static MarathonPageLayout *
create_layout (MarathonReport *report, MarathonPaper *paper, gboolean may_turn, GCancellable *cancellable)
{
  MarathonColumnWidths widths;
  g_autoptr (MarathonTableMeasure) measure = measure_table (report, paper, may_turn, cancellable, &widths);
  MarathonPageLayout *self;

  if (measure == NULL)
    return NULL;
  self = g_new0 (MarathonPageLayout, 1);
  self->report = marathon_report_ref (report);
  self->paper = *paper;
  self->widths = widths;
  self->table_width = get_table_width (paper);
  self->pages = g_array_new (FALSE, FALSE, sizeof (MarathonPagePosition));
  self->drawer = create_drawer (report, widths.table_scale);
  fit_texts (self);
  count_column_head_lines (self);
  count_lines (self, measure);
  place_sections (self);
  return self;
}

MarathonPageLayout *
marathon_page_layout_new (MarathonReport *report, const MarathonPaper *paper)
{
  MarathonPaper own;

  g_return_val_if_fail (report != NULL && marathon_report_get_n_sections (report) > 0, NULL);
  g_return_val_if_fail (paper != NULL && marathon_paper_is_valid (paper), NULL);

  own = *paper;
  return create_layout (report, &own, FALSE, NULL);
}

MarathonPageLayout *
marathon_page_layout_new_for_report (MarathonReport *report, MarathonPaper *paper, gboolean may_turn,
                                     GCancellable *cancellable)
{
  g_return_val_if_fail (report != NULL && marathon_report_get_n_sections (report) > 0, NULL);
  g_return_val_if_fail (paper != NULL && marathon_paper_is_valid (paper), NULL);

  return create_layout (report, paper, may_turn, cancellable);
}

void
marathon_page_layout_free (MarathonPageLayout *self)
{
  g_return_if_fail (self != NULL);

  marathon_report_unref (self->report);
  marathon_text_drawer_free (self->drawer);
  g_array_unref (self->pages);
  g_free (self->row_lines);
  g_free (self->title);
  g_free (self->details);
  g_free (self->running_title);
  g_free (self->running_event);
  g_free (self->foot);
  g_free (self->note);
  g_free (self->warning);
  g_free (self);
}

const MarathonPaper *
marathon_page_layout_get_paper (const MarathonPageLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->paper;
}

guint
marathon_page_layout_get_n_pages (const MarathonPageLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

double
marathon_page_layout_get_text_size (const MarathonPageLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return marathon_text_drawer_get_size (self->drawer, MARATHON_TEXT_BODY);
}

/* The last page that begins at or before the place. */
static guint
find_page (const MarathonPageLayout *self, guint section, guint row)
{
  guint low = 0;
  guint high = self->pages->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const MarathonPagePosition *start = &g_array_index (self->pages, MarathonPagePosition, middle);

      if (start->section < section
          || (start->section == section && (start->row < row || (start->row == row && start->line == 0))))
        low = middle;
      else
        high = middle;
    }
  return low;
}

guint
marathon_page_layout_get_section_page (const MarathonPageLayout *self, guint section)
{
  guint first, end;

  g_return_val_if_fail (self != NULL && section < marathon_report_get_n_sections (self->report), 0);

  marathon_report_get_section_rows (self->report, section, &first, &end);
  return find_page (self, section, first);
}

guint
marathon_page_layout_get_row_page (const MarathonPageLayout *self, guint row)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL && row < marathon_report_get_n_rows (self->report), 0);

  high = marathon_report_get_n_sections (self->report);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      guint first, end;

      marathon_report_get_section_rows (self->report, middle, &first, &end);
      if (first <= row)
        low = middle;
      else
        high = middle;
    }
  return find_page (self, low, row);
}
