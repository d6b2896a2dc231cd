/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognising what people write in entry files for a sex, a mode, a status … in English, German, French, Spanish,
 * Italian, Dutch, Portuguese, Polish, Swedish and Czech.
 *
 * Compared after folding, without dots, with hyphens, slashes, brackets and underscores as spaces: "Non-binary",
 * "NON BINARY" and "non_binary" are one word. Each vocabulary's own words (model/words.h) and English labels are known
 * too. The text must be valid UTF-8.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * marathon_import_find_sex:
 * @text: a cell, such as "F", "Woman", "weiblich", "Mme", "non-binary", "prefer not to say"
 *
 * Single letters:
 * - M is male. But a Spanish or Portuguese file with H beside M means "mujer" or "mulher" by M. One cell cannot tell;
 *   an importer that sees both letters in a column, and no F, must ask before it takes that column.
 * - H (homme, hombre, Herr) is male.
 * - F, W (woman, weiblich), K (kobieta, kvinna), V (vrouw) and Z or Ž (žena) are female.
 * - X is non-binary.
 * - D is not known: a German file may mean "Dame" or "divers" by it.
 *
 * Returns: a #MarathonSex, %MARATHON_SEX_UNKNOWN where the cell is empty or declines to say, or -1 where it is not
 * understood
 */
int marathon_import_find_sex (const char *text);

/**
 * marathon_import_find_mode:
 *
 * A "wheelchair" of no further kind is a racing chair: everyday chairs are the exception and are named as such.
 *
 * Returns: a #MarathonMode, or -1
 */
int marathon_import_find_mode (const char *text);

/**
 * marathon_import_find_status:
 *
 * Who is registered, confirmed or has paid is accepted; who waits, or owes the fee, has applied; who was refused is
 * withdrawn like who cancelled, so that neither comes in by accident.
 *
 * Returns: a #MarathonStatus, or -1
 */
int marathon_import_find_status (const char *text);

/** Returns: a #MarathonGuideRole, or -1. */
int marathon_import_find_guide_role (const char *text);

/**
 * marathon_import_find_route:
 *
 * "Deferred" as a route is a place carried over from last year; as a status it would be one given up for next year.
 *
 * Returns: (transfer none) (nullable): one of the words of %marathon_route_words, or %NULL where @text is empty or a
 * route of the event's own
 */
const char *marathon_import_find_route (const char *text);

/** Whether it says that somebody sees little or nothing, which is no mode and no class. */
gboolean marathon_import_means_low_sight (const char *text);

/** Whether a role is that of somebody in the race: "athlete", "runner", "Teilnehmerin". */
gboolean marathon_import_means_athlete (const char *text);

/**
 * marathon_import_find_yes_no:
 *
 * A tick or an x is yes. O is not known: it is "oui" or a zero mistyped.
 *
 * Returns: %TRUE, %FALSE, or -1 where @text is empty or not understood
 */
int marathon_import_find_yes_no (const char *text);

G_END_DECLS
