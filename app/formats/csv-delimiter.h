/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSV delimiters: finds out what separates the cells of a table.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * marathon_csv_delimiter_guess:
 * @text: UTF-8
 * @length: in bytes
 *
 * Counts each of comma, semicolon, tab and bar outside quotes in the first 100 lines of the first 64 KiB. The one on
 * which most lines agree wins (to the nearest tenth of the lines, so that a few ragged ones decide nothing), then the
 * one with most columns.
 *
 * Returns: one of , ; TAB | and the comma where there is none of them
 */
char marathon_csv_delimiter_guess (const char *text, gsize length);

G_END_DECLS
