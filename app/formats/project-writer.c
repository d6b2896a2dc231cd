/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an event to the bytes of its project file: one function per part of it, in the order of the file.
 */
#include "formats/project-writer.h"

#include "base/id-source.h"
#include "formats/entrant-xml.h"
#include "formats/project-format.h"
#include "formats/record-xml.h"
#include "formats/xml-text.h"

#define PIECE (64 * 1024)
/* How many entrants between two looks at the cancellable. */
#define BATCH 1024

typedef struct {
  MarathonEvent *event;
  GString *out;
  MarathonWriteFunc write;
  gpointer user_data;
  MarathonProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GError **error;
} Writing;

static gboolean
flush (Writing *writing)
{
  gboolean good = writing->write (writing->out->str, writing->out->len, writing->user_data, writing->error);

  g_string_truncate (writing->out, 0);
  return good;
}

static gboolean
flush_if_full (Writing *writing)
{
  return writing->out->len < PIECE || flush (writing);
}

static void
append_root (Writing *writing)
{
  MarathonEvent *event = writing->event;
  guint minor = MAX (marathon_event_get_newer_minor (event), MARATHON_PROJECT_MINOR);
  char id[17];

  g_string_append (writing->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" MARATHON_PROJECT_ROOT
                                 " xmlns=\"" MARATHON_PROJECT_NAMESPACE "\"");
  g_string_append_printf (writing->out, " version=\"%d.%u\"", MARATHON_PROJECT_MAJOR, minor);
  marathon_id_write (marathon_event_get_id (event), id);
  marathon_xml_append_attribute (writing->out, "id", id);
  marathon_record_xml_append_attributes (marathon_event_get_single (event, MARATHON_SINGLE_INFO), writing->out);
  g_string_append (writing->out, ">\n");
}

/* Course and rules: an element only where something is said. */
static void
append_single (Writing *writing, MarathonSingleId id)
{
  MarathonRecord *record = marathon_event_get_single (writing->event, id);
  const char *content = marathon_record_get_unknown_content (record);
  const char *name = marathon_single_get_name (id);
  gsize before = writing->out->len, attributes;

  g_string_append_printf (writing->out, "  <%s", name);
  attributes = writing->out->len;
  marathon_record_xml_append_attributes (record, writing->out);
  if (*content != '\0')
    g_string_append_printf (writing->out, ">%s</%s>\n", content, name);
  else if (writing->out->len > attributes)
    g_string_append (writing->out, "/>\n");
  else
    g_string_truncate (writing->out, before);
}

static void
append_unknown (Writing *writing, const char *container, guint indent)
{
  const char *xml = marathon_event_get_unknown (writing->event, container);

  if (*xml != '\0')
    g_string_append_printf (writing->out, "%*s%s\n", (int) indent, "", xml);
}

/* The start tag of a container, still open: with the attributes that a newer minor version gave it. */
static void
append_container (Writing *writing, const char *name)
{
  g_autofree char *key = g_strconcat (MARATHON_PROJECT_ATTRIBUTES, name, NULL);

  g_string_append_printf (writing->out, "  <%s%s", name, marathon_event_get_unknown (writing->event, key));
}

/* Whether a newer minor version left something in the container or at its tag. */
static gboolean
has_unknown (Writing *writing, const char *name)
{
  g_autofree char *key = g_strconcat (MARATHON_PROJECT_ATTRIBUTES, name, NULL);

  return *marathon_event_get_unknown (writing->event, name) != '\0' || *marathon_event_get_unknown (writing->event, key) != '\0';
}

static gboolean
write_list (Writing *writing, MarathonListId id)
{
  MarathonRecordList *list = marathon_event_get_list (writing->event, id);
  const char *name = marathon_list_get_name (id);
  guint size = marathon_record_list_get_size (list);

  if (size == 0 && !has_unknown (writing, name))
    return TRUE;
  append_container (writing, name);
  g_string_append (writing->out, ">\n");
  for (guint i = 0; i < size; i++)
    {
      marathon_record_xml_append (marathon_record_list_get (list, i), 4, writing->out);
      if (!flush_if_full (writing))
        return FALSE;
    }
  append_unknown (writing, name, 4);
  g_string_append_printf (writing->out, "  </%s>\n", name);
  return TRUE;
}

static gboolean
write_entrants (Writing *writing, MarathonPlace place, const char *name)
{
  MarathonRoster *roster = marathon_event_get_place (writing->event, place);
  guint size = marathon_roster_get_size (roster);

  append_container (writing, name);
  if (size == 0 && *marathon_event_get_unknown (writing->event, name) == '\0')
    {
      g_string_append (writing->out, "/>\n");
      return TRUE;
    }
  g_string_append (writing->out, ">\n");
  for (guint i = 0; i < size; i++)
    {
      marathon_entrant_xml_append (writing->event, marathon_roster_get (roster, i), 4, writing->out);
      if (!flush_if_full (writing))
        return FALSE;
      if (i % BATCH != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (writing->cancellable, writing->error))
        return FALSE;
      if (writing->progress != NULL)
        writing->progress (i, size, writing->progress_data);
    }
  append_unknown (writing, name, 4);
  g_string_append_printf (writing->out, "  </%s>\n", name);
  return TRUE;
}

static gboolean
write_all (Writing *writing)
{
  gboolean has_bin = marathon_roster_get_size (marathon_event_get_bin (writing->event)) > 0
                     || has_unknown (writing, MARATHON_PROJECT_BIN);

  append_root (writing);
  append_single (writing, MARATHON_SINGLE_COURSE);
  append_single (writing, MARATHON_SINGLE_RULES);
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    if (!write_list (writing, id))
      return FALSE;
  if (!write_entrants (writing, MARATHON_PLACE_ROSTER, MARATHON_PROJECT_ENTRANTS))
    return FALSE;
  if (has_bin && !write_entrants (writing, MARATHON_PLACE_BIN, MARATHON_PROJECT_BIN))
    return FALSE;
  append_unknown (writing, "", 2);
  g_string_append (writing->out, "</" MARATHON_PROJECT_ROOT ">\n");
  return flush (writing);
}

gboolean
marathon_project_write (MarathonEvent        *event,
                        MarathonWriteFunc     write,
                        gpointer              user_data,
                        MarathonProgressFunc  progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  Writing writing = { event, g_string_sized_new (PIECE * 2), write, user_data, progress, progress_data, cancellable, error };
  gboolean good;

  good = write_all (&writing);
  g_string_free (writing.out, TRUE);
  return good;
}

static gboolean
append_to_string (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  g_string_append_len (user_data, bytes, (gssize) length);
  return TRUE;
}

char *
marathon_project_to_text (MarathonEvent *event)
{
  GString *text = g_string_new (NULL);

  marathon_project_write (event, append_to_string, text, NULL, NULL, NULL, NULL);
  return g_string_free (text, FALSE);
}

static guint64
count_guides (MarathonEvent *event, MarathonPlace place)
{
  MarathonRoster *roster = marathon_event_get_place (event, place);
  guint64 n = 0;

  for (guint i = 0; i < marathon_roster_get_size (roster); i++)
    {
      MarathonDetailsView view;

      marathon_details_store_get (marathon_event_get_details (event), marathon_roster_get (roster, i)->details, &view);
      n += view.n_guides;
    }
  return n;
}

void
marathon_project_count (MarathonEvent *event, MarathonProjectCounts *counts)
{
  counts->n_entrants = marathon_roster_get_size (marathon_event_get_roster (event));
  counts->n_deleted = marathon_roster_get_size (marathon_event_get_bin (event));
  counts->n_guides = count_guides (event, MARATHON_PLACE_ROSTER) + count_guides (event, MARATHON_PLACE_BIN);
  counts->n_records = 0;
  for (MarathonListId id = 0; id < MARATHON_N_LISTS; id++)
    counts->n_records += marathon_record_list_get_size (marathon_event_get_list (event, id));
}
