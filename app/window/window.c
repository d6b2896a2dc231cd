/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWindow: the frame: what it shows, and what of it.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>

#include "document/state-folder.h"
#include "widgets/interface.h"
#include "window/event-view.h"
#include "window/problems-popover.h"
#include "window/welcome.h"
#include "window/window-title.h"

/* More problems than these are many; the tooltip has the number. */
#define MOST_SHOWN 999u

enum {
  PROP_DOCUMENT = 1,
  PROP_HISTORY,
  PROP_PROBLEMS,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonWindow, marathon_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Pages --- */

static GtkWidget *
next_page (MarathonWindow *window, GtkWidget *page)
{
  return page == NULL ? gtk_widget_get_first_child (GTK_WIDGET (window->pages)) : gtk_widget_get_next_sibling (page);
}

static void
on_page_toast (MarathonWindow *window, AdwToast *toast)
{
  marathon_window_add_toast (window, g_object_ref (toast));
}

static void
on_show_page (MarathonWindow *window, const char *name, const char *what)
{
  marathon_window_show_page (window, name);
  marathon_page_show (marathon_window_get_current_page (window), what);
}

/* What a page's actions do, they do to that page; so they can be known to the whole window. */
static void
take_in_pages (MarathonWindow *window)
{
  GtkWidget *view = marathon_event_view_new ();
  g_autoptr (GPropertyAction) sidebar = g_property_action_new ("show-sidebar", view, "show-sidebar");

  window->pages = marathon_event_view_get_pages (MARATHON_EVENT_VIEW (view));
  adw_bin_set_child (window->event_place, view);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (sidebar));
  for (GtkWidget *page = next_page (window, NULL); page != NULL; page = next_page (window, page))
    {
      gtk_widget_insert_action_group (GTK_WIDGET (window), gtk_widget_get_name (page),
                                      G_ACTION_GROUP (marathon_page_get_actions (MARATHON_PAGE (page))));
      g_signal_connect_object (page, "toast", G_CALLBACK (on_page_toast), window, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "show-page", G_CALLBACK (on_show_page), window, G_CONNECT_SWAPPED);
    }
}

/* --- Words for the template --- */

static char *
describe_undo (gpointer object, const char *label)
{
  /* Translators: %s is a step: "Undo Delete 3 Entrants" */
  return label != NULL ? g_strdup_printf (_ ("Undo %s"), label) : g_strdup (_ ("Undo"));
}

static char *
describe_redo (gpointer object, const char *label)
{
  /* Translators: %s is a step: "Redo Delete 3 Entrants" */
  return label != NULL ? g_strdup_printf (_ ("Redo %s"), label) : g_strdup (_ ("Redo"));
}

static char *
format_problem_count (gpointer object, guint n_errors, guint n_warnings)
{
  guint n = n_errors + n_warnings;

  return n > MOST_SHOWN ? g_strdup_printf ("%u+", MOST_SHOWN) : n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

static char *
describe_problems (gpointer object, guint n_errors, guint n_warnings)
{
  guint n = n_errors + n_warnings;

  if (n == 0)
    return g_strdup (_ ("No Problems"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Problem", "%u Problems", n), n);
}

static char *
problems_icon (gpointer object, guint n_errors, guint n_warnings)
{
  return g_strdup (n_errors > 0 ? "dialog-error-symbolic" : n_warnings > 0 ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
}

static gboolean
shows_event (gpointer object, const char *visible)
{
  return g_strcmp0 (visible, "event") == 0;
}

/* --- The document --- */

static void
set_problems (MarathonWindow *window, MarathonProblemsWatch *problems)
{
  if (g_set_object (&window->problems, problems))
    g_object_notify_by_pspec (G_OBJECT (window), properties[PROP_PROBLEMS]);
}

/* What is changed in a window is kept, whatever happens to the computer. */
static void
protect (MarathonDocument *document)
{
  g_autofree char *state_folder = marathon_state_folder_get ();

  marathon_document_protect (document, state_folder);
}

void
marathon_window_set_document (MarathonWindow *window, MarathonDocument *document)
{
  g_autoptr (MarathonProblemsWatch) problems = document != NULL ? marathon_problems_watch_new (document) : NULL;

  g_return_if_fail (MARATHON_IS_WINDOW (window));
  if (window->document == document)
    return;
  if (window->pages == NULL)
    take_in_pages (window);
  if (document != NULL)
    protect (document);

  for (GtkWidget *page = next_page (window, NULL); page != NULL; page = next_page (window, page))
    marathon_page_set_document (MARATHON_PAGE (page), document, problems);
  g_set_object (&window->document, document);
  marathon_notices_set_document (window->notices, document);
  g_signal_group_set_target (window->document_signals, document);
  g_signal_group_set_target (window->history_signals, document != NULL ? marathon_document_get_history (document) : NULL);
  set_problems (window, problems);
  gtk_stack_set_visible_child_name (window->content, document != NULL ? "event" : "welcome");
  g_object_notify_by_pspec (G_OBJECT (window), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (window), properties[PROP_HISTORY]);
  marathon_window_update_actions (window);
  if (document != NULL)
    marathon_window_import_waiting (window);
}

void
marathon_window_set_progress (MarathonWindow *window, MarathonProgress *progress)
{
  if (window->progress != NULL)
    marathon_progress_end (window->progress);
  if (g_set_object (&window->progress, progress))
    g_object_notify_by_pspec (G_OBJECT (window), properties[PROP_PROGRESS]);
  /* The template's binding knows how to begin only: nothing is said by no progress. */
  if (progress == NULL)
    gtk_revealer_set_reveal_child (window->progress_bar, FALSE);
  marathon_window_update_actions (window);
}

/* libadwaita 1.2 ends the program where a toast that is going already is dismissed once more; each is, by us, by its
 * button or by time, once. */
static void
on_toast_dismissed (MarathonWindow *window, AdwToast *toast)
{
  if (window->toast == toast)
    g_clear_weak_pointer (&window->toast);
}

static void
dismiss_toast (MarathonWindow *window)
{
  if (window->toast != NULL)
    adw_toast_dismiss (window->toast);
}

/* An Undo button must not take back another step than the toast tells of. */
static void
on_history_changed (MarathonWindow *window)
{
  marathon_window_update_actions (window);
  if (window->toast != NULL && adw_toast_get_button_label (window->toast) != NULL
      && marathon_history_get_state (marathon_document_get_history (window->document)) != window->toast_state)
    dismiss_toast (window);
}

/* --- What is made when it is needed: a window is to be seen at once --- */

static void
on_problems (MarathonWindow *window, GParamSpec *pspec, gpointer popover)
{
  marathon_problems_popover_set_problems (popover, window->document, window->problems);
}

static void
make_problems_popover (GtkMenuButton *button, gpointer data)
{
  MarathonWindow *window = data;
  GtkWidget *popover = g_object_new (MARATHON_TYPE_PROBLEMS_POPOVER, NULL);

  on_problems (window, NULL, popover);
  g_signal_connect_object (window, "notify::problems", G_CALLBACK (on_problems), popover, 0);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_show_page), window, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, popover);
}

static void
show_welcome (MarathonWindow *window)
{
  GtkWidget *welcome;

  if (window->document != NULL || adw_bin_get_child (window->welcome_place) != NULL)
    return;
  welcome = g_object_new (MARATHON_TYPE_WELCOME, NULL);
  adw_bin_set_child (window->welcome_place, welcome);
  if (window->opening == NULL)
    gtk_widget_grab_focus (welcome);
}

static gboolean
on_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MarathonWindow *window = MARATHON_WINDOW (widget);

  if (!window->is_painted)
    {
      window->is_painted = TRUE;
      return G_SOURCE_CONTINUE;
    }
  show_welcome (window);
  return G_SOURCE_REMOVE;
}

/* --- Size --- */

static void
restore_size (MarathonWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new (MARATHON_SETTINGS);
  int width, height;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
}

static void
keep_size (MarathonWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new (MARATHON_SETTINGS);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (window)));
}

/* --- The file behind it --- */

static void
on_active_changed (MarathonWindow *window)
{
  if (gtk_window_is_active (GTK_WINDOW (window)))
    marathon_notices_look (window->notices);
}

/* --- Files dropped on the window --- */

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  MarathonWindow *window = user_data;
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        marathon_window_open_path (window, path);
    }
  return files != NULL;
}

static void
accept_drops (MarathonWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/* --- The class --- */

static gboolean
marathon_window_close_request (GtkWindow *gtk_window)
{
  MarathonWindow *window = MARATHON_WINDOW (gtk_window);

  if (!marathon_window_may_close (window))
    return GDK_EVENT_STOP;
  keep_size (window);
  /* Saved, or given up by a person; a program that ends in any other way leaves its journal. */
  marathon_window_give_up_changes (window);
  /* In GTK 4.8 a popover that is open while its window goes is never freed. */
  gtk_menu_button_popdown (window->menu_button);
  gtk_menu_button_popdown (window->problems_button);
  if (window->progress != NULL)
    g_cancellable_cancel (marathon_progress_get_cancellable (window->progress));
  return GTK_WINDOW_CLASS (marathon_window_parent_class)->close_request (gtk_window);
}

static void
marathon_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonWindow *window = MARATHON_WINDOW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, window->document);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, window->document != NULL ? marathon_document_get_history (window->document) : NULL);
      break;
    case PROP_PROBLEMS:
      g_value_set_object (value, window->problems);
      break;
    case PROP_PROGRESS:
      g_value_set_object (value, window->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_window_dispose (GObject *object)
{
  MarathonWindow *window = MARATHON_WINDOW (object);

  /* A page that hides the field with the keyboard, in a window that goes, would never be freed. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  if (window->pages != NULL)
    marathon_window_set_document (window, NULL);
  window->pages = NULL;
  g_action_map_remove_action (G_ACTION_MAP (window), "show-sidebar"); /* holds the event view */
  g_clear_object (&window->document_signals);
  g_clear_object (&window->history_signals);
  g_clear_weak_pointer (&window->toast);
  g_clear_object (&window->progress);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_WINDOW);
  G_OBJECT_CLASS (marathon_window_parent_class)->dispose (object);
}

static void
marathon_window_finalize (GObject *object)
{
  MarathonWindow *window = MARATHON_WINDOW (object);

  g_free (window->opening);
  g_clear_pointer (&window->import_bytes, g_bytes_unref);
  g_free (window->import_name);
  G_OBJECT_CLASS (marathon_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/window/window.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, content);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, welcome_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, event_place);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, problems_button);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MarathonWindow, notices);
  gtk_widget_class_bind_template_callback (widget_class, describe_undo);
  gtk_widget_class_bind_template_callback (widget_class, describe_redo);
  gtk_widget_class_bind_template_callback (widget_class, format_problem_count);
  gtk_widget_class_bind_template_callback (widget_class, describe_problems);
  gtk_widget_class_bind_template_callback (widget_class, problems_icon);
  gtk_widget_class_bind_template_callback (widget_class, shows_event);
  gtk_widget_class_bind_template_callback_full (widget_class, "title", G_CALLBACK (marathon_window_title));
  gtk_widget_class_bind_template_callback_full (widget_class, "subtitle", G_CALLBACK (marathon_window_subtitle));
}

static void
marathon_window_class_init (MarathonWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marathon_window_get_property;
  object_class->dispose = marathon_window_dispose;
  object_class->finalize = marathon_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = marathon_window_close_request;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, MARATHON_TYPE_DOCUMENT, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, MARATHON_TYPE_HISTORY, flags);
  properties[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, MARATHON_TYPE_PROBLEMS_WATCH, flags);
  properties[PROP_PROGRESS] = g_param_spec_object ("progress", NULL, NULL, MARATHON_TYPE_PROGRESS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARATHON_TYPE_NOTICES);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
listen (MarathonWindow *window)
{
  window->document_signals = g_signal_group_new (MARATHON_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (window->document_signals, "notify", G_CALLBACK (marathon_window_update_actions), window);
  window->history_signals = g_signal_group_new (MARATHON_TYPE_HISTORY);
  g_signal_group_connect_swapped (window->history_signals, "notify", G_CALLBACK (on_history_changed), window);
}

static void
marathon_window_init (MarathonWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
  listen (window);
  marathon_window_add_actions (window);
  accept_drops (window);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  gtk_menu_button_set_create_popup_func (window->problems_button, make_problems_popover, window, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), on_first_frame, NULL, NULL);
  restore_size (window);
  marathon_window_update_actions (window);
}

/* --- Public functions --- */

MarathonWindow *
marathon_window_new (GtkApplication *application)
{
  return g_object_new (MARATHON_TYPE_WINDOW, "application", application, NULL);
}

MarathonDocument *
marathon_window_get_document (MarathonWindow *window)
{
  return window->document;
}

gboolean
marathon_window_is_empty (MarathonWindow *window)
{
  return window->document == NULL && window->opening == NULL;
}

MarathonPage *
marathon_window_get_page (MarathonWindow *window, const char *name)
{
  GtkWidget *page = window->pages != NULL ? gtk_stack_get_child_by_name (window->pages, name) : NULL;

  return page != NULL ? MARATHON_PAGE (page) : NULL;
}

MarathonPage *
marathon_window_get_current_page (MarathonWindow *window)
{
  return MARATHON_PAGE (gtk_stack_get_visible_child (window->pages));
}

void
marathon_window_show_page (MarathonWindow *window, const char *name)
{
  MarathonPage *page = marathon_window_get_page (window, name);

  if (page == NULL || window->document == NULL)
    return;
  if (page != marathon_window_get_current_page (window))
    {
      marathon_page_commit (marathon_window_get_current_page (window));
      gtk_stack_set_visible_child (window->pages, GTK_WIDGET (page));
    }
  marathon_page_enter (page);
}

void
marathon_window_add_toast (MarathonWindow *window, AdwToast *toast)
{
  dismiss_toast (window);
  g_set_weak_pointer (&window->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), window, G_CONNECT_SWAPPED);
  window->toast_state = window->document != NULL ? marathon_history_get_state (marathon_document_get_history (window->document)) : 0;
  adw_toast_overlay_add_toast (window->toasts, toast);
}
