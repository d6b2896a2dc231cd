/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells of columns: made, bound to a slot, let go of.
 */
#include "widgets/entrant-cell.h"

#include "model/entrant-display.h"
#include "planning/reason.h"
#include "widgets/text-side.h"

/* What the cells of a column have in common. */
typedef struct {
  MarathonEntrantsModel *model;
  guint field;
} Column;

/* Of a cell: its Column, and the GtkListItem it is the child of. */
static GQuark column_quark;
static GQuark item_quark;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->model);
  g_free (column);
}

/* --- What a cell says --- */

static void
append_text (const Column *column, const MarathonEntrant *entrant, const MarathonFieldInfo *info, GString *out)
{
  MarathonEvent *event = marathon_entrants_model_get_event (column->model);
  g_autofree char *code = NULL, *sentence = NULL;

  if (info->field != MARATHON_FIELD_CATEGORY_REASON && info->field != MARATHON_FIELD_WAVE_REASON)
    {
      marathon_entrant_append_display (event, entrant, info, out);
      return;
    }
  code = marathon_entrant_get_text (event, entrant, info->field);
  sentence = marathon_reason_to_sentence_for (event, entrant, code);
  g_string_append (out, sentence);
}

/* People who will not run are dimmed in all columns; the one of their status says why. So is what stands for a name. */
static void
dim (GtkWidget *cell, const Column *column, const MarathonEntrant *entrant)
{
  MarathonEvent *event = marathon_entrants_model_get_event (column->model);
  gboolean is_absent = entrant != NULL
                       && (entrant->status == MARATHON_STATUS_WITHDRAWN || entrant->status == MARATHON_STATUS_DEFERRED);
  gboolean is_dim = is_absent || (entrant != NULL && column->field == MARATHON_FIELD_FAMILY
                                  && marathon_entrant_is_nameless (event, entrant));

  if (is_dim == gtk_widget_has_css_class (cell, "dim-label"))
    return;
  if (is_dim)
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

static void
refresh (MarathonEntrantSlot *slot, GtkWidget *cell)
{
  const Column *column = g_object_get_qdata (G_OBJECT (cell), column_quark);
  const MarathonFieldInfo *info
      = marathon_event_get_field (marathon_entrants_model_get_event (column->model), column->field);
  const MarathonEntrant *entrant
      = marathon_entrants_model_get_entrant (column->model, marathon_entrant_slot_get_row (slot));
  g_autoptr (GString) text = g_string_new (NULL);

  if (entrant != NULL && info != NULL)
    append_text (column, entrant, info, text);
  marathon_inscription_set_side (GTK_INSCRIPTION (cell), text->str, info != NULL && marathon_field_is_numeric (info));
  dim (cell, column, entrant);
}

/* --- The factory --- */

static void
set_up (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  const MarathonFieldInfo *info
      = marathon_event_get_field (marathon_entrants_model_get_event (column->model), column->field);
  gboolean is_numeric = info != NULL && marathon_field_is_numeric (info);
  GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                  "min-chars", 0, "nat-chars", 0, NULL);

  if (is_numeric || (info != NULL && info->type == MARATHON_FIELD_TYPE_BIRTH))
    gtk_widget_add_css_class (cell, "numeric");
  g_object_set_qdata (G_OBJECT (cell), column_quark, column);
  g_object_set_qdata (G_OBJECT (cell), item_quark, item);
  gtk_list_item_set_child (item, cell);
}

static void
bind (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  MarathonEntrantSlot *slot = gtk_list_item_get_item (item);

  g_signal_connect (slot, "changed", G_CALLBACK (refresh), cell);
  refresh (slot, cell);
}

static void
unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), refresh, gtk_list_item_get_child (item));
}

GtkListItemFactory *
marathon_entrant_cell_factory_new (MarathonEntrantsModel *model, guint field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new (Column, 1);

  column_quark = g_quark_from_static_string ("marathon-entrant-column");
  item_quark = g_quark_from_static_string ("marathon-entrant-item");
  *column = (Column){ g_object_ref (model), field };
  g_signal_connect_data (factory, "setup", G_CALLBACK (set_up), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  return factory;
}

/* --- Finding cells --- */

static GtkListItem *
get_item (GtkWidget *widget)
{
  return GTK_IS_INSCRIPTION (widget) ? g_object_get_qdata (G_OBJECT (widget), item_quark) : NULL;
}

guint
marathon_entrant_cell_find_row (GtkWidget *widget)
{
  GtkListItem *item = get_item (widget);

  /* A row holds cells of GTK's, which hold ours. */
  for (guint depth = 0; item == NULL && widget != NULL && depth < 2; depth++)
    {
      widget = gtk_widget_get_first_child (widget);
      item = widget != NULL ? get_item (widget) : NULL;
    }
  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

char *
marathon_entrant_cell_get_cut_text (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = NULL;
  const char *text;
  int width;

  if (get_item (widget) == NULL)
    return NULL;
  text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (widget) ? g_strdup (text) : NULL;
}
