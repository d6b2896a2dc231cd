/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column of an entry list may be beside a field of entrants.
 */
#include "formats/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const MarathonImportExtra marathon_import_extras[MARATHON_IMPORT_N_EXTRAS] = {
  { "name", N_ ("Full name"), MARATHON_IMPORT_ROLE_NAME, FALSE,
    "full name|athlete|athlete name|runner|runner name|participant|participant name|competitor|entrant|"
    "vor- und nachname|vorname nachname|teilnehmer|läufer|nom complet|prénom et nom|prénom nom|coureur|participant|nombre completo|"
    "nombre y apellidos|corredor|participante|nome e cognome|nominativo|atleta|partecipante|nome completo|naam|"
    "volledige naam|deelnemer|namn|deltagare|imię i nazwisko|zawodnik|jméno a příjmení|závodník" },
  { "family-given", N_ ("Full name, family name first"), MARATHON_IMPORT_ROLE_NAME, TRUE,
    "family name given name|last name first name|surname first name|surname forename|nachname vorname|name vorname|"
    "name und vorname|nom et prénom|nom prénom|apellidos y nombre|apellidos nombre|cognome e nome|cognome nome|"
    "nazwisko i imię|příjmení a jméno|efternamn förnamn|achternaam voornaam" },
  { "age", N_ ("Age"), MARATHON_IMPORT_ROLE_AGE, FALSE,
    "age on race day|race age|age at race|alter|âge|edad|età|leeftijd|ålder|wiek|věk|idade" },
  { "guide-of", N_ ("Guide of"), MARATHON_IMPORT_ROLE_GUIDE_OF, FALSE,
    "guide for|guiding|guides athlete|guide of athlete|begleitet|guide de|guía de|guida di|gids van" },
  { "guide-name", N_ ("Guide"), MARATHON_IMPORT_ROLE_GUIDE_NAME, FALSE,
    "guide|guide runner|guide runner name|name of guide|guide's name|guides name|guide 1|guide 1 name|guide name 1|"
    "guide runner 1|guide runner 1 name|first guide|begleitläufer|nom du guide|nombre del guía|guía|guida|gids" },
  { "guide-name-2", N_ ("Second guide"), MARATHON_IMPORT_ROLE_GUIDE_NAME_2, FALSE,
    "guide 2|guide 2 name|guide name 2|guide runner 2|guide runner 2 name|second guide|second guide name|2nd guide" },
  { "guide-name-3", N_ ("Third guide"), MARATHON_IMPORT_ROLE_GUIDE_NAME_3, FALSE,
    "guide 3|guide 3 name|guide runner 3|guide runner 3 name|third guide" },
  { "guide-name-4", N_ ("Fourth guide"), MARATHON_IMPORT_ROLE_GUIDE_NAME_4, FALSE,
    "guide 4|guide 4 name|guide runner 4|guide runner 4 name|fourth guide" },
  { "guide-role", N_ ("Guide's role"), MARATHON_IMPORT_ROLE_GUIDE_FIELD, FALSE, "guide type|role of guide" },
  { "guide-from", N_ ("Guide from kilometre"), MARATHON_IMPORT_ROLE_GUIDE_FIELD, FALSE, "guide from km" },
  { "guide-to", N_ ("Guide to kilometre"), MARATHON_IMPORT_ROLE_GUIDE_FIELD, FALSE, "guide to km" },
  { "guide-waiver", N_ ("Guide's waiver"), MARATHON_IMPORT_ROLE_GUIDE_FIELD, FALSE, "waiver" },
  { "guide-entrant", N_ ("Guide's id as an entrant"), MARATHON_IMPORT_ROLE_GUIDE_FIELD, FALSE, NULL },
};

const char *const *
marathon_import_get_extra_keys (void)
{
  static const char *keys[MARATHON_IMPORT_N_EXTRAS + 1];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < MARATHON_IMPORT_N_EXTRAS; i++)
        keys[i] = marathon_import_extras[i].key;
      g_once_init_leave (&made, 1);
    }
  return keys;
}

const char *
marathon_import_get_extra_key (const MarathonImportCell *cell)
{
  for (guint i = 0; i < MARATHON_IMPORT_N_EXTRAS; i++)
    if (marathon_import_extras[i].role == cell->role && marathon_import_extras[i].family_first == cell->family_first
        && (cell->role != MARATHON_IMPORT_ROLE_GUIDE_FIELD
            || strcmp (marathon_import_extras[i].key + strlen ("guide-"), marathon_guide_fields[cell->guide_field].key) == 0))
      return marathon_import_extras[i].key;
  return NULL;
}

int
marathon_import_find_extra (const char *key)
{
  for (guint i = 0; i < MARATHON_IMPORT_N_EXTRAS; i++)
    if (strcmp (marathon_import_extras[i].key, key) == 0)
      return (int) i;
  return -1;
}
