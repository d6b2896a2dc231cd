/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillBar: numbers above a thin bar.
 */
#include "widgets/fill-bar.h"

#include <glib/gi18n-lib.h>

#include "widgets/interface.h"

struct _MarathonFillBar {
  AdwBin parent_instance;

  GtkLabel *numbers;
  GtkWidget *warning;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (MarathonFillBar, marathon_fill_bar, ADW_TYPE_BIN)

/* --- In words --- */

static char *
write_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

/* "850 of 900", "850". */
static char *
write_numbers (guint64 count, guint64 capacity)
{
  g_autofree char *some = write_number (count);
  g_autofree char *all = write_number (capacity);

  /* Translators: how many there are, and how many there is room for: "850 of 900". */
  return capacity > 0 ? g_strdup_printf (_ ("%s of %s"), some, all) : g_steal_pointer (&some);
}

char *
marathon_fill_bar_describe (guint64 count, guint64 capacity)
{
  g_autofree char *numbers = write_numbers (count, capacity);
  g_autofree char *more = NULL;

  if (capacity == 0 || count <= capacity)
    return g_steal_pointer (&numbers);
  more = write_number (count - capacity);
  /* Translators: "912 of 900", then how many there is no room for. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s too many", "%s, %s too many",
                                       (gulong) (count - capacity)),
                          numbers, more);
}

/* --- The widget --- */

static void
say (MarathonFillBar *bar, guint64 count, guint64 capacity, const char *words)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (bar);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, words, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) MAX (count, capacity), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) count, -1);
}

static void
marathon_fill_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MARATHON_TYPE_FILL_BAR);
  G_OBJECT_CLASS (marathon_fill_bar_parent_class)->dispose (object);
}

static void
marathon_fill_bar_class_init (MarathonFillBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = marathon_fill_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "fillbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_template_from_resource (widget_class, MARATHON_RESOURCES "/ui/widgets/fill-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MarathonFillBar, numbers);
  gtk_widget_class_bind_template_child (widget_class, MarathonFillBar, warning);
  gtk_widget_class_bind_template_child (widget_class, MarathonFillBar, bar);
}

static void
marathon_fill_bar_init (MarathonFillBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
  marathon_fill_bar_set (bar, 0, 0);
}

void
marathon_fill_bar_set (MarathonFillBar *bar, guint64 count, guint64 capacity)
{
  gboolean is_over = capacity > 0 && count > capacity;
  g_autofree char *numbers = write_numbers (count, capacity);
  g_autofree char *words = marathon_fill_bar_describe (count, capacity);

  g_return_if_fail (MARATHON_IS_FILL_BAR (bar));

  gtk_label_set_label (bar->numbers, numbers);
  gtk_widget_set_visible (bar->warning, is_over);
  /* Only what the numbers themselves do not say. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (bar), is_over ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (bar->bar), capacity > 0);
  if (capacity > 0)
    gtk_progress_bar_set_fraction (bar->bar, MIN ((double) count / (double) capacity, 1));
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (bar), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bar), "over");
  say (bar, count, capacity, words);
}
