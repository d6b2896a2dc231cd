/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonKeySet: a set of 64-bit keys other than 0, eight bytes a slot: a million bibs in sixteen mebibytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MarathonKeySet MarathonKeySet;

MarathonKeySet *marathon_key_set_new  (void);
MarathonKeySet *marathon_key_set_copy (const MarathonKeySet *set);
void            marathon_key_set_free (MarathonKeySet *set);

/** Returns: %FALSE where @key (not 0) was there already */
gboolean marathon_key_set_add      (MarathonKeySet *set, guint64 key);
gboolean marathon_key_set_remove   (MarathonKeySet *set, guint64 key);
gboolean marathon_key_set_contains (const MarathonKeySet *set, guint64 key);
guint    marathon_key_set_get_size (const MarathonKeySet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonKeySet, marathon_key_set_free)

G_END_DECLS
