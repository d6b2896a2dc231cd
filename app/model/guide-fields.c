/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the fields of a guide.
 */
#include "model/guide-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/bib.h"
#include "base/fold.h"
#include "base/id-source.h"
#include "model/event.h"
#include "model/model-error.h"

#define NAME_LIMIT 400
/* A leg's ends are at most this many hundreds of metres: 6,553 km is beyond any race. */
#define LEG_LIMIT 65535

const MarathonGuideFieldInfo marathon_guide_fields[MARATHON_N_GUIDE_FIELDS] = {
  { MARATHON_GUIDE_ID, "id", N_ ("Id"), FALSE, NULL },
  { MARATHON_GUIDE_ROLE, "role", N_ ("Role"), FALSE, marathon_guide_role_words },
  { MARATHON_GUIDE_FAMILY, "family", N_ ("Family name"), FALSE, NULL },
  { MARATHON_GUIDE_GIVEN, "given", N_ ("Given name"), FALSE, NULL },
  { MARATHON_GUIDE_SEX, "sex", N_ ("Sex"), FALSE, marathon_sex_words },
  { MARATHON_GUIDE_BORN, "born", N_ ("Born"), FALSE, NULL },
  { MARATHON_GUIDE_NATION, "nation", N_ ("Nation"), FALSE, NULL },
  { MARATHON_GUIDE_LICENCE, "licence", N_ ("Licence"), FALSE, NULL },
  { MARATHON_GUIDE_LEG_FROM, "from", N_ ("Guides from (km)"), FALSE, NULL },
  { MARATHON_GUIDE_LEG_TO, "to", N_ ("Guides to (km)"), FALSE, NULL },
  { MARATHON_GUIDE_BIB, "bib", N_ ("Guide bib"), FALSE, NULL },
  { MARATHON_GUIDE_WAIVER, "waiver", N_ ("Waiver signed"), FALSE, NULL },
  { MARATHON_GUIDE_COLLECTED, "collected", N_ ("Bib collected"), FALSE, NULL },
  { MARATHON_GUIDE_COLLECTED_BY, "collected-by", N_ ("Collected by"), FALSE, NULL },
  { MARATHON_GUIDE_ENTRANT, "entrant", N_ ("Also runs as"), FALSE, NULL },
  { MARATHON_GUIDE_EMERGENCY_NAME, "emergency-name", N_ ("Emergency contact"), TRUE, NULL },
  { MARATHON_GUIDE_EMERGENCY_PHONE, "emergency-phone", N_ ("Emergency phone"), TRUE, NULL },
};

const MarathonGuideFieldInfo *
marathon_guide_find_field (const char *key)
{
  for (guint i = 0; i < MARATHON_N_GUIDE_FIELDS; i++)
    if (strcmp (marathon_guide_fields[i].key, key) == 0)
      return &marathon_guide_fields[i];
  return NULL;
}

/* The member of a field that is a plain text, or NULL. */
static MarathonText *
find_text (MarathonGuide *guide, MarathonGuideField field)
{
  switch (field)
    {
    case MARATHON_GUIDE_FAMILY:
      return &guide->family;
    case MARATHON_GUIDE_GIVEN:
      return &guide->given;
    case MARATHON_GUIDE_NATION:
      return &guide->nation;
    case MARATHON_GUIDE_LICENCE:
      return &guide->licence;
    case MARATHON_GUIDE_BIB:
      return &guide->bib;
    case MARATHON_GUIDE_COLLECTED_BY:
      return &guide->collected_by;
    case MARATHON_GUIDE_EMERGENCY_NAME:
      return &guide->emergency_name;
    case MARATHON_GUIDE_EMERGENCY_PHONE:
      return &guide->emergency_phone;
    default:
      return NULL;
    }
}

static void
append_kilometres (guint16 hundreds, GString *out)
{
  if (hundreds == 0)
    return;
  g_string_append_printf (out, "%u", hundreds / 10);
  if (hundreds % 10 != 0)
    g_string_append_printf (out, ".%u", hundreds % 10);
}

static void
append_id (guint64 id, GString *out)
{
  char buffer[17];

  if (id == 0)
    return;
  marathon_id_write (id, buffer);
  g_string_append (out, buffer);
}

static void
append_owned (char *text, GString *out)
{
  g_string_append (out, text);
  g_free (text);
}

void
marathon_guide_append_text (MarathonEvent *event, const MarathonGuide *guide, MarathonGuideField field, GString *out)
{
  const MarathonText *text = find_text ((MarathonGuide *) guide, field);

  if (text != NULL)
    {
      g_string_append (out, marathon_event_text (event, *text));
      return;
    }
  switch (field)
    {
    case MARATHON_GUIDE_ID:
      append_id (guide->id, out);
      break;
    case MARATHON_GUIDE_ENTRANT:
      append_id (guide->entrant, out);
      break;
    case MARATHON_GUIDE_ROLE:
      if (guide->role != MARATHON_GUIDE_ROLE_GUIDE)
        g_string_append (out, marathon_guide_role_words[guide->role].word);
      break;
    case MARATHON_GUIDE_SEX:
      g_string_append (out, marathon_sex_words[guide->sex].word);
      break;
    case MARATHON_GUIDE_BORN:
      append_owned (marathon_date_format (guide->birth), out);
      break;
    case MARATHON_GUIDE_LEG_FROM:
      append_kilometres (guide->leg_from, out);
      break;
    case MARATHON_GUIDE_LEG_TO:
      append_kilometres (guide->leg_to, out);
      break;
    case MARATHON_GUIDE_WAIVER:
      g_string_append (out, guide->waiver ? "yes" : "");
      break;
    case MARATHON_GUIDE_COLLECTED:
      append_owned (marathon_instant_format (guide->collected), out);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
refuse (MarathonGuideField field, const char *text, const char *expected, GError **error)
{
  g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("guide %s: “%s” is not %s"),
               marathon_guide_fields[field].key, text, expected);
  return FALSE;
}

static gboolean
set_plain_text (MarathonEvent *event, MarathonText *member, MarathonGuideField field, const char *text, GError **error)
{
  g_autofree char *cleaned = marathon_clean_text (text, FALSE, NULL);

  if (strlen (cleaned) > NAME_LIMIT)
    {
      g_set_error (error, MARATHON_MODEL_ERROR, MARATHON_MODEL_ERROR_VALUE, _ ("guide %s: is longer than %d bytes"),
                   marathon_guide_fields[field].key, NAME_LIMIT);
      return FALSE;
    }
  *member = marathon_event_add_text (event, cleaned);
  return TRUE;
}

static gboolean
set_bib (MarathonEvent *event, MarathonGuide *guide, const char *text, GError **error)
{
  char prefix[MARATHON_BIB_MAX_LENGTH * 4];
  guint32 number = 0;

  if (*text != '\0' && !marathon_bib_parse (text, prefix, &number))
    return refuse (MARATHON_GUIDE_BIB, text, _ ("a bib: letters and digits, at most 16 characters"), error);
  guide->bib = marathon_event_add_text (event, text);
  guide->bib_prefix = *text != '\0' ? marathon_event_add_text (event, prefix) : 0;
  guide->bib_number = number;
  return TRUE;
}

static gboolean
parse_kilometres (const char *text, guint16 *hundreds)
{
  guint value = 0;
  const char *at = text;

  for (; g_ascii_isdigit (*at) && value <= LEG_LIMIT; at++)
    value = value * 10 + (guint) g_ascii_digit_value (*at);
  value *= 10;
  if (*at == '.' && g_ascii_isdigit (at[1]))
    {
      value += (guint) g_ascii_digit_value (at[1]);
      at += 2;
    }
  *hundreds = (guint16) value;
  return *at == '\0' && value <= LEG_LIMIT;
}

static gboolean
set_word (const MarathonWord *words, MarathonGuideField field, guint8 *member, const char *text, GError **error)
{
  int index = *text == '\0' ? 0 : marathon_words_find (words, text);
  g_autofree char *list = NULL;

  if (index >= 0)
    {
      *member = (guint8) index;
      return TRUE;
    }
  list = marathon_words_list (words);
  return refuse (field, text, list, error);
}

static gboolean
set_other (MarathonGuide *guide, MarathonGuideField field, const char *text, GError **error)
{
  switch (field)
    {
    case MARATHON_GUIDE_ID:
      return marathon_id_parse (text, &guide->id) || refuse (field, text, _ ("an id: sixteen hexadecimal digits"), error);
    case MARATHON_GUIDE_ENTRANT:
      guide->entrant = 0;
      return *text == '\0' || marathon_id_parse (text, &guide->entrant)
             || refuse (field, text, _ ("an id: sixteen hexadecimal digits"), error);
    case MARATHON_GUIDE_ROLE:
      return set_word (marathon_guide_role_words, field, &guide->role, text, error);
    case MARATHON_GUIDE_SEX:
      return set_word (marathon_sex_words, field, &guide->sex, text, error);
    case MARATHON_GUIDE_BORN:
      return marathon_date_parse (text, &guide->birth) || refuse (field, text, _ ("a date such as 1983-03-23"), error);
    case MARATHON_GUIDE_LEG_FROM:
      return parse_kilometres (text, &guide->leg_from) || refuse (field, text, _ ("a number of kilometres"), error);
    case MARATHON_GUIDE_LEG_TO:
      return parse_kilometres (text, &guide->leg_to) || refuse (field, text, _ ("a number of kilometres"), error);
    case MARATHON_GUIDE_WAIVER:
      guide->waiver = strcmp (text, "yes") == 0;
      return guide->waiver || *text == '\0' || strcmp (text, "no") == 0 || refuse (field, text, _ ("yes or no"), error);
    case MARATHON_GUIDE_COLLECTED:
      return marathon_instant_parse (text, &guide->collected)
             || refuse (field, text, _ ("an instant such as 2014-04-13T09:00:00Z"), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
set_text (MarathonEvent *event, MarathonGuide *guide, MarathonGuideField field, const char *text, GError **error)
{
  MarathonText *member = find_text (guide, field);

  if (field == MARATHON_GUIDE_BIB)
    return set_bib (event, guide, text, error);
  if (member == NULL)
    return set_other (guide, field, text, error);
  if (!set_plain_text (event, member, field, text, error))
    return FALSE;
  if (field == MARATHON_GUIDE_NATION)
    guide->nation_code = guide->nation == 0 ? 0 : marathon_nation_find (marathon_event_text (event, guide->nation));
  return TRUE;
}

gboolean
marathon_guide_set_text (MarathonEvent      *event,
                         MarathonGuide      *guide,
                         MarathonGuideField  field,
                         const char         *text,
                         GError            **error)
{
  MarathonGuide changed = *guide;

  if (!set_text (event, &changed, field, text, error))
    return FALSE;
  *guide = changed;
  return TRUE;
}
