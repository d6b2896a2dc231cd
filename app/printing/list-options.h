/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListOptions: what a list is made of and for whom.
 */
#pragma once

#include <gio/gio.h>

#include "model/words.h"

G_BEGIN_DECLS

typedef struct {
  MarathonAudience audience;
  const char *category;   /* (nullable): the id of a category: only those in it */
  const char *wave;       /* (nullable): the id of a wave: only those in it */
  const char *print_time; /* (nullable): when the list is made, ready to be read */
  GCancellable *cancellable; /* (nullable): gives up a long list */
} MarathonListOptions;

G_END_DECLS
