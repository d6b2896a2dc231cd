/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the lists say of a person. Names of waves and categories are made once: a list has a million cells of them.
 */
#include "printing/list-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/category.h"
#include "model/group.h"
#include "model/published-name.h"
#include "model/record-name.h"
#include "model/wave.h"

/* Around a name of another direction than the line (U+2068, U+2069). */
#define ISOLATE "\342\201\250"
#define END_ISOLATE "\342\201\251"

struct _MarathonListText {
  MarathonEvent *event;
  MarathonAudience audience;
  gboolean used_asterisk;
  GPtrArray *wave_names; /* char * by handle, NULL where no wave has it */
  GPtrArray *wave_times;
  GPtrArray *categories; /* MarathonCategory * by handle */
};

/* --- Names of records, by handle --- */

static void
put_at (GPtrArray *array, guint32 handle, gpointer value)
{
  if (array->len <= handle)
    g_ptr_array_set_size (array, (gint) handle + 1);
  array->pdata[handle] = value;
}

static gpointer
get_at (const GPtrArray *array, guint32 handle)
{
  return handle < array->len ? array->pdata[handle] : NULL;
}

static void
collect_records (MarathonListText *self)
{
  MarathonRecordList *waves = marathon_event_get_list (self->event, MARATHON_LIST_WAVES);
  MarathonRecordList *categories = marathon_event_get_list (self->event, MARATHON_LIST_CATEGORIES);

  for (guint i = 0; i < marathon_record_list_get_size (waves); i++)
    {
      MarathonWave *wave = marathon_record_list_get (waves, i);
      guint32 handle = marathon_record_get_handle (MARATHON_RECORD (wave));

      put_at (self->wave_names, handle, marathon_record_get_full_name (self->event, MARATHON_RECORD (wave)));
      put_at (self->wave_times, handle, marathon_clock_format (wave->time));
    }
  for (guint i = 0; i < marathon_record_list_get_size (categories); i++)
    {
      MarathonRecord *category = marathon_record_list_get (categories, i);

      put_at (self->categories, marathon_record_get_handle (category), category);
    }
}

MarathonListText *
marathon_list_text_new (MarathonEvent *event, MarathonAudience audience)
{
  MarathonListText *self = g_new0 (MarathonListText, 1);

  self->event = event;
  self->audience = audience;
  self->wave_names = g_ptr_array_new_with_free_func (g_free);
  self->wave_times = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_ptr_array_new ();
  collect_records (self);
  return self;
}

void
marathon_list_text_free (MarathonListText *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->wave_names);
  g_ptr_array_unref (self->wave_times);
  g_ptr_array_unref (self->categories);
  g_free (self);
}

MarathonEvent *
marathon_list_text_get_event (const MarathonListText *self)
{
  return self->event;
}

MarathonAudience
marathon_list_text_get_audience (const MarathonListText *self)
{
  return self->audience;
}

gboolean
marathon_list_text_used_asterisk (const MarathonListText *self)
{
  return self->used_asterisk;
}

/* --- What may be known --- */

gboolean
marathon_list_text_misses_race_day (const MarathonListText *self)
{
  return self->audience == MARATHON_AUDIENCE_PUBLIC && marathon_event_get_rules (self->event)->minors_withheld
         && marathon_date_get_kind (marathon_event_get_info (self->event)->date) != MARATHON_DATE_KIND_DAY;
}

MarathonPublish
marathon_list_text_get_publish (const MarathonListText *self, const MarathonEntrant *entrant)
{
  return marathon_published_name_get_rule (self->event, entrant, self->audience);
}

MarathonPublish
marathon_list_text_get_guide_publish (const MarathonListText *self, const MarathonEntrant *athlete, const MarathonGuide *guide)
{
  return marathon_published_name_get_guide_rule (self->event, athlete, guide, self->audience);
}

/* --- Names --- */

gboolean
marathon_list_reads_from_right (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  switch (g_unichar_get_script (g_utf8_get_char (text)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_written_without_comma (const char *family)
{
  /* Chinese characters, kana and hangul take three bytes or more. */
  if ((guchar) *family < 0xe0)
    return FALSE;
  switch (g_unichar_get_script (g_utf8_get_char (family)))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
      return TRUE;
    default:
      return FALSE;
    }
}

void
marathon_list_append_person (const char *family, const char *given, GString *out)
{
  if (*family == '\0' && *given == '\0')
    {
      g_string_append (out, _ ("No name"));
      return;
    }
  g_string_append (out, family);
  if (*family != '\0' && *given != '\0')
    g_string_append (out, is_written_without_comma (family) ? " " : ", ");
  g_string_append (out, given);
}

static void
append_initials (const char *family, const char *given, GString *out)
{
  gsize start = out->len;

  marathon_published_name_append (MARATHON_PUBLISH_INITIALS, family, out);
  if (out->len > start && *given != '\0')
    g_string_append (out, ", ");
  marathon_published_name_append (MARATHON_PUBLISH_INITIALS, given, out);
}

static void
append_published (MarathonPublish publish, const char *family, const char *given, GString *out)
{
  switch (publish)
    {
    case MARATHON_PUBLISH_INITIALS:
      append_initials (family, given, out);
      break;
    case MARATHON_PUBLISH_WITHHELD:
      g_string_append (out, _ ("Name withheld"));
      break;
    case MARATHON_PUBLISH_FULL:
    default:
      marathon_list_append_person (family, given, out);
      break;
    }
}

void
marathon_list_text_append_name (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  append_published (marathon_list_text_get_publish (self, entrant), marathon_event_text (self->event, entrant->family),
                    marathon_event_text (self->event, entrant->given), out);
}

static void
append_kilometres (guint16 hundreds, GString *out)
{
  g_string_append_printf (out, "%u", hundreds / 10);
  if (hundreds % 10 != 0)
    g_string_append_printf (out, ".%u", hundreds % 10);
}

static void
append_leg (const MarathonGuide *guide, GString *out)
{
  if (guide->leg_from == 0 && guide->leg_to == 0)
    return;
  /* Translators: before the part of the course, "km 20–30", in which a guide runs beside the athlete. */
  g_string_append_printf (out, " (%s ", guide->leg_to == 0 ? _ ("from km") : _ ("km"));
  append_kilometres (guide->leg_from, out);
  if (guide->leg_to != 0)
    {
      g_string_append (out, "–");
      append_kilometres (guide->leg_to, out);
    }
  g_string_append_c (out, ')');
}

void
marathon_list_text_append_guide (MarathonListText      *self,
                                 const MarathonEntrant *athlete,
                                 const MarathonGuide   *guide,
                                 GString               *out)
{
  static const char *const roles[] = {
    [MARATHON_GUIDE_ROLE_GUIDE] = N_ ("Guide"),
    [MARATHON_GUIDE_ROLE_SUPPORT] = N_ ("Support"),
    [MARATHON_GUIDE_ROLE_PILOT] = N_ ("Pilot"),
    [MARATHON_GUIDE_ROLE_PUSHER] = N_ ("Pusher"),
  };
  gsize start;

  g_string_append (out, _ (roles[guide->role]));
  g_string_append (out, ": ");
  start = out->len;
  append_published (marathon_list_text_get_guide_publish (self, athlete, guide),
                    marathon_event_text (self->event, guide->family), marathon_event_text (self->event, guide->given), out);
  if (marathon_list_reads_from_right (out->str + start))
    {
      g_string_insert (out, (gssize) start, ISOLATE);
      g_string_append (out, END_ISOLATE);
    }
  append_leg (guide, out);
}

/* --- Values --- */

/* As marathon_event_text(), without measuring the text. */
static void
append_pooled (const MarathonListText *self, MarathonText text, GString *out)
{
  MarathonTextPool *pool = marathon_event_get_pool (self->event);

  if (text != 0)
    g_string_append_len (out, marathon_text_pool_get (pool, text), (gssize) marathon_text_pool_get_length (pool, text));
}

static MarathonGroup *
get_group (const MarathonListText *self, const MarathonEntrant *entrant)
{
  return entrant->group != 0 ? marathon_event_get_record (self->event, MARATHON_LIST_GROUPS, entrant->group) : NULL;
}

void
marathon_list_text_append_bib (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  MarathonGroup *group;

  if (entrant->bib != 0)
    {
      append_pooled (self, entrant->bib, out);
      return;
    }
  group = get_group (self, entrant);
  if (group == NULL || *group->bib == '\0')
    return;
  g_string_append_c (out, '(');
  g_string_append (out, group->bib);
  g_string_append_c (out, ')');
}

static void
append_nation (const MarathonListText *self, MarathonNation code, MarathonText as_given, GString *out)
{
  char buffer[4];

  if (code == 0)
    {
      append_pooled (self, as_given, out);
      return;
    }
  marathon_nation_write (code, buffer);
  g_string_append (out, buffer);
}

void
marathon_list_text_append_nation (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  append_nation (self, entrant->nation_code, entrant->nation, out);
}

void
marathon_list_text_append_guide_nation (MarathonListText *self, const MarathonGuide *guide, GString *out)
{
  append_nation (self, guide->nation_code, guide->nation, out);
}

void
marathon_list_text_append_pb (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  char buffer[16];

  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_DEBUT))
    {
      g_string_append (out, _ ("Debut"));
      return;
    }
  if (entrant->pb == MARATHON_TIME_NONE)
    return;
  g_string_append_len (out, buffer, (gssize) marathon_time_write (marathon_time_round_up (entrant->pb), buffer));
  if (!marathon_entrant_has_flag (entrant, MARATHON_FLAG_PB_INELIGIBLE))
    return;
  g_string_append_c (out, '*');
  self->used_asterisk = TRUE;
}

void
marathon_list_text_append_class (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  const MarathonCategory *category = get_at (self->categories, entrant->category);
  char buffer[8];

  if (entrant->sport_class == 0)
    return;
  if (self->audience == MARATHON_AUDIENCE_PUBLIC
      && (category == NULL || (!category->elite && (category->classes == NULL || category->classes[0] == 0))))
    return;
  g_string_append_len (out, buffer, (gssize) marathon_sport_class_write (entrant->sport_class, buffer));
}

static void
append_part (const char *part, gsize start, GString *out)
{
  if (*part == '\0')
    return;
  if (out->len > start)
    g_string_append (out, "; ");
  g_string_append (out, part);
}

void
marathon_list_text_append_honours (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  gsize start = out->len;

  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_CHAMPION))
    append_part (_ ("Defending champion"), start, out);
  if (marathon_entrant_has_flag (entrant, MARATHON_FLAG_PACEMAKER))
    append_part (_ ("Pacemaker"), start, out);
  append_part (marathon_entrant_get_detail (self->event, entrant, MARATHON_FIELD_HONOURS), start, out);
}

void
marathon_list_text_append_charity (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  const char *charity = marathon_entrant_get_detail (self->event, entrant, MARATHON_FIELD_CHARITY);
  const MarathonGroup *group = *charity == '\0' ? get_group (self, entrant) : NULL;

  g_string_append (out, group != NULL ? group->charity : charity);
}

void
marathon_list_text_append_group (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  const MarathonGroup *group = get_group (self, entrant);

  if (group != NULL)
    g_string_append (out, group->name);
}

void
marathon_list_text_append_category (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  const MarathonCategory *category = get_at (self->categories, entrant->category);

  if (category != NULL)
    g_string_append (out, category->name);
}

void
marathon_list_text_append_wave (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  g_string_append (out, marathon_list_text_get_wave_name (self, entrant->wave));
}

void
marathon_list_text_append_wave_time (MarathonListText *self, const MarathonEntrant *entrant, GString *out)
{
  const char *time = get_at (self->wave_times, entrant->wave);

  if (time != NULL)
    g_string_append (out, time);
}

const char *
marathon_list_text_get_wave_name (const MarathonListText *self, guint32 wave)
{
  const char *name = get_at (self->wave_names, wave);

  return name != NULL ? name : "";
}
