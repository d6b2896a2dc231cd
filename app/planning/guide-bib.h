/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bib of a guide, made of the athlete's: G37 for the first, G37-2 for the second.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * marathon_guide_bib_make:
 * @athlete: the athlete's bib, not empty
 * @index: of the guide, from 0 on
 * @bib: MARATHON_BIB_MAX_LENGTH + 1 bytes
 *
 * Returns: %FALSE where it would be too long for a bib
 */
gboolean marathon_guide_bib_make (const char *athlete, guint index, char *bib);

G_END_DECLS
