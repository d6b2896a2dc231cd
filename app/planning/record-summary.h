/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a category, a start, a wave or a bib block is, in one line: what stands below its name in lists.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/**
 * marathon_record_summarize:
 * @record: a category, a start, a wave or a bib block
 *
 * Returns: (transfer full): "Women, running, T11 T12, 18–39"; "Charlton Way · 45% of the field"; "10:00 · predicted
 *   3:30:00 to 4:15:00 · for Mass"; "1–99 without 13 · for Elite men · by personal best"
 */
char *marathon_record_summarize (MarathonEvent *event, MarathonRecord *record);

G_END_DECLS
