/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every fuzz target is: one function that is given any bytes and ends the program where a promise is broken.
 *
 * libFuzzer calls it with bytes of its own making (tests/fuzz/run), replay-main.c with the files of a corpus.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: 0 always: libFuzzer reserves the other values. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/** Called by libFuzzer before the first input. */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/** Asserts that a refusal is a sentence for people: there, not empty, valid UTF-8. */
void fuzz_check_message (const GError *error);

/** The same, and that it is one line of readable length that begins with the place: "LINE:COLUMN: …" or "LINE: …". */
void fuzz_check_placed_message (const GError *error);

/** Asserts that two texts are the same, and shows the first line that differs. */
void fuzz_check_same (const char *what, const char *left, const char *right);

G_END_DECLS
