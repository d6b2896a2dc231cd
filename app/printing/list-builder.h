/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonListBuilder: what all lists share while they are made: who is on them, sections, rows with their guides, and the count of
 * everybody, also of those left out. For the list-….c files only.
 */
#pragma once

#include "printing/list-columns.h"
#include "printing/list-order.h"
#include "printing/lists.h"

G_BEGIN_DECLS

typedef struct _MarathonListBuilder MarathonListBuilder;

/** Appends what is told of an entrant, or of one of the entrant's guides, in a line below the row; nothing for no line. */
typedef void (*MarathonListNoteFunc) (MarathonListBuilder *builder, const MarathonEntrant *entrant, MarathonPublish publish, GString *out);
typedef void (*MarathonListGuideNoteFunc) (MarathonListBuilder   *builder,
                                           const MarathonEntrant *athlete,
                                           const MarathonGuide   *guide,
                                           GString               *out);

struct _MarathonListBuilder {
  MarathonEvent *event;
  MarathonRoster *roster;
  MarathonListText *text;
  MarathonReport *report;
  GArray *positions; /* of guint32: the accepted entrants whom the options ask for, in the order of the roster */

  /* The rest is the builder's own. */
  GCancellable *cancellable; /* (nullable), not owned: nobody is added any more */
  MarathonListColumnId columns[MARATHON_N_LIST_COLUMNS];
  guint n_columns;
  GString *scratch;
  GString *total;    /* what the list itself says in the total, else "" */
  GString *left_out; /* the clauses about those left out */
  guint32 category;  /* handle that the options ask for, or 0 */
  guint32 wave;
  guint n_accepted;  /* in the event */
  guint n_of_status[4]; /* of those whom the options ask for */
  guint n_listed;
  guint n_section_entrants;
  guint n_section_guides;
  gboolean in_section;
  gboolean skips_totals; /* of sections */
  gboolean counts_all;
  MarathonListNoteFunc append_note;            /* (nullable) */
  MarathonListGuideNoteFunc append_guide_note; /* (nullable) */
  gpointer note_data;                          /* of the list, for those two */
  GHashTable *withheld; /* positions of those on the list whose names are not told */
};

/** A function that makes one of the lists. */
typedef void (*MarathonListFunc) (MarathonListBuilder *builder);

MarathonListBuilder *marathon_list_builder_new  (MarathonEvent             *event,
                                                 const MarathonListInfo    *info,
                                                 const MarathonListOptions *options,
                                                 GError                   **error);
void                 marathon_list_builder_free (MarathonListBuilder *builder);

/** Returns: (transfer full): the report, with the total set. */
MarathonReport *marathon_list_builder_finish (MarathonListBuilder *builder);

/** Whether the options ask for that entrant, whatever the status. */
gboolean marathon_list_builder_asks_for (const MarathonListBuilder *builder, const MarathonEntrant *entrant);

const MarathonEntrant *marathon_list_builder_get (const MarathonListBuilder *builder, guint32 position);

/**
 * marathon_list_builder_add_columns:
 * @columns: ends with MARATHON_N_LIST_COLUMNS
 *
 * Adds those that the audience may see and, of the optional ones, those in which anybody of `positions` has something.
 */
void marathon_list_builder_add_columns (MarathonListBuilder *builder, const MarathonListColumnId *columns);

/** Begins a section and counts its people anew; the one before gets its totals. */
void marathon_list_builder_begin_section (MarathonListBuilder *builder, const MarathonReportSection *section);

/** As above with a heading alone. */
void marathon_list_builder_begin_heading (MarathonListBuilder *builder, const char *heading);

/** Adds an entrant's row and those of the guides below it. */
void marathon_list_builder_add_entrant  (MarathonListBuilder *builder, guint32 position);
void marathon_list_builder_add_entrants (MarathonListBuilder *builder, const guint32 *positions, guint n);

/** As marathon_list_builder_add_entrant() below a row that has the bib of all of them: none is repeated. */
void marathon_list_builder_add_sharer (MarathonListBuilder *builder, guint32 position);

/** A row that is nobody's: "" in all columns but these two. */
void marathon_list_builder_add_other (MarathonListBuilder *builder, const char *bib, const char *name);

/** Says in the total that @n were left out, "5 without a bib left out"; nothing where @n is 0. */
void marathon_list_builder_left_out (MarathonListBuilder *builder, guint n, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** Says something else than "n of n entrants" in the total. */
void marathon_list_builder_set_total (MarathonListBuilder *builder, const char *total);

/** For lists that are not of the accepted entrants: the total says nothing of who was left out because of their status. */
void marathon_list_builder_count_all (MarathonListBuilder *builder);

/** For lists that name somebody several times, or of other things than people: no totals of sections. */
void marathon_list_builder_skip_totals (MarathonListBuilder *builder);

/** Tells the honours of an entrant in a line below the row, where in a column they would be a tower of words. */
void marathon_list_builder_note_honours (MarathonListBuilder *builder);

/** Tells in a line below each row what the functions append; %NULL ends it. @note_data is for them, in the builder. */
void marathon_list_builder_note_with (MarathonListBuilder      *builder,
                                      MarathonListNoteFunc      append_note,
                                      MarathonListGuideNoteFunc append_guide_note,
                                      gpointer                  note_data);

/** A section of its own, without people, totals and column heads: "Waves without entrants", and which they are. */
void marathon_list_builder_add_remark (MarathonListBuilder *builder, const char *heading, const char *text);

/** Whether the options ask for a part of the entrants only. */
gboolean marathon_list_builder_is_filtered (const MarathonListBuilder *builder);

/** Returns: (transfer full): the division of `positions`, of whom only those who are in a section remain, in the order of sections. */
MarathonListDivision *marathon_list_builder_divide (MarathonListBuilder    *builder,
                                                    guint                   n_sections,
                                                    MarathonListSectionFunc func,
                                                    gpointer                user_data);

/** The entrants of one section of a division. */
void marathon_list_builder_add_division (MarathonListBuilder *builder, const MarathonListDivision *division, guint section);

/* --- The lists --- */

void marathon_list_build_bibs         (MarathonListBuilder *builder);
void marathon_list_build_categories   (MarathonListBuilder *builder);
void marathon_list_build_waves        (MarathonListBuilder *builder);
void marathon_list_build_marshals     (MarathonListBuilder *builder);
void marathon_list_build_alphabetical (MarathonListBuilder *builder);
void marathon_list_build_check_in     (MarathonListBuilder *builder);
void marathon_list_build_guides       (MarathonListBuilder *builder);
void marathon_list_build_officials    (MarathonListBuilder *builder);
void marathon_list_build_groups       (MarathonListBuilder *builder);
void marathon_list_build_charities    (MarathonListBuilder *builder);
void marathon_list_build_media        (MarathonListBuilder *builder);
void marathon_list_build_medical      (MarathonListBuilder *builder);
void marathon_list_build_problems     (MarathonListBuilder *builder);
void marathon_list_build_entrants     (MarathonListBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarathonListBuilder, marathon_list_builder_free)

G_END_DECLS
