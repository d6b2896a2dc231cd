/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell is an inscription that is told its text when a row is bound to it.
 */
#include "pages/plans/plan-cell.h"

#include "widgets/text-side.h"

static void
set_up (GtkListItemFactory *factory, GtkListItem *item, const char *name)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "min-chars", 0,
                                  "nat-chars", 0, NULL);

  gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static void
bind (GtkListItemFactory *factory, GtkListItem *item, const char *name)
{
  GtkInscription *cell = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  g_autofree char *text = NULL;

  g_object_get (gtk_list_item_get_item (item), name, &text, NULL);
  marathon_inscription_set_side (cell, text, FALSE);
}

GtkListItemFactory *
marathon_plan_cell_factory_new (const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up), (gpointer) g_intern_string (name));
  g_signal_connect (factory, "bind", G_CALLBACK (bind), (gpointer) g_intern_string (name));
  return factory;
}
