/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportKeys: a map from 64-bit keys to 32-bit values, twelve bytes a slot: for the ids and bibs of a file of
 * a million rows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** No value: what a key that was never set has. */
#define MARATHON_IMPORT_KEYS_NONE G_MAXUINT32

typedef struct _MarathonImportKeys MarathonImportKeys;

MarathonImportKeys *marathon_import_keys_new  (void);
void                marathon_import_keys_free (MarathonImportKeys *keys);

/** Sets or replaces the value of @key (not 0). */
void marathon_import_keys_set (MarathonImportKeys *keys, guint64 key, guint32 value);

/** Returns: the value of @key, or MARATHON_IMPORT_KEYS_NONE. */
guint32 marathon_import_keys_get (const MarathonImportKeys *keys, guint64 key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonImportKeys, marathon_import_keys_free)

G_END_DECLS
