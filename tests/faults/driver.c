/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program without a window that does to a scene what people do, while calls go wrong; and says what it has been
 * promised.
 *
 *   faults-driver save SCENE N        N edits, each saved
 *   faults-driver edits SCENE N       N edits, kept in a journal
 *   faults-driver untitled SCENE N    the same, of an event that is not a file yet
 *   faults-driver edit-save SCENE N   edits kept in a journal, some of them saved while others are made
 *   faults-driver versions SCENE N    N edits, each saved and kept as a version
 *   faults-driver recover SCENE       opens what was kept, says what it is, and saves it
 *   faults-driver look SCENE          the same without saving
 *   faults-driver gap SCENE N         N edits and a save while the main loop runs
 *
 * It says, each line by one write():
 *
 *   began N             edit N is about to be made
 *   kept N              the journal says that all up to edit N is on the disk
 *   unkept N WHY        it says that it is not
 *   late N              that was not told within a second
 *   saving N            version N is about to be saved
 *   saved N             the save has succeeded
 *   unsure N WHY        the file is there, but the disk did not confirm it
 *   failed N WHY        the save has failed
 *   versioned N         version N is among the kept versions
 *   unversioned N WHY   it is not
 *   found KIND STEPS    what recovery offers, by the number of its kind
 *   unopened WHY        it could not be opened
 *   opened SUM          it could, and this is what it holds
 *   rescued SUM         that is in a file now
 *   gap N               the main loop was never held up for longer than so many milliseconds
 *   end                 nothing is left to be done
 *
 * After what was promised stands when it was: microseconds of the monotonic clock.
 */
#include <string.h>
#include <unistd.h>

#include "document/document-error.h"
#include "document/version-keeper.h"
#include "document/versions.h"
#include "faults/event-work.h"

/* What no run needs: one that hangs is ended. */
#define LONGEST_RUN 60 /* seconds */

#define LONGEST_SILENCE G_USEC_PER_SEC
#define TICK 5 /* milliseconds */

typedef struct {
  const char *scene;
  char *path, *state;
  guint n;
  guint n_made; /* edits so far */
} Work;

static void G_GNUC_PRINTF (1, 2)
say (const char *format, ...)
{
  g_autofree char *text = NULL, *line = NULL;
  gsize length, done = 0;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strconcat (text, "\n", NULL);
  length = strlen (line);
  while (done < length)
    {
      ssize_t written = write (STDOUT_FILENO, line + done, length - done);

      if (written <= 0)
        _exit (96);
      done += (gsize) written;
    }
}

static void
promise (const char *word, guint number)
{
  say ("%s %u %" G_GINT64_FORMAT, word, number, g_get_monotonic_time ());
}

/* --- Steps --- */

static MarathonDocument *
load (Work *work)
{
  g_autoptr (GError) error = NULL;
  MarathonDocument *document = marathon_document_load (work->path, NULL, NULL, NULL, &error);

  if (document == NULL)
    say ("unopened %s", error->message);
  return document;
}

static void
edit (Work *work, MarathonDocument *document)
{
  say ("began %u", ++work->n_made);
  event_work_edit (document, work->n_made);
}

static void
wait (Work *work, MarathonDocument *document)
{
  gint64 start = g_get_monotonic_time ();
  MarathonJournalState state = event_work_wait (document);

  if (state != MARATHON_JOURNAL_FAILED)
    {
      promise ("kept", work->n_made);
      return;
    }
  say ("unkept %u %s", work->n_made, marathon_journal_get_failure (marathon_document_get_journal (document)));
  if (g_get_monotonic_time () - start > LONGEST_SILENCE)
    say ("late %u", work->n_made);
}

static gboolean
save_once (MarathonDocument *document, guint number, EventWorkFunc meanwhile, gpointer data)
{
  g_autoptr (GError) error = NULL;

  say ("saving %u", number);
  if (event_work_save (document, NULL, meanwhile, data, &error))
    promise ("saved", number);
  else if (g_error_matches (error, MARATHON_DOCUMENT_ERROR, MARATHON_DOCUMENT_ERROR_UNSURE))
    say ("unsure %u %s", number, error->message);
  else
    say ("failed %u %s", number, error->message);
  if (error != NULL && !marathon_document_is_modified (document))
    say ("unmodified %u", number);
  return error == NULL;
}

/* As people do: once more where it failed. */
static gboolean
save (Work *work, MarathonDocument *document)
{
  return save_once (document, work->n_made, NULL, NULL) || save_once (document, work->n_made, NULL, NULL);
}

/* As the program does at its end. */
static void
finish (MarathonDocument *document)
{
  marathon_journal_flush (marathon_document_get_journal (document));
  marathon_version_keeper_finish ();
}

/* --- Commands --- */

static void
do_saves (Work *work)
{
  g_autoptr (MarathonDocument) document = load (work);

  while (document != NULL && work->n_made < work->n)
    {
      edit (work, document);
      save (work, document);
    }
}

/* Every second edit is made while the one before is still being written. */
static void
make_edits (Work *work, MarathonDocument *document)
{
  marathon_document_protect (document, work->state);
  while (work->n_made < work->n)
    {
      edit (work, document);
      if (work->n_made % 2 == 1 || work->n_made == work->n)
        wait (work, document);
    }
  finish (document);
}

static void
do_edits (Work *work)
{
  g_autoptr (MarathonDocument) document = load (work);

  if (document != NULL)
    make_edits (work, document);
}

/* The same of an event that has no file yet. */
static void
do_untitled_edits (Work *work)
{
  g_autoptr (MarathonDocument) read = load (work);
  g_autoptr (MarathonDocument) document = NULL;

  if (read == NULL)
    return;
  document = marathon_document_new (marathon_document_get_event (read));
  make_edits (work, document);
}

static void
edit_meanwhile (MarathonDocument *document, gpointer data)
{
  edit (data, document);
}

/* Every third version is saved, and another edit made meanwhile. */
static void
do_edits_and_saves (Work *work)
{
  g_autoptr (MarathonDocument) document = load (work);

  if (document == NULL)
    return;
  marathon_document_protect (document, work->state);
  while (work->n_made < work->n)
    {
      edit (work, document);
      wait (work, document);
      if (work->n_made % 3 != 0)
        continue;
      if (!save_once (document, work->n_made, edit_meanwhile, work))
        save (work, document);
      wait (work, document);
    }
  save (work, document);
  finish (document);
}

/* A version for each save, far enough apart for older ones to be thinned out. */
static void
do_versions (Work *work)
{
  g_autoptr (MarathonDocument) document = load (work);

  while (document != NULL && work->n_made < work->n)
    {
      g_autoptr (GError) error = NULL;
      guint n_entrants;

      edit (work, document);
      if (!save (work, document))
        continue;
      n_entrants = marathon_roster_get_size (marathon_event_get_roster (marathon_document_get_event (document)));
      if (marathon_versions_keep (work->state, EVENT_WORK_ID, work->path, marathon_document_get_identity (document),
                                  n_entrants, 1000000000 + (gint64) work->n_made * 100, NULL, &error))
        promise ("versioned", work->n_made);
      else
        say ("unversioned %u %s", work->n_made, error->message);
    }
}

static void
rescue (Work *work, MarathonDocument *document)
{
  g_autofree char *other = g_strconcat (work->path, EVENT_WORK_RESCUED, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = event_work_sum (marathon_document_get_event (document));

  if (event_work_save (document, marathon_document_get_path (document) == NULL ? other : NULL, NULL, NULL, &error))
    say ("rescued %s", sum);
  else
    say ("failed %u %s", work->n, error->message);
}

static void
recover (Work *work, const MarathonRecovery *recovery, gboolean saves)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonDocument) document = NULL;
  g_autofree char *sum = NULL;

  say ("found %d %u", recovery->kind, recovery->n_steps);
  document = event_work_recover (recovery, &error);
  if (document == NULL)
    {
      say ("unopened %s", error->message);
      return;
    }
  marathon_document_protect (document, work->state);
  sum = event_work_sum (marathon_document_get_event (document));
  say ("opened %s", sum);
  if (saves)
    rescue (work, document);
  finish (document);
}

static void
recover_all (Work *work, gboolean saves)
{
  g_autoptr (GPtrArray) recoveries = marathon_recovery_list (work->state, NULL);

  for (guint i = 0; i < recoveries->len; i++)
    recover (work, g_ptr_array_index (recoveries, i), saves);
  marathon_versions_adopt_leftovers (work->state, work->path, NULL);
}

static void
do_recovery (Work *work)
{
  recover_all (work, TRUE);
}

static void
do_look (Work *work)
{
  recover_all (work, FALSE);
}

/* --- The main loop --- */

typedef struct {
  gint64 last, longest;
} Ticks;

static gboolean
on_tick (gpointer user_data)
{
  Ticks *ticks = user_data;
  gint64 now = g_get_monotonic_time ();

  ticks->longest = MAX (ticks->longest, now - ticks->last);
  ticks->last = now;
  return G_SOURCE_CONTINUE;
}

static void
do_gap (Work *work)
{
  g_autoptr (MarathonDocument) document = load (work);
  Ticks ticks = { .last = g_get_monotonic_time () };
  guint source;

  if (document == NULL)
    return;
  marathon_document_protect (document, work->state);
  source = g_timeout_add (TICK, on_tick, &ticks);
  while (work->n_made + 2 < work->n)
    {
      edit (work, document);
      wait (work, document);
    }
  edit (work, document);
  if (save_once (document, work->n_made, edit_meanwhile, work))
    wait (work, document);
  on_tick (&ticks);
  g_source_remove (source);
  say ("gap %" G_GINT64_FORMAT, ticks.longest / 1000);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*func) (Work *work);
  } commands[] = {
    { "save", do_saves },
    { "edits", do_edits },
    { "untitled", do_untitled_edits },
    { "edit-save", do_edits_and_saves },
    { "versions", do_versions },
    { "recover", do_recovery },
    { "look", do_look },
    { "gap", do_gap },
  };
  Work work = { 0 };

  alarm (LONGEST_RUN);
  work.scene = argc > 2 ? argv[2] : ".";
  work.n = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 1;
  work.path = event_work_get_path (work.scene);
  work.state = event_work_get_state (work.scene);
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        commands[i].func (&work);
        say ("end");
        return 0;
      }
  return 95;
}
