/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is installed beside the programs, and the templates among it: events to start from.
 */
#pragma once

#include "base/id-source.h"
#include "document/document.h"

G_BEGIN_DECLS

/** The ending of project files. */
#define MARATHON_FILE_ENDING ".marathon"
#define MARATHON_FILE_TYPE "application/x-marathon-event+xml" /* as resources/org.example.Marathon.mime.xml has it */

/** Returns: (transfer full): the path of an installed file ("examples/entries.csv"); below $MARATHON_DATADIR where that
 * is set. */
char *marathon_installed_file (const char *name);

/** A template. */
typedef struct {
  char *name;        /* of its file, without the ending */
  char *label;       /* translated, as far as it is one of ours; else the name */
  char *description; /* translated; "" where it is not one of ours */
} MarathonEventTemplate;

/** Returns: (transfer container): the templates that are there, ours first, the others by name. */
GPtrArray *marathon_event_templates_list (void);

/** Returns: (transfer full): the event of the template called @name, without an id; %NULL with @error. */
MarathonEvent *marathon_event_template_read (const char *name, GError **error);

/** What a new event is at least. */
typedef struct {
  const char *template; /* name of a template; %NULL: "blank" */
  const char *title;    /* the rest: canonical texts; %NULL: as the template says */
  const char *date;
  const char *place;
  const char *length;   /* of the course, in metres */
} MarathonNewEvent;

/**
 * marathon_document_new_from_template:
 *
 * Returns: (transfer full): a document without a file and with nothing to undo; %NULL with @error where there is no
 * such
 *   template or one of the texts cannot be
 */
MarathonDocument *marathon_document_new_from_template (const MarathonNewEvent *what, MarathonIdSource *ids, GError **error);

G_END_DECLS
