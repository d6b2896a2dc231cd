/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListsPage: what is asked for in the form is made by the press and shown in preview and strip.
 */
#include "pages/lists/lists-page-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "widgets/interface.h"
#include "widgets/wrap-layout.h"

/* What takes longer than that shows that something is being done. */
#define SPINNER_MILLISECONDS 200
/* Between showing a list and making those beside it. */
#define NEIGHBOURS_MILLISECONDS 120

G_DEFINE_FINAL_TYPE (MarathonListsPage, marathon_lists_page, MARATHON_TYPE_PAGE)

/* --- The strip --- */

/* After the frame that shows the page itself: some hundred rows take longer than a frame. */
static gboolean
update_strip (gpointer user_data)
{
  MarathonListsPage *page = user_data;

  page->strip_idle = 0;
  marathon_page_strip_set_pages (page->strip, marathon_page_preview_get_pages (page->preview));
  marathon_page_strip_set_page (page->strip, marathon_page_preview_get_page (page->preview));
  return G_SOURCE_REMOVE;
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MarathonListsPage *page = user_data;

  page->strip_tick = 0;
  page->strip_idle = g_idle_add_full (G_PRIORITY_LOW, update_strip, page, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
is_strip_waiting (MarathonListsPage *page)
{
  return page->strip_tick != 0 || page->strip_idle != 0;
}

static void
update_strip_soon (MarathonListsPage *page)
{
  if (!is_strip_waiting (page))
    page->strip_tick = gtk_widget_add_tick_callback (GTK_WIDGET (page->preview), on_frame, page, NULL);
}

static void
stop_strip (MarathonListsPage *page)
{
  if (page->strip_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (page->preview), page->strip_tick);
  page->strip_tick = 0;
  g_clear_handle_id (&page->strip_idle, g_source_remove);
}

/* --- Where in the pages --- */

static void
show_place (MarathonListsPage *page)
{
  MarathonListPages *pages = marathon_page_preview_get_pages (page->preview);
  guint n_pages = pages != NULL ? marathon_list_pages_get_n_pages (pages) : 0;
  g_autofree char *number = g_strdup_printf ("%u", marathon_page_preview_get_page (page->preview) + 1);
  /* Translators: after the number of a page: "3 of 1,200" */
  g_autofree char *count = g_strdup_printf (_ ("of %'u"), n_pages);

  gtk_editable_set_text (page->page_entry, number);
  gtk_label_set_label (page->page_count, count);
}

static void
on_page_changed (MarathonListsPage *page)
{
  show_place (page);
  if (!is_strip_waiting (page))
    marathon_page_strip_set_page (page->strip, marathon_page_preview_get_page (page->preview));
}

static void
on_page_chosen (MarathonListsPage *page)
{
  marathon_page_preview_scroll_to (page->preview, marathon_page_strip_get_page (page->strip));
}

static void
on_page_typed (MarathonListsPage *page)
{
  long number = strtol (gtk_editable_get_text (page->page_entry), NULL, 10);

  if (number >= 1)
    marathon_page_preview_scroll_to (page->preview, (guint) MIN (number, G_MAXINT) - 1);
  show_place (page);
  gtk_widget_grab_focus (GTK_WIDGET (page->preview));
}

static void
on_zoom_changed (MarathonListsPage *page)
{
  g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), 100 * marathon_page_preview_get_zoom (page->preview));

  gtk_label_set_label (page->zoom_label, text);
  marathon_lists_page_update_actions (page);
}

/* --- Pages --- */

static void
expect (MarathonListsPage *page, const char *name)
{
  g_autoptr (MarathonListRequest) request = marathon_lists_form_get_request_for (page->form, name);

  if (page->press != NULL)
    marathon_list_press_expect (page->press, request);
}

/* The lists above and below are those that the arrow keys choose next. */
static void
expect_neighbours (gpointer user_data)
{
  MarathonListsPage *page = user_data;
  MarathonListPages *shown = marathon_page_preview_get_pages (page->preview);
  const MarathonListInfo *info;
  guint position = 0;

  page->neighbours_timer = 0;
  if (shown == NULL)
    return;
  info = marathon_list_pages_get_request (shown)->info;
  while (marathon_list_info_get (position) != info)
    position++;
  if (position + 1 < marathon_list_info_count ())
    expect (page, marathon_list_info_get (position + 1)->name);
  if (position > 0)
    expect (page, marathon_list_info_get (position - 1)->name);
}

/* The place in the pages stays where they are those of the same list. */
static void
on_ready (MarathonListsPage *page, MarathonListPages *pages)
{
  MarathonListPages *shown = marathon_page_preview_get_pages (page->preview);
  const MarathonListInfo *info = marathon_list_pages_get_request (pages)->info;
  gboolean keep_place = shown != NULL && marathon_list_pages_get_request (shown)->info == info;

  marathon_page_preview_set_pages (page->preview, pages, keep_place);
  update_strip_soon (page);
  gtk_stack_set_visible_child_name (page->stack, "pages");
  show_place (page);
  marathon_lists_page_update_actions (page);
  /* Not in the way of the frame that shows these. */
  g_clear_handle_id (&page->neighbours_timer, g_source_remove);
  page->neighbours_timer = g_timeout_add_once (NEIGHBOURS_MILLISECONDS, expect_neighbours, page);
}

static void
show_nothing (MarathonListsPage *page)
{
  stop_strip (page);
  marathon_page_preview_set_pages (page->preview, NULL, FALSE);
  marathon_page_strip_set_pages (page->strip, NULL);
  marathon_lists_page_update_actions (page);
}

static void
on_failed (MarathonListsPage *page, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  show_nothing (page);
  adw_status_page_set_description (page->failure, markup);
  gtk_stack_set_visible_child_name (page->stack, "failure");
}

static void
show_spinner (gpointer user_data)
{
  MarathonListsPage *page = user_data;

  page->spinner_timer = 0;
  gtk_spinner_start (page->spinner);
  gtk_widget_set_visible (GTK_WIDGET (page->spinner), TRUE);
}

static void
on_busy_changed (MarathonListsPage *page, GParamSpec *pspec, MarathonListPress *press)
{
  gboolean is_busy;

  g_object_get (press, "is-busy", &is_busy, NULL);
  g_clear_handle_id (&page->spinner_timer, g_source_remove);
  if (is_busy)
    page->spinner_timer = g_timeout_add_once (SPINNER_MILLISECONDS, show_spinner, page);
  else
    {
      gtk_spinner_stop (page->spinner);
      gtk_widget_set_visible (GTK_WIDGET (page->spinner), FALSE);
    }
  marathon_lists_page_update_actions (page);
}

/* --- What is asked for --- */

static void
want (MarathonListsPage *page)
{
  g_autoptr (MarathonListRequest) request = marathon_lists_form_get_request (page->form);

  if (page->press != NULL && gtk_widget_get_mapped (GTK_WIDGET (page)))
    marathon_list_press_want (page->press, request);
}

static void
on_list_chosen (MarathonListsPage *page)
{
  if (adw_flap_get_folded (page->flap))
    adw_flap_set_reveal_flap (page->flap, FALSE);
}

static void
on_event_changed (MarathonListsPage *page)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    marathon_lists_form_refresh (page->form);
}

static void
on_mapped (MarathonListsPage *page)
{
  if (page->press == NULL)
    return;
  marathon_lists_form_refresh (page->form);
  marathon_list_press_set_resting (page->press, FALSE);
  want (page);
  marathon_lists_page_update_actions (page);
}

static void
on_unmapped (MarathonListsPage *page)
{
  if (page->press != NULL)
    marathon_list_press_set_resting (page->press, TRUE);
  marathon_lists_page_update_actions (page);
}

/* --- The page --- */

static void
marathon_lists_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonListsPage *page = MARATHON_LISTS_PAGE (base);

  marathon_lists_page_end_export (page);
  g_clear_handle_id (&page->spinner_timer, g_source_remove);
  g_clear_handle_id (&page->neighbours_timer, g_source_remove);
  g_signal_group_set_target (page->press_signals, NULL);
  g_signal_group_set_target (page->history_signals, NULL);
  g_clear_object (&page->press);
  marathon_lists_form_set_event (page->form, document != NULL ? marathon_document_get_event (document) : NULL);
  show_nothing (page);
  if (document == NULL)
    return;
  page->press = marathon_list_press_new (document);
  g_signal_group_set_target (page->press_signals, page->press);
  g_signal_group_set_target (page->history_signals, marathon_document_get_history (document));
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    on_mapped (page);
  marathon_lists_page_update_actions (page);
}

static void
marathon_lists_page_enter (MarathonPage *base)
{
  marathon_lists_form_focus (MARATHON_LISTS_PAGE (base)->form);
}

/* "waves", "waves wave:red-1", "categories category:elite-men". */
static void
marathon_lists_page_show (MarathonPage *base, const char *what)
{
  MarathonListsPage *page = MARATHON_LISTS_PAGE (base);
  g_auto (GStrv) words = g_strsplit (what, " ", -1);
  const char *category = NULL, *wave = NULL;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "category:"))
      category = words[i] + strlen ("category:");
    else if (g_str_has_prefix (words[i], "wave:"))
      wave = words[i] + strlen ("wave:");
  if (words[0] != NULL && *words[0] != '\0')
    marathon_lists_form_select (page->form, words[0], category, wave);
}

static void
marathon_lists_page_dispose (GObject *object)
{
  MarathonListsPage *page = MARATHON_LISTS_PAGE (object);

  /* First the event goes: what shows it must be there to let go of it. */
  marathon_page_set_document (MARATHON_PAGE (object), NULL, NULL);
  /* Else AdwBin lets go a second time of the child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_LISTS_PAGE);
  g_clear_object (&page->press_signals);
  g_clear_object (&page->history_signals);
  G_OBJECT_CLASS (marathon_lists_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/lists/lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, form);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, strip);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, page_entry);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, page_count);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, export_bar);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, export_label);
  gtk_widget_class_bind_template_child (widget_class, MarathonListsPage, export_progress);
  gtk_widget_class_bind_template_callback (widget_class, want);
  gtk_widget_class_bind_template_callback (widget_class, expect);
  gtk_widget_class_bind_template_callback (widget_class, on_list_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_page_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_unmapped);
}

static void
marathon_lists_page_class_init (MarathonListsPageClass *klass)
{
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_lists_page_dispose;
  page_class->set_document = marathon_lists_page_set_document;
  page_class->enter = marathon_lists_page_enter;
  page_class->show = marathon_lists_page_show;

  g_type_ensure (MARATHON_TYPE_LISTS_FORM);
  g_type_ensure (MARATHON_TYPE_PAGE_PREVIEW);
  g_type_ensure (MARATHON_TYPE_PAGE_STRIP);
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
marathon_lists_page_init (MarathonListsPage *page)
{
  page->press_signals = g_signal_group_new (MARATHON_TYPE_LIST_PRESS);
  g_signal_group_connect_swapped (page->press_signals, "ready", G_CALLBACK (on_ready), page);
  g_signal_group_connect_swapped (page->press_signals, "failed", G_CALLBACK (on_failed), page);
  g_signal_group_connect_swapped (page->press_signals, "notify::is-busy", G_CALLBACK (on_busy_changed), page);
  page->history_signals = g_signal_group_new (MARATHON_TYPE_HISTORY);
  g_signal_group_connect_swapped (page->history_signals, "notify::state", G_CALLBACK (on_event_changed), page);
  marathon_lists_page_add_actions (page);
  gtk_widget_init_template (GTK_WIDGET (page));
  on_zoom_changed (page);
}

gboolean
marathon_lists_page_is_ready (MarathonListsPage *page)
{
  MarathonListPages *shown = marathon_page_preview_get_pages (page->preview);
  g_autoptr (MarathonListRequest) request = marathon_lists_form_get_request (page->form);
  gboolean is_busy = TRUE;

  if (page->press != NULL)
    g_object_get (page->press, "is-busy", &is_busy, NULL);
  return !is_busy && !marathon_list_press_is_stale (page->press) && shown != NULL
         && marathon_list_request_equal (marathon_list_pages_get_request (shown), request);
}

MarathonListsForm *
marathon_lists_page_get_form (MarathonListsPage *page)
{
  return page->form;
}

MarathonPagePreview *
marathon_lists_page_get_preview (MarathonListsPage *page)
{
  return page->preview;
}
