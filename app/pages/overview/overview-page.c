/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonOverviewPage: the heading, the figures, and the rows of the event's own records.
 */
#include "pages/overview/overview-page.h"

#include <glib/gi18n-lib.h>

#include "editing/record-edits.h"
#include "model/typed-text.h"
#include "pages/overview/figure-tile.h"
#include "planning/countdown.h"
#include "planning/figures.h"
#include "widgets/interface.h"
#include "widgets/text-field-row.h"

/* The tiles, in the order of the page. */
enum { ENTRANTS, ACCEPTED, NO_CATEGORY, NO_WAVE, NO_BIB, COLLECTED, N_TILES };

/* The rows: columns of the event's info, then of its course. */
#define N_INFO_ROWS 7
#define N_COURSE_ROWS 6
#define N_ROWS (N_INFO_ROWS + N_COURSE_ROWS)

static const char *const row_ids[N_ROWS] = {
  "title_row", "edition_row", "date_row", "place_row", "time_zone_row", "language_row", "organiser_row",
  "length_row", "start_row", "finish_row", "certified_row", "separation_row", "drop_row",
};

struct _MarathonOverviewPage {
  MarathonPage parent_instance;

  GSignalGroup *roster;
  GSignalGroup *info;
  GSignalGroup *course;
  guint counting; /* idle source */
  gboolean is_stale; /* the roster has changed since the figures were counted */

  GtkWidget *heading;
  GtkWidget *subheading;
  GtkWidget *hint;
  MarathonFigureTile *tiles[N_TILES];
  MarathonFieldRow *rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (MarathonOverviewPage, marathon_overview_page, MARATHON_TYPE_PAGE)

static MarathonEvent *
get_event (MarathonOverviewPage *page)
{
  return marathon_document_get_event (marathon_page_get_document (MARATHON_PAGE (page)));
}

static gboolean
has_event (MarathonOverviewPage *page)
{
  return marathon_page_get_document (MARATHON_PAGE (page)) != NULL;
}

/* --- Figures --- */

static void
show_figures (MarathonOverviewPage *page)
{
  MarathonFigures figures = { 0 };

  page->is_stale = FALSE;
  if (has_event (page))
    marathon_figures_count (get_event (page), &figures);
  marathon_figure_tile_set_number (page->tiles[ENTRANTS], figures.entrants);
  marathon_figure_tile_set_number (page->tiles[ACCEPTED], figures.accepted);
  marathon_figure_tile_set_number (page->tiles[NO_CATEGORY], figures.without_category);
  marathon_figure_tile_set_number (page->tiles[NO_WAVE], figures.without_wave);
  marathon_figure_tile_set_number (page->tiles[NO_BIB], figures.without_bib);
  marathon_figure_tile_set_number (page->tiles[COLLECTED], figures.collected);
  gtk_widget_set_visible (page->hint, figures.entrants == 0);
}

static void
on_idle (gpointer user_data)
{
  MarathonOverviewPage *page = user_data;

  page->counting = 0;
  show_figures (page);
}

/* Counts when the program has nothing better to do, and not for a page that nobody sees. */
static void
count_soon (MarathonOverviewPage *page)
{
  page->is_stale = TRUE;
  if (page->counting == 0 && gtk_widget_get_mapped (GTK_WIDGET (page)))
    page->counting = g_idle_add_once (on_idle, page);
}

static void
on_tile_clicked (MarathonOverviewPage *page, MarathonFigureTile *tile)
{
  marathon_page_show_page (MARATHON_PAGE (page), "entrants", marathon_figure_tile_get_query (tile));
}

/* --- The heading --- */

static MarathonDate
get_today (MarathonEvent *event)
{
  const char *zone = marathon_event_get_info (event)->time_zone;
  g_autoptr (GTimeZone) time_zone = *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr (GDateTime) now = time_zone != NULL ? g_date_time_new_now (time_zone) : g_date_time_new_now_local ();

  return marathon_date_new_day (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static void
append_part (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
show_heading (MarathonOverviewPage *page)
{
  MarathonEventInfo *info = marathon_event_get_info (get_event (page));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = marathon_countdown_describe_day (info->date);
  g_autofree char *left = marathon_countdown_describe (info->date, get_today (get_event (page)));

  append_part (text, *day != '\0' ? day : _ ("No date yet"));
  append_part (text, left);
  append_part (text, info->place);
  gtk_label_set_label (GTK_LABEL (page->heading), *info->title != '\0' ? info->title : _ ("Untitled Event"));
  gtk_label_set_label (GTK_LABEL (page->subheading), text->str);
}

/* --- Rows --- */

static guint
find_row (MarathonOverviewPage *page, MarathonFieldRow *row)
{
  guint i = 0;

  while (i < N_ROWS && page->rows[i] != row)
    i++;
  return i;
}

/* The record and the column that the row shows. */
static MarathonRecord *
get_record (MarathonOverviewPage *page, guint row, const MarathonColumn **column, guint *index)
{
  MarathonRecord *record = marathon_event_get_single (get_event (page), row < N_INFO_ROWS ? MARATHON_SINGLE_INFO
                                                                                          : MARATHON_SINGLE_COURSE);

  *index = (guint) marathon_record_find_column (record, marathon_field_row_get_key (page->rows[row]));
  *column = &MARATHON_RECORD_GET_CLASS (record)->columns[*index];
  return record;
}

/* A number that is 0 is not known: nothing stands there then. */
static const char *
get_text (MarathonRecord *record, const MarathonColumn *column, guint index)
{
  const char *text = marathon_record_get_text (record, index);
  gboolean is_number = column->type == MARATHON_COLUMN_UINT || column->type == MARATHON_COLUMN_DECIMAL;

  return is_number && g_str_equal (text, "0") ? "" : text;
}

/* A clock that nobody has heard of is no error: it only cannot be used. */
static void
show_note (MarathonOverviewPage *page)
{
  const char *zone = marathon_event_get_info (get_event (page))->time_zone;
  g_autoptr (GTimeZone) known = *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;
  gboolean is_strange = *zone != '\0' && known == NULL;

  for (guint i = 0; i < N_INFO_ROWS; i++)
    if (g_str_equal (marathon_field_row_get_key (page->rows[i]), "time-zone"))
      marathon_field_row_set_note (page->rows[i], is_strange ? _ ("This computer knows no such time zone") : NULL);
}

static void
show_rows (MarathonOverviewPage *page)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      const MarathonColumn *column;
      guint index;
      MarathonRecord *record = get_record (page, i, &column, &index);

      marathon_field_row_set_label (page->rows[i], _ (column->label));
      marathon_field_row_refresh_text (page->rows[i], get_text (record, column, index));
    }
  show_note (page);
}

static void
on_record_changed (MarathonOverviewPage *page)
{
  show_rows (page);
  show_heading (page);
}

/* What a person types as a date is made one. */
static char *
read_text (MarathonOverviewPage *page, const MarathonColumn *column, const char *text)
{
  if (column->type != MARATHON_COLUMN_DATE)
    return g_strdup (text);
  return marathon_typed_text_to_canonical (get_event (page), MARATHON_FIELD_TYPE_DAY, text, get_today (get_event (page)));
}

static void
on_commit (MarathonOverviewPage *page, const char *text, MarathonFieldRow *row)
{
  const MarathonColumn *column;
  guint index;
  MarathonRecord *record = get_record (page, find_row (page, row), &column, &index);
  MarathonHistory *history = marathon_document_get_history (marathon_page_get_document (MARATHON_PAGE (page)));
  g_autofree char *canonical = read_text (page, column, text);
  g_autoptr (GError) error = NULL;

  if (marathon_record_change (history, record, index, canonical, &error))
    marathon_field_row_set_text (row, get_text (record, column, index));
  else
    marathon_field_row_set_error (row, error->message);
}

static void
on_leave (MarathonOverviewPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->tiles[ENTRANTS]));
}

/* --- The page --- */

static void
marathon_overview_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);
  MarathonEvent *event = document != NULL ? marathon_document_get_event (document) : NULL;

  g_signal_group_set_target (page->roster, event != NULL ? marathon_event_get_roster (event) : NULL);
  g_signal_group_set_target (page->info, event != NULL ? marathon_event_get_info (event) : NULL);
  g_signal_group_set_target (page->course, event != NULL ? marathon_event_get_course (event) : NULL);
  g_clear_handle_id (&page->counting, g_source_remove);
  if (event == NULL)
    return;
  for (guint i = 0; i < N_ROWS; i++)
    marathon_field_row_set_text (page->rows[i], "");
  on_record_changed (page);
  show_figures (page);
}

static void
marathon_overview_page_enter (MarathonPage *base)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);

  if (has_event (page))
    show_heading (page); /* another day may have come */
  on_leave (page);
}

static gboolean
marathon_overview_page_commit (MarathonPage *base)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);
  gboolean good = TRUE;

  for (guint i = 0; i < N_ROWS; i++)
    good &= marathon_field_row_commit (page->rows[i]);
  return good;
}

static gboolean
marathon_overview_page_undo_typing (MarathonPage *base)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);
  gboolean any = FALSE;

  for (guint i = 0; i < N_ROWS; i++)
    {
      if (!marathon_field_row_is_dirty (page->rows[i]))
        continue;
      marathon_field_row_revert (page->rows[i]);
      any = TRUE;
    }
  return any;
}

static void
marathon_overview_page_map (GtkWidget *widget)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (widget);

  if (page->is_stale)
    show_figures (page);
  GTK_WIDGET_CLASS (marathon_overview_page_parent_class)->map (widget);
}

static void
marathon_overview_page_dispose (GObject *object)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (object);

  /* First the event goes: the groups must be there to let go of it. */
  marathon_page_set_document (MARATHON_PAGE (page), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_OVERVIEW_PAGE);
  g_clear_handle_id (&page->counting, g_source_remove);
  g_clear_object (&page->roster);
  g_clear_object (&page->info);
  g_clear_object (&page->course);
  G_OBJECT_CLASS (marathon_overview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const tile_ids[N_TILES]
    = { "entrants", "accepted", "no_category", "no_wave", "no_bib", "collected" };

  for (guint i = 0; i < N_TILES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, tile_ids[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (MarathonOverviewPage, tiles) + i * sizeof (gpointer)));
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, row_ids[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (MarathonOverviewPage, rows) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, subheading);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, hint);
}

static void
marathon_overview_page_class_init (MarathonOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_overview_page_dispose;
  widget_class->map = marathon_overview_page_map;
  page_class->set_document = marathon_overview_page_set_document;
  page_class->enter = marathon_overview_page_enter;
  page_class->commit = marathon_overview_page_commit;
  page_class->undo_typing = marathon_overview_page_undo_typing;

  g_type_ensure (MARATHON_TYPE_FIGURE_TILE);
  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/overview/overview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_tile_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_commit);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
}

static GSignalGroup *
new_signals (MarathonOverviewPage *page, GType type)
{
  GSignalGroup *signals = g_signal_group_new (type);

  if (type == MARATHON_TYPE_ROSTER)
    {
      g_signal_group_connect_swapped (signals, "items-changed", G_CALLBACK (count_soon), page);
      g_signal_group_connect_swapped (signals, "values-changed", G_CALLBACK (count_soon), page);
    }
  else
    g_signal_group_connect_swapped (signals, "notify", G_CALLBACK (on_record_changed), page);
  return signals;
}

static void
marathon_overview_page_init (MarathonOverviewPage *page)
{
  page->roster = new_signals (page, MARATHON_TYPE_ROSTER);
  page->info = new_signals (page, MARATHON_TYPE_EVENT_INFO);
  page->course = new_signals (page, MARATHON_TYPE_COURSE);
  gtk_widget_init_template (GTK_WIDGET (page));
}
