/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder for one test: files of known text in it, and what is in it afterwards, hidden files too.
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/** Returns: (transfer full): the path of a new empty folder. */
char *folder_fixture_new (void);

/** Removes the folder with all that is in it. */
void folder_fixture_free (char *folder);

/** Writes a file in place: the same inode, mode and links where it exists already. */
void folder_fixture_put (const char *folder, const char *name, const char *text);

/** Asserts that the file holds @text and nothing else. */
void folder_fixture_assert_text (const char *folder, const char *name, const char *text);

/** Asserts that the folder holds exactly these: names in the order of their bytes, with blanks between. */
void folder_fixture_assert_names (const char *folder, const char *names);

/** Returns: (transfer full): the name of the one entry that starts with @prefix, or %NULL where there is none. */
char *folder_fixture_find (const char *folder, const char *prefix);

/** Returns: (transfer full): @n lines of text, another one for each @salt. */
char *folder_fixture_make_text (const char *salt, guint n);

/** The status of the entry itself, of a link too. */
void   folder_fixture_get_status (const char *folder, const char *name, struct stat *status);
mode_t folder_fixture_get_mode   (const char *folder, const char *name);
void   folder_fixture_set_mode   (const char *folder, const char *name, mode_t mode);

void folder_fixture_make_folder (const char *folder, const char *name);
void folder_fixture_make_link   (const char *folder, const char *name, const char *target);

/** Asserts that it is a symbolic link to @target. */
void folder_fixture_assert_link (const char *folder, const char *name, const char *target);

typedef char FolderFixture;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolderFixture, folder_fixture_free)

G_END_DECLS
