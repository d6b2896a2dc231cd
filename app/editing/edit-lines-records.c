/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edit lines about records.
 */
#include "editing/edit-lines-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/record-xml.h"

static gboolean
find_list (MarathonEditApplying *applying, const MarathonXmlElement *element, MarathonListId *list)
{
  const char *name = marathon_xml_element_get (element, "list");

  for (*list = 0; name != NULL && *list < MARATHON_N_LISTS; (*list)++)
    if (strcmp (marathon_list_get_name (*list), name) == 0)
      return TRUE;
  marathon_edit_applying_refuse (applying, _ ("there is no list “%s”"), name != NULL ? name : "");
  return FALSE;
}

static MarathonRecord *
find_record (MarathonEditApplying *applying, const MarathonXmlElement *element, MarathonListId list)
{
  const char *key = marathon_xml_element_get (element, "record");
  MarathonRecord *record = key != NULL ? marathon_record_list_find (marathon_event_get_list (applying->event, list), key) : NULL;

  if (record == NULL)
    marathon_edit_applying_refuse (applying, _ ("there is no %s “%s”"), marathon_list_get_element (list), key != NULL ? key : "");
  return record;
}

static MarathonRecord *
find_single (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  const char *name = marathon_xml_element_get (element, "list");

  for (MarathonSingleId id = 0; id < MARATHON_N_SINGLES; id++)
    if (g_strcmp0 (name, marathon_single_get_name (id)) == 0)
      return marathon_event_get_single (applying->event, id);
  return NULL;
}

void
marathon_edit_line_change_record (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  MarathonRecord *record = find_single (applying, element);
  gboolean is_single = record != NULL;
  MarathonListId list;

  marathon_edit_applying_flush (applying);
  if (record == NULL)
    record = find_list (applying, element, &list) ? find_record (applying, element, list) : NULL;
  for (guint i = 0; record != NULL && i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      gboolean is_list = strcmp (attribute->name, MARATHON_EDIT_LINE_LIST_COLUMN) == 0;
      int column = marathon_record_find_column (record, is_list ? "list" : attribute->name);
      g_autoptr (MarathonEdit) edit = NULL;

      if (strcmp (attribute->name, "list") == 0 || (!is_single && strcmp (attribute->name, "record") == 0))
        continue;
      if (column < 0)
        {
          marathon_edit_applying_refuse_attribute (applying, element, attribute);
          return;
        }
      edit = marathon_edit_new_change_record (record, (guint) column, attribute->value);
      marathon_edit_applying_perform (applying, edit);
    }
}

void
marathon_edit_line_insert_record (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  marathon_edit_applying_flush (applying);
  if (!find_list (applying, element, &applying->list))
    return;
  if (marathon_edit_applying_get_number (applying, element, "at",
                  marathon_record_list_get_size (marathon_event_get_list (applying->event, applying->list)), &applying->at))
    applying->state = MARATHON_EDIT_LINE_IN_INSERT_RECORD;
}

void
marathon_edit_line_new_record (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  const char *key = marathon_xml_element_get (element, "id");

  if (strcmp (element->name, marathon_list_get_element (applying->list)) != 0 || key == NULL || applying->record != NULL)
    {
      marathon_edit_applying_refuse (applying, _ ("<insert-record> needs one <%s> with an id"), marathon_list_get_element (applying->list));
      return;
    }
  applying->record = marathon_record_new (marathon_list_get_type_of (applying->list), key);
  if (!marathon_record_xml_read (applying->reader, applying->record, applying->event, element, "id", applying->keep_unknown))
    applying->failed = TRUE;
}

void
marathon_edit_line_keep_in_record (MarathonEditApplying *applying, const char *xml)
{
  marathon_record_xml_keep_content (applying->reader, applying->record, xml);
}

void
marathon_edit_line_finish_insert_record (MarathonEditApplying *applying)
{
  g_autoptr (MarathonRecord) record = g_steal_pointer (&applying->record);
  g_autoptr (MarathonEdit) edit = NULL;

  if (record == NULL)
    {
      marathon_edit_applying_refuse (applying, _ ("<insert-record> needs one <%s> with an id"), marathon_list_get_element (applying->list));
      return;
    }
  edit = marathon_edit_new_insert_record (applying->list, applying->at, record);
  marathon_edit_applying_perform (applying, edit);
}

void
marathon_edit_line_remove_record (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  MarathonRecord *record;
  MarathonListId list;

  marathon_edit_applying_flush (applying);
  record = find_list (applying, element, &list) ? find_record (applying, element, list) : NULL;
  if (record != NULL)
    {
      guint position = marathon_record_list_get_position (marathon_event_get_list (applying->event, list), record);
      g_autoptr (MarathonEdit) edit = marathon_edit_new_remove_record (applying->event, list, position);

      marathon_edit_applying_perform (applying, edit);
    }
}

void
marathon_edit_line_move_record (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  MarathonRecord *record;
  MarathonListId list;
  guint at;

  marathon_edit_applying_flush (applying);
  record = find_list (applying, element, &list) ? find_record (applying, element, list) : NULL;
  if (record == NULL
      || !marathon_edit_applying_get_number (applying, element, "at", marathon_record_list_get_size (marathon_event_get_list (applying->event, list)) - 1, &at))
    return;
  {
    guint position = marathon_record_list_get_position (marathon_event_get_list (applying->event, list), record);
    g_autoptr (MarathonEdit) edit = marathon_edit_new_move_record (list, position, at);

    marathon_edit_applying_perform (applying, edit);
  }
}
