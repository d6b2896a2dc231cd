/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding categories, waves and groups by what people call them, and making groups and custom fields.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/fold.h"
#include "model/category.h"
#include "model/custom-field.h"
#include "model/group.h"
#include "model/start.h"
#include "model/wave.h"

#define MAX_SLUG 56
#define MAX_LABEL 200

char *
marathon_import_make_slug (const char *text)
{
  g_autofree char *folded = marathon_fold (text);
  GString *slug = g_string_new (NULL);

  for (const char *at = folded; *at != '\0' && slug->len < MAX_SLUG; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, *at);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

/* --- Finding --- */

static void
add_name (GHashTable *names, const char *name, gpointer record)
{
  char *folded = marathon_fold (name);

  if (*folded == '\0')
    g_free (folded);
  else if (g_hash_table_contains (names, folded) && g_hash_table_lookup (names, folded) != record)
    g_hash_table_replace (names, folded, NULL);
  else
    g_hash_table_replace (names, folded, record);
}

static void
add_wave (MarathonImportJob *job, GHashTable *names, MarathonWave *wave)
{
  MarathonStart *start = marathon_event_get_record (job->event, MARATHON_LIST_STARTS, wave->start);

  add_name (names, wave->name, wave);
  if (start != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s %s", start->name, wave->name);

      add_name (names, both, wave);
    }
}

static GHashTable *
get_names (MarathonImportJob *job, MarathonListId list)
{
  MarathonRecordList *records = marathon_event_get_list (job->event, list);

  if (job->names[list] != NULL)
    return job->names[list];
  job->names[list] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < marathon_record_list_get_size (records); i++)
    {
      gpointer record = marathon_record_list_get (records, i);

      if (list == MARATHON_LIST_CATEGORIES)
        {
          add_name (job->names[list], MARATHON_CATEGORY (record)->name, record);
          add_name (job->names[list], MARATHON_CATEGORY (record)->code, record);
        }
      else if (list == MARATHON_LIST_WAVES)
        add_wave (job, job->names[list], record);
      else if (list == MARATHON_LIST_GROUPS)
        add_name (job->names[list], MARATHON_GROUP (record)->name, record);
    }
  return job->names[list];
}

MarathonRecord *
marathon_import_find_record (MarathonImportJob *job, MarathonListId list, const char *text, gboolean *several)
{
  MarathonRecord *record = marathon_record_list_find (marathon_event_get_list (job->event, list), text);
  g_autofree char *folded = NULL;
  GHashTable *names;

  *several = FALSE;
  if (record != NULL)
    return record;
  names = get_names (job, list);
  folded = marathon_fold (text);
  record = g_hash_table_lookup (names, folded);
  *several = record == NULL && g_hash_table_contains (names, folded);
  return record;
}

/* --- Making --- */

gboolean
marathon_import_is_custom_key (const char *key)
{
  return marathon_record_key_is_valid (key) && g_ascii_isalpha (*key) && !g_str_has_prefix (key, "xml");
}

/* Returns: (transfer full): a key that no record of the list has, made of @text, or of @fallback. */
static char *
make_key (MarathonImportJob *job, MarathonListId list, const char *text, const char *fallback)
{
  g_autofree char *slug = marathon_import_make_slug (text);
  MarathonRecordList *records = marathon_event_get_list (job->event, list);
  gboolean is_name = list != MARATHON_LIST_CUSTOM_FIELDS || marathon_import_is_custom_key (slug);
  g_autofree char *lettered = is_name ? NULL : g_strdup_printf ("%s-%s", fallback, slug);
  const char *base = *slug == '\0' ? fallback : is_name ? slug : lettered;
  g_autofree char *counted = g_strdup_printf ("%u %s", list, base);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (job->slugs, counted));
  char *key;

  do
    {
      n++;
      key = n == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, n);
      if (marathon_record_list_find (records, key) != NULL)
        g_clear_pointer (&key, g_free);
    }
  while (key == NULL);
  g_hash_table_replace (job->slugs, g_steal_pointer (&counted), GUINT_TO_POINTER (n));
  return key;
}

/* Puts a new record with that value of @column at the end of its list; %NULL with @error. */
static MarathonRecord *
add_record (MarathonImportJob *job, MarathonListId list, const char *key, const char *column, const char *text,
            GError **error)
{
  MarathonRecordList *records = marathon_event_get_list (job->event, list);
  g_autoptr (MarathonRecord) record = marathon_record_new (marathon_list_get_type_of (list), key);
  MarathonImportRecord added = { list, record };

  if (!marathon_record_set_text (record, job->event, (guint) marathon_record_find_column (record, column), text, error)
      || !marathon_event_insert_record (job->event, list, marathon_record_list_get_size (records), record, error))
    return NULL;
  g_array_append_val (job->import->records, added);
  return g_steal_pointer (&record);
}

MarathonRecord *
marathon_import_get_group (MarathonImportJob *job, const char *name, GError **error)
{
  gboolean several;
  MarathonRecord *group = marathon_import_find_record (job, MARATHON_LIST_GROUPS, name, &several);
  g_autofree char *key = NULL;

  if (group != NULL)
    return group;
  if (several)
    {
      g_set_error (error, MARATHON_IMPORT_ERROR, MARATHON_IMPORT_ERROR_MAPPING, _ ("several groups have that name"));
      return NULL;
    }
  key = make_key (job, MARATHON_LIST_GROUPS, name, "group");
  group = add_record (job, MARATHON_LIST_GROUPS, key, "name", name, error);
  if (group != NULL)
    add_name (get_names (job, MARATHON_LIST_GROUPS), name, group);
  return group;
}

/* Returns: (transfer full): at most MAX_LABEL bytes of @name, clean. */
static char *
make_label (const char *name, guint nth)
{
  g_autofree char *cleaned = marathon_clean_text (name, FALSE, NULL);
  gsize length = MIN (strlen (cleaned), MAX_LABEL - 12);

  while (length > 0 && ((guchar) cleaned[length] & 0xc0) == 0x80)
    length--;
  cleaned[length] = '\0';
  return nth == 1 ? g_steal_pointer (&cleaned) : g_strdup_printf ("%s %u", cleaned, nth);
}

/* Whether a column goes into that custom field already. */
static gboolean
is_taken (const MarathonImportJob *job, MarathonRecord *custom)
{
  for (guint i = 0; i < job->columns->len; i++)
    {
      const MarathonFieldInfo *info = marathon_import_column (job, i)->info;

      if (info != NULL && info->field == MARATHON_FIELD_CUSTOM + marathon_record_get_handle (custom))
        return TRUE;
    }
  return FALSE;
}

/* Letters and digits only; "T-shirt size" and "Shirt" are one. */
static char *
reduce_name (const char *name)
{
  static const char *const dropped[] = { "size", "groesse", "grosse", "taille", "talla", "taglia", "maat", "storlek" };
  g_autofree char *folded = marathon_fold (name);
  GString *reduced = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || (guchar) *at >= 0x80)
      g_string_append_c (reduced, *at);
  g_string_replace (reduced, "tshirt", "shirt", 0);
  if (strstr (reduced->str, "shirt") != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
      g_string_replace (reduced, dropped[i], "", 0);
  return g_string_free (reduced, FALSE);
}

/* Returns: (nullable): the field that a column of that name means, by label first. */
static MarathonRecord *
find_custom_field (const MarathonImportJob *job, const char *label)
{
  MarathonRecordList *customs = marathon_event_get_list (job->event, MARATHON_LIST_CUSTOM_FIELDS);
  guint n = marathon_record_list_get_size (customs);
  g_autofree char *folded = marathon_fold (label), *reduced = reduce_name (label);

  for (guint i = 0; i < n; i++)
    {
      MarathonCustomField *known = marathon_record_list_get (customs, i);
      g_autofree char *other = marathon_fold (known->label);

      if (strcmp (other, folded) == 0 && !is_taken (job, MARATHON_RECORD (known)))
        return MARATHON_RECORD (known);
    }
  for (guint i = 0; strstr (reduced, "shirt") != NULL && i < n; i++)
    {
      MarathonRecord *known = marathon_record_list_get (customs, i);
      g_autofree char *other = reduce_name (MARATHON_CUSTOM_FIELD (known)->label);
      g_autofree char *key = reduce_name (marathon_record_get_key (known));

      if ((strcmp (other, reduced) == 0 || strcmp (key, reduced) == 0) && !is_taken (job, known))
        return known;
    }
  return NULL;
}

/* Nobody checked what a column holds: it is not for officials at large, and what sounds of health is for doctors. */
static const char *
find_audience (const char *name)
{
  static const char *const parts[]
      = { "medic", "health", "allerg", "disab", "krank", "gesundheit", "sante", "salud", "salute", "illness",
          "condition", "diabet", "asthma", "epilep", "blood", "handicap", "behinder", "emergency", "notfall", "urgence",
          "emergencia", "emergenza", "next of kin", "nok " };
  g_autofree char *folded = marathon_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " -_/.:()", -1);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i]) != NULL)
      return "medical";
  return g_strv_contains ((const char *const *) words, "ice") ? "medical" : "everything";
}

MarathonRecord *
marathon_import_get_custom_field (MarathonImportJob *job, const char *name, const char *key, guint nth, GError **error)
{
  g_autofree char *label = make_label (name, nth);
  g_autofree char *made_key = NULL;
  MarathonRecord *custom = key == NULL ? find_custom_field (job, label) : NULL;

  if (custom != NULL)
    return custom;
  if (key == NULL)
    key = made_key = make_key (job, MARATHON_LIST_CUSTOM_FIELDS, label, "column");
  custom = add_record (job, MARATHON_LIST_CUSTOM_FIELDS, key, "label", label, error);
  if (custom != NULL)
    marathon_record_set_text (custom, job->event, (guint) marathon_record_find_column (custom, "audience"),
                              find_audience (name), NULL);
  return custom;
}
