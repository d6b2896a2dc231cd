/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonFileWatch: looks at a document's file in a thread, one look at a time, each some moments after what gave rise
 * to it.
 *
 * A look compares what the file holds with what the document knows of it before and after: where that has changed
 * meanwhile, or a save is on its way, the look says nothing and there is another one.
 */
#include "document/file-watch.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/document-private.h"

/* Programs replace files in several steps, and write them in many: one look for all of them. */
#define SETTLE_MS 150

/* Two changes of a file within a tick of its file system's clock have one time: of such a file no time proves anything.
 * FAT has the longest ticks. */
#define TICK_SECONDS 2

/* How the file looked from outside when it was read. */
typedef struct {
  gboolean is_set;
  struct stat status;
  MarathonFileIdentity identity;
} Glance;

typedef enum {
  SIGHT_READ,    /* "glance" holds what is in it */
  SIGHT_NO_FILE, /* something else is at its name */
  SIGHT_GONE,
  SIGHT_UNKNOWN, /* it could not be read */
} Sight;

/* One look, with all that its thread needs. */
typedef struct {
  GWeakRef watch;
  char *path;
  MarathonFileIdentity expected; /* when the look began */
  Glance glance;                 /* the last one before, then of this look */
  Sight sight;
  char *real; /* of @path */
} Look;

struct _MarathonFileWatch {
  GObject parent_instance;

  GWeakRef document;
  MarathonFileWatchState state;
  GFileMonitor *monitors[2]; /* of the file by its name, and where a link leads */
  char *real;                /* NULL: not known yet */
  Glance glance;
  guint timeout;
  GCancellable *looking; /* (nullable): of the look that is under way */
  gboolean look_again;   /* when that has ended */
};

G_DEFINE_FINAL_TYPE (MarathonFileWatch, marathon_file_watch, G_TYPE_OBJECT)

enum { PROP_0, PROP_STATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void schedule (MarathonFileWatch *self, guint delay);

/* --- In the thread --- */

static void
look_free (gpointer data)
{
  Look *look = data;

  g_weak_ref_clear (&look->watch);
  g_free (look->path);
  g_free (look->real);
  g_free (look);
}

static gboolean
is_same_instant (const struct timespec *a, const struct timespec *b)
{
  return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

static gboolean
is_unchanged (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size
         && is_same_instant (&a->st_mtim, &b->st_mtim) && is_same_instant (&a->st_ctim, &b->st_ctim);
}

/* Whether a later change of the file must have given it another time. */
static gboolean
is_settled (const struct stat *status, gint64 now)
{
  return status->st_ctim.tv_sec + TICK_SECONDS < now && status->st_mtim.tv_sec + TICK_SECONDS < now;
}

/* Reads the file only where it may have changed since the last glance. */
static Sight
read_glance (Glance *glance, int fd, GCancellable *cancellable)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat status;

  if (fstat (fd, &status) < 0)
    return SIGHT_UNKNOWN;
  if (!S_ISREG (status.st_mode))
    return SIGHT_NO_FILE;
  if (glance->is_set && is_unchanged (&status, &glance->status))
    return SIGHT_READ;
  if (!marathon_file_identity_read (&glance->identity, fd, cancellable))
    return SIGHT_UNKNOWN;
  glance->status = status;
  glance->is_set = is_settled (&status, now);
  return SIGHT_READ;
}

static Sight
take_sight (Look *look, GCancellable *cancellable)
{
  Sight sight;
  int fd;

  do
    fd = open (look->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  while (fd < 0 && errno == EINTR);
  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
    return SIGHT_GONE;
  if (fd < 0)
    return errno == ELOOP || errno == ENXIO ? SIGHT_NO_FILE : SIGHT_UNKNOWN;
  sight = read_glance (&look->glance, fd, cancellable);
  close (fd);
  return sight;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;

  look->real = marathon_file_find_real (look->path);
  look->sight = take_sight (look, cancellable);
  g_task_return_boolean (task, TRUE);
}

/* --- What was seen --- */

static void
set_state (MarathonFileWatch *self, MarathonFileWatchState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
on_file_event (MarathonFileWatch *self)
{
  schedule (self, SETTLE_MS);
}

static void
clear_monitor (GFileMonitor **monitor)
{
  if (*monitor != NULL)
    g_file_monitor_cancel (*monitor);
  g_clear_object (monitor);
}

/* Where the place cannot be watched, there is only looking. */
static void
set_monitor (MarathonFileWatch *self, guint index, const char *path)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  clear_monitor (&self->monitors[index]);
  if (file != NULL)
    self->monitors[index] = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitors[index] == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitors[index], SETTLE_MS);
  g_signal_connect_object (self->monitors[index], "changed", G_CALLBACK (on_file_event), self, G_CONNECT_SWAPPED);
}

/* A link may lead to another file by now, whose changes its own folder does not tell. */
static void
follow_link (MarathonFileWatch *self, const Look *look)
{
  if (g_strcmp0 (look->real, self->real) == 0)
    return;
  g_free (self->real);
  self->real = g_strdup (look->real);
  set_monitor (self, 1, g_strcmp0 (look->real, look->path) != 0 ? look->real : NULL);
}

static void
take_in (MarathonFileWatch *self, MarathonDocument *document, const Look *look)
{
  self->glance = look->glance;
  follow_link (self, look);
  switch (look->sight)
    {
    case SIGHT_READ:
      set_state (self, marathon_file_identity_is_equal (&look->glance.identity, &document->identity)
                         ? MARATHON_FILE_WATCH_SAME
                         : MARATHON_FILE_WATCH_CHANGED);
      break;
    case SIGHT_NO_FILE:
      set_state (self, MARATHON_FILE_WATCH_CHANGED);
      break;
    case SIGHT_GONE:
      set_state (self, MARATHON_FILE_WATCH_GONE);
      break;
    case SIGHT_UNKNOWN:
    default:
      break; /* nothing is known of it, so nothing new */
    }
}

/* Whether the document's own work on the file came between. */
static gboolean
is_outdated (MarathonDocument *document, const Look *look)
{
  if (g_strcmp0 (document->path, look->path) != 0)
    return TRUE;
  return document->running != NULL || document->is_removing || !marathon_file_identity_is_equal (&look->expected, &document->identity);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (MarathonFileWatch) self = g_weak_ref_get (&look->watch);
  g_autoptr (MarathonDocument) document = NULL;
  gboolean again;

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  g_clear_object (&self->looking);
  again = self->look_again;
  self->look_again = FALSE;
  document = g_weak_ref_get (&self->document);
  if (document == NULL)
    return;
  if (is_outdated (document, look))
    again = TRUE;
  else
    take_in (self, document, look);
  if (again)
    schedule (self, SETTLE_MS);
}

/* --- Looking --- */

static void
start_look (MarathonFileWatch *self, MarathonDocument *document)
{
  g_autoptr (GTask) task = NULL;
  Look *look = g_new0 (Look, 1);

  g_weak_ref_init (&look->watch, self);
  look->path = g_strdup (document->path);
  look->expected = document->identity;
  look->glance = self->glance;
  self->looking = g_cancellable_new ();
  task = g_task_new (NULL, self->looking, on_looked, NULL);
  g_task_set_source_tag (task, start_look);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static gboolean
on_time (gpointer user_data)
{
  MarathonFileWatch *self = user_data;
  g_autoptr (MarathonDocument) document = g_weak_ref_get (&self->document);

  self->timeout = 0;
  if (document == NULL || document->path == NULL || !document->identity.is_set)
    return G_SOURCE_REMOVE;
  if (document->running != NULL || document->is_removing)
    schedule (self, SETTLE_MS); /* it is our own save that changes the file now */
  else if (self->looking != NULL)
    self->look_again = TRUE;
  else
    start_look (self, document);
  return G_SOURCE_REMOVE;
}

/* What is asked for later comes with what was asked for first. */
static void
schedule (MarathonFileWatch *self, guint delay)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (delay, on_time, self);
}

/* The document has another file: nothing is known of it. */
static void
on_path (MarathonFileWatch *self)
{
  g_autoptr (MarathonDocument) document = g_weak_ref_get (&self->document);

  if (document == NULL)
    return;
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->real, g_free);
  self->look_again = FALSE;
  self->glance.is_set = FALSE;
  clear_monitor (&self->monitors[1]);
  set_monitor (self, 0, document->path);
  set_state (self, MARATHON_FILE_WATCH_SAME);
  schedule (self, 0);
}

/* --- The object --- */

static void
marathon_file_watch_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MarathonFileWatch *self = MARATHON_FILE_WATCH (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
marathon_file_watch_dispose (GObject *object)
{
  MarathonFileWatch *self = MARATHON_FILE_WATCH (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->timeout, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    clear_monitor (&self->monitors[i]);
  G_OBJECT_CLASS (marathon_file_watch_parent_class)->dispose (object);
}

static void
marathon_file_watch_finalize (GObject *object)
{
  MarathonFileWatch *self = MARATHON_FILE_WATCH (object);

  g_weak_ref_clear (&self->document);
  g_free (self->real);
  G_OBJECT_CLASS (marathon_file_watch_parent_class)->finalize (object);
}

static void
marathon_file_watch_class_init (MarathonFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_file_watch_get_property;
  object_class->dispose = marathon_file_watch_dispose;
  object_class->finalize = marathon_file_watch_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, MARATHON_FILE_WATCH_SAME, MARATHON_FILE_WATCH_GONE,
                                             MARATHON_FILE_WATCH_SAME,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_file_watch_init (MarathonFileWatch *self)
{
  g_weak_ref_init (&self->document, NULL);
}

MarathonFileWatch *
marathon_file_watch_new (MarathonDocument *document)
{
  MarathonFileWatch *self = g_object_new (MARATHON_TYPE_FILE_WATCH, NULL);

  g_weak_ref_set (&self->document, document);
  g_signal_connect_object (document, "notify::path", G_CALLBACK (on_path), self, G_CONNECT_SWAPPED);
  on_path (self);
  return self;
}

MarathonFileWatchState
marathon_file_watch_get_state (MarathonFileWatch *self)
{
  return self->state;
}

void
marathon_file_watch_look (MarathonFileWatch *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  schedule (self, 0);
}
