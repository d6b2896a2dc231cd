/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCheckedStream.
 */
#include "document/checked-stream.h"

#include <glib/gi18n-lib.h>

struct _MarathonCheckedStream {
  GFilterInputStream parent_instance;

  MarathonFileIdentity expected;
  MarathonFileHash *hash; /* NULL: the end was read */
  guint64 n_read;
  gboolean is_good;
};

G_DEFINE_FINAL_TYPE (MarathonCheckedStream, marathon_checked_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it does not hold what was written"));
  return -1;
}

/* At the end, once. */
static gboolean
check_all (MarathonCheckedStream *checked)
{
  MarathonFileIdentity found = { .is_set = TRUE, .size = checked->n_read };

  if (checked->hash != NULL)
    {
      marathon_file_hash_finish (g_steal_pointer (&checked->hash), found.hash);
      checked->is_good = marathon_file_identity_is_equal (&found, &checked->expected);
    }
  return checked->is_good;
}

static gssize
marathon_checked_stream_read (GInputStream *stream, void *buffer, gsize length, GCancellable *cancellable,
                              GError **error)
{
  MarathonCheckedStream *checked = MARATHON_CHECKED_STREAM (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gssize n = g_input_stream_read (base, buffer, length, cancellable, error);

  if (n < 0)
    return n;
  if (n == 0)
    return check_all (checked) ? 0 : refuse (error);
  checked->n_read += (guint64) n;
  if (checked->n_read > checked->expected.size || checked->hash == NULL)
    return refuse (error);
  marathon_file_hash_update (checked->hash, buffer, (gsize) n);
  return n;
}

static void
marathon_checked_stream_finalize (GObject *object)
{
  check_all (MARATHON_CHECKED_STREAM (object));
  G_OBJECT_CLASS (marathon_checked_stream_parent_class)->finalize (object);
}

static void
marathon_checked_stream_class_init (MarathonCheckedStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marathon_checked_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = marathon_checked_stream_read;
}

static void
marathon_checked_stream_init (MarathonCheckedStream *checked)
{
  checked->hash = marathon_file_hash_new ();
}

GInputStream *
marathon_checked_stream_new (GInputStream *base, const MarathonFileIdentity *expected)
{
  MarathonCheckedStream *checked = g_object_new (MARATHON_TYPE_CHECKED_STREAM, "base-stream", base, NULL);

  checked->expected = *expected;
  return G_INPUT_STREAM (checked);
}

gboolean
marathon_checked_stream_is_good (MarathonCheckedStream *checked)
{
  return checked->is_good;
}
