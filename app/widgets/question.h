/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions and messages in a dialog of their own, and the choice of files: the one place that knows which of the
 * libraries' dialogs do it.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** An answer that a person may give. */
typedef struct {
  const char *id;
  const char *label; /* translated, with a mnemonic */
  AdwResponseAppearance appearance;
} MarathonAnswer;

/** @answer is the id of what was chosen; the first answer's where the dialog was closed by a person. */
typedef void (*MarathonAnswerFunc) (const char *answer, gpointer user_data);

/**
 * marathon_ask:
 * @answers: the first is the safe one ("Cancel"), the last the usual one; Enter gives it, unless it destroys something
 * @func: (nullable): called once; never where @parent is destroyed first
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *marathon_ask (GtkWindow            *parent,
                         const char           *heading,
                         const char           *body,
                         const MarathonAnswer *answers,
                         guint                 n_answers,
                         MarathonAnswerFunc    func,
                         gpointer              user_data);

/** Tells something that went wrong, with a Close button. */
GtkWindow *marathon_tell (GtkWindow *parent, const char *heading, const char *body);

/** What the choice of a file is for. */
typedef enum {
  MARATHON_CHOOSE_OPEN,   /* an event or an entry list */
  MARATHON_CHOOSE_IMPORT, /* an entry list */
  MARATHON_CHOOSE_SAVE,   /* where to save an event */
  MARATHON_CHOOSE_SAVE_LIST, /* where to save a table in CSV */
  MARATHON_CHOOSE_SAVE_PDF,  /* where to save pages */
} MarathonChoice;

/** @path: (nullable): %NULL where nothing was chosen. */
typedef void (*MarathonPathFunc) (const char *path, gpointer user_data);

/**
 * marathon_choose_file:
 * @title: translated
 * @suggestion: (nullable): a path or a bare name to begin with
 * @func: called once, unless @parent is closed first
 */
void marathon_choose_file (GtkWindow       *parent,
                           MarathonChoice   choice,
                           const char      *title,
                           const char      *suggestion,
                           MarathonPathFunc func,
                           gpointer         user_data);

G_END_DECLS
