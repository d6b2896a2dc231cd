/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan dialog says of categories, waves and bibs, each in its own words.
 */
#pragma once

#include "planning/plan-preview.h"

G_BEGIN_DECLS

/** All marked for translation. */
typedef struct {
  MarathonField field;
  const char *title;                      /* of the dialog, and of the way to it */
  const char *action;                     /* with mnemonic and dots: of a button that opens it */
  const char *rows[MARATHON_N_PLAN_ROWS]; /* headings of the kinds of rows */
  const char *settled;                    /* where there is nothing to change */
} MarathonPlanWords;

/** Returns: (transfer none): the words for that field */
const MarathonPlanWords *marathon_plan_words_get (MarathonField field);

/** What is said where the plan lacks something, and the page where that is mended. */
typedef struct {
  const char *icon_name;
  const char *title;
  const char *description;
  const char *action; /* with mnemonic */
  const char *page;
} MarathonPlanLackWords;

/** @lack: not NONE. */
const MarathonPlanLackWords *marathon_plan_words_get_lack (MarathonPlanLack lack);

/** Returns: (transfer full): while the plan is applied, and after: "Assigning 36,337 bibs…", "Assigned 36,337 bibs" */
char *marathon_plan_words_format_applying (MarathonField field, guint n);
char *marathon_plan_words_format_applied  (MarathonField field, guint n);

/** Returns: (transfer full): "1,204 have no category yet", of those who wait for the plan of @first */
char *marathon_plan_words_format_waiting (MarathonField first, guint n);

G_END_DECLS
