/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Applying the edit lines that were gathered, and telling which of them could not be applied.
 */
#include "editing/edit-lines-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/format-error.h"

/* So many are tried one by one when all together are refused. */
#define MOST_TRIALS 1000

/* Whether the entry at @index is refused for the same reason when it stands alone; the event is as before. */
static gboolean
is_refused_alone (MarathonEditApplying *applying, guint index, const char *message)
{
  g_autoptr (MarathonEdit) edit = marathon_edit_batch_make_one (&applying->batch, applying->event, index);
  g_autoptr (GError) error = NULL;

  if (marathon_edit_is_empty (edit))
    return FALSE;
  if (!marathon_edit_apply (edit, applying->event, &error))
    return strcmp (error->message, message) == 0;
  if (!marathon_edit_revert (edit, applying->event, &error))
    g_critical ("A trial could not be taken back: error %d of %s", error->code, g_quark_to_string (error->domain));
  return FALSE;
}

/* Where the lines stand that @message is about: those of the only entry that is refused with it alone. Where there is
 * no such entry, as when two of them want one bib, it is about all. */
static MarathonEditBatchSpan
find_culprit (MarathonEditApplying *applying, const char *message)
{
  GArray *spans = applying->batch.spans;
  MarathonEditBatchSpan span = marathon_edit_batch_get_span (&applying->batch);
  guint n_refused = 0;

  if (spans->len == 1 || spans->len > MOST_TRIALS)
    return span;
  for (guint i = 0; i < spans->len && n_refused < 2; i++)
    if (is_refused_alone (applying, i, message) && ++n_refused == 1)
      span = g_array_index (spans, MarathonEditBatchSpan, i);
  return n_refused == 1 ? span : marathon_edit_batch_get_span (&applying->batch);
}

static void
refuse_batch (MarathonEditApplying *applying, const GError *error)
{
  MarathonEditBatchSpan span = find_culprit (applying, error->message);

  applying->failed = TRUE;
  if (span.first == span.last)
    marathon_xml_reader_refuse_at (applying->reader, span.first, span.column, MARATHON_FORMAT_ERROR_CONTENT, "%s", error->message);
  else
    marathon_xml_reader_refuse_at (applying->reader, span.first, 0, MARATHON_FORMAT_ERROR_CONTENT, _ ("lines %u to %u: %s"), span.first,
                                   span.last, error->message);
}

void
marathon_edit_applying_flush (MarathonEditApplying *applying)
{
  g_autoptr (MarathonEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (applying->failed)
    return;
  edit = marathon_edit_batch_make (&applying->batch, applying->event);
  if (edit == NULL)
    return;
  if (marathon_history_add (applying->history, edit, &error))
    marathon_edit_names_update (&applying->names, &applying->batch);
  else
    refuse_batch (applying, error);
  marathon_edit_batch_empty (&applying->batch);
}
