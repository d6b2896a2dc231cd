/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing JSON: objects and arrays in their order, for --json.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Each of these puts a comma in front where one is needed. @name is %NULL inside of an array. */
void marathon_json_begin_object (GString *out, const char *name);
void marathon_json_end_object   (GString *out);
void marathon_json_begin_array  (GString *out, const char *name);
void marathon_json_end_array    (GString *out);
void marathon_json_add_string   (GString *out, const char *name, const char *value);
void marathon_json_add_number   (GString *out, const char *name, gint64 value);

G_END_DECLS
