/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a full name in one cell apart into family and given name (domain.md D). Never changes a letter's case.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** By what the parts were told from each other. */
typedef enum {
  MARATHON_NAME_EMPTY,
  MARATHON_NAME_MONONYM,  /* a single word: the given name */
  MARATHON_NAME_COMMA,    /* "Okafor, Ada" */
  MARATHON_NAME_CAPITALS, /* "Ada OKAFOR", "OKAFOR Ada" */
  MARATHON_NAME_EASTERN,  /* Chinese, Japanese, Korean letters: the family name first */
  MARATHON_NAME_GUESSED,  /* the last word is the family name, with "van", "de la" and the like before it */
} MarathonNameForm;

/** Owned by who asked. */
typedef struct {
  char *family;   /* "" where there is none */
  char *given;    /* "" where there is none */
  char *known_as; /* what was in quotation marks or brackets; "" where nothing was */
} MarathonPersonName;

void marathon_person_name_clear (MarathonPersonName *name);

/**
 * marathon_person_name_split:
 * @text: valid UTF-8; white space need not be clean
 * @family_first: what the column promises where nothing else tells: "Rossi Mario"
 * @name: (out caller-allocates): must be cleared
 *
 * "Jr", "Sr", "II" … go with the family name: "Roux, Michel, Jr" gives "Roux Jr" and "Michel".
 */
MarathonNameForm marathon_person_name_split (const char *text, gboolean family_first, MarathonPersonName *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarathonPersonName, marathon_person_name_clear)

G_END_DECLS
