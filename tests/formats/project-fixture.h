/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Project files for tests: those of the source tree, and streams that give them in pieces.
 */
#pragma once

#include "formats/project-reader.h"

G_BEGIN_DECLS

/** Returns: (transfer full): the path of @name in the source tree, which MARATHON_SOURCE_DIR names. */
char *project_fixture_path (const char *name);

/** Returns: (transfer full): the bytes of that file; ends the test where it cannot be read. */
char *project_fixture_load (const char *name, gsize *length);

/** Returns: (transfer full): the sorted names ("folder/NAME.marathon") of the project files of a folder, of which
 * there must be some. */
GPtrArray *project_fixture_list (const char *folder);

/** Returns: (transfer full): a stream that gives at most @step of its bytes at a time (borrowed), and fails at byte
 * @fail_at if not 0. */
GInputStream *project_fixture_slow_stream (const char *bytes, gsize length, gsize step, gsize fail_at);

/** Returns: (transfer full) (nullable): what the program writes of what it has read. */
char *project_fixture_rewrite (const char *bytes, gsize length, GError **error);

/** Returns: (transfer full): a version 1.@minor event with @body between its tags: "<event …>BODY</event>", all on
 * line 1. */
char *project_fixture_wrap (guint minor, const char *body);

/** Asserts that reading @bytes is refused in under a second of work with a message that starts with @place and holds
 * @words. */
void project_fixture_assert_refused (const char *bytes, gsize length, const char *place, const char *words);

/** Asserts that both texts are the same, and shows the first difference where they are not. */
void project_fixture_assert_same (const char *got, const char *wanted, const char *of_what);

/** Asserts that what the program writes of @event is what it writes again when it has read that. */
void project_fixture_assert_stable (MarathonEvent *event);

G_END_DECLS
