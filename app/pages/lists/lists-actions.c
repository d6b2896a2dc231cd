/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions "lists.*": zooming, printing, exporting.
 */
#include "pages/lists/lists-page-private.h"

#include <glib/gi18n-lib.h>

#include "pages/lists/lists-print.h"
#include "printing/list-export.h"
#include "widgets/question.h"

static MarathonEvent *
get_event (MarathonListsPage *page)
{
  return marathon_document_get_event (marathon_page_get_document (MARATHON_PAGE (page)));
}

static GtkWindow *
get_window (MarathonListsPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

/* What ends later must not keep the page. */
static GWeakRef *
new_weak (MarathonListsPage *page)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, page);
  return weak;
}

static void
free_weak (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* --- Zoom --- */

static void
on_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  marathon_page_preview_zoom_in (MARATHON_LISTS_PAGE (user_data)->preview);
}

static void
on_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  marathon_page_preview_zoom_out (MARATHON_LISTS_PAGE (user_data)->preview);
}

static void
on_fit_width (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  marathon_page_preview_set_fit (MARATHON_LISTS_PAGE (user_data)->preview, MARATHON_PAGE_FIT_WIDTH);
}

static void
on_fit_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  marathon_page_preview_set_fit (MARATHON_LISTS_PAGE (user_data)->preview, MARATHON_PAGE_FIT_PAGE);
}

/* --- Printing --- */

static void
tell_failure (MarathonListsPage *page, const char *heading, const GError *error)
{
  GtkWindow *window = get_window (page);

  if (window != NULL)
    marathon_tell (window, heading, error->message);
}

static void
print (MarathonListsPage *page, const char *export_path, MarathonListsPrintFunc func, gpointer user_data)
{
  g_autoptr (MarathonListRequest) request = marathon_lists_form_get_request (page->form);
  MarathonListPages *shown = marathon_page_preview_get_pages (page->preview);
  MarathonListsPrintJob job = { .request = request, .paper = request->paper, .export_path = export_path };

  if (shown != NULL)
    {
      job.paper = *marathon_list_pages_get_paper (shown);
      job.n_pages = marathon_list_pages_get_n_pages (shown);
      job.current_page = marathon_page_preview_get_page (page->preview);
    }
  marathon_lists_print (get_window (page), marathon_page_get_document (MARATHON_PAGE (page)), &job, func, user_data);
}

static void
on_printed (const GError *error, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (MarathonListsPage) page = g_weak_ref_get (weak);

  if (page != NULL && error != NULL)
    tell_failure (page, _ ("The List Is Not Printed"), error);
  free_weak (weak);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MarathonListsPage *page = user_data;

  /* From another page: first one sees what would be printed. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (page)))
    {
      marathon_page_show_page (MARATHON_PAGE (page), "lists", "");
      return;
    }
  if (marathon_page_preview_get_pages (page->preview) == NULL)
    return;
  print (page, NULL, on_printed, new_weak (page));
}

static void
on_printed_to_file (const GError *error, gpointer user_data)
{
  if (error != NULL)
    *(GError **) user_data = g_error_copy (error);
}

gboolean
marathon_lists_page_print_to_file (MarathonListsPage *page, const char *path, GError **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (MARATHON_IS_LISTS_PAGE (page) && path != NULL, FALSE);

  print (page, path, on_printed_to_file, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* --- Exporting --- */

typedef struct {
  GWeakRef page;
  MarathonProgress *progress;
  char *path;
} Export;

static void
free_export (Export *export)
{
  g_weak_ref_clear (&export->page);
  g_object_unref (export->progress);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

static void
tell_exported (MarathonListsPage *page, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Saved “%s”"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (AdwToast) toast = g_object_ref_sink (adw_toast_new (markup));

  if (uri != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Open"));
      adw_toast_set_action_name (toast, "lists.open-file");
      adw_toast_set_action_target (toast, "s", uri);
    }
  g_signal_emit_by_name (page, "toast", toast);
}

static void
on_progress (MarathonListsPage *page, GParamSpec *pspec, MarathonProgress *progress)
{
  gboolean is_long;

  g_object_get (progress, "is-long", &is_long, NULL);
  gtk_progress_bar_set_fraction (page->export_progress, marathon_progress_get_fraction (progress));
  gtk_revealer_set_reveal_child (page->export_bar, is_long);
}

void
marathon_lists_page_end_export (MarathonListsPage *page)
{
  if (page->exporting == NULL)
    return;
  g_signal_handlers_disconnect_by_func (page->exporting, on_progress, page);
  g_cancellable_cancel (marathon_progress_get_cancellable (page->exporting));
  g_clear_object (&page->exporting);
  gtk_revealer_set_reveal_child (page->export_bar, FALSE);
  marathon_lists_page_update_actions (page);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (MarathonListsPage) page = g_weak_ref_get (&export->page);
  g_autoptr (GError) error = NULL;
  gboolean good = marathon_list_export_finish (result, &error);

  marathon_progress_end (export->progress);
  if (page == NULL || page->exporting != export->progress)
    return; /* closed meanwhile */
  marathon_lists_page_end_export (page);
  if (good)
    tell_exported (page, export->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (page, _ ("The List Is Not Saved"), error);
}

static void
start_export (MarathonListsPage *page, MarathonListFormat format, const char *path)
{
  g_autoptr (MarathonListRequest) request = marathon_lists_form_get_request (page->form);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Saving “%s”"), name);
  Export *export = g_new0 (Export, 1);

  g_weak_ref_init (&export->page, page);
  export->progress = marathon_progress_new ();
  export->path = g_strdup (path);
  page->exporting = g_object_ref (export->progress);
  g_signal_connect_object (page->exporting, "notify", G_CALLBACK (on_progress), page, G_CONNECT_SWAPPED);
  gtk_label_set_label (page->export_label, text);
  marathon_lists_page_update_actions (page);
  marathon_list_export_async (get_event (page), request, format, path, marathon_progress_report, export->progress,
                              marathon_progress_get_cancellable (export->progress), on_exported, export);
}

static void
export_to (MarathonListsPage *page, MarathonListFormat format, const char *path)
{
  const char *ending = marathon_list_format_get_ending (format);
  g_autofree char *complete = NULL;

  if (path == NULL || page->exporting != NULL)
    return;
  complete = g_str_has_suffix (path, ending) ? g_strdup (path) : g_strconcat (path, ending, NULL);
  start_export (page, format, complete);
}

static void
on_pdf_chosen (const char *path, gpointer user_data)
{
  export_to (user_data, MARATHON_LIST_FORMAT_PDF, path);
}

static void
on_csv_chosen (const char *path, gpointer user_data)
{
  export_to (user_data, MARATHON_LIST_FORMAT_CSV, path);
}

/* Beside the event's file, called after event and list. */
static char *
suggest_path (MarathonListsPage *page, MarathonListFormat format)
{
  g_autoptr (MarathonListRequest) request = marathon_lists_form_get_request (page->form);
  const char *path = marathon_document_get_path (marathon_page_get_document (MARATHON_PAGE (page)));
  g_autofree char *name
    = marathon_list_suggest_file_name (get_event (page), request, marathon_list_format_get_ending (format));
  g_autofree char *folder = NULL;

  if (path == NULL)
    return g_steal_pointer (&name);
  folder = g_path_get_dirname (path);
  return g_build_filename (folder, name, NULL);
}

static void
on_export_pdf (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MarathonListsPage *page = user_data;
  g_autofree char *path = suggest_path (page, MARATHON_LIST_FORMAT_PDF);

  marathon_choose_file (get_window (page), MARATHON_CHOOSE_SAVE_PDF, _ ("Export PDF"), path, on_pdf_chosen, page);
}

static void
on_export_csv (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MarathonListsPage *page = user_data;
  g_autofree char *path = suggest_path (page, MARATHON_LIST_FORMAT_CSV);

  marathon_choose_file (get_window (page), MARATHON_CHOOSE_SAVE_LIST, _ ("Export CSV"), path, on_csv_chosen, page);
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MarathonListsPage *page = user_data;

  if (page->exporting != NULL)
    g_cancellable_cancel (marathon_progress_get_cancellable (page->exporting));
}

void
marathon_lists_page_export_pdf (MarathonListsPage *page, const char *path)
{
  g_return_if_fail (MARATHON_IS_LISTS_PAGE (page) && path != NULL);

  export_to (page, MARATHON_LIST_FORMAT_PDF, path);
}

void
marathon_lists_page_export_csv (MarathonListsPage *page, const char *path)
{
  g_return_if_fail (MARATHON_IS_LISTS_PAGE (page) && path != NULL);

  export_to (page, MARATHON_LIST_FORMAT_CSV, path);
}

gboolean
marathon_lists_page_is_exporting (MarathonListsPage *page)
{
  return page->exporting != NULL;
}

/* --- Opening what was saved --- */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (MarathonListsPage) page = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && page != NULL)
    marathon_page_tell_error (MARATHON_PAGE (page), error);
  free_weak (weak);
}

static void
on_open_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MarathonListsPage *page = user_data;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (page));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), G_APP_LAUNCH_CONTEXT (context), NULL,
                                           on_opened, new_weak (page));
}

/* --- What can be done --- */

static void
enable (MarathonListsPage *page, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (marathon_page_get_actions (MARATHON_PAGE (page))), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
marathon_lists_page_update_actions (MarathonListsPage *page)
{
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (page));
  gboolean has_pages = marathon_page_preview_get_pages (page->preview) != NULL;
  double zoom = marathon_page_preview_get_zoom (page->preview);

  enable (page, "print", has_pages || (!is_seen && page->press != NULL));
  enable (page, "export-pdf", has_pages && page->exporting == NULL);
  enable (page, "export-csv", has_pages && page->exporting == NULL);
  enable (page, "zoom-in", is_seen && has_pages && zoom < MARATHON_MAX_ZOOM);
  enable (page, "zoom-out", is_seen && has_pages && zoom > MARATHON_MIN_ZOOM);
  enable (page, "fit-width", is_seen && has_pages);
  enable (page, "fit-page", is_seen && has_pages);
  enable (page, "cancel", page->exporting != NULL);
}

static const GActionEntry entries[] = {
  { .name = "print", .activate = on_print },
  { .name = "export-pdf", .activate = on_export_pdf },
  { .name = "export-csv", .activate = on_export_csv },
  { .name = "cancel", .activate = on_cancel },
  { .name = "zoom-in", .activate = on_zoom_in },
  { .name = "zoom-out", .activate = on_zoom_out },
  { .name = "fit-width", .activate = on_fit_width },
  { .name = "fit-page", .activate = on_fit_page },
  { .name = "open-file", .activate = on_open_file, .parameter_type = "s" },
};

void
marathon_lists_page_add_actions (MarathonListsPage *page)
{
  g_action_map_add_action_entries (G_ACTION_MAP (marathon_page_get_actions (MARATHON_PAGE (page))), entries,
                                   G_N_ELEMENTS (entries), page);
}
