/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names by GTK's functions for tests of accessibility.
 */
#include "application/accessible-name.h"

#include "widgets/display-scene.h"

/* What no label says. */
#define NOT_A_LABEL "\001"

/* --- Names --- */

/* Returns: (transfer full) (nullable): the accessible label, where it says anything */
static char *
get_label (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *label = NULL;

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  label = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, NOT_A_LABEL);
  return label != NULL && *g_strstrip (label) != '\0' ? g_steal_pointer (&label) : NULL;
}

static gboolean
labels (GtkWidget *candidate, gconstpointer widget)
{
  g_autofree char *difference = gtk_test_accessible_check_relation (GTK_ACCESSIBLE ((gpointer) widget),
                                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, candidate, NULL);

  return difference == NULL;
}

/* The one widget by which @widget is labelled. GTK only answers whether it is a given one; it is never far away. */
static GtkWidget *
find_labeller (GtkWidget *widget)
{
  GtkWidget *labeller = NULL;

  if (!gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return NULL;
  for (GtkWidget *around = widget; around != NULL && labeller == NULL; around = gtk_widget_get_parent (around))
    labeller = display_scene_search (around, labels, widget);
  return labeller;
}

/* The entry of which @widget is the inner part that takes the keyboard, or %NULL. */
static GtkWidget *
find_entry (GtkWidget *widget)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    if (GTK_IS_EDITABLE (around) && gtk_editable_get_delegate (GTK_EDITABLE (around)) == GTK_EDITABLE (widget))
      return around;
  return NULL;
}

char *
accessible_name_get (GtkWidget *widget)
{
  /* An entry speaks for its inner part, which has no role of its own. */
  GtkWidget *entry = GTK_IS_TEXT (widget) ? find_entry (widget) : NULL;
  char *label = get_label (entry != NULL ? entry : widget);
  GtkWidget *labeller = label == NULL ? find_labeller (entry != NULL ? entry : widget) : NULL;

  return labeller != NULL ? get_label (labeller) : label;
}

/* --- Who needs none --- */

/* By name, since no header tells the private ones; a type that is not known is nobody's. */
static gboolean
is_a (GtkWidget *widget, const char *type_name)
{
  GType type = g_type_from_name (type_name);

  return type != 0 && g_type_is_a (G_OBJECT_TYPE (widget), type);
}

static gboolean
is_in (GtkWidget *widget, const char *type_name)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    if (is_a (around, type_name))
      return TRUE;
  return FALSE;
}

typedef struct {
  const char *type;
  const char *inside; /* NULL for anywhere */
} Nameless;

static const Nameless nameless[] = {
  { "GtkScrolledWindow", NULL },            /* takes the keyboard to be scrolled; read is what it holds */
  { "GtkListItemWidget", NULL },            /* a row has no name in GTK 4.8; read are the texts in it */
  { "GtkColumnListView", NULL },            /* the inside of a GtkColumnView, which has the name */
  { "GtkListBox", "AdwPreferencesGroup" },  /* libadwaita's; has the name of the group, where that has a title */
  { "AdwExpanderRow", NULL },               /* libadwaita's; the keyboard is in the row of its title, which has the name */
  { "GtkListBox", "AdwExpanderRow" },       /* libadwaita's; holds that row, and those that it opens to show */
  { "GtkButton", "GtkCalendar" },           /* GTK's; turns months and years */
  { "GtkButton", "AdwToastWidget" },        /* libadwaita's; closes the toast, which goes by itself */
};

static gboolean
has_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget);
}

static gboolean
may_be_nameless (GtkWidget *widget)
{
  if (is_a (widget, "GtkListItemWidget") && display_scene_search (widget, has_text, NULL) == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (nameless); i++)
    if (is_a (widget, nameless[i].type) && (nameless[i].inside == NULL || is_in (widget, nameless[i].inside)))
      return TRUE;
  return FALSE;
}

/* --- Looking --- */

static gboolean
takes_keyboard (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget);
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  if (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) != NULL)
    g_string_append_printf (text, " “%s”", gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    g_string_append_printf (text, " in %s", G_OBJECT_TYPE_NAME (around));
  return g_string_free (text, FALSE);
}

GPtrArray *
accessible_name_find_missing (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = display_scene_search_all (root, takes_keyboard, NULL);
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < widgets->len; i++)
    {
      g_autofree char *name = accessible_name_get (widgets->pdata[i]);

      if (name == NULL && !may_be_nameless (widgets->pdata[i]))
        g_ptr_array_add (missing, describe (widgets->pdata[i]));
    }
  return missing;
}
