/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantsPage: what its parts tell each other.
 */
#include "pages/entrants/entrants-page-private.h"

#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "pages/places.h"
#include "widgets/interface.h"
#include "widgets/wrap-layout.h"

enum {
  PROP_MODEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonEntrantsPage, marathon_entrants_page, MARATHON_TYPE_PAGE)

static MarathonEvent *
get_event (MarathonEntrantsPage *page)
{
  return marathon_entrants_model_get_event (page->model);
}

/* --- Which entrants are shown --- */

static gboolean
has_deleted (MarathonEntrantsPage *page)
{
  return marathon_roster_get_size (marathon_event_get_bin (get_event (page))) > 0;
}

static void
show_counts (MarathonEntrantsPage *page)
{
  guint n_shown = marathon_entrants_model_get_n_shown (page->model);
  guint n_all = marathon_entrants_model_get_n_all (page->model);
  g_autofree char *count = g_strdup_printf ("%'u", n_all);

  g_object_set (page->filters, "n-shown", n_shown, "n-all", n_all, NULL);
  marathon_page_set_count (MARATHON_PAGE (page), n_all > 0 ? count : "");
  gtk_stack_set_visible_child_name (page->content, n_all > 0 ? (n_shown > 0 ? "table" : "none") : has_deleted (page) ? "deleted" : "empty");
}

/* The rows of a problem, by its bitmap; %NULL where no problem is chosen or its rows are not known yet. */
static guint64 *
make_mask (MarathonEntrantsPage *page)
{
  int kind = marathon_filter_bar_get_problem (page->filters);
  const MarathonProblems *problems = marathon_problems_watch_get (marathon_page_get_problems (MARATHON_PAGE (page)));

  if (kind < 0 || problems == NULL)
    return NULL;
  if (problems->kinds[kind].entrants == NULL)
    return marathon_bitmap_new (marathon_entrants_model_get_n_all (page->model));
  return g_memdup2 (problems->kinds[kind].entrants, problems->n_words * sizeof (guint64));
}

/* Who is looked for others wants nothing of those who are hidden: they are selected no more. (Who leaves by an edit, of
 * a filter for those without wave, stays in the form.) */
static void
deselect_hidden (MarathonEntrantsPage *page)
{
  g_autoptr (GArray) selected = marathon_entrants_model_get_selected (page->model);
  guint n_shown = marathon_entrants_model_get_n_shown (page->model), n_kept = 0;
  guint32 *positions = (guint32 *) (gpointer) selected->data;
  g_autofree guint64 *shown = NULL;

  if (selected->len == 0)
    return;
  shown = marathon_bitmap_new (marathon_entrants_model_get_n_all (page->model));
  for (guint row = 0; row < n_shown; row++)
    marathon_bitmap_set (shown, marathon_entrants_model_get_position (page->model, row), TRUE);
  for (guint i = 0; i < selected->len; i++)
    if (marathon_bitmap_get (shown, positions[i]))
      positions[n_kept++] = positions[i];
  if (n_kept < selected->len)
    marathon_entrants_model_select_positions (page->model, positions, n_kept);
}

static void
on_query_changed (MarathonEntrantsPage *page)
{
  if (page->model == NULL)
    return;
  marathon_entrants_table_scroll_to_top (page->table);
  marathon_entrants_model_set_query (page->model, marathon_filter_bar_get_query (page->filters));
  deselect_hidden (page);
}

static void
on_problem_changed (MarathonEntrantsPage *page)
{
  if (page->model == NULL)
    return;
  marathon_entrants_table_scroll_to_top (page->table);
  marathon_entrants_model_set_mask (page->model, make_mask (page));
  deselect_hidden (page);
}

/* New results: who was repaired leaves the table. While they are being looked for, it stays as it is. */
static void
on_problems_found (MarathonEntrantsPage *page)
{
  if (page->model != NULL && marathon_filter_bar_get_problem (page->filters) >= 0
      && marathon_problems_watch_get (marathon_page_get_problems (MARATHON_PAGE (page))) != NULL)
    marathon_entrants_model_set_mask (page->model, make_mask (page));
}

/* --- Who is selected --- */

static void
show_selection (MarathonEntrantsPage *page)
{
  g_autoptr (GArray) selected = marathon_entrants_model_get_selected (page->model);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u selected", "%'u selected", selected->len), selected->len);

  gtk_label_set_label (page->selection_label, text);
  gtk_revealer_set_reveal_child (page->selection_bar, selected->len > 1);
  if (selected->len == 1)
    {
      const MarathonEntrant *entrant = marathon_roster_get (marathon_event_get_roster (get_event (page)),
                                                            g_array_index (selected, guint32, 0));

      marathon_entrant_form_show_entrant (page->form, entrant->id);
    }
  else if (!marathon_entrant_form_is_new (page->form) || selected->len > 1)
    marathon_entrant_form_show_entrant (page->form, 0);
  if (selected->len > 1)
    {
      g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u Entrant Selected", "%'u Entrants Selected",
                                                             selected->len), selected->len);

      adw_status_page_set_title (page->many, title);
    }
  gtk_stack_set_visible_child_name (page->details, selected->len > 1 ? "many" : "one");
  /* Where there is no room beside the table, the form would cover the bar. */
  if (selected->len > 1 && adw_flap_get_folded (page->flap))
    adw_flap_set_reveal_flap (page->flap, FALSE);
  marathon_entrants_page_update_actions (page);
}

void
marathon_entrants_page_show_position (MarathonEntrantsPage *page, guint position)
{
  guint32 chosen = position;

  g_return_if_fail (page->model != NULL && position < marathon_entrants_model_get_n_all (page->model));
  if (marathon_entrants_model_find_row (page->model, position) == GTK_INVALID_LIST_POSITION)
    marathon_filter_bar_clear (page->filters);
  marathon_entrants_model_select_positions (page->model, &chosen, 1);
  marathon_entrants_table_reveal (page->table, position, FALSE);
}

static void
show_id (MarathonEntrantsPage *page, guint64 id)
{
  guint position;

  if (marathon_roster_find (marathon_event_get_roster (get_event (page)), id, &position))
    marathon_entrants_page_show_position (page, position);
}

static void
on_row_activated (MarathonEntrantsPage *page, guint position)
{
  adw_flap_set_reveal_flap (page->flap, TRUE);
  marathon_entrants_page_show_position (page, position);
  marathon_entrant_form_focus (page->form, "");
}

/* The keyboard into the table, on the row of the one selected. */
static void
focus_table (MarathonEntrantsPage *page)
{
  g_autoptr (GArray) selected = marathon_entrants_model_get_selected (page->model);

  if (selected->len != 1 || !marathon_entrants_table_reveal (page->table, g_array_index (selected, guint32, 0), TRUE))
    gtk_widget_grab_focus (GTK_WIDGET (page->table));
}

/* Whose bib was typed, not one that begins so; else the first. */
static guint
find_best_row (MarathonEntrantsPage *page)
{
  MarathonHolder holder;
  guint row;

  if (!marathon_event_find_bib (get_event (page), marathon_filter_bar_get_query (page->filters), &holder)
      || (holder.kind != MARATHON_HOLDER_ENTRANT && holder.kind != MARATHON_HOLDER_GUIDE))
    return 0;
  row = marathon_entrants_model_find_row (page->model, holder.position);
  return row != GTK_INVALID_LIST_POSITION ? row : 0;
}

static void
on_filters_left (MarathonEntrantsPage *page)
{
  if (marathon_entrants_model_get_n_shown (page->model) == 0)
    return;
  if (*marathon_filter_bar_get_query (page->filters) != '\0' || marathon_entrants_model_get_n_selected (page->model) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (page->model), find_best_row (page), TRUE);
  focus_table (page);
}

static void
on_refused (MarathonEntrantsPage *page, const char *message)
{
  marathon_page_tell (MARATHON_PAGE (page), message, FALSE);
}

/* --- Page --- */

static void
marathon_entrants_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (base);
  MarathonEvent *event = document != NULL ? marathon_document_get_event (document) : NULL;

  if (page->model != NULL)
    g_signal_handlers_disconnect_by_data (page->model, page);
  marathon_entrants_table_set_model (page->table, NULL);
  g_clear_object (&page->model);
  marathon_entrant_form_set_document (page->form, document);
  marathon_filter_bar_set_event (page->filters, event, problems);
  marathon_entrants_page_follow_lists (page, event);
  if (document == NULL)
    return;

  page->model = marathon_entrants_model_new (event);
  g_signal_connect_object (page->model, "notify::n-shown", G_CALLBACK (show_counts), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->model, "notify::n-all", G_CALLBACK (show_counts), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->model, "selection-changed", G_CALLBACK (show_selection), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->model, "notify::n-selected", G_CALLBACK (show_selection), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (problems, "changed", G_CALLBACK (on_problems_found), page, G_CONNECT_SWAPPED);
  marathon_entrants_table_set_model (page->table, page->model);
  show_counts (page);
  show_selection (page);
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_MODEL]);
}

static void
marathon_entrants_page_enter (MarathonPage *base)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (base);

  if (gtk_widget_get_child_visible (GTK_WIDGET (page->table)) && marathon_entrants_model_get_n_shown (page->model) > 0)
    focus_table (page);
}

static gboolean
marathon_entrants_page_commit (MarathonPage *base)
{
  return marathon_entrant_form_commit (MARATHON_ENTRANTS_PAGE (base)->form);
}

static gboolean
marathon_entrants_page_undo_typing (MarathonPage *base)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (base);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page->filters)) && GTK_IS_EDITABLE (focus)
      && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0')
    {
      gtk_widget_activate_action (focus, "text.undo", NULL);
      return TRUE;
    }
  if (!marathon_entrant_form_is_dirty (page->form))
    return FALSE;
  marathon_entrant_form_revert (page->form);
  return TRUE;
}

/* Whether @what is the id of somebody, who is selected then. */
static gboolean
show_person (MarathonEntrantsPage *page, const char *what)
{
  guint64 id;

  if (!g_str_has_prefix (what, MARATHON_PLACES_ENTRANT) || !marathon_id_parse (what + strlen (MARATHON_PLACES_ENTRANT), &id))
    return FALSE;
  show_id (page, id);
  return TRUE;
}

static void
marathon_entrants_page_show (MarathonPage *base, const char *what)
{
  MarathonEntrantsPage *page = MARATHON_ENTRANTS_PAGE (base);

  if (show_person (page, what))
    return;
  if (g_str_has_prefix (what, MARATHON_PLACES_PROBLEM))
    {
      const MarathonProblemInfo *info = marathon_problem_find (what + strlen (MARATHON_PLACES_PROBLEM));

      marathon_filter_bar_set_problem (page->filters, info != NULL ? (int) info->kind : -1);
    }
  else
    marathon_filter_bar_set_query (page->filters, what);
}

/* --- The class --- */

static void
marathon_entrants_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, MARATHON_ENTRANTS_PAGE (object)->model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_entrants_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (marathon_entrants_page_parent_class)->map (widget);
  marathon_entrants_page_update_actions (MARATHON_ENTRANTS_PAGE (widget));
}

static void
marathon_entrants_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (marathon_entrants_page_parent_class)->unmap (widget);
  if (marathon_page_get_actions (MARATHON_PAGE (widget)) != NULL)
    marathon_entrants_page_update_actions (MARATHON_ENTRANTS_PAGE (widget));
}

static void
marathon_entrants_page_dispose (GObject *object)
{
  GSimpleActionGroup *actions = marathon_page_get_actions (MARATHON_PAGE (object));

  marathon_page_set_document (MARATHON_PAGE (object), NULL, NULL);
  if (actions != NULL)
    g_action_map_remove_action (G_ACTION_MAP (actions), "show-details"); /* holds the flap */
  /* The flap is both a bound child of the template and the child of AdwBin: only one of them may unparent it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_ENTRANTS_PAGE);
  G_OBJECT_CLASS (marathon_entrants_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/entrants/entrants-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, content);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, table);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, details);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, form);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, many);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, category_menu);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, wave_menu);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, status_menu);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, places_menu);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, MarathonEntrantsPage, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_left);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, focus_table);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_bind_template_callback (widget_class, show_id);
}

static void
marathon_entrants_page_class_init (MarathonEntrantsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  object_class->get_property = marathon_entrants_page_get_property;
  object_class->dispose = marathon_entrants_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = marathon_entrants_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = marathon_entrants_page_unmap;
  page_class->set_document = marathon_entrants_page_set_document;
  page_class->enter = marathon_entrants_page_enter;
  page_class->commit = marathon_entrants_page_commit;
  page_class->undo_typing = marathon_entrants_page_undo_typing;
  page_class->show = marathon_entrants_page_show;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, MARATHON_TYPE_ENTRANTS_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MARATHON_TYPE_ENTRANTS_TABLE);
  g_type_ensure (MARATHON_TYPE_FILTER_BAR);
  g_type_ensure (MARATHON_TYPE_ENTRANT_FORM);
  g_type_ensure (MARATHON_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
marathon_entrants_page_init (MarathonEntrantsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  marathon_id_source_init_random (&page->ids);
  marathon_entrants_page_add_menus (page);
  marathon_entrants_table_set_menu (page->table, page->context_menu);
  marathon_entrants_page_add_actions (page);
}

MarathonEntrantsModel *
marathon_entrants_page_get_model (MarathonEntrantsPage *page)
{
  return page->model;
}
