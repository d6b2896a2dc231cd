/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * marathon-cli info: what a person wants to know first of an event file.
 */
#include <glib/gi18n-lib.h>

#include "base/id-source.h"
#include "cli/command.h"
#include "cli/json.h"
#include "model/category.h"
#include "model/wave.h"

typedef struct {
  guint by_status[MARATHON_N_STATUSES];
  guint without_category; /* accepted ones only, from here on */
  guint without_wave;
  guint without_bib;
  guint collected;
  guint guides;
  guint *by_category; /* by handle */
  guint *by_wave;
} Counts;

static void
count_accepted (MarathonEvent *event, const MarathonEntrant *entrant, Counts *counts)
{
  MarathonDetailsView view;

  counts->by_category[entrant->category]++;
  counts->by_wave[entrant->wave]++;
  counts->without_category += entrant->category == 0;
  counts->without_wave += entrant->wave == 0;
  counts->without_bib += entrant->bib == 0;
  counts->collected += marathon_entrant_has_flag (entrant, MARATHON_FLAG_COLLECTED);
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  counts->guides += view.n_guides;
}

static void
count (MarathonEvent *event, Counts *counts)
{
  MarathonRoster *roster = marathon_event_get_roster (event);

  counts->by_category = g_new0 (guint, marathon_record_list_get_next_handle (marathon_event_get_list (event, MARATHON_LIST_CATEGORIES)));
  counts->by_wave = g_new0 (guint, marathon_record_list_get_next_handle (marathon_event_get_list (event, MARATHON_LIST_WAVES)));
  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      const MarathonEntrant *entrant = marathon_roster_get (roster, i);

      counts->by_status[entrant->status]++;
      if (entrant->status == MARATHON_STATUS_ACCEPTED)
        count_accepted (event, entrant, counts);
    }
}

/* --- Plain --- */

static void
print_list (MarathonEvent *event, MarathonListId id, const guint *counts, const char *heading)
{
  MarathonRecordList *list = marathon_event_get_list (event, id);

  if (marathon_record_list_get_size (list) > 0)
    g_print ("%s\n", heading);
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);
      guint capacity = id == MARATHON_LIST_WAVES ? MARATHON_WAVE (record)->capacity : MARATHON_CATEGORY (record)->capacity;
      const char *name = id == MARATHON_LIST_WAVES ? MARATHON_WAVE (record)->name : MARATHON_CATEGORY (record)->name;
      guint n = counts[marathon_record_get_handle (record)];

      g_print ("  %-22s %7u", marathon_record_get_key (record), n);
      if (capacity > 0)
        g_print (_ (" of %u"), capacity);
      g_print ("  %s\n", name);
    }
}

static void
print_plain (MarathonEvent *event, const Counts *counts)
{
  MarathonEventInfo *info = marathon_event_get_info (event);
  g_autofree char *date = marathon_date_format (info->date);

  g_print ("%s\n%s%s%s\n", info->title, date, *date != '\0' && *info->place != '\0' ? ", " : "", info->place);
  g_print ("%s\n", _ ("Entrants"));
  for (guint i = 0; i < G_N_ELEMENTS (counts->by_status); i++)
    g_print ("  %-22s %7u\n", _ (marathon_status_words[i].label), counts->by_status[i]);
  g_print ("%s\n", _ ("Of the accepted"));
  g_print ("  %-22s %7u\n", _ ("without category"), counts->without_category);
  g_print ("  %-22s %7u\n", _ ("without wave"), counts->without_wave);
  g_print ("  %-22s %7u\n", _ ("without bib"), counts->without_bib);
  g_print ("  %-22s %7u\n", _ ("bib collected"), counts->collected);
  g_print ("  %-22s %7u\n", _ ("guides"), counts->guides);
  print_list (event, MARATHON_LIST_CATEGORIES, counts->by_category, _ ("Categories"));
  print_list (event, MARATHON_LIST_WAVES, counts->by_wave, _ ("Waves"));
}

/* --- JSON --- */

static void
add_list (MarathonEvent *event, MarathonListId id, const guint *counts, GString *out)
{
  MarathonRecordList *list = marathon_event_get_list (event, id);

  marathon_json_begin_array (out, marathon_list_get_name (id));
  for (guint i = 0; i < marathon_record_list_get_size (list); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list, i);

      marathon_json_begin_object (out, NULL);
      marathon_json_add_string (out, "id", marathon_record_get_key (record));
      marathon_json_add_string (out, "name", id == MARATHON_LIST_WAVES ? MARATHON_WAVE (record)->name : MARATHON_CATEGORY (record)->name);
      marathon_json_add_number (out, "capacity",
                                id == MARATHON_LIST_WAVES ? MARATHON_WAVE (record)->capacity : MARATHON_CATEGORY (record)->capacity);
      marathon_json_add_number (out, "accepted", counts[marathon_record_get_handle (record)]);
      marathon_json_end_object (out);
    }
  marathon_json_end_array (out);
}

static void
print_json (MarathonEvent *event, const Counts *counts)
{
  MarathonEventInfo *info = marathon_event_get_info (event);
  g_autofree char *date = marathon_date_format (info->date);
  g_autoptr (GString) out = g_string_new (NULL);
  char id[17];

  marathon_id_write (marathon_event_get_id (event), id);
  marathon_json_begin_object (out, NULL);
  marathon_json_add_string (out, "id", id);
  marathon_json_add_string (out, "title", info->title);
  marathon_json_add_string (out, "date", date);
  marathon_json_add_string (out, "place", info->place);
  marathon_json_begin_object (out, "status");
  for (guint i = 0; i < G_N_ELEMENTS (counts->by_status); i++)
    marathon_json_add_number (out, marathon_status_words[i].word, counts->by_status[i]);
  marathon_json_end_object (out);
  marathon_json_add_number (out, "without-category", counts->without_category);
  marathon_json_add_number (out, "without-wave", counts->without_wave);
  marathon_json_add_number (out, "without-bib", counts->without_bib);
  marathon_json_add_number (out, "collected", counts->collected);
  marathon_json_add_number (out, "guides", counts->guides);
  add_list (event, MARATHON_LIST_CATEGORIES, counts->by_category, out);
  add_list (event, MARATHON_LIST_WAVES, counts->by_wave, out);
  marathon_json_end_object (out);
  g_print ("%s\n", out->str);
}

static MarathonExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("For programs"), NULL },
    { NULL },
  };
  g_autoptr (MarathonDocument) document = NULL;
  Counts counts = { 0 };
  MarathonExit exit;

  if (!marathon_command_parse (&marathon_command_info, entries, 1, &argc, &argv, &exit))
    return exit;
  document = marathon_command_load (argv[1]);
  if (document == NULL)
    return MARATHON_EXIT_REFUSED;
  count (marathon_document_get_event (document), &counts);
  (json ? print_json : print_plain) (marathon_document_get_event (document), &counts);
  g_free (counts.by_category);
  g_free (counts.by_wave);
  return MARATHON_EXIT_DONE;
}

const MarathonCommand marathon_command_info = {
  "info", "FILE", N_ ("Count entrants by status, category and wave"), "marathon-cli info spring.marathon", run,
};
