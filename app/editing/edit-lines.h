/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edit lines: edits as XML elements of the project file's vocabulary, one a line, entrants by id, text in full.
 *
 * They are the journal, the batch language (`marathon-cli apply`) and what several desks will exchange.
 *
 *   <edits xmlns="urn:marathon:event" version="1.0">
 *     <begin label="Assign 2 Bibs"/>                              a step: it counts only with its commit
 *     <change entrant="ID" bib="37" pins="bib"/>                  fields by their keys; "" clears
 *     <guides entrant="ID"><guide …/></guides>                    all guides that the entrant has from now on
 *     <insert at="12"><entrant …/></insert>                       a new entrant; without "at" at the end
 *     <remove entrant="ID"/>                                      for good
 *     <bin entrant="ID" at="0"/> <restore entrant="ID" at="12"/>  to and from the bin
 *     <change-record list="waves" record="red-1" capacity="9"/>   list "event", "course" or "rules" without record
 *                                                                 the column "list" of layouts and prints is called for-list
 *     <insert-record list="waves" at="3"><wave …/></insert-record>
 *     <remove-record list="waves" record="red-1"/>
 *     <move-record list="waves" record="red-1" at="0"/>
 *     <commit/>
 *   </edits>
 *
 * `place="bin"` means the bin instead of the roster. For scripts: an element outside of begin and commit is a step of its own; an entrant may be
 * named by "bib:37" or "entry:EXTERNAL-ID"; ids of new entrants and guides may be left out; and there are
 *
 *     <add-guide entrant="…" given="…" family="…"/>   <remove-guide entrant="…" guide="ID"/>
 *
 * Neighbouring lines <bin>, or <restore>, without "at" are one move to the end: who goes keeps the order among each other, whatever the order of
 * the lines. An instant, such as that of "collected", ends in Z here as in the project file.
 *
 * There is no limit for a line as a whole, which may have several elements; those of the reader hold for each (formats/xml-reader.h): a value of at
 * most 64 KiB, a tag of at most 256 KiB with at most 128 attributes.
 */
#pragma once

#include "base/id-source.h"
#include "editing/history.h"
#include "formats/xml-reader.h"

G_BEGIN_DECLS

/** The attribute of <change-record> for a column that is called "list" itself. */
#define MARATHON_EDIT_LINE_LIST_COLUMN "for-list"

/** Takes one line without its newline. */
typedef void (*MarathonEditLineFunc) (const char *line, gsize length, gpointer user_data);

/**
 * marathon_edit_lines_write:
 * @event: right after @edit was applied, or taken back where @reverted
 *
 * Calls @func with the lines that do the same to an event in the state before.
 */
void marathon_edit_lines_write (MarathonEdit *edit, MarathonEvent *event, gboolean reverted, MarathonEditLineFunc func, gpointer user_data);

/** The lines that frame a step, and the first and last line of a file of edits. */
char *marathon_edit_lines_begin (const char *label);
#define MARATHON_EDIT_LINES_COMMIT "<commit/>"
#define MARATHON_EDIT_LINES_HEAD "<edits xmlns=\"urn:marathon:event\" version=\"1.0\">"
#define MARATHON_EDIT_LINES_FOOT "</edits>"

/**
 * marathon_edit_lines_apply:
 * @stream: a file of edits
 * @ids: for ids that a script left out
 * @n_steps: (out) (optional): how many steps were made
 *
 * Applies the edits to the history's event, step by step. A step that cannot be applied, or has no commit, is taken back, and reading ends there;
 * the steps before it stay.
 *
 * Returns: %FALSE with @error (MARATHON_FORMAT_ERROR: "LINE:COLUMN: …"; "LINE: lines LINE to LINE: …" where several lines cannot be applied together)
 */
gboolean marathon_edit_lines_apply (MarathonHistory  *history,
                                    GInputStream     *stream,
                                    MarathonIdSource *ids,
                                    GCancellable     *cancellable,
                                    guint            *n_steps,
                                    GError          **error);

G_END_DECLS
