/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of nations behind nations.h, which is what the rest of the program asks.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** One nation; no member of a row is %NULL. */
typedef struct {
  const char *code;   /* three capital letters, unique: the code that athletics uses */
  const char *alpha3; /* ISO 3166-1, three letters; "" where there is none */
  const char *alpha2; /* ISO 3166-1, two letters; "" where there is none */
  const char *name;   /* in English, marked for translation */
  const char *others; /* further names, adjectives and codes, separated by ";"; "" for none */
} MarathonNationRow;

/** Ends with a row whose code is %NULL. */
extern const MarathonNationRow marathon_nation_table[];

G_END_DECLS
