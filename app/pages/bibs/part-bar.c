/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonPartBar: parts side by side.
 */
#include "pages/bibs/part-bar.h"

#include <adwaita.h>

#define HEIGHT 9
/* What there is at all can be seen. */
#define MIN_WIDTH 3

struct _MarathonPartBar {
  GtkWidget parent_instance;

  GArray *counts; /* of guint64 */
};

G_DEFINE_FINAL_TYPE (MarathonPartBar, marathon_part_bar, GTK_TYPE_WIDGET)

static guint64
get_count (MarathonPartBar *bar, guint part)
{
  return part < bar->counts->len ? g_array_index (bar->counts, guint64, part) : 0;
}

static void
marathon_part_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum
      = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : (int)MARATHON_PART_BAR (widget)->counts->len * MIN_WIDTH;
  *natural = *minimum;
}

static void
marathon_part_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MarathonPartBar *bar = MARATHON_PART_BAR (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  guint64 total = 0;
  guint n_parts = 0;
  int x = 0;

  for (guint i = 0; i < bar->counts->len; i++)
    {
      total += get_count (bar, i);
      n_parts += get_count (bar, i) > 0;
    }
  for (guint i = 0; child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      guint64 count = get_count (bar, i);
      int spare = MAX (width - (int) n_parts * MIN_WIDTH, 0);
      int part = count > 0 ? MIN_WIDTH + (int) ((double) spare * (double) count / (double) total) : 0;

      gtk_widget_set_child_visible (child, count > 0);
      gtk_widget_size_allocate (child, &(GtkAllocation) { is_mirrored ? width - x - part : x, 0, part, height }, -1);
      x += part;
    }
}

static void
marathon_part_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (marathon_part_bar_parent_class)->dispose (object);
}

static void
marathon_part_bar_finalize (GObject *object)
{
  g_array_unref (MARATHON_PART_BAR (object)->counts);
  G_OBJECT_CLASS (marathon_part_bar_parent_class)->finalize (object);
}

static void
marathon_part_bar_class_init (MarathonPartBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_part_bar_dispose;
  object_class->finalize = marathon_part_bar_finalize;
  widget_class->measure = marathon_part_bar_measure;
  widget_class->size_allocate = marathon_part_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "partbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
marathon_part_bar_init (MarathonPartBar *bar)
{
  bar->counts = g_array_new (FALSE, TRUE, sizeof (guint64));
  gtk_widget_set_overflow (GTK_WIDGET (bar), GTK_OVERFLOW_HIDDEN);
}

void
marathon_part_bar_set_parts (MarathonPartBar *bar, const char *const *classes)
{
  for (guint i = 0; classes[i] != NULL; i++)
    {
      GtkWidget *part = adw_bin_new ();

      gtk_widget_add_css_class (part, classes[i]);
      gtk_widget_set_parent (part, GTK_WIDGET (bar));
    }
}

void
marathon_part_bar_set_counts (MarathonPartBar *bar, const guint64 *counts, guint n)
{
  g_array_set_size (bar->counts, 0);
  g_array_append_vals (bar->counts, counts, n);
  gtk_widget_queue_allocate (GTK_WIDGET (bar));
}
