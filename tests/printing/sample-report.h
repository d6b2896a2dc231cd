/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An invented start list in many scripts, as the tests of printing draw it.
 */
#pragma once

#include "printing/report.h"

G_BEGIN_DECLS

/** What to build; zeroes give a plain list in one section. */
typedef struct {
  guint    n_entrants;
  guint    n_per_section; /* 0: one section */
  guint    guide_every;   /* each so-manieth entrant has a guide; 0: nobody */
  gboolean page_breaks;
  gboolean right_to_left;
} SampleOptions;

/** Returns: (transfer full): finished; columns bib, name, nation, club, time. */
MarathonReport *sample_report_new (const SampleOptions *options);

/** Returns: (transfer full): the name of the entrant @index, 0 being the first. */
char *sample_report_name (guint index);

/** Returns: (transfer full): their bib; no bib is found within another text. */
char *sample_report_bib (guint index);

G_END_DECLS
