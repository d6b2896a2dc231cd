/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonDocument: an open event: the event itself, its history, its file, and whether it has changes that are not in
 * the file.
 *
 * The one object that pages and verbs are given. Only this floor touches files.
 */
#pragma once

#include "document/file-lock.h"
#include "document/file-save.h"
#include "document/journal.h"
#include "editing/history.h"
#include "formats/project-reader.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_DOCUMENT (marathon_document_get_type ())
G_DECLARE_FINAL_TYPE (MarathonDocument, marathon_document, MARATHON, DOCUMENT, GObject)

/* To be used in one thread, the one whose main context calls back. */

/* Properties (read only, notified on change): "path" (string, NULL for a new document), "modified" (boolean), "title"
 * (string), "journal" (MarathonJournal, NULL until it is protected) */

/** Returns: (transfer full): a document around @event without a file; it counts as modified. */
MarathonDocument *marathon_document_new (MarathonEvent *event);

/**
 * marathon_document_load:
 *
 * Reads the event in @path. Blocks; see marathon_document_load_async() for windows.
 *
 * Returns: (transfer full) (nullable): %NULL with @error: "PATH:LINE:COLUMN: what was found and what is expected"
 */
MarathonDocument *marathon_document_load (const char           *path,
                                          MarathonProgressFunc  progress,
                                          gpointer              progress_data,
                                          GCancellable         *cancellable,
                                          GError              **error);

/** The same in a thread; @progress is called in that thread, @callback in the main context of the caller. */
void              marathon_document_load_async  (const char           *path,
                                                 MarathonProgressFunc  progress,
                                                 gpointer              progress_data,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
MarathonDocument *marathon_document_load_finish (GAsyncResult *result, GError **error);

MarathonEvent   *marathon_document_get_event   (MarathonDocument *document);
MarathonHistory *marathon_document_get_history (MarathonDocument *document);
const char      *marathon_document_get_path    (MarathonDocument *document);
gboolean         marathon_document_is_modified (MarathonDocument *document);

/** What its file held when it was read or saved last; not set where there is none. */
const MarathonFileIdentity *marathon_document_get_identity (MarathonDocument *document);

/**
 * marathon_document_protect:
 * @state_folder: as of marathon_state_folder_get()
 *
 * From now on each step is kept in a journal until a save has it, each save leaves a version (document/versions.h), and
 * saving as another file takes that file's lock. To be called before the first step; a recovered document has its
 * journal already, and a second call does nothing.
 */
void marathon_document_protect (MarathonDocument *document, const char *state_folder);

/** Returns: (transfer none) (nullable): its journal; %NULL where it is not protected. */
MarathonJournal *marathon_document_get_journal (MarathonDocument *document);

/**
 * marathon_document_set_read_only:
 * @reason: (nullable): a sentence for people; %NULL: it may be changed again
 *
 * Nothing in the event can be changed from now on, and its own file is not written: MARATHON_DOCUMENT_ERROR_READ_ONLY.
 * Saved as another file, it can be changed again. The history tells of it: marathon_history_set_read_only().
 */
void     marathon_document_set_read_only (MarathonDocument *document, const char *reason);
gboolean marathon_document_is_read_only  (MarathonDocument *document);

/** The document holds @lock (transfer full) on its file until it goes, or is saved as another. */
void marathon_document_hold_lock (MarathonDocument *document, MarathonFileLock *lock);

/** Returns: (transfer full) (nullable): the lock that it held */
MarathonFileLock *marathon_document_release_lock (MarathonDocument *document);

/** A person agreed that the next save to its own file, and only that, may replace whatever the file holds by now. Where
 * that is an event, a protected document keeps it as a version. */
void marathon_document_allow_replacing (MarathonDocument *document);

/** The person is done with the event: what is kept of changes that are in no file goes. Blocks until it has gone. */
void marathon_document_give_up_changes (MarathonDocument *document);

/**
 * marathon_document_save:
 * @path: (nullable): where; %NULL for its own file, which must still be what was read or saved last
 * @progress: (nullable): as of marathon_project_file_write(): @done only grows, and is the total when all is saved
 *
 * Saves by marathon_file_save(), keeping "NAME~"; what was written is read back and its counts compared before it
 * replaces the old file. A file that could not be read is never written to, since it never became a document. Saving as
 * another file makes that the document's own.
 *
 * Blocks; where marathon_document_save_async() is writing at that moment, until that has ended too, and goes ahead of
 * those that wait.
 *
 * Returns: %FALSE with @error; the document stays modified then and the file is as it was (but after
 *   MARATHON_DOCUMENT_ERROR_UNSURE it is written)
 */
gboolean marathon_document_save (MarathonDocument     *document,
                                 const char           *path,
                                 MarathonProgressFunc  progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GError              **error);

/**
 * marathon_document_save_async:
 *
 * The same in a thread, from a snapshot: the event may be edited meanwhile, and the document is then modified again.
 * @progress is called in that thread, @callback in the main context of the caller; when it is called, the document
 *   knows of the save already.
 *
 * Saves of a document follow each other in the order they were asked for. One that waits writes the event as it is when
 * its turn comes, and learns only then that it was cancelled.
 */
void     marathon_document_save_async  (MarathonDocument     *document,
                                        const char           *path,
                                        MarathonProgressFunc  progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean marathon_document_save_finish (MarathonDocument *document, GAsyncResult *result, GError **error);

/** Writes a copy without making it the document's own file; blocks like marathon_document_save(). */
gboolean marathon_document_save_copy (MarathonDocument     *document,
                                      const char           *path,
                                      MarathonProgressFunc  progress,
                                      gpointer              progress_data,
                                      GCancellable         *cancellable,
                                      GError              **error);

/** The same in a thread, in line with marathon_document_save_async() and ended by marathon_document_save_finish(). */
void marathon_document_save_copy_async (MarathonDocument     *document,
                                        const char           *path,
                                        MarathonProgressFunc  progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

G_END_DECLS
