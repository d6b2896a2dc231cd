/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListPages, and what they are asked for by.
 */
#include "printing/list-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/file-name.h"
#include "model/record-name.h"
#include "model/wave.h"
#include "printing/print-time.h"

/* Bytes of an event's title, and of the name of a category or wave, in the name of a file: which list it is must not be
 * what is cut off. */
#define MAX_TITLE_IN_NAME 100
#define MAX_PART_IN_NAME 36

struct _MarathonListPages {
  gatomicrefcount ref_count;
  MarathonListRequest *request;
  MarathonReport *report;
  MarathonPageLayout *layout;
  gint64 time;
};

G_DEFINE_BOXED_TYPE (MarathonListPages, marathon_list_pages, marathon_list_pages_ref, marathon_list_pages_unref)

/* --- Requests --- */

MarathonListRequest *
marathon_list_request_copy (const MarathonListRequest *request)
{
  MarathonListRequest *copy = g_memdup2 (request, sizeof *request);

  copy->category = g_strdup (request->category);
  copy->wave = g_strdup (request->wave);
  return copy;
}

void
marathon_list_request_free (MarathonListRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->category);
  g_free (request->wave);
  g_free (request);
}

static gboolean
is_same_paper (const MarathonPaper *a, const MarathonPaper *b)
{
  return a->width == b->width && a->height == b->height && a->margin_top == b->margin_top
         && a->margin_bottom == b->margin_bottom && a->margin_side == b->margin_side;
}

gboolean
marathon_list_request_equal (const MarathonListRequest *a, const MarathonListRequest *b)
{
  return a->info == b->info && a->audience == b->audience && a->may_turn == b->may_turn
         && g_strcmp0 (a->category, b->category) == 0 && g_strcmp0 (a->wave, b->wave) == 0
         && is_same_paper (&a->paper, &b->paper);
}

static char *
join_titles (const char *first, const char *second)
{
  return g_strjoin (*first != '\0' && *second != '\0' ? " – " : "", first, second, NULL);
}

/* Cuts the end of @text off, between characters, where it has more bytes than that. */
static void
shorten (char *text, gsize most)
{
  if (strlen (text) > most)
    *g_utf8_find_prev_char (text, text + most + 1) = '\0';
}

/* What a category or wave is called; "" where the list is of all. */
static char *
name_part (MarathonEvent *event, MarathonListId list, const char *key)
{
  MarathonRecord *record = key != NULL ? marathon_record_list_find (marathon_event_get_list (event, list), key) : NULL;
  char *name;

  if (record == NULL)
    return g_strdup ("");
  name = marathon_record_get_full_name (event, record);
  shorten (name, MAX_PART_IN_NAME);
  return name;
}

char *
marathon_list_suggest_file_name (MarathonEvent *event, const MarathonListRequest *request, const char *ending)
{
  g_autofree char *title = g_strdup (marathon_event_get_info (event)->title);
  g_autofree char *category = name_part (event, MARATHON_LIST_CATEGORIES, request->category);
  g_autofree char *wave = name_part (event, MARATHON_LIST_WAVES, request->wave);
  g_autofree char *list = join_titles (_ (request->info->title), category);
  g_autofree char *part = join_titles (list, wave);
  g_autofree char *name = NULL;

  shorten (title, MAX_TITLE_IN_NAME);
  name = join_titles (title, part);
  return marathon_file_name_make (name, _ (request->info->title), ending);
}

char *
marathon_list_describe (MarathonEvent *event, const MarathonListInfo *info)
{
  return join_titles (_ (info->title), marathon_event_get_info (event)->title);
}

/* --- Pages --- */

MarathonListPages *
marathon_list_pages_ref (MarathonListPages *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
marathon_list_pages_unref (MarathonListPages *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  marathon_list_request_free (self->request);
  g_clear_pointer (&self->layout, marathon_page_layout_free);
  g_clear_pointer (&self->report, marathon_report_unref);
  g_free (self);
}

MarathonListPages *
marathon_list_pages_new (MarathonEvent             *event,
                         const MarathonListRequest *request,
                         gint64                     time,
                         GCancellable              *cancellable,
                         GError                   **error)
{
  g_autofree char *print_time = marathon_print_time_format (time);
  const MarathonListOptions options = { request->audience, request->category, request->wave, print_time, cancellable };
  g_autoptr (MarathonListPages) self = g_new0 (MarathonListPages, 1);
  MarathonPaper paper = request->paper;

  g_return_val_if_fail (marathon_paper_is_valid (&request->paper), NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->request = marathon_list_request_copy (request);
  self->time = time;
  self->report = marathon_list_build (event, request->info->name, &options, error);
  if (self->report == NULL)
    return NULL;
  self->layout = marathon_page_layout_new_for_report (self->report, &paper, request->may_turn, cancellable);
  if (self->layout == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

const MarathonListRequest *
marathon_list_pages_get_request (const MarathonListPages *self)
{
  return self->request;
}

MarathonReport *
marathon_list_pages_get_report (const MarathonListPages *self)
{
  return self->report;
}

gint64
marathon_list_pages_get_time (const MarathonListPages *self)
{
  return self->time;
}

guint
marathon_list_pages_get_n_pages (const MarathonListPages *self)
{
  return marathon_page_layout_get_n_pages (self->layout);
}

const MarathonPaper *
marathon_list_pages_get_paper (const MarathonListPages *self)
{
  return marathon_page_layout_get_paper (self->layout);
}

void
marathon_list_pages_draw (MarathonListPages *self, cairo_t *cr, guint page)
{
  marathon_page_layout_draw (self->layout, cr, page);
}

/* --- In a thread --- */

typedef struct {
  MarathonEvent *snapshot;
  MarathonListRequest *request;
  gint64 time;
} Making;

static void
free_making (Making *making)
{
  g_clear_object (&making->snapshot);
  marathon_list_request_free (making->request);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Making *making = task_data;
  GError *error = NULL;
  MarathonListPages *pages = marathon_list_pages_new (making->snapshot, making->request, making->time, cancellable, &error);

  /* While it lives, a change of the event copies the blocks that it touches. */
  g_clear_object (&making->snapshot);
  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) marathon_list_pages_unref);
  else
    g_task_return_error (task, error);
}

void
marathon_list_pages_new_async (MarathonEvent             *event,
                               const MarathonListRequest *request,
                               int                        io_priority,
                               GCancellable              *cancellable,
                               GAsyncReadyCallback        callback,
                               gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->snapshot = marathon_event_snapshot (event);
  making->request = marathon_list_request_copy (request);
  making->time = marathon_print_time_get ();
  g_task_set_source_tag (task, marathon_list_pages_new_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, making, (GDestroyNotify) free_making);
  g_task_run_in_thread (task, make_in_thread);
}

MarathonListPages *
marathon_list_pages_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
