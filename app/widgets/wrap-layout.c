/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWrapLayout: breaking lines.
 */
#include "widgets/wrap-layout.h"

struct _MarathonWrapLayout {
  GtkLayoutManager parent_instance;

  guint spacing;
};

enum {
  PROP_SPACING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonWrapLayout, marathon_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children of a line, from `first` on. */
typedef struct {
  GtkWidget *first;
  guint n;
  int width; /* natural, with the gaps */
  guint n_expanding;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The width that the child wants, or what there is. */
static int
get_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

/* Takes as many children from @child on as fit into @available, at least one; returns the first that does not. */
static GtkWidget *
take_line (MarathonWrapLayout *layout, GtkWidget *child, int available, Line *line)
{
  *line = (Line) { .first = child };
  for (; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available) + (line->n > 0 ? (int) layout->spacing : 0);

      if (line->n > 0 && line->width + width > available)
        break;
      line->n++;
      line->width += width;
      line->n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  return child;
}

/* The room that one expanding child gets more than it wants: the first ones get what cannot be divided. */
static int
take_share (int *left, guint *n_expanding, GtkWidget *child)
{
  int share;

  if (*n_expanding == 0 || !gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return 0;
  share = (*left + (int) *n_expanding - 1) / (int) *n_expanding;
  *left -= share;
  *n_expanding -= 1;
  return share;
}

static int
get_line_height (const Line *line, int available, gboolean want_natural)
{
  GtkWidget *child = line->first;
  int left = MAX (0, available - line->width);
  guint n_expanding = line->n_expanding;
  int height = 0;

  for (guint i = 0; i < line->n; i++, child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available) + take_share (&left, &n_expanding, child);
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
      height = MAX (height, want_natural ? natural : minimum);
    }
  return height;
}

static int
get_height (MarathonWrapLayout *layout, GtkWidget *widget, int available, gboolean want_natural)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int height = 0;
  Line line;

  while (child != NULL)
    {
      height += height > 0 ? (int) layout->spacing : 0;
      child = take_line (layout, child, available, &line);
      height += get_line_height (&line, available, want_natural);
    }
  return height;
}

static GtkSizeRequestMode
marathon_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (MarathonWrapLayout *layout, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? (int) layout->spacing : 0);
    }
}

static void
marathon_wrap_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  MarathonWrapLayout *layout = MARATHON_WRAP_LAYOUT (manager);
  int width;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (layout, widget, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (layout, widget, &width, &for_size);
  *minimum = get_height (layout, widget, for_size, FALSE);
  *natural = get_height (layout, widget, for_size, TRUE);
}

static void
allocate_line (MarathonWrapLayout *layout, const Line *line, int available, int y, int height, gboolean mirrored)
{
  GtkWidget *child = line->first;
  int left = MAX (0, available - line->width);
  guint n_expanding = line->n_expanding;
  int x = 0;

  for (guint i = 0; i < line->n; i++, child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available) + take_share (&left, &n_expanding, child);
      gboolean is_at_end = i + 1 == line->n && gtk_widget_get_halign (child) == GTK_ALIGN_END;
      int start = is_at_end ? MAX (x, available - width) : x;
      GtkAllocation place = { mirrored ? available - start - width : start, y, width, height };

      gtk_widget_size_allocate (child, &place, -1);
      x += width + (int) layout->spacing;
    }
}

static void
marathon_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  MarathonWrapLayout *layout = MARATHON_WRAP_LAYOUT (manager);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (child != NULL)
    {
      Line line;
      int line_height;

      child = take_line (layout, child, width, &line);
      line_height = get_line_height (&line, width, TRUE);
      allocate_line (layout, &line, width, y, line_height, mirrored);
      y += line_height + (int) layout->spacing;
    }
}

static void
marathon_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SPACING:
      g_value_set_uint (value, MARATHON_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SPACING:
      MARATHON_WRAP_LAYOUT (object)->spacing = g_value_get_uint (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_wrap_layout_class_init (MarathonWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = marathon_wrap_layout_get_property;
  object_class->set_property = marathon_wrap_layout_set_property;
  layout_class->get_request_mode = marathon_wrap_layout_get_request_mode;
  layout_class->measure = marathon_wrap_layout_measure;
  layout_class->allocate = marathon_wrap_layout_allocate;
  properties[PROP_SPACING]
    = g_param_spec_uint ("spacing", NULL, NULL, 0, 100, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_wrap_layout_init (MarathonWrapLayout *layout)
{
}
