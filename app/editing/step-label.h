/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces of the labels of steps: the names of fields as they stand in a heading.
 */
#pragma once

#include "model/entrant-fields.h"

G_BEGIN_DECLS

/**
 * marathon_step_label_name:
 * @label: marked for translation, such as "Family name"
 *
 * Returns: (transfer full): the translation; where there is none, English in capitals as in a heading: "Family Name"
 */
char *marathon_step_label_name (const char *label);

/** The same for a field of entrants; a custom field's label stays as the official wrote it. */
char *marathon_step_label_name_field (const MarathonFieldInfo *info);

G_END_DECLS
