/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFillsWatch: follows the history of a document; counts when asked.
 */
#include "document/fills-watch.h"

struct _MarathonFillsWatch {
  GObject parent_instance;

  MarathonDocument *document;
  MarathonFills *fills; /* as of `counted`; NULL before the first count */
  guint64 counted;      /* state of the history */
  guint idle;           /* until "changed" is told */
};

G_DEFINE_FINAL_TYPE (MarathonFillsWatch, marathon_fills_watch, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* On documents: the watch of it, not owned. */
#define WATCH_KEY "marathon-fills-watch"

static guint64
get_state (MarathonFillsWatch *watch)
{
  return marathon_history_get_state (marathon_document_get_history (watch->document));
}

static gboolean
is_old (MarathonFillsWatch *watch)
{
  return watch->fills == NULL || watch->counted != get_state (watch);
}

static void
on_idle (gpointer user_data)
{
  MarathonFillsWatch *watch = user_data;

  watch->idle = 0;
  g_signal_emit (watch, signals[CHANGED], 0);
}

/* Nobody is told twice of numbers for which nobody has asked in between. */
static void
on_state (MarathonFillsWatch *watch)
{
  if (watch->fills != NULL && watch->idle == 0)
    {
      g_clear_pointer (&watch->fills, marathon_fills_free);
      watch->idle = g_idle_add_once (on_idle, watch);
    }
}

static void
marathon_fills_watch_dispose (GObject *object)
{
  MarathonFillsWatch *watch = MARATHON_FILLS_WATCH (object);

  g_clear_handle_id (&watch->idle, g_source_remove);
  if (watch->document != NULL)
    g_object_set_data (G_OBJECT (watch->document), WATCH_KEY, NULL);
  g_clear_object (&watch->document);
  G_OBJECT_CLASS (marathon_fills_watch_parent_class)->dispose (object);
}

static void
marathon_fills_watch_finalize (GObject *object)
{
  g_clear_pointer (&MARATHON_FILLS_WATCH (object)->fills, marathon_fills_free);
  G_OBJECT_CLASS (marathon_fills_watch_parent_class)->finalize (object);
}

static void
marathon_fills_watch_class_init (MarathonFillsWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = marathon_fills_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = marathon_fills_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", MARATHON_TYPE_FILLS_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
marathon_fills_watch_init (MarathonFillsWatch *watch)
{
}

MarathonFillsWatch *
marathon_fills_watch_get_for (MarathonDocument *document)
{
  MarathonFillsWatch *watch = g_object_get_data (G_OBJECT (document), WATCH_KEY);

  if (watch != NULL)
    return g_object_ref (watch);
  watch = g_object_new (MARATHON_TYPE_FILLS_WATCH, NULL);
  watch->document = g_object_ref (document);
  g_object_set_data (G_OBJECT (document), WATCH_KEY, watch);
  g_signal_connect_object (marathon_document_get_history (document), "notify::state", G_CALLBACK (on_state), watch,
                           G_CONNECT_SWAPPED);
  return watch;
}

MarathonFill
marathon_fills_watch_get (MarathonFillsWatch *watch, MarathonListId list, guint32 handle)
{
  if (is_old (watch))
    {
      g_clear_pointer (&watch->fills, marathon_fills_free);
      watch->fills = marathon_fills_new (marathon_document_get_event (watch->document));
      watch->counted = get_state (watch);
    }
  return marathon_fills_get (watch->fills, list, handle);
}
