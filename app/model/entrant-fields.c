/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of all fields of an entrant, and reading them.
 */
#include "model/entrant-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/id-source.h"
#include "model/custom-field.h"
#include "model/entrant-storage.h"
#include "model/event.h"

#define NAME_LIMIT 400
#define LINE_LIMIT 1000
#define NOTE_LIMIT 16000

#define MEMBER(member) MARATHON_STORE_MEMBER, G_STRUCT_OFFSET (MarathonEntrant, member)
#define DETAIL MARATHON_STORE_DETAIL, 0
#define FLAG(bit) MARATHON_STORE_FLAG, 0, MARATHON_FLAG_##bit
/* A line: the field, its key, attribute, label (marked in the line, where the tools of translators see it), type, home and
 * audience; then limit, vocabulary, list and aliases where it has them; after TO where it is stored. */
#define ROW(name, key, attribute, label, type, home, audience, ...) \
  [MARATHON_FIELD_##name] = { { MARATHON_FIELD_##name, key, attribute, label, MARATHON_FIELD_TYPE_##type, \
                                MARATHON_FIELD_HOME_##home, MARATHON_AUDIENCE_##audience, __VA_ARGS__
#define TO }
#define LIMIT(most) .limit = most
#define WORDS(vocabulary_words) .vocabulary = vocabulary_words
#define LIST(id) .list = MARATHON_LIST_##id
#define ALIASES(heads) .aliases = heads

const MarathonFieldRow marathon_field_rows[MARATHON_N_FIELDS] = {
  ROW (ID, "id", "id", N_ ("Id"), ID, ENTRANT, OFFICIALS, 0) TO, MEMBER (id) },
  ROW (EXTERNAL_ID, "external-id", "external-id", N_ ("Entry number"), TEXT, ENTRANT, OFFICIALS, LIMIT (200),
       ALIASES ("entry id|entry number|entry no|entry ref|external id|registration id|registration number|registration no|"
                "order id|reg id|reg no|participant id|athlete id|membership id|meldenummer|anmeldenummer|teilnehmer-id|"
                "numéro d'inscription|id inscription|número de inscripción|id inscripción|numero iscrizione|inschrijfnummer|"
                "anmälningsnummer|numer zgłoszenia|entry|ref|reference|ref no|reference number")) TO, MEMBER (external_id) },
  ROW (BIB, "bib", "bib", N_ ("Bib"), BIB, ENTRANT, PUBLIC, 0,
       ALIASES ("bib|bib number|bib no|bib num|bib #|race number|race no|running number|number|no|nr|start number|startno|stno|plate|"
                "startnummer|startnr|dossard|numéro de dossard|dorsal|número de dorsal|pettorale|numero di pettorale|"
                "rugnummer|nummerlapp|numer startowy|nr startowy|startovní číslo|peitoral|stnr|stnr.|start nr")) TO, MEMBER (bib) },
  ROW (FAMILY, "family", "family", N_ ("Family name"), TEXT, ENTRANT, PUBLIC, LIMIT (NAME_LIMIT),
       ALIASES ("family|family name|last name|lastname|last|surname|name last|second name|nachname|familienname|zuname|nom|nom de famille|"
                "apellido|apellidos|cognome|achternaam|familienaam|efternamn|nazwisko|příjmení|apelido|sobrenome|último nome")) TO,
    MEMBER (family) },
  ROW (GIVEN, "given", "given", N_ ("Given name"), TEXT, ENTRANT, PUBLIC, LIMIT (NAME_LIMIT),
       ALIASES ("given|given name|given names|first name|firstname|first|forename|forenames|name first|christian name|vorname|rufname|prénom|"
                "prenom|nombre|nombres|nome|voornaam|förnamn|imię|imie|jméno|primeiro nome")) TO, MEMBER (given) },
  ROW (KNOWN_AS, "known-as", "known-as", N_ ("Known as"), TEXT, ENTRANT, PUBLIC, LIMIT (NAME_LIMIT),
       ALIASES ("known as|preferred name|nickname|spitzname|surnom|apodo|soprannome|roepnaam")) TO, DETAIL },
  ROW (BIB_NAME, "bib-name", "bib-name", N_ ("Name on bib"), TEXT, ENTRANT, PUBLIC, LIMIT (NAME_LIMIT),
       ALIASES ("bib name|name on bib|bib text|name auf startnummer|nom sur le dossard|nombre en dorsal")) TO, DETAIL },
  ROW (SORT_KEY, "sort-key", "sort-key", N_ ("Sort as"), TEXT, ENTRANT, OFFICIALS, LIMIT (NAME_LIMIT),
       ALIASES ("sort key|sort as|sort name")) TO, DETAIL },
  ROW (SEX, "sex", "sex", N_ ("Sex"), ENUM, ENTRANT, PUBLIC, WORDS (marathon_sex_words),
       ALIASES ("sex|gender|m/f|sex/gender|geschlecht|sexe|genre|sexo|género|sesso|genere|geslacht|kön|płeć|plec|pohlaví|gender identity|sex at birth")) TO,
    MEMBER (sex) },
  ROW (BORN, "born", "born", N_ ("Born"), BIRTH, ENTRANT, OFFICIALS, 0,
       ALIASES ("born|date of birth|dob|birth date|birthdate|birthday|year of birth|birth year|yob|yb|geburtsdatum|geboren|jahrgang|"
                "geburtsjahr|date de naissance|année de naissance|né le|fecha de nacimiento|año de nacimiento|data di nascita|"
                "anno di nascita|geboortedatum|geboortejaar|födelsedatum|född|födelseår|data urodzenia|rok urodzenia|"
                "datum narození|rok narození|data de nascimento")) TO, MEMBER (birth) },
  ROW (NATION, "nation", "nation", N_ ("Nation"), NATION, ENTRANT, PUBLIC, LIMIT (100),
       ALIASES ("nation|nationality|nat|natcode|nat code|ioc|ioc code|noc|country|country code|citizenship|nationalität|land|nationalité|"
                "pays|nacionalidad|país|pais|nazionalità|nazione|nationaliteit|nationalitet|narodowość|kraj|národnost|nacionalidade")) TO,
    MEMBER (nation) },
  ROW (TOWN, "town", "town", N_ ("Town"), TEXT, ENTRANT, PUBLIC, LIMIT (500),
       ALIASES ("town|city|town/city|home town|hometown|place|locality|ort|wohnort|stadt|ville|commune|ciudad|población|localidad|città|comune|"
                "woonplaats|plaats|stad|miasto|miejscowość|město|cidade")) TO, DETAIL },
  ROW (RESIDENCE, "residence", "residence", N_ ("Country of residence"), TEXT, ENTRANT, PUBLIC, LIMIT (100),
       ALIASES ("residence|country of residence|residence country|address country|wohnsitzland|pays de résidence|"
                "país de residencia|paese di residenza|land van verblijf")) TO, DETAIL },
  ROW (CLUB, "club", "club", N_ ("Club"), TEXT, ENTRANT, PUBLIC, LIMIT (500),
       ALIASES ("club|club name|running club|team|team name|verein|vereinsname|mannschaft|association|équipe|equipe|società|squadra|vereniging|"
                "förening|klubb|klub|clube|equipo|club/team|team/club|club or team|verein/team")) TO, MEMBER (club) },
  ROW (LICENCE, "licence", "licence", N_ ("Licence"), TEXT, ENTRANT, OFFICIALS, LIMIT (100),
       ALIASES ("licence|license|licence no|licence number|license number|uka number|lizenz|lizenznummer|startpass|numéro de licence|licencia|"
                "tessera|licentie|licencja|licença|n° licence|no licence|n° de licence|numéro licence")) TO, DETAIL },
  ROW (CHIP, "chip", "chip", N_ ("Chip"), TEXT, ENTRANT, OFFICIALS, LIMIT (100),
       ALIASES ("chip|chip id|transponder|tag id|puce|chipnummer|chip code|transponder1")) TO, DETAIL },
  ROW (MODE, "mode", "mode", N_ ("Mode"), ENUM, ENTRANT, PUBLIC, WORDS (marathon_mode_words),
       ALIASES ("mode|race mode|participation|wheelchair|type of participation|art der teilnahme")) TO, MEMBER (mode) },
  ROW (CATEGORY, "category", "category", N_ ("Category"), RECORD, ENTRANT, PUBLIC, LIST (CATEGORIES),
       ALIASES ("category|start category|division|kategorie|catégorie|categoría|categoria|categorie|kategori|kategoria")) TO,
    MEMBER (category) },
  ROW (WAVE, "wave", "wave", N_ ("Wave"), RECORD, ENTRANT, PUBLIC, LIST (WAVES),
       ALIASES ("wave|start wave|corral|pen|zone|startblock|startwelle|welle|vague|sas|oleada|onda|startgolf|startgrupp|start pen|starting pen|start corral|start zone")) TO, MEMBER (wave) },
  ROW (CLASS, "class", "class", N_ ("Sport class"), CLASS, ENTRANT, OFFICIALS, 0,
       ALIASES ("class|para class|sport class|classification|para classification|ipc class|startklasse|klassifizierung|classe handisport|"
                "clase deportiva|classe sportiva")) TO, MEMBER (sport_class) },
  ROW (CLASS_STATUS, "class-status", "class-status", N_ ("Class status"), ENUM, ENTRANT, OFFICIALS, WORDS (marathon_class_status_words),
       ALIASES ("class status|sport class status|classification status")) TO, MARATHON_STORE_MEMBER },
  ROW (RANK, "rank", "rank", N_ ("Rank"), UINT, ENTRANT, PUBLIC, LIMIT (G_MAXUINT16), ALIASES ("rank|ranking|seed|seeding|setzplatz")) TO,
    MEMBER (rank) },
  ROW (PB, "pb", "pb", N_ ("Personal best"), TIME, ENTRANT, PUBLIC, 0,
       ALIASES ("pb|personal best|pr|personal record|best time|bestzeit|persönliche bestzeit|record personnel|"
                "meilleur temps|mejor marca|marca personal|personale|personal best time|rekord życiowy|marathon pb|marathon personal best|marathon pr|best marathon time")) TO, MEMBER (pb) },
  ROW (SB, "sb", "sb", N_ ("Season best"), TIME, ENTRANT, PUBLIC, 0, ALIASES ("sb|season best|seasons best|saisonbestzeit")) TO, DETAIL },
  ROW (QUALIFYING, "qualifying", "qualifying", N_ ("Qualifying time"), TIME, ENTRANT, PUBLIC, 0,
       ALIASES ("qualifying|qualifying time|qualification time|qualifier|qualifikationszeit|temps de qualification|"
                "tiempo de clasificación|tempo di qualificazione|kwalificatietijd|kvaltid")) TO, MEMBER (qualifying) },
  ROW (PREDICTED, "predicted", "predicted", N_ ("Predicted time"), TIME, ENTRANT, PUBLIC, 0,
       ALIASES ("predicted|predicted time|predicted finish time|predicted finish|expected time|estimated time|estimated finish time|"
                "target time|goal time|zielzeit|erwartete zielzeit|geplante zielzeit|temps prévu|temps estimé|temps visé|"
                "tiempo estimado|tiempo previsto|tempo previsto|tempo stimato|verwachte tijd|streeftijd|beräknad tid|"
                "przewidywany czas|tempo estimado|est finish|est. finish|estimated finish|est finish time|estimated finishing time|expected finish|expected finish time|"
                "anticipated finish|anticipated finish time|projected finish|projected finish time|what is your estimated finish time|"
                "what is your predicted finish time|predicted marathon time|est time|projected time|anticipated time|goal|target|finish time")) TO, MEMBER (predicted) },
  ROW (ROUTE, "route", "route", N_ ("Entry route"), TEXT, ENTRANT, OFFICIALS, LIMIT (64),
       ALIASES ("route|entry route|entry type|entry category|place type|registration type|reg choice|anmeldeart|startplatzart|"
                "type d'inscription|tipo de inscripción|tipo di iscrizione")) TO, MEMBER (route) },
  ROW (CHARITY, "charity", "charity", N_ ("Charity"), TEXT, ENTRANT, PUBLIC, LIMIT (500),
       ALIASES ("charity|charity name|cause|fundraising for|spendenzweck|association caritative|organización benéfica|"
                "onlus|goed doel|välgörenhet|cel charytatywny")) TO, DETAIL },
  ROW (GROUP, "group", "group", N_ ("Group"), RECORD, ENTRANT, PUBLIC, LIST (GROUPS),
       ALIASES ("group|group name|group id|gruppe|groupe|grupo|gruppo|groep|grupp|grupa")) TO, MEMBER (group) },
  ROW (LOAD, "load", "load", N_ ("Load or costume"), TEXT, ENTRANT, PUBLIC, LIMIT (LINE_LIMIT),
       ALIASES ("load|costume|carrying|kostüm|déguisement|disfraz")) TO, DETAIL },
  ROW (HONOURS, "honours", "honours", N_ ("Honours"), TEXT, ENTRANT, PUBLIC, LIMIT (LINE_LIMIT),
       ALIASES ("honours|honors|achievements|erfolge|palmarès|palmarés")) TO, DETAIL },
  ROW (TAGS, "tags", "tags", N_ ("Tags"), WORDS, ENTRANT, OFFICIALS, LIMIT (LINE_LIMIT),
       ALIASES ("tags|labels|keywords|markierungen")) TO, DETAIL },
  ROW (STARTS, "starts", "starts", N_ ("Previous starts"), UINT, ENTRANT, PUBLIC, LIMIT (10000),
       ALIASES ("starts|previous starts|previous races|number of starts|bisherige teilnahmen")) TO, DETAIL },
  ROW (PUBLISH, "publish", "publish", N_ ("Published name"), ENUM, ENTRANT, OFFICIALS, WORDS (marathon_publish_words),
       ALIASES ("publish|publish name|name publication|veröffentlichen")) TO, MARATHON_STORE_MEMBER },
  ROW (STATUS, "status", "status", N_ ("Status"), ENUM, ENTRANT, OFFICIALS, WORDS (marathon_status_words),
       ALIASES ("status|entry status|registration status|anmeldestatus|statut|estado|stato")) TO, MEMBER (status) },
  ROW (ENTERED, "entered", "entered", N_ ("Entered"), DAY, ENTRANT, OFFICIALS, 0,
       ALIASES ("entered|entry date|date entered|registration date|registered|registered on|anmeldedatum|angemeldet am|date d'inscription|"
                "fecha de inscripción|data iscrizione|inschrijfdatum|anmälningsdatum|data zgłoszenia")) TO, MEMBER (entered) },
  ROW (COLLECTED, "collected", "collected", N_ ("Bib collected"), INSTANT, ENTRANT, OFFICIALS, 0,
       ALIASES ("collected|bib collected|checked in")) TO, DETAIL },
  ROW (NOTE, "note", "note", N_ ("Note"), LINES, ENTRANT, OFFICIALS, LIMIT (NOTE_LIMIT),
       ALIASES ("note|notes|comment|comments|remark|remarks|bemerkung|bemerkungen|kommentar|commentaire|observaciones|nota|opmerking|"
                "anmärkning|uwagi|poznámka")) TO, DETAIL },
  ROW (EMAIL, "email", "email", N_ ("E-mail"), TEXT, CONTACT, EVERYTHING, LIMIT (320),
       ALIASES ("email|e-mail|email address|e-mail address|mail|e-mail-adresse|adresse e-mail|courriel|correo electrónico|correo|"
                "indirizzo e-mail|e-mailadres|e-post|adres e-mail")) TO, DETAIL },
  ROW (PHONE, "phone", "phone", N_ ("Phone"), TEXT, CONTACT, EVERYTHING, LIMIT (100),
       ALIASES ("phone|telephone|mobile|mobile phone|mobile number|phone number|cell|cell phone|telefon|handy|mobil|mobiltelefon|téléphone|"
                "portable|teléfono|móvil|telefono|cellulare|telefoon|mobiel|telemóvel|komórka")) TO, DETAIL },
  ROW (EMERGENCY_NAME, "emergency-name", "emergency-name", N_ ("Emergency contact"), TEXT, CONTACT, MEDICAL, LIMIT (NAME_LIMIT),
       ALIASES ("emergency name|emergency contact|emergency contact name|next of kin|notfallkontakt|contact d'urgence|contact urgence|"
                "contacto de emergencia|contatto di emergenza|contact bij nood|noodcontact|kontakt vid nödfall|kontakt alarmowy|ice name|ice contact|ice")) TO,
    DETAIL },
  ROW (EMERGENCY_PHONE, "emergency-phone", "emergency-phone", N_ ("Emergency phone"), TEXT, CONTACT, MEDICAL, LIMIT (100),
       ALIASES ("emergency phone|emergency contact phone|emergency contact number|emergency number|emergency telephone|notfalltelefon|"
                "notfallnummer|téléphone d'urgence|teléfono de emergencia|telefono di emergenza|noodnummer|telefon alarmowy|ice phone|ice number|ice tel|ice mobile")) TO,
    DETAIL },
  ROW (MEDICAL, "medical", "note", N_ ("Medical note"), LINES, MEDICAL, MEDICAL, LIMIT (NOTE_LIMIT),
       ALIASES ("medical|medical note|medical notes|medical information|medical conditions|conditions|medication|allergies|"
                "medizinische angaben|informations médicales|información médica|informazioni mediche|medische informatie|medical info|medical details|medical condition|health information")) TO, DETAIL },
  ROW (COLLECTED_BY, "collected-by", "collected-by", N_ ("Collected by"), TEXT, ENTRANT, OFFICIALS, LIMIT (NAME_LIMIT),
       ALIASES ("collected by")) TO,
    DETAIL },
  ROW (PINS, "pins", "pins", N_ ("Pinned"), PINS, ENTRANT, OFFICIALS, 0, ALIASES ("pins|pinned")) TO, MEMBER (flags) },
  ROW (PRINTED, "printed", "printed", N_ ("Bib printed"), FLAG, ENTRANT, OFFICIALS, 0,
       ALIASES ("printed|bib printed")) TO, FLAG (PRINTED) },
  ROW (BIB_BLOCK, "bib-block", "bib-block", N_ ("Bib block"), RECORD, ENTRANT, OFFICIALS, LIST (BIB_BLOCKS), ALIASES ("bib block")) TO,
    MEMBER (bib_block) },
  ROW (CATEGORY_REASON, "category-reason", "category-reason", N_ ("Reason for the category"), TEXT, ENTRANT, OFFICIALS,
       LIMIT (LINE_LIMIT)) TO,
    MEMBER (category_reason) },
  ROW (WAVE_REASON, "wave-reason", "wave-reason", N_ ("Reason for the wave"), TEXT, ENTRANT, OFFICIALS,
       LIMIT (LINE_LIMIT)) TO, MEMBER (wave_reason) },
  ROW (PB_YEAR, "pb-year", "pb-year", N_ ("Year of the personal best"), UINT, ENTRANT, PUBLIC, LIMIT (9999),
       ALIASES ("pb year")) TO, DETAIL },
  ROW (PB_PLACE, "pb-place", "pb-place", N_ ("Place of the personal best"), TEXT, ENTRANT, PUBLIC, LIMIT (500),
       ALIASES ("pb place|pb venue")) TO,
    DETAIL },
  ROW (PB_INELIGIBLE, "pb-ineligible", "pb-ineligible", N_ ("Personal best not record eligible"), FLAG, ENTRANT, PUBLIC, 0,
       ALIASES ("pb ineligible")) TO, FLAG (PB_INELIGIBLE) },
  ROW (QUALIFYING_RACE, "qualifying-race", "qualifying-race", N_ ("Qualifying race"), TEXT, ENTRANT, OFFICIALS, LIMIT (500),
       ALIASES ("qualifying race|qualifying event|qualifying race name")) TO, DETAIL },
  ROW (DEBUT, "debut", "debut", N_ ("Debut"), FLAG, ENTRANT, PUBLIC, 0, ALIASES ("debut|first marathon")) TO, FLAG (DEBUT) },
  ROW (PACEMAKER, "pacemaker", "pacemaker", N_ ("Pacemaker"), FLAG, ENTRANT, PUBLIC, 0, ALIASES ("pacemaker|pacer")) TO, FLAG (PACEMAKER) },
  ROW (CHAMPION, "champion", "champion", N_ ("Defending champion"), FLAG, ENTRANT, PUBLIC, 0, ALIASES ("champion|defending champion")) TO,
    FLAG (CHAMPION) },
  ROW (GUN_TIME, "gun-time", "gun", N_ ("Gun time"), TIME, RESULT, PUBLIC, 0, ALIASES ("gun time|gun")) TO, DETAIL },
  ROW (NET_TIME, "net-time", "net", N_ ("Net time"), TIME, RESULT, PUBLIC, 0, ALIASES ("net time|chip time|net")) TO, DETAIL },
  ROW (PLACE, "result-place", "place", N_ ("Place"), UINT, RESULT, PUBLIC, LIMIT (MARATHON_MAX_ENTRANTS),
       ALIASES ("result place|finish place")) TO,
    DETAIL },
  ROW (RESULT_STATUS, "result-status", "status", N_ ("Result"), ENUM, RESULT, PUBLIC, WORDS (marathon_result_status_words),
       ALIASES ("result status")) TO, DETAIL },
  ROW (RESULT_RULE, "result-rule", "rule", N_ ("Rule of a disqualification"), TEXT, RESULT, PUBLIC, LIMIT (200)) TO, DETAIL },
  ROW (RESULT_OFFICIAL, "result-official", "official", N_ ("Official result"), FLAG, RESULT, PUBLIC, 0) TO, DETAIL },
};

/* --- Custom fields --- */

static const MarathonFieldType custom_types[] = {
  [MARATHON_CUSTOM_TYPE_TEXT] = MARATHON_FIELD_TYPE_TEXT,   [MARATHON_CUSTOM_TYPE_NUMBER] = MARATHON_FIELD_TYPE_NUMBER,
  [MARATHON_CUSTOM_TYPE_YES_NO] = MARATHON_FIELD_TYPE_FLAG, [MARATHON_CUSTOM_TYPE_CHOICE] = MARATHON_FIELD_TYPE_TEXT,
  [MARATHON_CUSTOM_TYPE_DATE] = MARATHON_FIELD_TYPE_DAY,    [MARATHON_CUSTOM_TYPE_TIME] = MARATHON_FIELD_TYPE_TIME,
};

static void
free_custom_info (gpointer data)
{
  MarathonFieldInfo *info = data;

  g_free ((char *) info->key);
  g_free (info);
}

/* The line of a custom field lives with its record. */
static const MarathonFieldInfo *
get_custom_info (MarathonCustomField *custom)
{
  static const char *const data_key = "marathon-field-info";
  MarathonFieldInfo *info = g_object_get_data (G_OBJECT (custom), data_key);

  if (info == NULL)
    {
      info = g_new0 (MarathonFieldInfo, 1);
      info->key = g_strconcat ("x-", marathon_record_get_key (MARATHON_RECORD (custom)), NULL);
      info->attribute = info->key + strlen ("x-");
      info->home = MARATHON_FIELD_HOME_CUSTOM;
      info->limit = LINE_LIMIT;
      g_object_set_data_full (G_OBJECT (custom), data_key, info, free_custom_info);
    }
  info->field = MARATHON_FIELD_CUSTOM + marathon_record_get_handle (MARATHON_RECORD (custom));
  info->label = custom->label;
  info->type = custom_types[custom->type];
  info->audience = (MarathonAudience) custom->audience;
  return info;
}

/* --- Looking up --- */

const MarathonFieldInfo *
marathon_event_get_field (MarathonEvent *event, guint field)
{
  gpointer custom;

  if (field < MARATHON_N_FIELDS)
    return &marathon_field_rows[field].info;
  if (field <= MARATHON_FIELD_CUSTOM)
    return NULL;
  custom = marathon_event_get_record (event, MARATHON_LIST_CUSTOM_FIELDS, field - MARATHON_FIELD_CUSTOM);
  return custom != NULL ? get_custom_info (custom) : NULL;
}

const MarathonFieldInfo *
marathon_event_find_field (MarathonEvent *event, const char *key)
{
  if (g_str_has_prefix (key, "x-"))
    return marathon_event_find_attribute (event, MARATHON_FIELD_HOME_CUSTOM, key + strlen ("x-"));
  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    if (strcmp (marathon_field_rows[i].info.key, key) == 0)
      return &marathon_field_rows[i].info;
  return NULL;
}

const MarathonFieldInfo *
marathon_event_find_attribute (MarathonEvent *event, MarathonFieldHome home, const char *name)
{
  if (home == MARATHON_FIELD_HOME_CUSTOM)
    {
      gpointer custom = marathon_record_list_find (marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS), name);

      return custom != NULL ? get_custom_info (custom) : NULL;
    }
  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    if (marathon_field_rows[i].info.home == home && strcmp (marathon_field_rows[i].info.attribute, name) == 0)
      return &marathon_field_rows[i].info;
  return NULL;
}

GPtrArray *
marathon_event_list_fields (MarathonEvent *event)
{
  GPtrArray *fields = g_ptr_array_new ();
  MarathonRecordList *customs = marathon_event_get_list (event, MARATHON_LIST_CUSTOM_FIELDS);

  for (guint i = 0; i < MARATHON_N_FIELDS; i++)
    g_ptr_array_add (fields, (gpointer) &marathon_field_rows[i].info);
  for (guint i = 0; i < marathon_record_list_get_size (customs); i++)
    g_ptr_array_add (fields, (gpointer) get_custom_info (marathon_record_list_get (customs, i)));
  return fields;
}

gboolean
marathon_field_is_for (const MarathonFieldInfo *info, MarathonAudience audience)
{
  static const MarathonField for_medics[] = {
    MARATHON_FIELD_BIB, MARATHON_FIELD_FAMILY, MARATHON_FIELD_GIVEN, MARATHON_FIELD_WAVE, MARATHON_FIELD_CATEGORY,
    MARATHON_FIELD_SEX, MARATHON_FIELD_BORN,
  };

  if (audience == MARATHON_AUDIENCE_EVERYTHING)
    return TRUE;
  if (audience != MARATHON_AUDIENCE_MEDICAL)
    return info->audience <= audience;
  for (guint i = 0; i < G_N_ELEMENTS (for_medics); i++)
    if (info->field == for_medics[i])
      return TRUE;
  return info->audience == MARATHON_AUDIENCE_MEDICAL;
}

MarathonFieldStore
marathon_field_get_store (const MarathonFieldInfo *info)
{
  return info->field < MARATHON_N_FIELDS ? marathon_field_rows[info->field].store : MARATHON_STORE_DETAIL;
}

#define WORD_OF(member) (1u << (G_STRUCT_OFFSET (MarathonEntrant, member) / 4))

guint32
marathon_field_get_words (const MarathonFieldInfo *info)
{
  /* The bit fields have no offset; they stand in the last word, beside the status. */
  const guint32 bit_fields = WORD_OF (status);

  switch (info->field)
    {
    case MARATHON_FIELD_ID:
      return 3;
    case MARATHON_FIELD_BIB:
      return WORD_OF (bib) | WORD_OF (bib_prefix) | WORD_OF (bib_number);
    case MARATHON_FIELD_NATION:
      return WORD_OF (nation) | WORD_OF (nation_code);
    case MARATHON_FIELD_COLLECTED:
      return WORD_OF (details) | WORD_OF (flags);
    case MARATHON_FIELD_CLASS_STATUS:
    case MARATHON_FIELD_PUBLISH:
      return bit_fields;
    default:
      break;
    }
  switch (marathon_field_get_store (info))
    {
    case MARATHON_STORE_MEMBER:
      return 1u << (marathon_field_rows[info->field].offset / 4);
    case MARATHON_STORE_FLAG:
      return WORD_OF (flags);
    default:
      return WORD_OF (details);
    }
}

/* --- Reading --- */

const char *
marathon_entrant_get_detail (MarathonEvent *event, const MarathonEntrant *entrant, guint field)
{
  if (entrant->details == 0)
    return "";
  return marathon_event_text (event, marathon_details_store_get_value (marathon_event_get_details (event), entrant->details, field));
}

static guint32
get_handle (const MarathonEntrant *entrant, guint field)
{
  switch (field)
    {
    case MARATHON_FIELD_CATEGORY:
      return entrant->category;
    case MARATHON_FIELD_WAVE:
      return entrant->wave;
    case MARATHON_FIELD_BIB_BLOCK:
      return entrant->bib_block;
    default:
      return entrant->group;
    }
}

static void
append_record (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonFieldInfo *info, GString *out)
{
  guint32 handle = get_handle (entrant, info->field);
  gpointer record = handle != 0 ? marathon_event_get_record (event, info->list, handle) : NULL;

  if (record != NULL)
    g_string_append (out, marathon_record_get_key (record));
}

static void
append_uint (GString *out, guint value)
{
  char digits[12];
  guint n = sizeof digits;

  for (; value > 0; value /= 10)
    digits[--n] = (char) ('0' + value % 10);
  g_string_append_len (out, digits + n, sizeof digits - n);
}

static void
append_pins (const MarathonEntrant *entrant, GString *out)
{
  static const struct { MarathonFlags flag; const char *word; } pins[] = {
    { MARATHON_FLAG_BIB_PINNED, "bib" },
    { MARATHON_FLAG_WAVE_PINNED, "wave" },
    { MARATHON_FLAG_CATEGORY_PINNED, "category" },
  };
  gsize start = out->len;

  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    if (marathon_entrant_has_flag (entrant, pins[i].flag))
      {
        if (out->len > start)
          g_string_append_c (out, ';');
        g_string_append (out, pins[i].word);
      }
}

static void
append_enum (const MarathonEntrant *entrant, const MarathonFieldInfo *info, goffset offset, GString *out)
{
  guint value = info->field == MARATHON_FIELD_CLASS_STATUS ? entrant->class_status
                : info->field == MARATHON_FIELD_PUBLISH    ? entrant->publish
                                                           : G_STRUCT_MEMBER (guint8, entrant, offset);

  if (value != 0)
    g_string_append (out, info->vocabulary[value].word);
}

static void
append_pooled (MarathonEvent *event, MarathonText text, GString *out)
{
  MarathonTextPool *pool = marathon_event_get_pool (event);

  if (text != 0)
    g_string_append_len (out, marathon_text_pool_get (pool, text), (gssize) marathon_text_pool_get_length (pool, text));
}

static void
append_id (guint64 id, GString *out)
{
  char buffer[17];

  marathon_id_write (id, buffer);
  g_string_append_len (out, buffer, 16);
}

static void
append_member (MarathonEvent *event, const MarathonEntrant *entrant, const MarathonFieldRow *row, GString *out)
{
  char buffer[32];

  switch (row->info.type)
    {
    case MARATHON_FIELD_TYPE_ID:
      append_id (entrant->id, out);
      break;
    case MARATHON_FIELD_TYPE_ENUM:
      append_enum (entrant, &row->info, row->offset, out);
      break;
    case MARATHON_FIELD_TYPE_BIRTH:
      g_string_append_len (out, buffer, (gssize) marathon_date_write (entrant->birth, buffer));
      break;
    case MARATHON_FIELD_TYPE_DAY:
      if (entrant->entered != 0)
        g_string_append_len (out, buffer,
                             (gssize) marathon_date_write ((MarathonDate) MARATHON_DATE_KIND_DAY << 30
                                                             | (MARATHON_ENTERED_EPOCH + entrant->entered),
                                                           buffer));
      break;
    case MARATHON_FIELD_TYPE_RECORD:
      append_record (event, entrant, &row->info, out);
      break;
    case MARATHON_FIELD_TYPE_CLASS:
      g_string_append_len (out, buffer, (gssize) marathon_sport_class_write (entrant->sport_class, buffer));
      break;
    case MARATHON_FIELD_TYPE_UINT:
      append_uint (out, G_STRUCT_MEMBER (guint16, entrant, row->offset));
      break;
    case MARATHON_FIELD_TYPE_TIME:
      g_string_append_len (out, buffer,
                           (gssize) marathon_time_write (G_STRUCT_MEMBER (MarathonTime, entrant, row->offset), buffer));
      break;
    case MARATHON_FIELD_TYPE_PINS:
      append_pins (entrant, out);
      break;
    default:
      append_pooled (event, G_STRUCT_MEMBER (MarathonText, entrant, row->offset), out);
      break;
    }
}

void
marathon_entrant_append_text (MarathonEvent           *event,
                              const MarathonEntrant   *entrant,
                              const MarathonFieldInfo *info,
                              GString                 *out)
{
  switch (marathon_field_get_store (info))
    {
    case MARATHON_STORE_MEMBER:
      append_member (event, entrant, &marathon_field_rows[info->field], out);
      break;
    case MARATHON_STORE_FLAG:
      if (marathon_entrant_has_flag (entrant, marathon_field_rows[info->field].flag))
        g_string_append (out, "yes");
      break;
    default:
      if (entrant->details != 0)
        append_pooled (event,
                       marathon_details_store_get_value (marathon_event_get_details (event), entrant->details, info->field),
                       out);
      break;
    }
}

char *
marathon_entrant_get_text (MarathonEvent *event, const MarathonEntrant *entrant, guint field)
{
  GString *text = g_string_new (NULL);
  const MarathonFieldInfo *info = marathon_event_get_field (event, field);

  if (info != NULL)
    marathon_entrant_append_text (event, entrant, info, text);
  return g_string_free (text, FALSE);
}
