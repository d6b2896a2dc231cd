/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A CSV file to be filled in: a line that names the columns, in words that the import knows again.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

/**
 * marathon_import_template_format:
 *
 * The columns that most races ask for, the custom fields of @event, and those of guides. They are called as in the
 * program's own windows where the import knows these words, else in English; in brackets behind a name is what is to be
 * written there. There are no rows of examples: they would be people in the race if somebody forgot to take them out.
 *
 * Returns: (transfer full): the file: UTF-8 with a byte order mark, by which spreadsheet programs know it
 */
char *marathon_import_template_format (MarathonEvent *event);

G_END_DECLS
