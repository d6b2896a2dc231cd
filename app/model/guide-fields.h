/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the fields of a guide, used by the project file, edit lines, CSV and forms.
 */
#pragma once

#include "model/entrant-fields.h"

G_BEGIN_DECLS

typedef enum {
  MARATHON_GUIDE_ID,
  MARATHON_GUIDE_ROLE,
  MARATHON_GUIDE_FAMILY,
  MARATHON_GUIDE_GIVEN,
  MARATHON_GUIDE_SEX,
  MARATHON_GUIDE_BORN,
  MARATHON_GUIDE_NATION,
  MARATHON_GUIDE_LICENCE,
  MARATHON_GUIDE_LEG_FROM, /* kilometres with at most one decimal */
  MARATHON_GUIDE_LEG_TO,
  MARATHON_GUIDE_BIB,
  MARATHON_GUIDE_WAIVER,
  MARATHON_GUIDE_COLLECTED,
  MARATHON_GUIDE_COLLECTED_BY,
  MARATHON_GUIDE_ENTRANT, /* the id of the entrant who is the same person */
  MARATHON_GUIDE_EMERGENCY_NAME,
  MARATHON_GUIDE_EMERGENCY_PHONE,
  MARATHON_N_GUIDE_FIELDS,
} MarathonGuideField;

typedef struct {
  MarathonGuideField field;
  const char *key; /* attribute of <guide> */
  const char *label;
  gboolean is_private; /* leaves with the contact data */
  const MarathonWord *vocabulary;
} MarathonGuideFieldInfo;

extern const MarathonGuideFieldInfo marathon_guide_fields[MARATHON_N_GUIDE_FIELDS];

/** Returns: the line of the table with that key, or %NULL. */
const MarathonGuideFieldInfo *marathon_guide_find_field (const char *key);

/** Appends the canonical text of the field; nothing where it is not known. */
void marathon_guide_append_text (MarathonEvent *event, const MarathonGuide *guide, MarathonGuideField field, GString *out);

/** Sets a field from canonical text; %FALSE with @error (MARATHON_MODEL_ERROR) and @guide as before. It is zeroed before the first call. */
gboolean marathon_guide_set_text (MarathonEvent      *event,
                                  MarathonGuide      *guide,
                                  MarathonGuideField  field,
                                  const char         *text,
                                  GError            **error);

G_END_DECLS
