/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonBinPage: the list, the selection, and restoring.
 */
#include "pages/bin/bin-page.h"

#include <glib/gi18n-lib.h>

#include "editing/entrant-edits.h"
#include "pages/bin/bin-item.h"
#include "pages/bin/bin-model.h"
#include "widgets/interface.h"

struct _MarathonBinPage {
  MarathonPage parent_instance;

  MarathonBinModel *model;

  GtkWidget *stack;
  GtkWidget *count;
  GtkScrolledWindow *scroller;
  GtkWidget *table;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (MarathonBinPage, marathon_bin_page, MARATHON_TYPE_PAGE)

/* --- What is shown --- */

static void
update_action (MarathonBinPage *page)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (page->selection));

  marathon_page_enable_edit (MARATHON_PAGE (page), "restore", !gtk_bitset_is_empty (selected));
}

static void
update (MarathonBinPage *page)
{
  guint n = page->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (page->model)) : 0;
  g_autofree char *badge = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");
  g_autofree char *count
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u deleted entrant", "%'u deleted entrants", n), n);

  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), n > 0 ? "list" : "empty");
  gtk_label_set_label (GTK_LABEL (page->count), count);
  marathon_page_set_count (MARATHON_PAGE (page), badge);
  update_action (page);
}

/* --- Restoring --- */

/* The positions in the bin of those in @rows, ascending: rows count backwards. */
static GArray *
list_positions (MarathonBinPage *page, const GtkBitset *rows)
{
  guint n = (guint) gtk_bitset_get_size (rows);
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_last (&iter, rows, &row); more; more = gtk_bitset_iter_previous (&iter, &row))
    {
      guint32 position = marathon_bin_model_get_position (page->model, row);

      g_array_append_val (positions, position);
    }
  return positions;
}

static guint
count_bibs (MarathonRoster *roster, guint first, const guint32 *positions, guint n)
{
  guint n_bibs = 0;

  for (guint i = 0; i < n; i++)
    n_bibs += marathon_roster_get (roster, positions != NULL ? positions[i] : first + i)->bib != 0;
  return n_bibs;
}

static char *
describe_restored (MarathonEvent *event, guint n, guint n_lost)
{
  MarathonRoster *roster = marathon_event_get_roster (event);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lost = NULL;

  if (n == 1)
    {
      name = marathon_event_describe_entrant (event, marathon_roster_get (roster, marathon_roster_get_size (roster) - 1));
      text = g_strdup_printf (_ ("Restored %s"), name);
    }
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Restored %'u entrant", "Restored %'u entrants", n), n);
  if (n_lost == 0)
    return g_steal_pointer (&text);
  lost = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u bib belongs to somebody else now",
                                       "%'u bibs belong to somebody else now", n_lost), n_lost);
  /* Translators: "Restored 12 entrants; 2 bibs belong to somebody else now". */
  return g_strdup_printf (_ ("%s; %s"), text, lost);
}

static void
restore_rows (MarathonBinPage *page, const GtkBitset *rows)
{
  MarathonDocument *document = marathon_page_get_document (MARATHON_PAGE (page));
  MarathonEvent *event = marathon_document_get_event (document);
  g_autoptr (GArray) positions = list_positions (page, rows);
  const guint32 *list = (const guint32 *) (gconstpointer) positions->data;
  guint size = marathon_roster_get_size (marathon_event_get_roster (event));
  guint n_bibs = count_bibs (marathon_event_get_bin (event), 0, list, positions->len);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (positions->len == 0)
    return;
  if (!marathon_entrants_restore (marathon_document_get_history (document), list, positions->len, &error))
    {
      marathon_page_tell_error (MARATHON_PAGE (page), error);
      return;
    }
  n_bibs -= count_bibs (marathon_event_get_roster (event), size, NULL, positions->len);
  text = describe_restored (event, positions->len, n_bibs);
  marathon_page_tell (MARATHON_PAGE (page), text, TRUE);
}

static void
restore (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MarathonBinPage *page = user_data;
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (page->selection));

  restore_rows (page, rows);
}

/* Enter, or two clicks: the row with the keyboard, with all who are selected together with it. */
static void
on_activate (MarathonBinPage *page, guint row)
{
  g_autoptr (GtkBitset) rows = NULL;

  if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), row))
    rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (page->selection));
  else
    rows = gtk_bitset_new_range (row, 1);
  restore_rows (page, rows);
}

static const GActionEntry actions[] = {
  { .name = "restore", .activate = restore },
};

/* --- The page --- */

static void
marathon_bin_page_set_document (MarathonPage *base, MarathonDocument *document, MarathonProblemsWatch *problems)
{
  MarathonBinPage *page = MARATHON_BIN_PAGE (base);

  gtk_multi_selection_set_model (page->selection, NULL);
  g_clear_object (&page->model);
  if (document != NULL)
    {
      page->model = marathon_bin_model_new (marathon_document_get_event (document));
      gtk_multi_selection_set_model (page->selection, G_LIST_MODEL (page->model));
    }
  update (page);
}

static void
marathon_bin_page_enter (MarathonPage *base)
{
  MarathonBinPage *page = MARATHON_BIN_PAGE (base);

  /* Who was deleted since the last visit is at the top; the list stays with those whom it showed then. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  gtk_widget_grab_focus (page->table);
}

static void
marathon_bin_page_dispose (GObject *object)
{
  /* First the event goes: the list must be there to let go of it. */
  marathon_page_set_document (MARATHON_PAGE (object), NULL, NULL);
  /* Else AdwBin lets go a second time of the child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_BIN_PAGE);
  G_OBJECT_CLASS (marathon_bin_page_parent_class)->dispose (object);
}

static void
marathon_bin_page_class_init (MarathonBinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MarathonPageClass *page_class = MARATHON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_bin_page_dispose;
  page_class->set_document = marathon_bin_page_set_document;
  page_class->enter = marathon_bin_page_enter;

  g_type_ensure (MARATHON_TYPE_BIN_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/pages/bin/bin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonBinPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MarathonBinPage, count);
  gtk_widget_class_bind_template_child (widget_class, MarathonBinPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MarathonBinPage, table);
  gtk_widget_class_bind_template_child (widget_class, MarathonBinPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, update_action);
}

static void
marathon_bin_page_init (MarathonBinPage *page)
{
  g_action_map_add_action_entries (G_ACTION_MAP (marathon_page_get_actions (MARATHON_PAGE (page))), actions,
                                   G_N_ELEMENTS (actions), page);
  gtk_widget_init_template (GTK_WIDGET (page));
  g_signal_connect (page, "notify::read-only", G_CALLBACK (update_action), NULL);
  update (page);
}
