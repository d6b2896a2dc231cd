/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing personal data from an event's file, and from all that Marathon has kept beside it: the one act without undo.
 *
 * What is not reached, and people have to be told of: copies that they made, mailed or printed, lists that they
 * exported, and what a disk still holds of files that were deleted from it.
 */
#pragma once

#include "document/document.h"
#include "editing/personal-removal.h"

G_BEGIN_DECLS

/**
 * marathon_document_remove_personal_data:
 * @progress: (nullable): "done" only grows
 * @cancellable: (nullable): heeded until the new file takes its place
 *
 * Makes an event without the personal data (editing/personal-removal.h) of what @document is now, what is not saved
 * included, and saves it to the document's own file. Then the backup "NAME~", what saves that were cut off have left,
 * all versions, kept changes of earlier crashes and the journal are removed.
 *
 * A sudden end leaves the old or the new file; with the new one, what is left of the rest goes when it is done again,
 * and no changes are offered to be recovered that would bring the data back.
 *
 * Refused where the document has no file yet or may not be written (MARATHON_DOCUMENT_ERROR_READ_ONLY), somebody else
 * holds its file (HELD) or has written it (CHANGED). After MARATHON_DOCUMENT_ERROR_COPIES the file is without the data,
 * but the copies that the message names could not be removed.
 *
 * Afterwards, and after COPIES, @document still has the old event, is not modified, and can neither be changed nor
 * saved to its file: open the file again.
 */
gboolean marathon_document_remove_personal_data (MarathonDocument      *document,
                                                 MarathonPersonalDepth  depth,
                                                 MarathonProgressFunc   progress,
                                                 gpointer               progress_data,
                                                 GCancellable          *cancellable,
                                                 GError               **error);

/** The same in a thread; @progress is called in that thread, @callback in the main context of the caller. Meanwhile
 * @document cannot be changed. */
void     marathon_document_remove_personal_data_async  (MarathonDocument      *document,
                                                        MarathonPersonalDepth  depth,
                                                        MarathonProgressFunc   progress,
                                                        gpointer               progress_data,
                                                        GCancellable          *cancellable,
                                                        GAsyncReadyCallback    callback,
                                                        gpointer               user_data);
gboolean marathon_document_remove_personal_data_finish (MarathonDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
