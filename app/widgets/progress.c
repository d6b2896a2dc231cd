/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonProgress: two numbers that a thread writes and a timer reads.
 */
#include "widgets/progress.h"

/* Shorter work ends before anybody could read what a bar says. */
#define LONG_AFTER (G_TIME_SPAN_MILLISECOND * 300)
#define TICK_MILLISECONDS 50

struct _MarathonProgress {
  GObject parent_instance;

  gint permille; /* atomic */
  GCancellable *cancellable;
  double fraction;
  gboolean is_long;
  gint64 begun;
  guint timer;
};

enum {
  PROP_FRACTION = 1,
  PROP_IS_LONG,
  PROP_CANCELLABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarathonProgress, marathon_progress, G_TYPE_OBJECT)

static gboolean
on_tick (gpointer data)
{
  MarathonProgress *progress = data;
  double fraction = g_atomic_int_get (&progress->permille) / 1000.0;

  if (progress->fraction < fraction)
    {
      progress->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (progress), properties[PROP_FRACTION]);
    }
  if (!progress->is_long && g_get_monotonic_time () - progress->begun > LONG_AFTER)
    {
      progress->is_long = TRUE;
      g_object_notify_by_pspec (G_OBJECT (progress), properties[PROP_IS_LONG]);
    }
  return G_SOURCE_CONTINUE;
}

static void
marathon_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonProgress *progress = MARATHON_PROGRESS (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, progress->fraction);
      break;
    case PROP_IS_LONG:
      g_value_set_boolean (value, progress->is_long);
      break;
    case PROP_CANCELLABLE:
      g_value_set_object (value, progress->cancellable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
marathon_progress_dispose (GObject *object)
{
  MarathonProgress *progress = MARATHON_PROGRESS (object);

  g_clear_handle_id (&progress->timer, g_source_remove);
  g_clear_object (&progress->cancellable);
  G_OBJECT_CLASS (marathon_progress_parent_class)->dispose (object);
}

static void
marathon_progress_class_init (MarathonProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_progress_get_property;
  object_class->dispose = marathon_progress_dispose;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_LONG] = g_param_spec_boolean ("is-long", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CANCELLABLE] = g_param_spec_object ("cancellable", NULL, NULL, G_TYPE_CANCELLABLE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_progress_init (MarathonProgress *progress)
{
  progress->cancellable = g_cancellable_new ();
  progress->begun = g_get_monotonic_time ();
  progress->timer = g_timeout_add (TICK_MILLISECONDS, on_tick, progress);
}

MarathonProgress *
marathon_progress_new (void)
{
  return g_object_new (MARATHON_TYPE_PROGRESS, NULL);
}

void
marathon_progress_report (guint64 done, guint64 total, gpointer progress)
{
  if (total > 0)
    g_atomic_int_set (&((MarathonProgress *) progress)->permille, (gint) ((double) MIN (done, total) / (double) total * 1000));
}

GCancellable *
marathon_progress_get_cancellable (MarathonProgress *progress)
{
  return progress->cancellable;
}

double
marathon_progress_get_fraction (MarathonProgress *progress)
{
  return progress->fraction;
}

void
marathon_progress_end (MarathonProgress *progress)
{
  g_clear_handle_id (&progress->timer, g_source_remove);
}
