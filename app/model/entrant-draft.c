/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonEntrantDraft: setting fields from text, one parser per type of field.
 */
#include "model/entrant-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/bib.h"
#include "base/fold.h"
#include "base/id-source.h"
#include "model/entrant-storage.h"
#include "model/event.h"
#include "model/model-error.h"

typedef struct {
  MarathonEntrantDraft *draft;
  const MarathonFieldInfo *info;
  MarathonFieldStore store;
  goffset offset;
  GError **error;
} Setting;

void
marathon_entrant_draft_init (MarathonEntrantDraft *draft, MarathonEvent *event)
{
  draft->event = event;
  draft->details = g_array_new (FALSE, FALSE, sizeof (MarathonDetail));
  draft->guides = g_array_new (FALSE, FALSE, sizeof (MarathonGuide));
  marathon_entrant_draft_start (draft, NULL);
}

void
marathon_entrant_draft_clear (MarathonEntrantDraft *draft)
{
  g_clear_pointer (&draft->details, g_array_unref);
  g_clear_pointer (&draft->guides, g_array_unref);
}

void
marathon_entrant_draft_start (MarathonEntrantDraft *draft, const MarathonEntrant *value)
{
  MarathonDetailsView view;

  g_array_set_size (draft->details, 0);
  g_array_set_size (draft->guides, 0);
  draft->details_changed = FALSE;
  if (value == NULL)
    {
      memset (&draft->value, 0, sizeof draft->value);
      return;
    }
  draft->value = *value;
  marathon_details_store_get (marathon_event_get_details (draft->event), value->details, &view);
  g_array_append_vals (draft->details, view.values, view.n_values);
  g_array_append_vals (draft->guides, view.guides, view.n_guides);
}

/* --- Storing --- */

static void
store_detail (MarathonEntrantDraft *draft, guint field, MarathonText text)
{
  MarathonDetail detail = { field, text };
  guint at = 0;
  gboolean there;

  while (at < draft->details->len && g_array_index (draft->details, MarathonDetail, at).field < field)
    at++;
  there = at < draft->details->len && g_array_index (draft->details, MarathonDetail, at).field == field;
  if (there && text == 0)
    g_array_remove_index (draft->details, at);
  else if (there)
    g_array_index (draft->details, MarathonDetail, at).text = text;
  else if (text != 0)
    g_array_insert_val (draft->details, at, detail);
  draft->details_changed = TRUE;
}

void
marathon_entrant_draft_set_detail (MarathonEntrantDraft *draft, guint field, const char *text)
{
  store_detail (draft, field, marathon_event_add_text (draft->event, text));
}

void
marathon_entrant_draft_set_flag (MarathonEntrantDraft *draft, MarathonFlags flag, gboolean set)
{
  draft->value.flags = (guint16) (set ? draft->value.flags | flag : draft->value.flags & ~flag);
}

static void
store_text (Setting *setting, const char *text)
{
  MarathonText pooled = marathon_event_add_text (setting->draft->event, text);

  if (setting->store == MARATHON_STORE_DETAIL)
    store_detail (setting->draft, setting->info->field, pooled);
  else
    G_STRUCT_MEMBER (MarathonText, &setting->draft->value, setting->offset) = pooled;
}

/* --- Refusing --- */

static gboolean G_GNUC_PRINTF (2, 3)
refuse (Setting *setting, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (setting->error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("%s: %s"), setting->info->key, message);
  return FALSE;
}

/* --- One parser per type --- */

/* Whether the text needs no cleaning: printable ASCII with single inner spaces. */
static gboolean
is_clean (const char *text)
{
  const char *at = text;

  if (*at == ' ')
    return FALSE;
  for (; *at != '\0'; at++)
    if (*at < ' ' || *at > '~' || (at[0] == ' ' && (at[1] == ' ' || at[1] == '\0')))
      return FALSE;
  return TRUE;
}

static gboolean
check_length (Setting *setting, const char *text)
{
  guint limit = setting->info->limit > 0 ? setting->info->limit : MARATHON_TEXT_MAX_LENGTH;

  if (strlen (text) <= limit)
    return TRUE;
  return refuse (setting, g_dngettext (GETTEXT_PACKAGE, "is longer than %u byte", "is longer than %u bytes", limit), limit);
}

static gboolean
set_line (Setting *setting, const char *text)
{
  g_autofree char *cleaned = NULL;

  if (!is_clean (text))
    text = cleaned = marathon_clean_text (text, setting->info->type == MARATHON_FIELD_TYPE_LINES, NULL);
  if (!check_length (setting, text))
    return FALSE;
  store_text (setting, text);
  return TRUE;
}

static gboolean
set_words (Setting *setting, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GString) canonical = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *word = marathon_clean_text (parts[i], FALSE, NULL);

      if (*word != '\0' && !g_hash_table_contains (seen, word))
        g_string_append_printf (canonical, "%s%s", canonical->len > 0 ? ";" : "", word);
      g_hash_table_add (seen, word);
    }
  if (!check_length (setting, canonical->str))
    return FALSE;
  store_text (setting, canonical->str);
  return TRUE;
}

static gboolean
set_id (Setting *setting, const char *text)
{
  guint64 id;

  if (!marathon_id_parse (text, &id))
    return refuse (setting, _ ("“%s” is not an id: sixteen hexadecimal digits"), text);
  setting->draft->value.id = id;
  return TRUE;
}

static gboolean
set_bib (Setting *setting, const char *text)
{
  MarathonEntrant *value = &setting->draft->value;
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number = 0;

  if (*text != '\0' && !marathon_bib_parse (text, prefix, &number))
    return refuse (setting, _ ("“%s” is not a bib: letters and digits, at most %d characters"), text, MARATHON_BIB_MAX_LENGTH);
  value->bib = marathon_event_add_text (setting->draft->event, text);
  value->bib_prefix = *text != '\0' ? marathon_event_add_text (setting->draft->event, prefix) : 0;
  value->bib_number = number;
  return TRUE;
}

static gboolean
set_enum (Setting *setting, const char *text)
{
  const MarathonWord *words = setting->info->vocabulary;
  MarathonEntrant *value = &setting->draft->value;
  int index = *text == '\0' ? 0 : marathon_words_find (words, text);

  if (index < 0)
    {
      g_autofree char *list = marathon_words_list (words);

      return refuse (setting, _ ("“%s” is not one of: %s"), text, list);
    }
  if (setting->info->field == MARATHON_FIELD_CLASS_STATUS)
    value->class_status = (guint8) index & 15;
  else if (setting->info->field == MARATHON_FIELD_PUBLISH)
    value->publish = (guint8) index & 15;
  else if (setting->store == MARATHON_STORE_DETAIL)
    store_text (setting, index == 0 ? "" : text);
  else
    G_STRUCT_MEMBER (guint8, value, setting->offset) = (guint8) index;
  return TRUE;
}

static gboolean
set_birth (Setting *setting, const char *text)
{
  if (!marathon_date_parse (text, &setting->draft->value.birth))
    return refuse (setting, _ ("“%s” is not a date such as 1983-03-23, 1983 or 31@2014-04-13"), text);
  return TRUE;
}

static gboolean
set_day (Setting *setting, const char *text)
{
  MarathonDate date;
  guint julian;

  if (!marathon_date_parse (text, &date)
      || (date != MARATHON_DATE_UNKNOWN && marathon_date_get_kind (date) != MARATHON_DATE_KIND_DAY))
    return refuse (setting, _ ("“%s” is not a date such as 2014-04-13"), text);
  julian = marathon_date_get_julian (date);
  if (setting->store == MARATHON_STORE_DETAIL)
    {
      g_autofree char *canonical = marathon_date_format (date);

      store_text (setting, canonical);
      return TRUE;
    }
  if (julian != 0 && (julian <= MARATHON_ENTERED_EPOCH || julian > MARATHON_ENTERED_EPOCH + G_MAXUINT16))
    return refuse (setting, _ ("“%s” is not between 1970-01-01 and 2149-06-05"), text);
  setting->draft->value.entered = julian == 0 ? 0 : (guint16) (julian - MARATHON_ENTERED_EPOCH);
  return TRUE;
}

static gboolean
set_nation (Setting *setting, const char *text)
{
  MarathonEntrant *value = &setting->draft->value;

  if (!set_line (setting, text))
    return FALSE;
  value->nation_code = value->nation == 0 ? 0 : marathon_nation_find (marathon_event_text (setting->draft->event, value->nation));
  return TRUE;
}

static gboolean
set_record (Setting *setting, const char *text)
{
  MarathonEntrant *value = &setting->draft->value;
  MarathonRecord *record = NULL;
  guint32 handle;

  if (*text != '\0')
    {
      record = marathon_record_list_find (marathon_event_get_list (setting->draft->event, setting->info->list), text);
      if (record == NULL)
        {
          g_set_error (setting->error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_REFERENCE, _ ("%s: there is no %s “%s”"),
                       setting->info->key, marathon_list_get_element (setting->info->list), text);
          return FALSE;
        }
    }
  handle = record != NULL ? marathon_record_get_handle (record) : 0;
  if (setting->info->field == MARATHON_FIELD_GROUP)
    value->group = handle;
  else
    G_STRUCT_MEMBER (guint16, value, setting->offset) = (guint16) handle;
  return TRUE;
}

static gboolean
set_class (Setting *setting, const char *text)
{
  MarathonSportClass sport_class;

  if (!marathon_sport_class_parse (text, &sport_class))
    return refuse (setting, _ ("“%s” is not a sport class such as T54"), text);
  setting->draft->value.sport_class = sport_class;
  return TRUE;
}

static gboolean
set_uint (Setting *setting, const char *text)
{
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, setting->info->limit, &number, NULL))
    return refuse (setting, _ ("“%s” is not a whole number up to %u"), text, setting->info->limit);
  if (setting->store == MARATHON_STORE_MEMBER)
    G_STRUCT_MEMBER (guint16, &setting->draft->value, setting->offset) = (guint16) number;
  else
    {
      g_autofree char *canonical = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

      store_text (setting, number == 0 ? "" : canonical);
    }
  return TRUE;
}

static gboolean
set_number (Setting *setting, const char *text)
{
  gsize digits = strspn (text + (*text == '-'), "0123456789");
  const char *rest = text + (*text == '-') + digits;

  if (*rest == '.' && digits > 0)
    rest += 1 + strspn (rest + 1, "0123456789");
  if (*rest != '\0' || (digits == 0 && *text != '\0') || rest - text > 40)
    return refuse (setting, _ ("“%s” is not a number"), text);
  store_text (setting, text);
  return TRUE;
}

static gboolean
set_time (Setting *setting, const char *text)
{
  MarathonTime time;

  if (!marathon_time_parse (text, &time))
    return refuse (setting, _ ("“%s” is not a time such as 2:04:29"), text);
  if (setting->store == MARATHON_STORE_MEMBER)
    G_STRUCT_MEMBER (MarathonTime, &setting->draft->value, setting->offset) = time;
  else
    {
      char buffer[16];

      marathon_time_write (time, buffer);
      store_text (setting, buffer);
    }
  return TRUE;
}

static gboolean
set_flag (Setting *setting, const char *text)
{
  gboolean yes = strcmp (text, "yes") == 0;

  if (!yes && *text != '\0' && strcmp (text, "no") != 0)
    return refuse (setting, _ ("“%s” is neither “yes” nor “no”"), text);
  if (setting->store == MARATHON_STORE_FLAG)
    marathon_entrant_draft_set_flag (setting->draft, marathon_field_rows[setting->info->field].flag, yes);
  else
    store_text (setting, yes ? "yes" : "");
  return TRUE;
}

static gboolean
set_instant (Setting *setting, const char *text)
{
  gint64 instant;
  g_autofree char *canonical = NULL;

  if (!marathon_instant_parse (text, &instant))
    return refuse (setting, _ ("“%s” is not an instant such as 2014-04-13T09:00:00Z"), text);
  canonical = marathon_instant_format (instant);
  store_text (setting, canonical);
  if (setting->info->field == MARATHON_FIELD_COLLECTED)
    marathon_entrant_draft_set_flag (setting->draft, MARATHON_FLAG_COLLECTED, instant != 0);
  return TRUE;
}

static gboolean
set_pins (Setting *setting, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ";", -1);
  guint flags = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (strcmp (word, "bib") == 0)
        flags |= MARATHON_FLAG_BIB_PINNED;
      else if (strcmp (word, "wave") == 0)
        flags |= MARATHON_FLAG_WAVE_PINNED;
      else if (strcmp (word, "category") == 0)
        flags |= MARATHON_FLAG_CATEGORY_PINNED;
      else if (*word != '\0')
        return refuse (setting, _ ("“%s” is not one of: %s"), word, "bib, wave, category");
    }
  marathon_entrant_draft_set_flag (setting->draft,
                                   MARATHON_FLAG_BIB_PINNED | MARATHON_FLAG_WAVE_PINNED | MARATHON_FLAG_CATEGORY_PINNED, FALSE);
  marathon_entrant_draft_set_flag (setting->draft, flags, TRUE);
  return TRUE;
}

typedef gboolean (*SetFunc) (Setting *setting, const char *text);

static const SetFunc setters[] = {
  [MARATHON_FIELD_TYPE_TEXT] = set_line,     [MARATHON_FIELD_TYPE_LINES] = set_line,
  [MARATHON_FIELD_TYPE_WORDS] = set_words,   [MARATHON_FIELD_TYPE_ID] = set_id,
  [MARATHON_FIELD_TYPE_BIB] = set_bib,       [MARATHON_FIELD_TYPE_ENUM] = set_enum,
  [MARATHON_FIELD_TYPE_BIRTH] = set_birth,   [MARATHON_FIELD_TYPE_DAY] = set_day,
  [MARATHON_FIELD_TYPE_NATION] = set_nation, [MARATHON_FIELD_TYPE_RECORD] = set_record,
  [MARATHON_FIELD_TYPE_CLASS] = set_class,   [MARATHON_FIELD_TYPE_UINT] = set_uint,
  [MARATHON_FIELD_TYPE_NUMBER] = set_number, [MARATHON_FIELD_TYPE_TIME] = set_time,
  [MARATHON_FIELD_TYPE_FLAG] = set_flag,     [MARATHON_FIELD_TYPE_INSTANT] = set_instant,
  [MARATHON_FIELD_TYPE_PINS] = set_pins,
};

gboolean
marathon_entrant_draft_set_text (MarathonEntrantDraft    *draft,
                                 const MarathonFieldInfo *info,
                                 const char              *text,
                                 GError                 **error)
{
  Setting setting = { draft, info, marathon_field_get_store (info), 0, error };

  if (info->field < MARATHON_N_FIELDS)
    setting.offset = marathon_field_rows[info->field].offset;
  return setters[info->type](&setting, text);
}

gboolean
marathon_entrant_draft_set (MarathonEntrantDraft *draft, guint field, const char *text, GError **error)
{
  const MarathonFieldInfo *info = marathon_event_get_field (draft->event, field);

  g_return_val_if_fail (info != NULL, FALSE);
  return marathon_entrant_draft_set_text (draft, info, text, error);
}

gboolean
marathon_entrant_draft_add_guide (MarathonEntrantDraft *draft, const MarathonGuide *guide, GError **error)
{
  if (draft->guides->len >= MARATHON_MAX_GUIDES)
    {
      g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_LIMIT, _ ("guide: an athlete has at most %d guides"),
                   MARATHON_MAX_GUIDES);
      return FALSE;
    }
  g_array_append_vals (draft->guides, guide, 1);
  draft->details_changed = TRUE;
  return TRUE;
}

void
marathon_entrant_draft_set_guides (MarathonEntrantDraft *draft, const MarathonGuide *guides, guint n)
{
  g_return_if_fail (n <= MARATHON_MAX_GUIDES);
  g_array_set_size (draft->guides, 0);
  g_array_append_vals (draft->guides, guides, n);
  draft->details_changed = TRUE;
}

const MarathonEntrant *
marathon_entrant_draft_finish (MarathonEntrantDraft *draft)
{
  if (draft->details_changed)
    draft->value.details = marathon_details_store_add (marathon_event_get_details (draft->event),
                                                       (const MarathonDetail *) (gconstpointer) draft->details->data,
                                                       draft->details->len,
                                                       (const MarathonGuide *) (gconstpointer) draft->guides->data,
                                                       draft->guides->len);
  draft->details_changed = FALSE;
  return &draft->value;
}
