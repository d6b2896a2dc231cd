/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWaveTimeline: which marks there are, and where they go.
 */
#include "pages/waves/wave-timeline.h"

#include <glib/gi18n-lib.h>

#include "model/start.h"
#include "pages/waves/timeline-layout.h"
#include "pages/waves/wave-mark.h"

/* Pixels. */
#define LANE_GAP 6
#define LEVEL_GAP 2
#define AXIS_GAP 4
#define LABEL_GAP 9
#define LABEL_MAX 96
#define MARK_MAX 132

struct _MarathonWaveTimeline {
  GtkWidget parent_instance;

  GArray *marks;      /* of MarathonTimelineMark, by lane and time */
  GPtrArray *buttons; /* of MarathonWaveMark, for each mark */
  GPtrArray *lanes;   /* of GtkLabel: the names of starts */
  GArray *times;      /* of int: the distinct times, ascending */
  GPtrArray *ticks;   /* of GtkLabel, for each of the times */
  GPtrArray *lines;   /* of GtkSeparator, likewise */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MarathonWaveTimeline, marathon_wave_timeline, GTK_TYPE_WIDGET)

/* --- What there is --- */

typedef struct {
  MarathonWave *wave;
  guint lane;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  return left->wave->time < right->wave->time ? -1 : left->wave->time > right->wave->time;
}

static GtkWidget *
add_label (MarathonWaveTimeline *timeline, GPtrArray *labels, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (timeline));
  g_ptr_array_add (labels, label);
  return label;
}

/* The waves of a start that have a time; a lane where there are any. */
static void
add_lane (MarathonWaveTimeline *timeline, MarathonEvent *event, guint32 start, const char *name, GArray *placed)
{
  MarathonRecordList *waves = marathon_event_get_list (event, MARATHON_LIST_WAVES);
  guint n = placed->len;

  for (guint i = 0; i < marathon_record_list_get_size (waves); i++)
    {
      Placed one = { marathon_record_list_get (waves, i), timeline->lanes->len };

      if (one.wave->start == start && one.wave->time != MARATHON_CLOCK_NONE)
        g_array_append_val (placed, one);
    }
  if (placed->len > n)
    add_label (timeline, timeline->lanes, name, "heading");
}

static GArray *
place_waves (MarathonWaveTimeline *timeline, MarathonEvent *event)
{
  MarathonRecordList *starts = marathon_event_get_list (event, MARATHON_LIST_STARTS);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < marathon_record_list_get_size (starts); i++)
    {
      MarathonRecord *start = marathon_record_list_get (starts, i);

      add_lane (timeline, event, marathon_record_get_handle (start), marathon_record_get_name (start), placed);
    }
  add_lane (timeline, event, 0, marathon_record_list_get_size (starts) > 0 ? _ ("No start") : "", placed);
  g_array_sort (placed, compare_placed);
  return placed;
}

static void
on_clicked (MarathonWaveTimeline *timeline, MarathonWaveMark *mark)
{
  g_signal_emit (timeline, chosen_signal, 0, marathon_wave_mark_get_wave (mark));
}

static void
add_mark (MarathonWaveTimeline *timeline, MarathonEvent *event, MarathonFillsWatch *fills, const Placed *placed)
{
  MarathonFill fill = marathon_fills_watch_get (fills, MARATHON_LIST_WAVES,
                                                marathon_record_get_handle (MARATHON_RECORD (placed->wave)));
  MarathonTimelineMark mark = { .time = placed->wave->time, .lane = placed->lane };
  GtkWidget *button = marathon_wave_mark_new (event, placed->wave, fill);

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), timeline, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (timeline));
  g_array_append_val (timeline->marks, mark);
  g_ptr_array_add (timeline->buttons, button);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_times (MarathonWaveTimeline *timeline)
{
  guint n = 0;

  for (guint i = 0; i < timeline->marks->len; i++)
    g_array_append_val (timeline->times, g_array_index (timeline->marks, MarathonTimelineMark, i).time);
  g_array_sort (timeline->times, compare_times);
  for (guint i = 0; i < timeline->times->len; i++)
    if (i == 0 || g_array_index (timeline->times, int, i) != g_array_index (timeline->times, int, n - 1))
      g_array_index (timeline->times, int, n++) = g_array_index (timeline->times, int, i);
  g_array_set_size (timeline->times, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = marathon_clock_format (g_array_index (timeline->times, int, i));
      GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

      gtk_widget_insert_after (line, GTK_WIDGET (timeline), NULL); /* behind the marks */
      g_ptr_array_add (timeline->lines, line);
      gtk_widget_add_css_class (add_label (timeline, timeline->ticks, text, "dim-label"), "numeric");
    }
}

static void
clear (MarathonWaveTimeline *timeline)
{
  GPtrArray *all[] = { timeline->buttons, timeline->lanes, timeline->ticks, timeline->lines };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      for (guint j = 0; j < all[i]->len; j++)
        gtk_widget_unparent (all[i]->pdata[j]);
      g_ptr_array_set_size (all[i], 0);
    }
  g_array_set_size (timeline->marks, 0);
  g_array_set_size (timeline->times, 0);
}

/* --- Where it goes --- */

static int
measure_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

typedef struct {
  int axis;   /* height of the line of times */
  int level;  /* height of a mark */
  int labels; /* width of the names of lanes */
  int marks;  /* width of the widest mark */
} Sizes;

static Sizes
measure_parts (MarathonWaveTimeline *timeline)
{
  Sizes sizes = { 0 };

  for (guint i = 0; i < timeline->buttons->len; i++)
    {
      int width = MIN (measure_width (timeline->buttons->pdata[i]), MARK_MAX);

      g_array_index (timeline->marks, MarathonTimelineMark, i).width = width;
      sizes.marks = MAX (sizes.marks, width);
      sizes.level = MAX (sizes.level, measure_height (timeline->buttons->pdata[i]) + LEVEL_GAP);
    }
  for (guint i = 0; i < timeline->lanes->len; i++)
    sizes.labels = MAX (sizes.labels, MIN (measure_width (timeline->lanes->pdata[i]), LABEL_MAX));
  if (sizes.labels > 0)
    sizes.labels += LABEL_GAP;
  if (timeline->ticks->len > 0)
    sizes.axis = measure_height (timeline->ticks->pdata[0]) + AXIS_GAP;
  return sizes;
}

/* Lays out the marks; returns the axis, and sets how many levels each lane has. */
static MarathonTimelineAxis
lay_out (MarathonWaveTimeline *timeline, const Sizes *sizes, int width, guint *levels)
{
  return marathon_timeline_layout ((MarathonTimelineMark *) (gpointer) timeline->marks->data, timeline->marks->len,
                                   width - sizes->labels, levels, timeline->lanes->len);
}

static void
marathon_wave_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                int *minimum_baseline, int *natural_baseline)
{
  MarathonWaveTimeline *timeline = MARATHON_WAVE_TIMELINE (widget);
  Sizes sizes = measure_parts (timeline);
  g_autofree guint *levels = g_new0 (guint, timeline->lanes->len + 1);
  guint n_levels = 0;

  *minimum = *natural = sizes.labels + sizes.marks;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  lay_out (timeline, &sizes, MAX (for_size, *minimum), levels);
  for (guint i = 0; i < timeline->lanes->len; i++)
    n_levels += levels[i];
  *minimum = *natural = sizes.axis + (int) n_levels * sizes.level + (int) timeline->lanes->len * LANE_GAP;
}

/* @x counts from the side where lines begin. */
static void
allocate (MarathonWaveTimeline *timeline, GtkWidget *child, int x, int y, int width, int height)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (timeline)) == GTK_TEXT_DIR_RTL;

  if (is_mirrored)
    x = gtk_widget_get_width (GTK_WIDGET (timeline)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* Times that would run into the one before are left out; their lines are not. */
static void
allocate_axis (MarathonWaveTimeline *timeline, const Sizes *sizes, const MarathonTimelineAxis *axis, int width,
               int height)
{
  int end = 0;

  for (guint i = 0; i < timeline->ticks->len; i++)
    {
      GtkWidget *tick = timeline->ticks->pdata[i], *line = timeline->lines->pdata[i];
      int x = sizes->labels + marathon_timeline_axis_find (axis, g_array_index (timeline->times, int, i));
      int tick_width = measure_width (tick);
      gboolean has_room = x >= end && x + tick_width <= width;

      gtk_widget_set_child_visible (tick, has_room);
      allocate (timeline, line, x, sizes->axis - AXIS_GAP, measure_width (line), height - sizes->axis + AXIS_GAP);
      allocate (timeline, tick, x, 0, tick_width, sizes->axis - AXIS_GAP);
      if (has_room)
        end = x + tick_width + LABEL_GAP;
    }
}

static void
marathon_wave_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MarathonWaveTimeline *timeline = MARATHON_WAVE_TIMELINE (widget);
  Sizes sizes = measure_parts (timeline);
  g_autofree guint *levels = g_new0 (guint, timeline->lanes->len + 1);
  g_autofree int *tops = g_new0 (int, timeline->lanes->len + 1);
  MarathonTimelineAxis axis = lay_out (timeline, &sizes, width, levels);
  int y = sizes.axis;

  allocate_axis (timeline, &sizes, &axis, width, height);
  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      tops[i] = y;
      allocate (timeline, timeline->lanes->pdata[i], 0, y, MAX (sizes.labels - LABEL_GAP, 0), sizes.level - LEVEL_GAP);
      y += (int) levels[i] * sizes.level + LANE_GAP;
    }
  for (guint i = 0; i < timeline->marks->len; i++)
    {
      const MarathonTimelineMark *mark = &g_array_index (timeline->marks, MarathonTimelineMark, i);

      allocate (timeline, timeline->buttons->pdata[i], sizes.labels + mark->x,
                tops[mark->lane] + (int)mark->level * sizes.level, mark->width, sizes.level - LEVEL_GAP);
    }
}

static GtkSizeRequestMode
marathon_wave_timeline_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- The class --- */

static void
marathon_wave_timeline_dispose (GObject *object)
{
  clear (MARATHON_WAVE_TIMELINE (object));
  G_OBJECT_CLASS (marathon_wave_timeline_parent_class)->dispose (object);
}

static void
marathon_wave_timeline_finalize (GObject *object)
{
  MarathonWaveTimeline *timeline = MARATHON_WAVE_TIMELINE (object);

  g_array_unref (timeline->marks);
  g_array_unref (timeline->times);
  g_ptr_array_unref (timeline->buttons);
  g_ptr_array_unref (timeline->lanes);
  g_ptr_array_unref (timeline->ticks);
  g_ptr_array_unref (timeline->lines);
  G_OBJECT_CLASS (marathon_wave_timeline_parent_class)->finalize (object);
}

static void
marathon_wave_timeline_class_init (MarathonWaveTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = marathon_wave_timeline_dispose;
  object_class->finalize = marathon_wave_timeline_finalize;
  widget_class->measure = marathon_wave_timeline_measure;
  widget_class->size_allocate = marathon_wave_timeline_size_allocate;
  widget_class->get_request_mode = marathon_wave_timeline_get_request_mode;
  chosen_signal = g_signal_new ("chosen", MARATHON_TYPE_WAVE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, MARATHON_TYPE_RECORD);
  gtk_widget_class_set_css_name (widget_class, "wavetimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
marathon_wave_timeline_init (MarathonWaveTimeline *timeline)
{
  timeline->marks = g_array_new (FALSE, FALSE, sizeof (MarathonTimelineMark));
  timeline->times = g_array_new (FALSE, FALSE, sizeof (int));
  timeline->buttons = g_ptr_array_new ();
  timeline->lanes = g_ptr_array_new ();
  timeline->ticks = g_ptr_array_new ();
  timeline->lines = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (timeline), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (timeline), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("When the waves start"),
                                  -1);
}

static void
describe (MarathonWaveTimeline *timeline)
{
  g_autofree char *first = NULL, *last = NULL, *text = NULL;

  if (timeline->times->len == 0)
    return;
  first = marathon_clock_format (g_array_index (timeline->times, int, 0));
  last = marathon_clock_format (g_array_index (timeline->times, int, timeline->times->len - 1));
  /* Translators: how many waves there are, and the times of the first and the last. */
  text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u wave, %s to %s", "%u waves, %s to %s", timeline->marks->len),
                         timeline->marks->len, first, last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (timeline), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
marathon_wave_timeline_show (MarathonWaveTimeline *timeline, MarathonEvent *event, MarathonFillsWatch *fills)
{
  g_autoptr (GArray) placed = NULL;

  g_return_if_fail (MARATHON_IS_WAVE_TIMELINE (timeline));

  clear (timeline);
  if (event != NULL)
    {
      placed = place_waves (timeline, event);
      for (guint i = 0; i < placed->len; i++)
        add_mark (timeline, event, fills, &g_array_index (placed, Placed, i));
      add_times (timeline);
    }
  describe (timeline);
  gtk_widget_set_visible (GTK_WIDGET (timeline), timeline->marks->len > 0);
}

void
marathon_wave_timeline_select (MarathonWaveTimeline *timeline, MarathonRecord *record)
{
  for (guint i = 0; i < timeline->buttons->len; i++)
    {
      GtkWidget *button = timeline->buttons->pdata[i];

      if (MARATHON_RECORD (marathon_wave_mark_get_wave (MARATHON_WAVE_MARK (button))) == record)
        gtk_widget_add_css_class (button, "selected");
      else
        gtk_widget_remove_css_class (button, "selected");
    }
}
