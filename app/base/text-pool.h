/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonTextPool: an append-only store of distinct strings. A string is named by a 32-bit reference that stays valid, and
 * whose bytes never move, for as long as the pool lives.
 *
 * Any thread may add, find and read, as long as it holds a reference to the pool and got the references of strings in an
 * orderly way (by adding or finding, or handed over with a snapshot, a task or under a lock). So an import may be planned
 * in a thread on a snapshot that shares the pool, while the window goes on.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A string of a pool; 0 is the empty string of every pool. Two equal strings of one pool have equal references. */
typedef guint32 MarathonText;

/** The longest string in bytes: the limit of a value of the project file. */
#define MARATHON_TEXT_MAX_LENGTH 65536

typedef struct _MarathonTextPool MarathonTextPool;

MarathonTextPool *marathon_text_pool_new   (void);
MarathonTextPool *marathon_text_pool_ref   (MarathonTextPool *pool);
void              marathon_text_pool_unref (MarathonTextPool *pool);

/**
 * marathon_text_pool_add:
 * @text: @length bytes, need not end in NUL; %NULL is ""
 * @length: at most MARATHON_TEXT_MAX_LENGTH; -1 where @text ends in NUL
 *
 * Returns: the reference of that string, added where it was not there yet
 */
MarathonText marathon_text_pool_add (MarathonTextPool *pool, const char *text, gssize length);

/** Looks without adding: sets @found. */
gboolean marathon_text_pool_find (MarathonTextPool *pool, const char *text, gssize length, MarathonText *found);

/** Returns: (transfer none): the string of @text, ending in NUL. */
const char *marathon_text_pool_get (const MarathonTextPool *pool, MarathonText text);

/** The length in bytes of the string of @text. */
gsize marathon_text_pool_get_length (const MarathonTextPool *pool, MarathonText text);

/** How many distinct strings, the empty one not counted; and how many bytes of memory they take. */
guint marathon_text_pool_get_count (MarathonTextPool *pool);
gsize marathon_text_pool_get_size  (MarathonTextPool *pool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonTextPool, marathon_text_pool_unref)

G_END_DECLS
