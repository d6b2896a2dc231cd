/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edit lines about entrants and their guides.
 */
#include "editing/edit-lines-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/project-format.h"
#include "formats/record-xml.h"
#include "model/guide-fields.h"

/* --- Which entrant --- */

static gboolean
read_place (MarathonEditApplying *applying, const MarathonXmlElement *element, MarathonPlace *place)
{
  const char *text = marathon_xml_element_get (element, "place");

  *place = g_strcmp0 (text, "bin") == 0 ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
  if (text == NULL || *place == MARATHON_PLACE_BIN || strcmp (text, "roster") == 0)
    return TRUE;
  marathon_edit_applying_refuse (applying, _ ("place: “%s” is neither “roster” nor “bin”"), text);
  return FALSE;
}

/* Looks for the entrant called @name in the event as it is. */
static gboolean
look_up (MarathonEditApplying *applying, MarathonPlace place, const char *name, guint *position)
{
  guint64 id;

  if (marathon_edit_names_is_name (name))
    return marathon_edit_names_find (&applying->names, place, name, position);
  return marathon_id_parse (name, &id) && marathon_roster_find (marathon_event_get_place (applying->event, place), id, position);
}

static gboolean
find_entrant (MarathonEditApplying *applying, const MarathonXmlElement *element, MarathonPlace place, guint *position)
{
  const char *name = marathon_xml_element_get (element, "entrant");
  gboolean found;

  if (name == NULL)
    {
      marathon_edit_applying_refuse (applying, _ ("<%s> needs the attribute “%s”"), element->name, "entrant");
      return FALSE;
    }
  if (marathon_edit_names_is_pending (&applying->names, name))
    marathon_edit_applying_flush (applying);
  found = look_up (applying, place, name, position);
  /* What was gathered may bring the entrant, or have taken away the one that was found. */
  if (!found || marathon_edit_batch_takes_away (&applying->batch, *position))
    {
      marathon_edit_applying_flush (applying);
      found = look_up (applying, place, name, position);
    }
  if (!found)
    marathon_edit_applying_refuse (applying, place == MARATHON_PLACE_BIN ? _ ("there is no entrant %s in the bin") : _ ("there is no entrant %s"), name);
  return found && !applying->failed;
}

/* --- Entrants --- */

static gboolean
is_control_attribute (const char *name)
{
  return strcmp (name, "entrant") == 0 || strcmp (name, "place") == 0;
}

static void
read_changed_fields (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  for (guint i = 0; i < element->n_attributes && !applying->failed; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      const MarathonFieldInfo *info = marathon_event_find_field (applying->event, attribute->name);
      g_autoptr (GError) error = NULL;

      if (is_control_attribute (attribute->name))
        continue;
      if (info == NULL || info->field == MARATHON_FIELD_ID)
        marathon_edit_applying_refuse (applying, _ ("there is no field “%s” to change"), attribute->name);
      else if (!marathon_entrant_draft_set_text (&applying->draft, info, attribute->value, &error))
        {
          applying->failed = TRUE;
          marathon_xml_reader_refuse_value (applying->reader, attribute, error);
        }
    }
}

/* Takes the entrant into the draft, as the lines gathered so far have it. Fields and guides that one edit changed stand in
 * several lines; bibs may be exchanged only where all of them are one edit again. */
static gboolean
take_entrant (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  const MarathonEntrant *value;

  if (!read_place (applying, element, &applying->place))
    return FALSE;
  if (!marathon_edit_batch_accepts (&applying->batch, MARATHON_EDIT_CHANGE_ENTRANTS, applying->place))
    marathon_edit_applying_flush (applying);
  if (!find_entrant (applying, element, applying->place, &applying->position))
    return FALSE;
  value = marathon_edit_batch_get_change (&applying->batch, applying->position);
  if (value == NULL)
    value = marathon_roster_get (marathon_event_get_place (applying->event, applying->place), applying->position);
  marathon_entrant_draft_start (&applying->draft, value);
  return TRUE;
}

static void
put_entrant (MarathonEditApplying *applying)
{
  const MarathonEntrant *value;

  if (applying->failed)
    return;
  value = marathon_entrant_draft_finish (&applying->draft);
  marathon_edit_names_gather (&applying->names,
                              marathon_roster_get (marathon_event_get_place (applying->event, applying->place), applying->position),
                              value);
  marathon_edit_batch_add_change (&applying->batch, applying->place, applying->position, value);
}

void
marathon_edit_line_change (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  if (!take_entrant (applying, element))
    return;
  read_changed_fields (applying, element);
  put_entrant (applying);
}

void
marathon_edit_line_remove (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  MarathonPlace place;
  guint position;

  if (!read_place (applying, element, &place))
    return;
  if (!marathon_edit_batch_accepts (&applying->batch, MARATHON_EDIT_REMOVE_ENTRANTS, place))
    marathon_edit_applying_flush (applying);
  if (find_entrant (applying, element, place, &position))
    marathon_edit_batch_add_removal (&applying->batch, place, position);
}

static void
start_transfer (MarathonEditApplying *applying, const MarathonXmlElement *element, MarathonPlace from)
{
  MarathonPlace to = from == MARATHON_PLACE_ROSTER ? MARATHON_PLACE_BIN : MARATHON_PLACE_ROSTER;
  gboolean to_end = marathon_xml_element_get (element, "at") == NULL;
  guint position, at, size;

  if (!marathon_edit_batch_accepts (&applying->batch, MARATHON_EDIT_TRANSFER_ENTRANTS, from))
    marathon_edit_applying_flush (applying);
  size = marathon_roster_get_size (marathon_event_get_place (applying->event, to)) + applying->batch.positions->len;
  if (!find_entrant (applying, element, from, &position) || !marathon_edit_applying_get_number (applying, element, "at", size, &at))
    return;
  if (!marathon_edit_batch_can_transfer (&applying->batch, position, at, to_end))
    {
      marathon_edit_applying_flush (applying);
      if (!find_entrant (applying, element, from, &position))
        return;
    }
  marathon_edit_batch_add_transfer (&applying->batch, from, position, at, to_end);
}

void
marathon_edit_line_insert (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  guint size;

  if (!read_place (applying, element, &applying->place))
    return;
  if (!marathon_edit_batch_accepts (&applying->batch, MARATHON_EDIT_INSERT_ENTRANTS, applying->place))
    marathon_edit_applying_flush (applying);
  size = marathon_roster_get_size (marathon_event_get_place (applying->event, applying->place)) + applying->batch.positions->len;
  if (!marathon_edit_applying_get_number (applying, element, "at", size, &applying->at))
    return;
  if (!marathon_edit_batch_can_insert (&applying->batch, applying->at))
    marathon_edit_applying_flush (applying);
  applying->has_entrant = FALSE;
  applying->state = MARATHON_EDIT_LINE_IN_INSERT;
}

void
marathon_edit_line_new_entrant (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  if (applying->has_entrant || strcmp (element->name, MARATHON_PROJECT_ENTRANT) != 0)
    {
      marathon_edit_applying_refuse (applying, _ ("<%s> needs one <%s>"), "insert", MARATHON_PROJECT_ENTRANT);
      return;
    }
  applying->has_entrant = TRUE;
  marathon_entrant_xml_start (applying->entrant_xml, element);
}

static void
give_missing_ids (MarathonEditApplying *applying)
{
  if (applying->draft.value.id == 0)
    applying->draft.value.id = marathon_id_source_next (applying->ids);
  for (guint i = 0; i < applying->draft.guides->len; i++)
    {
      MarathonGuide *guide = &g_array_index (applying->draft.guides, MarathonGuide, i);

      if (guide->id != 0)
        continue;
      guide->id = marathon_id_source_next (applying->ids);
      applying->draft.details_changed = TRUE;
    }
}

void
marathon_edit_line_take_entrant (MarathonEditApplying *applying)
{
  if (marathon_entrant_xml_is_good (applying->entrant_xml))
    {
      give_missing_ids (applying);
      marathon_edit_batch_add_insertion (&applying->batch, applying->place, applying->at,
                                         marathon_entrant_draft_finish (&applying->draft));
    }
  else
    applying->failed = TRUE;
}

void
marathon_edit_line_finish_insert (MarathonEditApplying *applying)
{
  if (!applying->has_entrant)
    marathon_edit_applying_refuse (applying, _ ("<%s> needs one <%s>"), "insert", MARATHON_PROJECT_ENTRANT);
}

void
marathon_edit_line_bin (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  start_transfer (applying, element, MARATHON_PLACE_ROSTER);
}

void
marathon_edit_line_restore (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  start_transfer (applying, element, MARATHON_PLACE_BIN);
}

/* --- Guides --- */

void
marathon_edit_line_guides (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  if (!take_entrant (applying, element))
    return;
  marathon_entrant_draft_set_guides (&applying->draft, NULL, 0);
  marathon_entrant_xml_begin_guides (applying->entrant_xml);
  applying->state = MARATHON_EDIT_LINE_IN_GUIDES;
}

void
marathon_edit_line_add_guide (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  MarathonGuide guide = { 0 };
  g_autoptr (GError) error = NULL;

  if (!take_entrant (applying, element))
    return;
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];
      const MarathonGuideFieldInfo *info = marathon_guide_find_field (attribute->name);

      if (is_control_attribute (attribute->name))
        continue;
      if (info == NULL)
        {
          marathon_edit_applying_refuse_attribute (applying, element, attribute);
          return;
        }
      if (!marathon_guide_set_text (applying->event, &guide, info->field, attribute->value, &error))
        {
          marathon_edit_applying_fail (applying, error);
          return;
        }
    }
  if (!marathon_entrant_draft_add_guide (&applying->draft, &guide, &error))
    {
      marathon_edit_applying_fail (applying, error);
      return;
    }
  give_missing_ids (applying);
  put_entrant (applying);
}

void
marathon_edit_line_remove_guide (MarathonEditApplying *applying, const MarathonXmlElement *element)
{
  const char *text = marathon_xml_element_get (element, "guide");
  guint64 id = 0;

  if (!take_entrant (applying, element))
    return;
  if (text != NULL && marathon_id_parse (text, &id))
    for (guint i = 0; i < applying->draft.guides->len; i++)
      if (g_array_index (applying->draft.guides, MarathonGuide, i).id == id)
        {
          g_array_remove_index (applying->draft.guides, i);
          applying->draft.details_changed = TRUE;
          put_entrant (applying);
          return;
        }
  marathon_edit_applying_refuse (applying, _ ("the entrant has no guide %s"), text != NULL ? text : "");
}

void
marathon_edit_line_finish_guides (MarathonEditApplying *applying)
{
  marathon_entrant_xml_end_guides (applying->entrant_xml);
  applying->failed |= !marathon_entrant_xml_is_good (applying->entrant_xml);
  give_missing_ids (applying);
  put_entrant (applying);
}
