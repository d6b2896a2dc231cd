/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonOverviewPage: the heading, the figures, what is full, what needs attention, and the event's own rows.
 */
#include "pages/overview/overview-page.h"

#include <glib/gi18n-lib.h>

#include "document/today.h"
#include "pages/overview/figure-tile.h"
#include "pages/overview/fill-group.h"
#include "pages/overview/problem-group.h"
#include "pages/records/record-form.h"
#include "planning/countdown.h"
#include "planning/figures.h"
#include "widgets/interface.h"
#include "widgets/text-field-row.h"
#include "widgets/wrap-layout.h"

/* The tiles, in the order of the page. */
enum { ENTRANTS, ACCEPTED, NO_CATEGORY, NO_WAVE, NO_BIB, COLLECTED, N_TILES };

struct _MarathonOverviewPage {
  MarathonPage parent_instance;

  GSignalGroup *history;
  GSignalGroup *info;
  MarathonRecordForm *info_form;
  MarathonRecordForm *course_form;
  guint counting;    /* idle source */
  gboolean is_stale; /* the figures say what was */

  GtkWidget *heading;
  GtkWidget *subheading;
  GtkWidget *hint;
  MarathonFigureTile *tiles[N_TILES];
  MarathonProblemGroup *problems;
  MarathonFillGroup *categories;
  MarathonFillGroup *waves;
  GtkWidget *info_rows;
  GtkWidget *course_rows;
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
  MarathonFigures figures;

  page->is_stale = FALSE;
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

static void
on_record_chosen (MarathonOverviewPage *page, MarathonRecord *record, MarathonFillGroup *group)
{
  const char *field = group == page->waves ? "wave" : "category";
  g_autofree char *query = g_strdup_printf ("%s:%s", field, marathon_record_get_key (record));

  marathon_page_show_page (MARATHON_PAGE (page), "entrants", query);
}

static void
on_problem_chosen (MarathonOverviewPage *page, const char *name, const char *what)
{
  marathon_page_show_page (MARATHON_PAGE (page), name, what);
}

/* --- The heading --- */

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
  g_autofree char *left = marathon_countdown_describe (info->date, marathon_today_of_event (get_event (page)));

  append_part (text, *day != '\0' ? day : _ ("No date yet"));
  append_part (text, left);
  append_part (text, info->place);
  gtk_label_set_label (GTK_LABEL (page->heading), *info->title != '\0' ? info->title : _ ("Untitled Event"));
  gtk_label_set_label (GTK_LABEL (page->subheading), text->str);
}

/* --- Rows --- */

/* A clock that nobody has heard of is no error: it only cannot be used. */
static void
on_info_shown (MarathonOverviewPage *page)
{
  MarathonFieldRow *row = marathon_record_form_get_row (page->info_form, "time-zone");
  const char *zone = has_event (page) ? marathon_event_get_info (get_event (page))->time_zone : "";
  g_autoptr (GTimeZone) known = *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;
  gboolean is_strange = *zone != '\0' && known == NULL;

  marathon_field_row_set_note (row, is_strange ? _ ("This computer knows no such time zone") : NULL);
}

static void
on_leave (MarathonOverviewPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->tiles[ENTRANTS]));
}

/* --- The page --- */

static void
set_records (MarathonOverviewPage *page, MarathonDocument *document)
{
  MarathonEvent *event = document != NULL ? marathon_document_get_event (document) : NULL;

  marathon_record_form_set_record (page->info_form, document,
                                   event != NULL ? MARATHON_RECORD (marathon_event_get_info (event)) : NULL);
  marathon_record_form_set_record (page->course_form, document,
                                   event != NULL ? MARATHON_RECORD (marathon_event_get_course (event)) : NULL);
  marathon_fill_group_set_document (page->categories, document, MARATHON_LIST_CATEGORIES);
  marathon_fill_group_set_document (page->waves, document, MARATHON_LIST_WAVES);
}

static void
marathon_overview_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);
  MarathonEvent *event = document != NULL ? marathon_document_get_event (document) : NULL;

  g_clear_handle_id (&page->counting, g_source_remove);
  g_signal_group_set_target (page->history, document != NULL ? marathon_document_get_history (document) : NULL);
  g_signal_group_set_target (page->info, event != NULL ? marathon_event_get_info (event) : NULL);
  set_records (page, document);
  marathon_problem_group_set_problems (page->problems, document, problems);
  if (document == NULL)
    return;
  show_heading (page);
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

/* @what: a column of the event: "date" */
static void
marathon_overview_page_show (MarathonPage *base, const char *what)
{
  MarathonFieldRow *row = marathon_record_form_get_row (MARATHON_OVERVIEW_PAGE (base)->info_form, what);

  if (row != NULL)
    marathon_field_row_focus (row);
}

static gboolean
marathon_overview_page_commit (MarathonPage *base)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);
  gboolean good = marathon_record_form_commit (page->info_form);

  return marathon_record_form_commit (page->course_form) && good;
}

static gboolean
marathon_overview_page_undo_typing (MarathonPage *base)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (base);
  gboolean any = marathon_record_form_undo_typing (page->info_form);

  return marathon_record_form_undo_typing (page->course_form) || any;
}

static void
marathon_overview_page_map (GtkWidget *widget)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (widget);

  if (page->is_stale && has_event (page))
    show_figures (page);
  GTK_WIDGET_CLASS (marathon_overview_page_parent_class)->map (widget);
}

static void
marathon_overview_page_dispose (GObject *object)
{
  MarathonOverviewPage *page = MARATHON_OVERVIEW_PAGE (object);

  /* First the event goes: groups and forms must be there to let go of it. */
  marathon_page_set_document (MARATHON_PAGE (page), NULL, NULL);
  g_clear_object (&page->info_form);
  g_clear_object (&page->course_form);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_OVERVIEW_PAGE);
  g_clear_object (&page->history);
  g_clear_object (&page->info);
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
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, subheading);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, hint);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, problems);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, categories);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, waves);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, info_rows);
  gtk_widget_class_bind_template_child (widget_class, MarathonOverviewPage, course_rows);
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
  page_class->show = marathon_overview_page_show;
  page_class->commit = marathon_overview_page_commit;
  page_class->undo_typing = marathon_overview_page_undo_typing;

  g_type_ensure (MARATHON_TYPE_FIGURE_TILE);
  g_type_ensure (MARATHON_TYPE_FILL_GROUP);
  g_type_ensure (MARATHON_TYPE_PROBLEM_GROUP);
  g_type_ensure (MARATHON_TYPE_TEXT_FIELD_ROW);
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/overview/overview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_tile_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_record_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_chosen);
}

static MarathonRecordForm *
make_form (MarathonOverviewPage *page, GtkWidget *rows, GType kind)
{
  MarathonRecordForm *form = marathon_record_form_new (rows, kind);

  g_signal_connect_object (form, "leave", G_CALLBACK (on_leave), page, G_CONNECT_SWAPPED);
  return form;
}

static void
marathon_overview_page_init (MarathonOverviewPage *page)
{
  page->history = g_signal_group_new (MARATHON_TYPE_HISTORY);
  g_signal_group_connect_swapped (page->history, "notify::state", G_CALLBACK (count_soon), page);
  page->info = g_signal_group_new (MARATHON_TYPE_EVENT_INFO);
  g_signal_group_connect_swapped (page->info, "notify", G_CALLBACK (show_heading), page);
  gtk_widget_init_template (GTK_WIDGET (page));
  page->info_form = make_form (page, page->info_rows, MARATHON_TYPE_EVENT_INFO);
  page->course_form = make_form (page, page->course_rows, MARATHON_TYPE_COURSE);
  g_signal_connect_object (page->info_form, "shown", G_CALLBACK (on_info_shown), page, G_CONNECT_SWAPPED);
}
