/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column of an entry list can go to, in the words that people read.
 */
#pragma once

#include "model/event.h"

G_BEGIN_DECLS

typedef struct {
  const char *key;   /* for MarathonImportChoice */
  const char *label; /* translated; a custom field's as the official wrote it */
  const char *aliases; /* (nullable): what heads of lists call it, separated by "|" */
} MarathonImportTarget;

/**
 * marathon_import_list_targets:
 *
 * What a person would look for first comes first: names, birth, the other fields, custom fields, columns of guides; then
 * what only an export of this program has.
 *
 * Returns: (transfer full) (element-type MarathonImportTarget): good until the custom fields of @event change
 */
GArray *marathon_import_list_targets (MarathonEvent *event);

/** Returns: (transfer none): the label of a field, an extra key; @key itself where there is no such thing. */
const char *marathon_import_describe_key (MarathonEvent *event, const char *key);

G_END_DECLS
