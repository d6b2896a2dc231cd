/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an entrant as XML: one pass over the table of fields for each element.
 */
#include "formats/entrant-xml.h"

#include <string.h>

#include "formats/project-format.h"
#include "formats/xml-text.h"
#include "model/event.h"
#include "model/guide-fields.h"

/* So much of one <custom> leaves room in the tag for one more value and for what a newer version left there (xml-reader.h). */
#define CUSTOM_MAX_LENGTH (100u << 10)
#define CUSTOM_MAX_ATTRIBUTES 64u

/* Appends the attribute, or nothing where the field has no value. */
static void
append_field (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonFieldInfo *info, GString *out)
{
  gsize before = out->len, value;

  g_string_append_c (out, ' ');
  g_string_append (out, info->attribute);
  g_string_append_len (out, "=\"", 2);
  value = out->len;
  marathon_entrant_append_text (event, entrant, info, out);
  if (out->len == value)
    {
      g_string_truncate (out, before);
      return;
    }
  marathon_xml_escape_tail (out, value);
  g_string_append_c (out, '"');
}

/* The details that live in a child element, as attributes. */
static void
append_details (MarathonEvent *event, const MarathonEntrant *entrant, MarathonFieldHome home, GString *out)
{
  MarathonDetailsView view;

  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  for (guint i = 0; i < view.n_values; i++)
    {
      const MarathonFieldInfo *info = marathon_event_get_field (event, view.values[i].field);

      if (info != NULL && info->home == home)
        append_field (event, entrant, info, out);
    }
}

static void
append_indent (GString *out, guint indent)
{
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

/* Appends what is unknown of an element whose start tag is open: attributes, then, after a ">", elements in it; and ends it. */
static void
finish_with_unknown (GString *out, const char *unknown, const char *element)
{
  g_string_append (out, unknown);
  if (strchr (unknown, '>') == NULL)
    g_string_append (out, "/>\n");
  else
    g_string_append_printf (out, "</%s>\n", element);
}

/* Ends a child whose tag began at @before and whose attributes began at @attributes; of an empty one nothing stays. */
static void
finish_child (GString *out, gsize before, gsize attributes, const char *unknown, const char *element)
{
  if (out->len == attributes && *unknown == '\0')
    g_string_truncate (out, before);
  else
    finish_with_unknown (out, unknown, element);
}

static gsize
start_child (GString *out, guint indent, const char *element)
{
  append_indent (out, indent);
  g_string_append_c (out, '<');
  g_string_append (out, element);
  return out->len;
}

static void
append_child (MarathonEvent *event, const MarathonEntrant *entrant, MarathonFieldHome home, guint indent, GString *out)
{
  static const char *const elements[] = {
    [MARATHON_FIELD_HOME_CONTACT] = MARATHON_PROJECT_CONTACT,
    [MARATHON_FIELD_HOME_MEDICAL] = "medical",
    [MARATHON_FIELD_HOME_RESULT] = "result",
  };
  gsize before = out->len, attributes = start_child (out, indent, elements[home]);

  append_details (event, entrant, home, out);
  finish_child (out, before, attributes, marathon_entrant_get_detail (event, entrant, MARATHON_DETAIL_UNKNOWN_CHILD + home),
                elements[home]);
}

/* Custom fields stand in the order of the event's list: their handles, by which details are sorted, are not in the file. What is too much for
 * one tag goes on in another <custom>. */
static void
append_custom (MarathonEvent *event, const MarathonEntrant *entrant, guint indent, GString *out)
{
  MarathonRecordList *customs = marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS);
  const char *unknown = marathon_entrant_get_detail (event, entrant, MARATHON_DETAIL_UNKNOWN_CHILD + MARATHON_FIELD_HOME_CUSTOM);
  gsize before = out->len, attributes = start_child (out, indent, MARATHON_PROJECT_CUSTOM);
  guint n = 0;

  for (guint i = 0; i < marathon_record_list_get_size (customs); i++)
    {
      guint32 handle = marathon_record_get_handle (marathon_record_list_get (customs, i));
      gsize length = out->len;

      append_field (event, entrant, marathon_event_get_field (event, MARATHON_FIELD_CUSTOM + handle), out);
      n += out->len > length ? 1 : 0;
      if (n < CUSTOM_MAX_ATTRIBUTES && out->len - attributes < CUSTOM_MAX_LENGTH)
        continue;
      g_string_append (out, "/>\n");
      before = out->len;
      attributes = start_child (out, indent, MARATHON_PROJECT_CUSTOM);
      n = 0;
    }
  finish_child (out, before, attributes, unknown, MARATHON_PROJECT_CUSTOM);
}

static void
append_guide_fields (MarathonEvent *event, const MarathonGuide *guide, gboolean private_ones, GString *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    {
      if (marathon_guide_fields[i].is_private != private_ones)
        continue;
      g_string_truncate (text, 0);
      marathon_guide_append_text (event, guide, i, text);
      if (text->len > 0)
        marathon_xml_append_attribute (out, marathon_guide_fields[i].key, text->str);
    }
}

static void
append_guide_contact (MarathonEvent *event, const MarathonGuide *guide, guint indent, GString *out)
{
  if (guide->emergency_name == 0 && guide->emergency_phone == 0 && guide->unknown_contact == 0)
    return;
  append_indent (out, indent);
  g_string_append (out, "<" MARATHON_PROJECT_CONTACT);
  append_guide_fields (event, guide, TRUE, out);
  finish_with_unknown (out, marathon_event_text (event, guide->unknown_contact), MARATHON_PROJECT_CONTACT);
}

/* Text of a newer version, on a line of its own. */
static void
append_unknown_content (const char *unknown, guint indent, GString *out)
{
  if (*unknown == '\0')
    return;
  append_indent (out, indent);
  g_string_append (out, unknown);
  g_string_append_c (out, '\n');
}

/* Ends a start tag whose content begins at @content: as an empty element where nothing came. */
static void
finish_element (GString *out, gsize content, const char *name, guint indent)
{
  if (out->len == content)
    {
      g_string_truncate (out, content - strlen (">\n"));
      g_string_append (out, "/>\n");
      return;
    }
  append_indent (out, indent);
  g_string_append_printf (out, "</%s>\n", name);
}

void
marathon_guide_xml_append (MarathonEvent *event, const MarathonGuide *guide, guint indent, GString *out)
{
  gsize content;

  append_indent (out, indent);
  g_string_append (out, "<" MARATHON_PROJECT_GUIDE);
  append_guide_fields (event, guide, FALSE, out);
  g_string_append (out, marathon_event_text (event, guide->unknown_attributes));
  g_string_append (out, ">\n");
  content = out->len;
  append_guide_contact (event, guide, indent + 2, out);
  append_unknown_content (marathon_event_text (event, guide->unknown_content), indent + 2, out);
  finish_element (out, content, MARATHON_PROJECT_GUIDE, indent);
}

static void
append_children (MarathonEvent *event, const MarathonEntrant *entrant, guint indent, GString *out)
{
  const char *unknown = marathon_entrant_get_detail (event, entrant, MARATHON_DETAIL_UNKNOWN_CONTENT);
  MarathonDetailsView view;

  for (MarathonFieldHome home = MARATHON_FIELD_HOME_CONTACT; home < MARATHON_FIELD_HOME_CUSTOM; home++)
    append_child (event, entrant, home, indent, out);
  append_custom (event, entrant, indent, out);
  marathon_details_store_get (marathon_event_get_details (event), entrant->details, &view);
  for (guint i = 0; i < view.n_guides; i++)
    marathon_guide_xml_append (event, &view.guides[i], indent, out);
  append_unknown_content (unknown, indent, out);
}

void
marathon_entrant_xml_append (MarathonEvent *event, const MarathonEntrant *entrant, guint indent, GString *out)
{
  gsize children;

  append_indent (out, indent);
  g_string_append (out, "<" MARATHON_PROJECT_ENTRANT);
  for (guint field = 0; field < MARATHON_N_FIELDS; field++)
    {
      const MarathonFieldInfo *info = marathon_event_get_field (event, field);

      if (info->home == MARATHON_FIELD_HOME_ENTRANT)
        append_field (event, entrant, info, out);
    }
  if (entrant->details == 0)
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append (out, marathon_entrant_get_detail (event, entrant, MARATHON_DETAIL_UNKNOWN_ATTRIBUTES));
  g_string_append (out, ">\n");
  children = out->len;
  append_children (event, entrant, indent + 2, out);
  finish_element (out, children, MARATHON_PROJECT_ENTRANT, indent);
}
