/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accessible name of a drop-down's button.
 */
#include "widgets/drop-down-name.h"

#include <glib/gi18n-lib.h>

void
marathon_drop_down_set_name (GtkDropDown *list, const char *title, const char *chosen)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (list));
  g_autofree char *name = NULL;

  if (button == NULL)
    return;
  /* Translators: a field and what it holds, as a screen reader says it: "Sex: Female". */
  name = chosen != NULL ? g_strdup_printf (_ ("%s: %s"), title, chosen) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
follow (GtkDropDown *list)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (GTK_WIDGET (list));
  gpointer chosen = gtk_drop_down_get_selected_item (list);

  if (labels != NULL)
    marathon_drop_down_set_name (list, gtk_label_get_text (labels->data),
                                 chosen != NULL ? gtk_string_object_get_string (chosen) : NULL);
}

void
marathon_drop_down_follow_label (GtkDropDown *list)
{
  g_signal_connect (list, "notify::selected-item", G_CALLBACK (follow), NULL);
  follow (list);
}
