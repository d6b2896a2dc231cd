/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListBibKeys: the bibs of an event as numbers, so that a million of them are sorted without comparing text.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct _MarathonListBibKeys MarathonListBibKeys;

/** Greater than the key of every bib. */
#define MARATHON_LIST_BIB_KEY_NONE G_MAXUINT64

/** Returns: (transfer full): the bibs of @event as numbers that compare as marathon_bib_compare() says. */
MarathonListBibKeys *marathon_list_bib_keys_new  (MarathonEvent *event);
void             marathon_list_bib_keys_free (MarathonListBibKeys *keys);

/** The key of an entrant's bib, a guide's, or one that is text (a group's); MARATHON_LIST_BIB_KEY_NONE where there is none. */
guint64 marathon_list_bib_keys_get_entrant (MarathonListBibKeys *keys, const MarathonEntrant *entrant);
guint64 marathon_list_bib_keys_get_guide   (MarathonListBibKeys *keys, const MarathonGuide *guide);
guint64 marathon_list_bib_keys_get_text    (MarathonListBibKeys *keys, const char *bib);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListBibKeys, marathon_list_bib_keys_free)

G_END_DECLS
