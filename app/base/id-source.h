/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonIdSource: where new ids come from: 64 random bits each. An argument wherever ids are made, so that tests can repeat them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 state;
} MarathonIdSource;

/** A source that gives the same ids for the same @seed. */
void marathon_id_source_init_seeded (MarathonIdSource *source, guint64 seed);

/** A source seeded by the system's random numbers. */
void marathon_id_source_init_random (MarathonIdSource *source);

/** Returns: the next id, never 0. */
guint64 marathon_id_source_next (MarathonIdSource *source);

/** Ids in files: sixteen hexadecimal digits, lower case. @buffer holds at least 17 bytes. */
void marathon_id_write (guint64 id, char *buffer);

/** Reads one to sixteen hexadecimal digits; %FALSE for anything else and for 0. */
gboolean marathon_id_parse (const char *text, guint64 *id);

G_END_DECLS
