/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions "win.*": what menus, buttons and keys do in a window.
 */
#include "window/window-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/question.h"
#include "widgets/shortcuts.h"

/* --- Undo --- */

static void
tell_error (MarathonWindow *window, GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  marathon_window_add_toast (window, adw_toast_new (markup));
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonWindow *window = data;
  g_autoptr (GError) error = NULL;

  if (marathon_page_undo_typing (marathon_window_get_current_page (window)))
    return;
  if (!marathon_history_undo (marathon_document_get_history (window->document), &error))
    tell_error (window, error);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonWindow *window = data;
  g_autoptr (GError) error = NULL;

  if (!marathon_window_commit (window) || !marathon_history_can_redo (marathon_document_get_history (window->document)))
    return;
  if (!marathon_history_redo (marathon_document_get_history (window->document), &error))
    tell_error (window, error);
}

/* --- Files --- */

static void
on_open_chosen (const char *path, gpointer data)
{
  if (path != NULL)
    marathon_window_open_path (data, path);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_choose_file (data, MARATHON_CHOOSE_OPEN, _ ("Open"), NULL, on_open_chosen, data);
}

static void
on_open_path (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_open_path (data, g_variant_get_bytestring (parameter));
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_save (data, NULL);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_save_as (data, NULL);
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MarathonWindow *window = data;

  if (window->progress != NULL)
    g_cancellable_cancel (marathon_progress_get_cancellable (window->progress));
}

/* --- Plans --- */

static void
on_plan_categories (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_plan (data, MARATHON_FIELD_CATEGORY);
}

static void
on_plan_waves (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_plan (data, MARATHON_FIELD_WAVE);
}

static void
on_plan_bibs (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_plan (data, MARATHON_FIELD_BIB);
}

/* --- What is shown --- */

static void
on_show_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  marathon_window_show_page (data, g_variant_get_string (parameter, NULL));
}

static void
on_show_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (MARATHON_WINDOW (data)->menu_button);
}

static void
on_show_problems (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (MARATHON_WINDOW (data)->problems_button);
}

static void
on_show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *shortcuts = GTK_WINDOW (marathon_shortcuts_window_new ());

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (data));
  gtk_window_set_destroy_with_parent (shortcuts, TRUE);
  gtk_window_present (shortcuts);
}

static const GActionEntry entries[] = {
  { "undo", on_undo },
  { "redo", on_redo },
  { "open", on_open },
  { "open-path", on_open_path, "ay" },
  { "save", on_save },
  { "save-as", on_save_as },
  { "cancel", on_cancel },
  { "plan-categories", on_plan_categories },
  { "plan-waves", on_plan_waves },
  { "plan-bibs", on_plan_bibs },
  { "show-page", on_show_page, "s" },
  { "show-menu", on_show_menu },
  { "show-problems", on_show_problems },
  { "show-shortcuts", on_show_shortcuts },
};

/* Those that are one call. */
static const struct {
  const char *name;
  void (*act) (MarathonWindow *window);
} calls[] = {
  { "open-example", marathon_window_open_example },
  { "save-copy", marathon_window_save_copy },
  { "revert", marathon_window_revert },
  { "reload", marathon_window_reload },
  { "edit-again", marathon_window_open_again },
  { "show-versions", marathon_window_show_versions },
  { "remove-personal-data", marathon_window_remove_personal_data },
  { "import", marathon_window_ask_import },
  { "paste-entries", marathon_window_paste_entries },
  { "save-template", marathon_window_save_template },
};

static void
on_call (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_str_equal (calls[i].name, g_action_get_name (G_ACTION (action))))
      calls[i].act (window);
}

void
marathon_window_add_actions (MarathonWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const GActionEntry entry = { calls[i].name, on_call };

      g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, window);
    }
}

/* --- What can be done --- */

static void
enable (MarathonWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
marathon_window_update_actions (MarathonWindow *window)
{
  gboolean has_event = window->document != NULL;
  gboolean may_edit = has_event && !marathon_document_is_read_only (window->document);
  gboolean has_file = has_event && marathon_document_get_path (window->document) != NULL;
  gboolean is_idle = window->progress == NULL;
  MarathonHistory *history = has_event ? marathon_document_get_history (window->document) : NULL;

  enable (window, "undo", has_event && marathon_history_can_undo (history));
  enable (window, "redo", has_event && marathon_history_can_redo (history));
  enable (window, "save", has_event && is_idle && !marathon_document_is_read_only (window->document));
  enable (window, "save-as", has_event && is_idle);
  enable (window, "save-copy", has_event && is_idle);
  enable (window, "revert", has_file && is_idle && marathon_document_is_modified (window->document));
  enable (window, "reload", has_file && is_idle);
  enable (window, "edit-again", has_file && is_idle);
  enable (window, "show-versions", has_event && is_idle);
  enable (window, "remove-personal-data", may_edit && is_idle);
  enable (window, "import", may_edit && is_idle);
  enable (window, "paste-entries", (may_edit || !has_event) && is_idle);
  enable (window, "save-template", has_event);
  enable (window, "cancel", !is_idle);
  enable (window, "plan-categories", may_edit);
  enable (window, "plan-waves", may_edit);
  enable (window, "plan-bibs", may_edit);
  enable (window, "show-page", has_event);
  enable (window, "show-problems", has_event);
}
