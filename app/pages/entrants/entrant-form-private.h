/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of MarathonEntrantForm share: entrant-form.c decides who is shown and saves, entrant-form-show.c
 * shows, entrant-form-scroll.c scrolls.
 */
#pragma once

#include "base/id-source.h"
#include "pages/entrants/entrant-form.h"
#include "pages/entrants/entrant-heading.h"
#include "pages/entrants/guide-list.h"
#include "widgets/field-expander.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

struct _MarathonEntrantForm {
  AdwBin parent_instance;

  MarathonDocument *document;
  guint64 id;
  gboolean is_new;
  MarathonIdSource ids;
  GPtrArray *rows;      /* of MarathonFieldRow: the template's, then those of custom fields */
  guint n_built_in;     /* how many of them are the template's */
  GPtrArray *expanders; /* of MarathonFieldExpander */

  GtkStack *stack;
  MarathonEntrantHeading *heading;
  GtkScrolledWindow *scroller;
  GtkWidget *groups;
  GtkLabel *age;
  GtkLabel *nation_name;
  MarathonFieldRow *born;
  MarathonFieldRow *nation;
  MarathonFieldRow *predicted;
  MarathonFieldRow *category;
  MarathonFieldRow *wave;
  GtkToggleButton *category_pin;
  GtkToggleButton *wave_pin;
  GtkToggleButton *bib_pin;
  GtkWidget *add_guide;
  MarathonGuideList *guides;
  MarathonFieldExpander *more;

  guint following;      /* the tick callback that keeps the row with the keyboard in sight, or 0 */
  gint64 following_end; /* monotonic time */
  double following_place; /* of the row, at the frame before */
  guint following_still;  /* for how many frames it has been there */
};

/** Returns: who is shown; %NULL for nobody or a new one. */
const MarathonEntrant *marathon_entrant_form_peek (MarathonEntrantForm *form);

/** Listens to a row and keeps it with the others. */
void marathon_entrant_form_adopt_row (MarathonEntrantForm *form, MarathonFieldRow *row);

/** Shows what the event says now of who is shown, but for fields with unsaved text. */
void marathon_entrant_form_show_all (MarathonEntrantForm *form);

/** Keeps the row with the keyboard in sight wherever that goes in @root, which the form has just come into. */
void marathon_entrant_form_follow_keyboard (MarathonEntrantForm *form, GtkRoot *root);

/** Ends that, before the form leaves @root. */
void marathon_entrant_form_leave_keyboard (MarathonEntrantForm *form, GtkRoot *root);

/** Opens what the row is in, and puts the keyboard there, well in sight. */
void marathon_entrant_form_reveal_row (MarathonEntrantForm *form, MarathonFieldRow *row);

/** Keeps the row with the keyboard in sight while rows are being opened. */
void marathon_entrant_form_follow_opening (MarathonEntrantForm *form);

G_END_DECLS
