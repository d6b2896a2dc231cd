/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonImportNoteList: a run of the notes by importance.
 */
#include "window/import-note-list.h"

#include <glib/gi18n-lib.h>

/* --- One note --- */

struct _MarathonImportNoteItem {
  GObject parent_instance;

  char *strings[5];
};

G_DEFINE_FINAL_TYPE (MarathonImportNoteItem, marathon_import_note_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_LINE, PROP_COLUMN, PROP_FOUND, PROP_TEXT, PROP_SENTENCE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
marathon_import_note_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MarathonImportNoteItem *item = MARATHON_IMPORT_NOTE_ITEM (object);

  if (id >= PROP_LINE && id < N_PROPS)
    g_value_set_string (value, item->strings[id - PROP_LINE]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
marathon_import_note_item_finalize (GObject *object)
{
  MarathonImportNoteItem *item = MARATHON_IMPORT_NOTE_ITEM (object);

  for (guint i = 0; i < G_N_ELEMENTS (item->strings); i++)
    g_free (item->strings[i]);
  G_OBJECT_CLASS (marathon_import_note_item_parent_class)->finalize (object);
}

static void
marathon_import_note_item_class_init (MarathonImportNoteItemClass *klass)
{
  static const char *const names[] = { "line", "column", "found", "text", "sentence" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marathon_import_note_item_get_property;
  object_class->finalize = marathon_import_note_item_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[PROP_LINE + i]
        = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marathon_import_note_item_init (MarathonImportNoteItem *item)
{
}

/* Texts begin in the middle of a sentence; in a column of their own they do not. */
static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, (gssize) (g_utf8_next_char (text) - text));

  return *text != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup ("");
}

static MarathonImportNoteItem *
item_new (const MarathonImportNote *note)
{
  MarathonImportNoteItem *item = g_object_new (MARATHON_TYPE_IMPORT_NOTE_ITEM, NULL);
  g_autofree char *described = marathon_import_note_describe (note);

  item->strings[0] = g_strdup_printf ("%u", note->line);
  if (note->column > 0 && *note->column_name == '\0')
    item->strings[1] = g_strdup_printf (_ ("Column %u"), note->column);
  else
    item->strings[1] = g_strdup (note->column_name);
  item->strings[2] = g_strdup (note->found);
  item->strings[3] = capitalise (note->text);
  item->strings[4] = capitalise (described);
  return item;
}

/* --- The list --- */

struct _MarathonImportNoteList {
  GObject parent_instance;

  const MarathonImportNote *notes;
  guint n;
};

static GType
get_item_type (GListModel *model)
{
  return MARATHON_TYPE_IMPORT_NOTE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MARATHON_IMPORT_NOTE_LIST (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MarathonImportNoteList *list = MARATHON_IMPORT_NOTE_LIST (model);

  return position < list->n ? item_new (&list->notes[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MarathonImportNoteList, marathon_import_note_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marathon_import_note_list_class_init (MarathonImportNoteListClass *klass)
{
}

static void
marathon_import_note_list_init (MarathonImportNoteList *list)
{
}

/* Returns: the first note that is of that importance or a lower one. */
static guint
find_first (const MarathonImportNote *notes, guint n, guint importance)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (notes[middle].importance < importance)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
marathon_import_note_list_count (const MarathonImport *import, MarathonImportImportance importance)
{
  guint n;
  const MarathonImportNote *notes = marathon_import_get_notes_by_importance (import, &n);

  return find_first (notes, n, importance + 1) - find_first (notes, n, importance);
}

MarathonImportNoteList *
marathon_import_note_list_new (const MarathonImport *import, MarathonImportImportance importance)
{
  MarathonImportNoteList *list = g_object_new (MARATHON_TYPE_IMPORT_NOTE_LIST, NULL);
  guint n;
  const MarathonImportNote *notes = marathon_import_get_notes_by_importance (import, &n);

  list->notes = notes + find_first (notes, n, importance);
  list->n = marathon_import_note_list_count (import, importance);
  return list;
}
