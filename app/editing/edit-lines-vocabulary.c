/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of edit lines: what each is called and which attributes it has.
 */
#include "editing/edit-lines-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MarathonEditLineKind kinds[] = {
  { "change", marathon_edit_line_change, { "entrant", "place" }, .has_fields = TRUE },
  { "insert", marathon_edit_line_insert, { "at", "place" } },
  { "remove", marathon_edit_line_remove, { "entrant", "place" } },
  { "bin", marathon_edit_line_bin, { "entrant", "at" } },
  { "restore", marathon_edit_line_restore, { "entrant", "at" } },
  { "guides", marathon_edit_line_guides, { "entrant", "place" } },
  { "add-guide", marathon_edit_line_add_guide, { "entrant", "place" }, .has_fields = TRUE },
  { "remove-guide", marathon_edit_line_remove_guide, { "entrant", "place", "guide" } },
  { "change-record", marathon_edit_line_change_record, { "list", "record" }, .has_fields = TRUE },
  { "insert-record", marathon_edit_line_insert_record, { "list", "at" } },
  { "remove-record", marathon_edit_line_remove_record, { "list", "record" } },
  { "move-record", marathon_edit_line_move_record, { "list", "record", "at" } },
  { "begin", marathon_edit_line_begin, { "label" }, .is_frame = TRUE },
  { "commit", marathon_edit_line_commit, { NULL }, .is_frame = TRUE },
};

const MarathonEditLineKind *
marathon_edit_line_find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

void
marathon_edit_applying_refuse_line (MarathonEditApplying *applying, const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i].name);
  /* Translators: the names of elements; the last is a list of them. */
  marathon_edit_applying_refuse (applying, _ ("there is no edit called <%s>; there are: %s"), name, names->str);
}

void
marathon_edit_applying_check_attributes (MarathonEditApplying     *applying,
                                         const MarathonXmlElement *element,
                                         const char *const        *names,
                                         gboolean                  has_fields)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const MarathonXmlAttribute *attribute = &element->attributes[i];

      if (attribute->prefix == NULL && (has_fields || g_strv_contains (names, attribute->name)))
        continue;
      marathon_edit_applying_refuse_attribute (applying, element, attribute);
      return;
    }
}

void
marathon_edit_applying_refuse_attribute (MarathonEditApplying *applying, const MarathonXmlElement *element, const MarathonXmlAttribute *attribute)
{
  g_autofree char *name = attribute->prefix != NULL ? g_strconcat (attribute->prefix, ":", attribute->name, NULL)
                                                    : g_strdup (attribute->name);

  marathon_edit_applying_refuse (applying, _ ("<%s> has no attribute “%s”"), element->name, name);
}
