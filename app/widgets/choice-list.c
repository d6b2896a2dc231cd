/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonChoiceList: the choices, and where they come from.
 */
#include "widgets/choice-list.h"

#include <glib/gi18n-lib.h>

struct _MarathonChoiceList {
  GObject parent_instance;

  GPtrArray *choices;
  const MarathonWord *vocabulary; /* of the three at most one */
  MarathonRecordList *records;
  char **texts;
  char **labels;      /* of the texts, or NULL */
  GPtrArray *watched; /* the records whose names are listened to */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarathonChoiceList, marathon_choice_list, G_TYPE_OBJECT)

static void
add_choice (MarathonChoiceList *list, const char *text, const char *label)
{
  g_ptr_array_add (list->choices, marathon_choice_new (text, label));
}

static void
fill (MarathonChoiceList *list)
{
  g_ptr_array_set_size (list->choices, 0);
  for (guint i = 0; list->vocabulary != NULL && list->vocabulary[i].word != NULL; i++)
    add_choice (list, list->vocabulary[i].word, _ (list->vocabulary[i].label));
  for (guint i = 0; list->records != NULL && i < marathon_record_list_get_size (list->records); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list->records, i);

      add_choice (list, marathon_record_get_key (record), marathon_record_get_name (record));
    }
  for (guint i = 0; list->texts != NULL && list->texts[i] != NULL; i++)
    add_choice (list, list->texts[i], list->labels != NULL ? list->labels[i] : list->texts[i]);
  g_signal_emit (list, changed_signal, 0);
}

static void
unwatch_record (gpointer data, gpointer list)
{
  g_signal_handlers_disconnect_by_func (data, fill, list);
}

static void
watch_records (MarathonChoiceList *list)
{
  g_ptr_array_foreach (list->watched, unwatch_record, list);
  g_ptr_array_set_size (list->watched, 0);
  for (guint i = 0; list->records != NULL && i < marathon_record_list_get_size (list->records); i++)
    {
      MarathonRecord *record = marathon_record_list_get (list->records, i);
      const char *name = marathon_record_find_column (record, "name") >= 0 ? "notify::name" : "notify::label";

      g_signal_connect_object (record, name, G_CALLBACK (fill), list, G_CONNECT_SWAPPED);
      g_ptr_array_add (list->watched, g_object_ref (record));
    }
}

static void
on_records_changed (MarathonChoiceList *list)
{
  watch_records (list);
  fill (list);
}

static void
forget (MarathonChoiceList *list)
{
  if (list->records != NULL)
    g_signal_handlers_disconnect_by_func (list->records, on_records_changed, list);
  g_clear_object (&list->records);
  g_clear_pointer (&list->texts, g_strfreev);
  g_clear_pointer (&list->labels, g_strfreev);
  list->vocabulary = NULL;
  watch_records (list);
}

static void
marathon_choice_list_dispose (GObject *object)
{
  forget (MARATHON_CHOICE_LIST (object));
  G_OBJECT_CLASS (marathon_choice_list_parent_class)->dispose (object);
}

static void
marathon_choice_list_finalize (GObject *object)
{
  MarathonChoiceList *list = MARATHON_CHOICE_LIST (object);

  g_ptr_array_unref (list->choices);
  g_ptr_array_unref (list->watched);
  G_OBJECT_CLASS (marathon_choice_list_parent_class)->finalize (object);
}

static void
marathon_choice_list_class_init (MarathonChoiceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = marathon_choice_list_dispose;
  object_class->finalize = marathon_choice_list_finalize;
  changed_signal = g_signal_new ("changed", MARATHON_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
marathon_choice_list_init (MarathonChoiceList *list)
{
  list->choices = g_ptr_array_new_with_free_func (g_object_unref);
  list->watched = g_ptr_array_new_with_free_func (g_object_unref);
}

MarathonChoiceList *
marathon_choice_list_new (void)
{
  return g_object_new (MARATHON_TYPE_CHOICE_LIST, NULL);
}

void
marathon_choice_list_set_words (MarathonChoiceList *list, const MarathonWord *vocabulary)
{
  g_return_if_fail (MARATHON_IS_CHOICE_LIST (list));

  if (vocabulary != NULL && list->vocabulary == vocabulary)
    return;
  forget (list);
  list->vocabulary = vocabulary;
  fill (list);
}

void
marathon_choice_list_set_records (MarathonChoiceList *list, MarathonRecordList *records)
{
  g_return_if_fail (MARATHON_IS_CHOICE_LIST (list));

  if (records != NULL && list->records == records)
    return;
  forget (list);
  if (records != NULL)
    {
      list->records = g_object_ref (records);
      g_signal_connect_object (records, "items-changed", G_CALLBACK (on_records_changed), list, G_CONNECT_SWAPPED);
    }
  on_records_changed (list);
}

static gboolean
are_equal (char **a, const char *const *b)
{
  if (a == NULL || b == NULL)
    return a == NULL && b == NULL;
  return g_strv_equal ((const char *const *) a, b);
}

void
marathon_choice_list_set_texts (MarathonChoiceList *list, const char *const *texts, const char *const *labels)
{
  g_return_if_fail (MARATHON_IS_CHOICE_LIST (list));
  g_return_if_fail (texts != NULL);

  if (are_equal (list->texts, texts) && are_equal (list->labels, labels))
    return;
  forget (list);
  list->texts = g_strdupv ((char **) texts);
  list->labels = g_strdupv ((char **) labels);
  fill (list);
}

const MarathonWord *
marathon_choice_list_get_words (MarathonChoiceList *list)
{
  return list->vocabulary;
}

guint
marathon_choice_list_get_size (MarathonChoiceList *list)
{
  return list->choices->len;
}

MarathonChoice *
marathon_choice_list_get (MarathonChoiceList *list, guint position)
{
  return g_ptr_array_index (list->choices, position);
}

MarathonChoice *
marathon_choice_list_find (MarathonChoiceList *list, const char *text)
{
  for (guint i = 0; i < list->choices->len; i++)
    if (strcmp (marathon_choice_get_text (list->choices->pdata[i]), text) == 0)
      return list->choices->pdata[i];
  return NULL;
}
