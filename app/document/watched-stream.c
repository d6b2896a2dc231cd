/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonWatchedStream.
 */
#include "document/watched-stream.h"

struct _MarathonWatchedStream {
  GFilterInputStream parent_instance;

  MarathonWatchFunc watch;
  gpointer user_data;
  guint64 n_read;
};

G_DEFINE_FINAL_TYPE (MarathonWatchedStream, marathon_watched_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
marathon_watched_stream_read (GInputStream *stream,
                              void         *buffer,
                              gsize         length,
                              GCancellable *cancellable,
                              GError      **error)
{
  MarathonWatchedStream *watched = MARATHON_WATCHED_STREAM (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gssize n = g_input_stream_read (base, buffer, length, cancellable, error);

  if (n > 0)
    {
      watched->n_read += (guint64) n;
      watched->watch (watched->n_read, watched->user_data);
    }
  return n;
}

static void
marathon_watched_stream_class_init (MarathonWatchedStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = marathon_watched_stream_read;
}

static void
marathon_watched_stream_init (MarathonWatchedStream *watched)
{
}

GInputStream *
marathon_watched_stream_new (GInputStream *base, MarathonWatchFunc watch, gpointer user_data)
{
  MarathonWatchedStream *watched = g_object_new (MARATHON_TYPE_WATCHED_STREAM, "base-stream", base, NULL);

  watched->watch = watch;
  watched->user_data = user_data;
  return G_INPUT_STREAM (watched);
}
