/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lock of the fonts. cairo 1.16 opens and closes the font files of all threads in one FreeType library, at most ten at
 * a time, without a lock that holds: two threads that meet there end the program. Whoever shapes, measures or draws text
 * holds this lock meanwhile.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A thread may hold it several times; each lock wants its unlock. */
void marathon_font_lock   (void);
void marathon_font_unlock (void);

/**
 * marathon_font_lock_main:
 *
 * For programs with windows, whose toolkit draws text in the main thread: that holds the lock from now on, but for the
 * time in which it waits for something to do. To be called in the main thread; again does nothing.
 */
void marathon_font_lock_main (void);

G_END_DECLS
