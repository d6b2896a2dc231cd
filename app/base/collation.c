/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A collator of ICU with every attribute that a locale may set of its own accord pinned down.
 */
#include "base/collation.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

struct _MarathonCollation {
  UCollator *collator;
  UChar *units; /* the text in UTF-16, kept between keys */
  gint32 capacity;
};

/* Turns a language tag into the name of a locale of ICU; "" is the root, also for what is no language tag at all. */
static void
find_locale (const char *language, char locale[ULOC_FULLNAME_CAPACITY])
{
  UErrorCode status = U_ZERO_ERROR;
  gint32 parsed = 0;

  uloc_forLanguageTag (language, locale, ULOC_FULLNAME_CAPACITY, &parsed, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || (gsize)parsed != strlen (language))
    locale[0] = '\0';
}

static UCollator *
open_collator (const char *locale)
{
  static const struct {
    UColAttribute attribute;
    UColAttributeValue value;
  } attributes[] = {
    { UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE },
    { UCOL_NUMERIC_COLLATION, UCOL_OFF },
    { UCOL_NORMALIZATION_MODE, UCOL_ON },
    { UCOL_STRENGTH, UCOL_TERTIARY },
  };
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (attributes) && U_SUCCESS (status); i++)
    ucol_setAttribute (collator, attributes[i].attribute, attributes[i].value, &status);
  if (U_SUCCESS (status))
    return collator;
  ucol_close (collator);
  return NULL;
}

MarathonCollation *
marathon_collation_new (const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  MarathonCollation *collation;

  g_return_val_if_fail (language != NULL, marathon_collation_new (""));

  collation = g_new0 (MarathonCollation, 1);
  find_locale (language, locale);
  collation->collator = open_collator (locale);
  if (collation->collator == NULL)
    collation->collator = open_collator ("");
  /* The root order is part of the library itself: an installation without it is broken, and any other order is wrong.
   */
  if (collation->collator == NULL)
    g_error ("ICU has no root collation");
  return collation;
}

void
marathon_collation_free (MarathonCollation *collation)
{
  if (collation == NULL)
    return;
  ucol_close (collation->collator);
  g_free (collation->units);
  g_free (collation);
}

int
marathon_collation_compare (MarathonCollation *collation, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (collation != NULL && a != NULL && b != NULL, 0);

  return (int)ucol_strcollUTF8 (collation->collator, a, -1, b, -1, &status);
}

/* Puts @text into the units of @collation and returns how many they are. */
static gint32
convert (MarathonCollation *collation, const char *text, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  gint32 n_units = 0;

  g_return_val_if_fail (length < G_MAXINT32 / 2, 0);

  /* UTF-16 never needs more units than UTF-8 needs bytes. */
  if ((gint32)length + 1 > collation->capacity)
    {
      collation->capacity = (gint32)length * 2 + 64;
      collation->units = g_renew (UChar, collation->units, (gsize)collation->capacity);
    }
  u_strFromUTF8WithSub (collation->units, collation->capacity, &n_units, text, (gint32)length, 0xFFFD, NULL, &status);
  return U_SUCCESS (status) ? n_units : 0;
}

void
marathon_collation_append_key (MarathonCollation *collation, const char *text, gssize length, GByteArray *out)
{
  gint32 n_units;
  gint32 size;
  gint32 room;
  guint start;

  g_return_if_fail (collation != NULL && out != NULL);
  g_return_if_fail (text != NULL || length == 0);

  n_units = convert (collation, text != NULL ? text : "", length < 0 ? strlen (text) : (gsize)length);
  start = out->len;
  /* A guess that fits most texts, so that the key is made once. */
  for (room = n_units * 3 + 32;; room = size)
    {
      g_byte_array_set_size (out, start + (guint)room);
      size = ucol_getSortKey (collation->collator, collation->units, n_units, out->data + start, room);
      if (size <= room)
        break;
    }
  /* ICU ends every key in a NUL. */
  g_byte_array_set_size (out, start + (guint)MAX (size - 1, 0));
}
